namespace Ceptoar.Contracts;

/// <summary>
/// Something that must be provable later happened in a service (invariant I9). Holds ids and codes, never content, and never what
/// would tell who reported (I4). The same entry heard twice is one.
/// </summary>
public record AuditRecorded
{
    public required Guid EntryId { get; init; }
    public required string Service { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it: a person's or client's id; empty where nobody was signed in or the service itself did it.</summary>
    public required string Actor { get; init; }

    /// <summary>The actor's organisation; null where it is unknown or must not be told.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>What was done, such as <c>signIn.failed</c>; the codes stand with the service.</summary>
    public required string Action { get; init; }

    /// <summary>Kind and id of what it was done to, such as <c>organisation/0b…</c>; null where there is none.</summary>
    public string? Item { get; init; }

    /// <summary>Codes and numbers that belong to it; no content.</summary>
    public string? Detail { get; init; }
}
