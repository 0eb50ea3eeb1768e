using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>A file attached to a report, and what was made of it (table <c>case_attachment</c>). A removed one stays as a mark, for its addition may be heard later.</summary>
public class CaseAttachment
{
    public required Guid AttachmentId { get; init; }
    public required Guid ReportId { get; init; }
    public bool Removed { get; private set; }

    /// <summary>JSON of <see cref="AttachmentContent"/>, encrypted with the key of the case; empty once removed.</summary>
    public byte[] Content { get; set; } = [];

    public void Remove() => (Removed, Content) = (true, []);
}

/// <summary>What is encrypted in <see cref="CaseAttachment.Content"/>.</summary>
/// <param name="Rendition">Null until it was made for the first time.</param>
public record AttachmentContent(AttachedFile File, string Sha256, AttachmentRendition? Rendition);
