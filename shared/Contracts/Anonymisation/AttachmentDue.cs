namespace Ceptoar.Contracts.Anonymisation;

/// <summary>A file of a rendered report is to be rendered, for the first time or anew. Anonymisation says it to itself.</summary>
public record AttachmentDue
{
    public required Guid ReportId { get; init; }
    public required Guid AttachmentId { get; init; }
}
