using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Directory;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting;

namespace Ceptoar.Distribution.Advisories;

/// <summary>An advisory (情報提供) as its newest version stands.</summary>
public class Advisory
{
    public const string Released = "released";
    public const string Recalled = "recalled";

    /// <summary>Shown where a released one is past its time; it is not a state of its own.</summary>
    public const string Expired = "expired";

    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public string State { get; private set; } = Released;
    public int Version { get; private set; }
    public required Tlp Tlp { get; set; }
    public required Guid[] Audience { get; init; }

    /// <summary>The audience's group ids in order: two advisories with the same key have the same audience.</summary>
    public required string AudienceKey { get; init; }

    /// <summary>The organisation that wrote it; null where it is made from reports.</summary>
    public Guid? Author { get; init; }
    public Guid[] People { get; init; } = [];

    /// <summary>Whether it goes down by hops.</summary>
    public bool Relayed { get; init; }
    public bool Drill { get; init; }

    /// <summary>The drill it belongs to, as its mock advisory, whose id is the same, or as an answer; null in life.</summary>
    public Guid? DrillId { get; init; }

    /// <summary>Of a drill: who takes part, as it was when this was released; null in life.</summary>
    public Guid[]? Participants { get; init; }

    /// <summary>Of a drill alone.</summary>
    public DrillTerms? DrillTerms { get; init; }

    /// <summary>To how many it was released, those of later hops included; only of written ones.</summary>
    public int Recipients { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public AdvisoryContent Content { get; private set; } = new();
    public string? RecallReason { get; private set; }
    public required DateTimeOffset FirstIssuedAt { get; init; }
    public DateTimeOffset IssuedAt { get; private set; }

    Audience? scope;

    /// <summary>Whom <see cref="AudienceRules"/> lets see it. A drill of which it is not known who takes part is for nobody.</summary>
    public Audience Scope => scope ??= new(Audience)
    {
        People = People,
        IsRelayed = Relayed,
        Participants = Drill ? (Participants ?? []).ToHashSet() : null,
        WithoutLiaison = DrillTerms is { WithoutLiaison: true },
    };

    public string StateAt(DateTimeOffset now) => State == Released && ExpiresAt <= now ? Expired : State;

    /// <summary>Whether the shorter waits hold for an answer to its newest version.</summary>
    public bool IsUrgent => State == Recalled || Content.Urgency == "urgent";

    /// <summary>Whether its newest version goes before others that wait: what is urgent, and nothing of a drill.</summary>
    public bool GoesFirst => IsUrgent && !Drill;

    /// <summary>How much faster than life its times of relaying and escalation run.</summary>
    public int Pace => DrillTerms?.Pace ?? 1;

    public static string KeyOf(IEnumerable<Guid> audience) => string.Join(',', audience.Distinct().Order());

    public void Issue(AdvisoryContent content, DateTimeOffset now)
    {
        RefuseRecalled();
        (Content, IssuedAt, Version) = (content, now, Version + 1);
    }

    /// <summary>Takes the advisory back; of its content only what hints say stays.</summary>
    public void Recall(string reason, DateTimeOffset now)
    {
        RefuseRecalled();
        (State, RecallReason, IssuedAt, Version) = (Recalled, reason, now, Version + 1);
        Content = new() { Kind = Content.Kind, Severity = Content.Severity };
    }

    void RefuseRecalled()
    {
        if (State == Recalled) throw new RuleViolation("この情報提供は既に撤回されています。", "This advisory was recalled already.");
    }
}

/// <summary>What one version of an advisory says.</summary>
public record AdvisoryContent
{
    public string TitleJa { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public string SummaryJa { get; init; } = "";
    public string SummaryEn { get; init; } = "";

    /// <summary>The approved narratives, one after the other; empty while there is only a flash. Of a written one what its author wrote.</summary>
    public string Body { get; init; } = "";

    /// <summary>Whether the body is Markdown; else it is plain text.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>incident or sign; of a written one the code of its <see cref="Template"/>.</summary>
    public string Kind { get; init; } = "incident";
    public string[] Events { get; init; } = [];
    public string[] Causes { get; init; } = [];
    public string ServiceImpact { get; init; } = "unknown";
    public string Severity { get; init; } = "unknown";
    public string Urgency { get; init; } = "normal";
    public string? Sector { get; init; }
    public string? Region { get; init; }
    public string? Size { get; init; }
    public DateTimeOffset? DetectedHour { get; init; }

    /// <summary>One of <see cref="Taxonomy.TimeGrains"/>.</summary>
    public string DetectedGrain { get; init; } = "hour";
    public FlashIndicator[] Indicators { get; init; } = [];

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/>: those of every source.</summary>
    public string[] Handling { get; init; } = [];

    /// <summary>How many reports stand behind it.</summary>
    public int Reports { get; init; }
    public string? Lessons { get; init; }
    public string? Purpose { get; init; }
    public string? RequiredAction { get; init; }
    public DateTimeOffset? Due { get; init; }
    public AdvisoryReference[] References { get; init; } = [];

    /// <summary>Code of <see cref="Taxonomy.Origins"/>.</summary>
    public string? Origin { get; init; }

    /// <summary>To whose hands it shall come, as a letter says it: 情報システム部門責任者 各位.</summary>
    public string? Addressee { get; init; }
    public AttachedFile[] Attachments { get; init; } = [];
}

/// <summary>A file that goes out with an advisory. Sha256 in lower-case hexadecimal.</summary>
public record AttachedFile(Guid Id, string Name, int Size, string Sha256);

/// <summary>A page, or a vulnerability with what its author knows of its severity.</summary>
public record AdvisoryReference(string? Url, string? Cve, string? CvssVector, decimal? CvssScore);

/// <summary>What a source gave to an advisory. A withdrawn source stays as a mark, so that a late message about it finds it gone.</summary>
public class AdvisorySource
{
    public required Guid SourceId { get; init; }

    /// <summary>The drill that it answers; null in life. Once it is a drill's, it stays one.</summary>
    public Guid? DrillId { get; set; }
    public DateTimeOffset HeardAt { get; init; }
    public Guid? AdvisoryId { get; set; }
    public int ReportVersion { get; set; }

    /// <summary>The label it is out under.</summary>
    public Tlp Tlp { get; private set; }
    public int FlashLabelVersion { get; set; }
    public Flash? Flash { get; set; }
    public int NarrativeVersion { get; set; }
    public int NarrativeLabelVersion { get; set; }

    /// <summary>The label that the text was approved for.</summary>
    public Tlp? NarrativeTlp { get; set; }
    public string? NarrativeTitle { get; set; }
    public string? NarrativeBody { get; set; }
    public bool Withdrawn { get; set; }

    /// <summary>The newest change of its label by a person, by the versions of report and label.</summary>
    public int ChangedReportVersion { get; private set; }
    public int ChangedLabelVersion { get; private set; }
    public Tlp? ChangedTlp { get; private set; }
    public string? ChangedSeverity { get; private set; }
    public string? ChangedUrgency { get; private set; }

    /// <summary>Whether a flash of these versions changes nothing any more.</summary>
    public bool Holds(int reportVersion, int labelVersion) =>
        Withdrawn || reportVersion < ReportVersion || (reportVersion == ReportVersion && Flash is not null && labelVersion <= FlashLabelVersion);

    /// <summary>Takes over what may go out, under its label or the stricter one of a newer change. A text does not go along when the label falls: it waits for an approval of its own.</summary>
    public void Release(int reportVersion, int labelVersion, Tlp tlp, Flash flash)
    {
        var overtaken = IsOlder(reportVersion, labelVersion);
        var label = overtaken ? TlpLabels.Stricter(tlp, ChangedTlp!.Value) : tlp;
        if (label < Tlp || NarrativeTlp > label) DropNarrative();
        (ReportVersion, Tlp) = (reportVersion, label);
        Flash = overtaken ? flash with { Severity = ChangedSeverity, Urgency = ChangedUrgency } : flash;
    }

    /// <summary>Takes note of a change; it only ever makes stricter what is out, for what makes it less strict comes as a release.</summary>
    /// <returns>Whether what is out must be issued anew.</returns>
    public bool Change(SourceRelabelled heard)
    {
        if ((heard.ReportVersion, heard.LabelVersion).CompareTo((ChangedReportVersion, ChangedLabelVersion)) <= 0 || heard.ReportVersion < ReportVersion) return false;

        (ChangedReportVersion, ChangedLabelVersion, ChangedTlp) = (heard.ReportVersion, heard.LabelVersion, heard.Tlp);
        (ChangedSeverity, ChangedUrgency) = (heard.Severity, heard.Urgency);
        var before = (Tlp, Flash);
        if (heard.Tlp > Tlp) Tlp = heard.Tlp;
        if (Flash is not null && heard.ReportVersion == ReportVersion) Flash = Flash with { Severity = heard.Severity, Urgency = heard.Urgency };
        return before != (Tlp, Flash);
    }

    bool IsOlder(int reportVersion, int labelVersion) => ChangedTlp is not null && (reportVersion, labelVersion).CompareTo((ChangedReportVersion, ChangedLabelVersion)) < 0;

    public void DropNarrative() => (NarrativeTitle, NarrativeBody, NarrativeTlp) = (null, null, null);
}

/// <summary>An indicator by which a further report joins an open advisory.</summary>
public class AdvisoryIndicator
{
    public required Guid AdvisoryId { get; init; }
    public required string Type { get; init; }
    public required string Value { get; init; }
}
