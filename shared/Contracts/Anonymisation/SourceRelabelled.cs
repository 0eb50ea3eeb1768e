namespace Ceptoar.Contracts.Anonymisation;

/// <summary>
/// From now on what is out of a source carries this label, severity and urgency: recipients get it anew, and whom the label no longer
/// permits loses it. Ignored when its label version is not newer than what is held, or a newer version of the report has come.
/// </summary>
public record SourceRelabelled
{
    public required Guid SourceId { get; init; }
    public required int ReportVersion { get; init; }
    public required int LabelVersion { get; init; }
    public Tlp Tlp { get; init; }
    public required string Severity { get; init; }
    public required string Urgency { get; init; }

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/>.</summary>
    public required string[] Handling { get; init; }
}
