using Ceptoar.Contracts.Distribution;

namespace Ceptoar.Drills.Measures;

/// <summary>How far a drill got at one participant: the earliest time of each rung.</summary>
public class Measure
{
    public required Guid DrillId { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>liaison, secretariat, members, secondHop or audience.</summary>
    public required string Hop { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? PushedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset? CannotActAt { get; init; }

    /// <summary>When its answering report came, of a two-way drill.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? AnswerNumber { get; init; }
    public required TriedChannel[] Tried { get; init; }
}

/// <summary>When a body got what it relays, and when it relayed it.</summary>
public class MeasuredHop
{
    public required Guid DrillId { get; init; }
    public required string Name { get; init; }
    public required string Ceptoar { get; init; }
    public required Guid Body { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? RelayedAt { get; init; }
    public required int Recipients { get; init; }
}

/// <summary>An answering report that was heard of before its participant's first rung.</summary>
public class EarlyAnswer
{
    public required Guid DrillId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Number { get; init; }
    public required DateTimeOffset At { get; init; }
}
