namespace Ceptoar.Contracts.Distribution;

/// <summary>A version of an advisory (情報提供) is in the inboxes of its audience. Hearing it twice, or an older one late, changes nothing.</summary>
public record AdvisoryReleased
{
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }

    /// <summary>Its number for people, such as A-2026-000123.</summary>
    public string? Number { get; init; }

    /// <summary>The sources whose flash or narrative stand in it.</summary>
    public required Guid[] SourceIds { get; init; }

    /// <summary>Those of them whose approved narrative stands in it.</summary>
    public required Guid[] NarrativeSourceIds { get; init; }

    /// <summary>Part of a drill: it never enters live statistics or feeds.</summary>
    public bool Drill { get; init; }
}
