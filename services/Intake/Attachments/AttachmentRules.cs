using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting;
using Ceptoar.Intake.Reports;

namespace Ceptoar.Intake.Attachments;

/// <summary>How much may be attached, by whom, and who may have it.</summary>
public static class AttachmentRules
{
    public const int MaxBytes = 20 * 1024 * 1024;
    public const int MaxFiles = 20;
    public const long MaxBytesOfReport = 100 * 1024 * 1024;

    /// <summary>Who adds to a report adds to its files: its operator, or who entered it until the operator confirms.</summary>
    public static bool MayChange(Report report, byte[] callerKey) => report.OwnerKey.AsSpan().SequenceEqual(callerKey) || report.IsEnteredBy(callerKey);

    /// <exception cref="RuleViolation">The report would have more files, or more bytes of them, than it may.</exception>
    public static void RequireRoom(IReadOnlyCollection<Attachment> attached, long size)
    {
        if (attached.Count >= MaxFiles) throw new RuleViolation($"添付ファイルは {MaxFiles} 件までです。", $"A report has at most {MaxFiles} attachments.");
        if (attached.Sum(a => a.Size) + size > MaxBytesOfReport) throw new RuleViolation("添付ファイルは合計 100 MB までです。", "The attachments of a report have at most 100 MB in all.");
    }

    /// <summary>
    /// What no scanner found clean goes back to who sent it and to analysts, whose trade it is; to nobody else.
    /// </summary>
    public static bool MayDownload(string state, bool own, bool analyst) => state == Attachment.Clean || own || analyst;

    /// <summary>Why an attachment is held, in words; null where it is not.</summary>
    public static Notice? Held(string state, bool hasScanner) => (state, hasScanner) switch
    {
        (Attachment.Clean, _) => null,
        (Attachment.Infected, _) => Say("attachment.infected", "マルウェアを検知したため、連絡元と分析担当者以外には渡しません。", "Malware was found: it goes to nobody but its sender and analysts."),
        (Attachment.Failed, _) => Say("attachment.failed", "検査できないファイルのため、連絡元と分析担当者以外には渡しません。", "It cannot be scanned: it goes to nobody but its sender and analysts."),
        (_, true) => Say("attachment.quarantined", "マルウェア検査を待っています。", "It waits to be scanned for malware."),
        (_, false) => Say("attachment.noScanner", "マルウェア検査が設定されていないため、連絡元と分析担当者以外には渡しません。", "No malware scanner is set up: it goes to nobody but its sender and analysts."),
    };

    static Notice Say(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };
}
