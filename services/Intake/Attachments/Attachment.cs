namespace Ceptoar.Intake.Attachments;

/// <summary>A file attached to a report. Its bytes lie encrypted in the <see cref="Hosting.Sealing.BlobStore"/> under its id.</summary>
public class Attachment
{
    public const string Quarantined = "quarantined";
    public const string Clean = "clean";
    public const string Infected = "infected";
    public const string Failed = "failed";

    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }
    public required long Size { get; init; }

    /// <summary>quarantined until a scanner has answered, then clean, infected, or failed where it cannot scan this file.</summary>
    public string State { get; init; } = Quarantined;

    /// <summary>JSON of <see cref="AttachmentContent"/>, encrypted with the key of the case.</summary>
    public required byte[] Content { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>What is encrypted in <see cref="Attachment.Content"/>.</summary>
public record AttachmentContent(string Name, string MediaType, string Sha256, byte[] Key);
