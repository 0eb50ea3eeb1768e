namespace Ceptoar.Contracts.Intake;

/// <summary>A file is no longer attached to its report, or its report was withdrawn: file, key and what was made of it are to be destroyed. It may be heard before <see cref="AttachmentAdded"/>.</summary>
public record AttachmentRemoved
{
    public required Guid ReportId { get; init; }
    public required Guid AttachmentId { get; init; }
}
