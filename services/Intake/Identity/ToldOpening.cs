using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Intake.Identity;

/// <summary>What the reporter is told of an opening: never which persons.</summary>
/// <param name="AskedAt">When an analyst of the centre asked.</param>
/// <param name="Reason">The analyst's; null once the report was withdrawn.</param>
/// <param name="State">awaiting, approved, refused or withdrawn.</param>
/// <param name="DecidedAt">When an approver of the centre decided.</param>
/// <param name="OpenUntil">Until when the two are shown who reported; null unless it was approved.</param>
/// <param name="LookedAt">When one of the two was shown it.</param>
public record ToldOpening(DateTimeOffset AskedAt, string? Reason, string State, DateTimeOffset? DecidedAt, DateTimeOffset? OpenUntil, DateTimeOffset[] LookedAt)
{
    public static ToldOpening Of(IdentityOpening opening, string? reason) =>
        new(opening.AskedAt, reason, opening.State, opening.DecidedAt, opening.OpenUntil, opening.LookedAt);

    /// <summary>The same as a sentence.</summary>
    public Notice Notice => (State, LookedAt) switch
    {
        (IdentityOpening.Awaiting, _) => Said("identity.asked", "センターの分析担当者が、理由を付けて報告者の開示を申請し、承認者の判断を待っています。",
            "An analyst of the centre asked, with a reason, to learn who reported this; an approver has not decided yet."),
        (IdentityOpening.Approved, []) => Said("identity.approved", "センターの承認者が報告者の開示を承認しました。申請した分析担当者と承認者だけが、期限まで参照できます。",
            "An approver of the centre agreed that who reported this is shown, for a while, to the analyst who asked and to the approver alone."),
        (IdentityOpening.Approved, _) => Said("identity.seen", "センターの承認を経て、報告者が参照されました。", "With an approver's consent it was looked up at the centre who reported this."),
        (IdentityOpening.Refused, _) => Said("identity.refused", "センターの承認者が報告者の開示を拒否しました。", "An approver of the centre refused to show who reported this."),
        _ => Said("identity.withdrawn", "取下げにより、報告者の開示申請は終了しました。", "The report was withdrawn before it was decided whether to show who reported it."),
    };

    static Notice Said(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };
}
