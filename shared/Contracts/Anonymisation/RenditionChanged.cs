namespace Ceptoar.Contracts.Anonymisation;

/// <summary>Where the renditions of a report stand, for the reporter's eyes in Intake. Ignored when not newer than what is held.</summary>
public record RenditionChanged
{
    public required Guid ReportId { get; init; }

    /// <summary>Rises with each change of this report's renditions.</summary>
    public required long Version { get; init; }
    public required int ReportVersion { get; init; }
    public required Guid SourceId { get; init; }

    /// <summary>awaitingApproval, approved, refused or blocked.</summary>
    public required string Narrative { get; init; }

    /// <summary>none, held, ready or blocked.</summary>
    public required string Flash { get; init; }

    /// <summary>Why the flash is held or something is blocked, in words for the reporter; free of content.</summary>
    public required Notice[] Notices { get; init; }
}

/// <summary>A sentence for the reporter in both languages.</summary>
public record Notice
{
    public required string Code { get; init; }
    public required string Ja { get; init; }
    public required string En { get; init; }
}
