using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>The newest labels heard of a report: what was decided with its version, or what a person changed since (table <c>case_label</c>).</summary>
public class CaseLabel
{
    public required Guid ReportId { get; init; }
    public int ReportVersion { get; private set; }
    public int LabelVersion { get; private set; }
    public Tlp Ceiling { get; private set; }

    /// <summary>Null: as the report says.</summary>
    public string? Severity { get; private set; }

    /// <inheritdoc cref="Severity"/>
    public string? Urgency { get; private set; }

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/>.</summary>
    public string[] Handling { get; private set; } = [];

    /// <returns>False where it is not newer than what is held.</returns>
    public bool Hear(ReportClassified heard) => Take(heard.Version, heard.LabelVersion, heard.Ceiling, heard.Severity, heard.Urgency, heard.Handling);

    /// <inheritdoc cref="Hear(ReportClassified)"/>
    public bool Hear(LabelChanged heard) => Take(heard.ReportVersion, heard.LabelVersion, heard.Ceiling, heard.Severity, heard.Urgency, heard.Handling);

    /// <summary>A flash as these labels let it leave.</summary>
    public Flash On(Flash flash) => flash with { Severity = Severity ?? flash.Severity, Urgency = Urgency ?? flash.Urgency, Handling = Handling };

    bool Take(int reportVersion, int labelVersion, Tlp ceiling, string? severity, string? urgency, string[] handling)
    {
        if ((reportVersion, labelVersion).CompareTo((ReportVersion, LabelVersion)) <= 0) return false;

        (ReportVersion, LabelVersion, Ceiling, Severity, Urgency, Handling) = (reportVersion, labelVersion, ceiling, severity, urgency, handling);
        return true;
    }
}
