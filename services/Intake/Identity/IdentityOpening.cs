using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Intake.Identity;

/// <summary>An analyst of the centre asks, with a reason, to learn who reported; once an approver agrees, these two are shown it for a while.</summary>
public class IdentityOpening
{
    public const string Awaiting = "awaiting";
    public const string Approved = "approved";
    public const string Refused = "refused";

    /// <summary>Its report was withdrawn before anyone decided.</summary>
    public const string Withdrawn = "withdrawn";

    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }
    public string State { get; private set; } = Awaiting;

    /// <summary>Encrypted with the key of the case; null once the report was withdrawn.</summary>
    public required byte[]? Reason { get; init; }

    /// <summary>Subject of the analyst.</summary>
    public required string AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Subject of the approver.</summary>
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Until when it is shown; null unless it was approved.</summary>
    public DateTimeOffset? OpenUntil { get; private set; }
    public DateTimeOffset[] LookedAt { get; private set; } = [];

    /// <summary>Is it one of the two who may look?</summary>
    public bool Concerns(string subject) => subject == AskedBy || subject == DecidedBy;

    public bool IsOpen(DateTimeOffset now) => now < OpenUntil;

    /// <exception cref="RuleViolation">It is no longer open, or the same person asked for it.</exception>
    public void Decide(bool approve, string subject, DateTimeOffset now, TimeSpan openFor)
    {
        if (State != Awaiting) throw new RuleViolation("この開示申請は既に終了しています。", "This opening was decided already.");
        if (subject == AskedBy) throw new RuleViolation("報告者の開示は、申請者とは別の方が判断してください。", "A second person must decide whether to open who reported.");

        (State, DecidedBy, DecidedAt, OpenUntil) = (approve ? Approved : Refused, subject, now, approve ? now + openFor : null);
    }

    /// <summary>Notes that one of the two is shown who reported.</summary>
    /// <exception cref="RuleViolation">Nobody has agreed, or the time is over.</exception>
    public void Look(DateTimeOffset now)
    {
        if (State == Awaiting) throw new RuleViolation("報告者の開示は承認を待っています。", "The opening waits for an approver.");
        if (State != Approved) throw new RuleViolation("報告者の開示は承認されませんでした。", "The opening was not approved.");
        if (!IsOpen(now)) throw new RuleViolation("報告者を参照できる期限が過ぎました。改めて申請してください。", "The time to look is over; ask again.");

        LookedAt = [.. LookedAt, now];
    }
}

/// <summary>The settings of section <c>Identity</c>.</summary>
public record IdentitySettings
{
    /// <summary>For how long after the approval the two are shown who reported.</summary>
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromHours(1);
}

public static class IdentitySetup
{
    public static void AddIdentity(this IHostApplicationBuilder builder) => builder.Services.AddOptions<IdentitySettings>().BindConfiguration("Identity")
        .Validate(s => s.OpenFor > TimeSpan.Zero && s.OpenFor <= TimeSpan.FromDays(1), "Identity:OpenFor must be more than nothing and at most a day.")
        .ValidateOnStart();
}

static class IdentityRules
{
    /// <summary>Records that somebody was not let: at once, whatever becomes of the transaction.</summary>
    public static Task AuditDenialNow(this IntakeDb db, Guid reportId, string act) => db.AuditNow(AuditActions.IdentityDenied, $"report/{reportId}", $"act={act}");

    /// <summary>Does what a rule may forbid, and records where it does.</summary>
    /// <exception cref="RuleViolation">The rule's.</exception>
    public static async Task OrAuditDenial(this IntakeDb db, Guid reportId, string act, Action work)
    {
        try
        {
            work();
        }
        catch (RuleViolation)
        {
            await db.AuditDenialNow(reportId, act);
            throw;
        }
    }
}
