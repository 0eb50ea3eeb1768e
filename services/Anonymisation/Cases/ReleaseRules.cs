using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>What becomes of a flash, and why, in words for the reporter.</summary>
public record FlashDecision(string State, IReadOnlyList<Notice> Notices);

/// <summary>Whether a flash may leave by itself (I5): only where the reporter said auto, every check passed and k is reached.</summary>
public static class ReleaseRules
{
    public const string None = "none";
    public const string Held = "held";
    public const string Ready = "ready";
    public const string Blocked = "blocked";

    public static Notice NamedPeopleOnly { get; } = Say("red.namedPeople", "TLP:RED は指名された個人にのみ共有されるため、速報は提供されません。", "TLP:RED goes to named people only, so no flash is sent.");

    public static FlashDecision Flash(CaseContent content, CaseLabel label, AnonymitySettings anonymity)
    {
        var rendition = content.Rendition;
        if (label.Ceiling == Tlp.Red) return new(None, [NamedPeopleOnly]);
        if (!rendition.FlashReleasable) return new(Blocked, [.. rendition.Blocked.Select(BlockedBy)]);
        if (rendition.Risk.K < RenditionPolicy.Of(label.Ceiling, anonymity).KThreshold)
        {
            return new(Held, [Say("k.held", $"この情報に当てはまる事業者が {rendition.Risk.K} 者しかないため、速報は承認を待ちます。", $"Only {rendition.Risk.K} operators could have sent this, so the flash waits for your approval."), .. NarrativeNotices(rendition)]);
        }

        if (content.DrillMarked)
        {
            return new(Held, [Say("drill.marked", "本文に訓練の表示がありますが、訓練として登録されていません。確認のため、速報は承認を待ちます。", "The text carries the mark of a drill, but this is no drill's report: the flash waits for your approval."), .. NarrativeNotices(rendition)]);
        }

        if (content is { Report.ReleaseMode: "auto", OfFiles.Length: > 0 })
        {
            return new(Held, [Say("files.held", "添付ファイルから抽出した指標を含むため、速報は承認を待ちます。", "It holds indicators taken from attachments, so the flash waits for your approval."), .. NarrativeNotices(rendition)]);
        }

        return content.Report.ReleaseMode == "auto"
            ? new(Ready, [Say("auto.hour", "速報は直ちに提供されます。提供時刻から、目に見える障害と結び付けられることがあります。", "The flash goes out at once; its hour may point to an outage that others can see."), .. NarrativeNotices(rendition)])
            : new(Held, [Say("review.held", "速報は承認を待っています。", "The flash waits for your approval."), .. NarrativeNotices(rendition)]);
    }

    /// <summary>At GREEN and CLEAR the narrative stays home unless the approver switches it on.</summary>
    public static bool NarrativeByDefault(Tlp tlp) => tlp is Tlp.Amber or Tlp.AmberStrict;

    static IEnumerable<Notice> NarrativeNotices(Rendition rendition) => rendition.Blocked.Select(BlockedBy);

    internal static Notice BlockedBy(string code) => Say("blocked." + code, $"匿名化の検査により提供できません（{code}）。", $"The anonymisation checks do not release this ({code}).");

    static Notice Say(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };
}
