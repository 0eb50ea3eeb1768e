using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting;

namespace Ceptoar.Intake.Reports;

/// <summary>A report (情報連絡). Its text stands encrypted in its versions; here stands only how far it has come.</summary>
public class Report
{
    public required Guid Id { get; init; }
    public long Position { get; private set; }
    public required string Number { get; init; }

    /// <summary>The drill that it answers; null in life. It is never changed (I7).</summary>
    public Guid? DrillId { get; init; }

    /// <summary>Stands for the reporter's organisation; null once a withdrawn report leads to nobody (<see cref="ForgetReporters"/>).</summary>
    public required byte[]? OwnerKey { get; init; }

    /// <summary>Owner keys of the organisations that the reporter lets read original and source (I10).</summary>
    public required byte[][] ReaderKeys { get; set; }
    public int Version { get; private set; } = 1;
    public ReportStatus Status { get; private set; } = ReportStatus.Received;
    public required Tlp RequestedTlp { get; set; }
    public Tlp? Original { get; private set; }
    public Tlp? Ceiling { get; private set; }

    /// <summary>The newest decision about this version's labels that was heard.</summary>
    public int LabelVersion { get; private set; }

    /// <summary>Codes of <see cref="Taxonomy"/> that hold: the reporter's, what was proposed, or what a person said; null until it was classified.</summary>
    public string? Severity { get; private set; }

    /// <inheritdoc cref="Severity"/>
    public string? Urgency { get; private set; }

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/>.</summary>
    public string[] Handling { get; private set; } = [];
    public long RenditionVersion { get; private set; }
    public Guid? SourceId { get; private set; }

    /// <summary>none, held, ready or blocked.</summary>
    public string Flash { get; private set; } = "none";
    public Notice[] Notices { get; private set; } = [];
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Owner key of the organisation that entered it for the reporter; null where the reporter did.</summary>
    public byte[]? EnteredBy { get; set; }

    /// <summary>How the reporter told it: telephone, fax, inPerson or other.</summary>
    public string? Means { get; set; }
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>When the reporter confirmed what was entered for it.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The kind of organisation that first read the original beside the reporter; null where none did.</summary>
    public string? FirstReadBy { get; private set; }
    public DateTimeOffset? FirstReadAt { get; private set; }

    /// <summary>Human number, such as R-2026-000123, or RT-2026-000012 in drills: the year in Japan, and a number that rises in each series for itself.</summary>
    public static string NumberOf(long running, bool drill, DateTimeOffset now) => $"{(drill ? "RT" : "R")}-{now.ToOffset(TimeSpan.FromHours(9)):yyyy}-{running:000000}";

    public void AddVersion(Tlp requested, byte[][] readers)
    {
        RefuseWithdrawn();
        Version++;
        (RequestedTlp, ReaderKeys, Status) = (requested, readers, ReportStatus.Received);
        (Original, Ceiling, LabelVersion) = (null, null, 0); // the new text has no label yet, so nobody but its owner reads it
    }

    /// <summary>May an organisation go on entering what the reporter tells? Until the reporter has taken it over.</summary>
    public bool IsEnteredBy(byte[] key) => ConfirmedAt is null && EnteredBy.AsSpan().SequenceEqual(key);

    /// <summary>The reporter says that what was entered for it is its report; saying it again changes nothing.</summary>
    /// <exception cref="RuleViolation">The reporter entered it itself, or it was withdrawn.</exception>
    public void Confirm(DateTimeOffset now)
    {
        RefuseWithdrawn();
        if (EnteredBy is null) throw new RuleViolation("代行入力された情報連絡ではありません。", "This report was not entered on your behalf.");

        ConfirmedAt ??= now;
    }

    /// <summary>Takes it back; but for the owner key, which lets the reporter see that, nothing stays that tells who had to do with it.</summary>
    /// <exception cref="RuleViolation">It was withdrawn before.</exception>
    public void Withdraw(DateTimeOffset now)
    {
        RefuseWithdrawn();
        (Status, Notices, Flash, WithdrawnAt) = (ReportStatus.Withdrawn, [], "none", now);
        (ReaderKeys, EnteredBy, Means, ToldAt, ConfirmedAt) = ([], null, null, null, null);
        (FirstReadBy, FirstReadAt) = (null, null);
    }

    /// <summary>Takes over the labels of a version; older ones, or those of an older version or a withdrawn report, change nothing.</summary>
    public void Hear(ReportClassified heard)
    {
        if (!IsNews(heard.LabelVersion, heard.Version)) return;

        (Original, Ceiling, LabelVersion) = (heard.Original, heard.Ceiling, heard.LabelVersion);
        (Severity, Urgency, Handling) = (heard.Severity, heard.Urgency, heard.Handling);
        if (Status == ReportStatus.Received) Status = ReportStatus.Classified;
    }

    /// <summary>Takes over what a person changed, in the same way.</summary>
    public void Hear(LabelChanged heard)
    {
        if (!IsNews(heard.LabelVersion, heard.ReportVersion)) return;

        (Original, Ceiling, LabelVersion) = (heard.Original, heard.Ceiling, heard.LabelVersion);
        (Severity, Urgency, Handling) = (heard.Severity, heard.Urgency, heard.Handling);
        if (Status == ReportStatus.Received) Status = ReportStatus.Classified; // it overtook the first decision
    }

    bool IsNews(int labelVersion, int version) => labelVersion > LabelVersion && version == Version && Status != ReportStatus.Withdrawn;

    /// <summary>Takes over where the renditions stand; older news, or news of an older version of the report, changes nothing.</summary>
    public void Hear(RenditionChanged heard)
    {
        if (heard.Version <= RenditionVersion || heard.ReportVersion < Version || Status == ReportStatus.Withdrawn) return;

        (RenditionVersion, SourceId, Flash, Notices) = (heard.Version, heard.SourceId, heard.Flash, heard.Notices);
        Status = ReportStatuses.Parse(heard.Narrative);
    }

    /// <exception cref="RuleViolation">It was withdrawn.</exception>
    public void RefuseWithdrawn()
    {
        if (Status == ReportStatus.Withdrawn) throw new RuleViolation("この情報連絡は取り下げられています。", "This report was withdrawn.");
    }
}

/// <summary>One version of a report: its <see cref="Contracts.Intake.CaseFile"/>, encrypted with the key of the case.</summary>
public class ReportVersion
{
    public required Guid ReportId { get; init; }
    public required int Version { get; init; }
    public required byte[] Content { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
}

/// <summary>What became of a source in Distribution: the advisory that its flash stands in, and whether its narrative does too.</summary>
public class ReleasedSource
{
    public required Guid SourceId { get; init; }
    public required Guid AdvisoryId { get; set; }
    public required bool Narrative { get; set; }

    /// <summary>The advisory's number for people.</summary>
    public string? Number { get; set; }
}
