namespace Ceptoar.Contracts.Anonymisation;

/// <summary>
/// From now on what is out of a source carries at least this label, and this severity and urgency: recipients get it anew, and whom the
/// label no longer permits loses it. A less strict label comes with a release. Ignored when it is not newer than what is held.
/// </summary>
public record SourceRelabelled
{
    public required Guid SourceId { get; init; }
    public required int ReportVersion { get; init; }
    public required int LabelVersion { get; init; }
    public Tlp Tlp { get; init; }
    public string? Severity { get; init; }
    public string? Urgency { get; init; }
}
