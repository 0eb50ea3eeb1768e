namespace Ceptoar.Distribution.Relays;

/// <summary>A hop of one advisory that a body relays (table <c>relay_hop</c>).</summary>
public class RelayHop
{
    public required Guid AdvisoryId { get; init; }

    /// <summary>One of <see cref="HopName.Relayed"/>.</summary>
    public required string Name { get; init; }
    public required string Ceptoar { get; init; }
    public required Guid Body { get; init; }

    /// <summary>When the body itself got the advisory; null before.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? RelayedAt { get; private set; }

    /// <summary>What the body says to those it reaches.</summary>
    public string? Note { get; private set; }

    /// <summary>The mailboxes it reached, those included that had the advisory by another way.</summary>
    public Guid[] Reached { get; private set; } = [];

    /// <summary>Of a drill: how much faster than life it runs; null in life.</summary>
    public int? Pace { get; init; }

    /// <summary>When its drill ended before it was relayed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsWaiting => OpenedAt is not null && RelayedAt is null && EndedAt is null;

    public void Open(DateTimeOffset now) => OpenedAt ??= now;

    public void Relay(IEnumerable<Guid> members, string? note, DateTimeOffset now) => (Reached, Note, RelayedAt) = ([.. members], note, now);
}
