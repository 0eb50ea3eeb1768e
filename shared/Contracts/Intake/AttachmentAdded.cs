namespace Ceptoar.Contracts.Intake;

/// <summary>
/// A file was attached to a report. Its bytes lie encrypted in the store of Intake, Classification and Anonymisation under its id. It may
/// be heard before the report itself, and after its removal.
/// </summary>
public record AttachmentAdded
{
    public required Guid ReportId { get; init; }
    public required Guid AttachmentId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the file as it was given.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes of the file as it was given.</summary>
    public required long Size { get; init; }

    /// <summary>JSON of <see cref="AttachedFile"/>.</summary>
    public required SealedText File { get; init; }
}

/// <summary>What is sealed in <see cref="AttachmentAdded"/>: what the file is called, and what opens it.</summary>
public record AttachedFile
{
    public required string Name { get; init; }
    public required string MediaType { get; init; }

    /// <summary>Base64 of the 32 bytes that the file was encrypted with.</summary>
    public required string Key { get; init; }
}
