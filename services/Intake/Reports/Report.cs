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
    public required byte[] OwnerKey { get; init; }

    /// <summary>Owner keys of the organisations that the reporter lets read original and source (I10).</summary>
    public required byte[][] ReaderKeys { get; set; }
    public int Version { get; private set; } = 1;
    public ReportStatus Status { get; private set; } = ReportStatus.Received;
    public required Tlp RequestedTlp { get; set; }
    public Tlp? Original { get; private set; }
    public Tlp? Ceiling { get; private set; }
    public int LabelledVersion { get; private set; }
    public long RenditionVersion { get; private set; }
    public Guid? SourceId { get; private set; }

    /// <summary>none, held, ready or blocked.</summary>
    public string Flash { get; private set; } = "none";
    public Notice[] Notices { get; private set; } = [];
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Owner key of the organisation that entered it for the reporter; null where the reporter did.</summary>
    public byte[]? EnteredBy { get; init; }

    /// <summary>How the reporter told it: telephone, fax, inPerson or other.</summary>
    public string? Means { get; init; }
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When the reporter confirmed what was entered for it.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Human number, such as R-2026-000123: the year in Japan, and a number that rises.</summary>
    public static string NumberOf(long running, DateTimeOffset now) => $"R-{now.ToOffset(TimeSpan.FromHours(9)):yyyy}-{running:000000}";

    public void AddVersion(Tlp requested, byte[][] readers)
    {
        RefuseWithdrawn();
        Version++;
        (RequestedTlp, ReaderKeys, Status) = (requested, readers, ReportStatus.Received);
        (Original, Ceiling) = (null, null); // the new text has no label yet, so nobody but its owner reads it
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

    public void Withdraw()
    {
        RefuseWithdrawn();
        (Status, Notices, Flash) = (ReportStatus.Withdrawn, [], "none");
    }

    /// <summary>Takes over the labels of a version; those of an older version, or of a withdrawn report, change nothing.</summary>
    public void Hear(ReportClassified heard)
    {
        if (heard.Version <= LabelledVersion || heard.Version < Version || Status == ReportStatus.Withdrawn) return;

        (Original, Ceiling, LabelledVersion) = (heard.Original, heard.Ceiling, heard.Version);
        if (Status == ReportStatus.Received) Status = ReportStatus.Classified;
    }

    /// <summary>Takes over where the renditions stand; older news, or news of an older version of the report, changes nothing.</summary>
    public void Hear(RenditionChanged heard)
    {
        if (heard.Version <= RenditionVersion || heard.ReportVersion < Version || Status == ReportStatus.Withdrawn) return;

        (RenditionVersion, SourceId, Flash, Notices) = (heard.Version, heard.SourceId, heard.Flash, heard.Notices);
        Status = ReportStatuses.Parse(heard.Narrative);
    }

    void RefuseWithdrawn()
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
}
