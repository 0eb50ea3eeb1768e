namespace Ceptoar.Contracts.Classification;

/// <summary>
/// A person changed the labels, the severity or the urgency of a report. Ignored when its label version is not newer than what is held of
/// the report, or when a newer version of the report has come.
/// </summary>
public record LabelChanged
{
    public required Guid ReportId { get; init; }
    public required int ReportVersion { get; init; }
    public required int LabelVersion { get; init; }
    public Tlp Original { get; init; }
    public Tlp Ceiling { get; init; }
    public required string Severity { get; init; }
    public required string Urgency { get; init; }

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/>.</summary>
    public required string[] Handling { get; init; }
}
