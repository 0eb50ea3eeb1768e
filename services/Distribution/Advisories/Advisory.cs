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

    /// <summary>The version of the report that the newest label heard is of.</summary>
    public int LabelledVersion { get; private set; }
    public int LabelVersion { get; private set; }
    public Tlp Tlp { get; private set; }
    public Flash? Flash { get; set; }
    public int NarrativeVersion { get; set; }
    public int NarrativeLabelVersion { get; set; }

    /// <summary>The label that the text was approved for.</summary>
    public Tlp? NarrativeTlp { get; set; }
    public string? NarrativeTitle { get; set; }
    public string? NarrativeBody { get; set; }
    public bool Withdrawn { get; set; }

    /// <summary>Whether a rendition of these versions changes nothing any more.</summary>
    public bool Holds(int reportVersion, int labelVersion) =>
        Withdrawn || reportVersion < ReportVersion || (reportVersion == ReportVersion && Flash is not null && !IsNewer(reportVersion, labelVersion));

    public bool IsNewer(int reportVersion, int labelVersion) => (reportVersion, labelVersion).CompareTo((LabelledVersion, LabelVersion)) > 0;

    /// <summary>Takes over a label unless a newer one is known, which then goes on to hold. A text that was approved for a stricter label does not go out under this one.</summary>
    public void Label(int reportVersion, int labelVersion, Tlp tlp)
    {
        if (IsNewer(reportVersion, labelVersion)) (LabelledVersion, LabelVersion, Tlp) = (reportVersion, labelVersion, tlp);
        if (NarrativeTlp > Tlp) DropNarrative();
    }

    public void DropNarrative() => (NarrativeTitle, NarrativeBody, NarrativeTlp) = (null, null, null);
}

/// <summary>An indicator by which a further report joins an open advisory.</summary>
public class AdvisoryIndicator
{
    public required Guid AdvisoryId { get; init; }
    public required string Type { get; init; }
    public required string Value { get; init; }
}
