using Ceptoar.Hosting;

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

    /// <summary>Reaches members; of a hop that reached some before, further ones, who read the same words.</summary>
    /// <exception cref="RuleViolation">The words are others than those of before.</exception>
    public void Relay(IEnumerable<Guid> members, string? note, DateTimeOffset now)
    {
        if (RelayedAt is not null && note is not null && note != Note) throw new RuleViolation("先に展開した際のことばは変えられません。残りの会員へは note なしで展開してください。", "The words of the first relay stand; relay to the others without a note.");

        (Reached, Note, RelayedAt) = ([.. Reached, .. members], RelayedAt is null ? note : Note, RelayedAt ?? now);
    }
}
