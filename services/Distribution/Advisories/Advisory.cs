using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting;

namespace Ceptoar.Distribution.Advisories;

/// <summary>An advisory (情報提供) as its newest version stands.</summary>
public class Advisory
{
    public const string Released = "released";
    public const string Recalled = "recalled";

    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public string State { get; private set; } = Released;
    public int Version { get; private set; }
    public required Tlp Tlp { get; set; }
    public required Guid[] Audience { get; init; }

    /// <summary>The audience's group ids in order: two advisories with the same key have the same audience.</summary>
    public required string AudienceKey { get; init; }
    public AdvisoryContent Content { get; private set; } = new();
    public string? RecallReason { get; private set; }
    public required DateTimeOffset FirstIssuedAt { get; init; }
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Whether its newest version goes before others that wait to be pushed.</summary>
    public bool IsUrgent => State == Recalled || Content.Urgency == "urgent";

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

    /// <summary>The approved narratives, one after the other; empty while there is only a flash.</summary>
    public string Body { get; init; } = "";
    public string Kind { get; init; } = "incident";
    public string[] Events { get; init; } = [];
    public string[] Causes { get; init; } = [];
    public string ServiceImpact { get; init; } = "unknown";
    public string Severity { get; init; } = "unknown";
    public string Urgency { get; init; } = "normal";
    public string? Sector { get; init; }
    public DateTimeOffset? DetectedHour { get; init; }
    public FlashIndicator[] Indicators { get; init; } = [];

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/>: those of every source.</summary>
    public string[] Handling { get; init; } = [];

    /// <summary>How many reports stand behind it.</summary>
    public int Reports { get; init; }
}

/// <summary>What a source gave to an advisory. A withdrawn source stays as a mark, so that a late message about it finds it gone.</summary>
public class AdvisorySource
{
    public required Guid SourceId { get; init; }
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
