namespace Ceptoar.Contracts.Distribution;

/// <summary>
/// How far a drill's advisory got, for those of its recipients and hops where something moved. Each row is whole: a hearer keeps the
/// earliest of each time, so that repeats and late ones change nothing. At most 500 recipients a message. Once the drill has ended, all
/// rows are told again in numbered parts: who has every part knows all that was up to the end, in whatever order they came.
/// </summary>
public record DrillReached
{
    public required Guid DrillId { get; init; }
    public required ReachedRecipient[] Recipients { get; init; }
    public required ReachedHop[] Hops { get; init; }

    /// <summary>From 1; null of what is told on the way.</summary>
    public int? FinalPart { get; init; }

    /// <summary>How many parts there are; null of what is told on the way.</summary>
    public int? FinalParts { get; init; }
}

/// <summary>How a recipient stands. A time is null until its rung was reached.</summary>
public record ReachedRecipient
{
    public required Guid OrganisationId { get; init; }

    /// <summary>liaison, secretariat, members, secondHop or audience.</summary>
    public required string Hop { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? PushedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset? CannotActAt { get; init; }

    /// <summary>What was tried beside the hub, in order.</summary>
    public TriedChannel[] Tried { get; init; } = [];
}

/// <summary>One attempt to reach a silent recipient.</summary>
public record TriedChannel
{
    /// <summary>mail, webhook, sms, telephone, mobile, call (by a person).</summary>
    public required string Channel { get; init; }

    /// <summary>waiting, sent, refused, bounced, givenUp or dropped; of a call reached or notReached.</summary>
    public required string State { get; init; }

    /// <summary>Enhanced status of RFC 3463, HTTP or SMTP status, or the hub's own code of why; null where there is none.</summary>
    public string? Cause { get; init; }

    /// <summary>When it came to its state.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When its turn came.</summary>
    public DateTimeOffset? PostedAt { get; init; }
}

/// <summary>When a body got what it relays, and when it relayed it.</summary>
public record ReachedHop
{
    /// <summary>secretariat, members or secondHop.</summary>
    public required string Name { get; init; }
    public required string Ceptoar { get; init; }
    public required Guid Body { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? RelayedAt { get; init; }

    /// <summary>To how many it relayed.</summary>
    public required int Recipients { get; init; }
}
