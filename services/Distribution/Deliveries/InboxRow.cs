namespace Ceptoar.Distribution.Deliveries;

/// <summary>One version of an advisory in one mailbox, with the ladder of receipts that it climbs (table <c>inbox</c>).</summary>
public class InboxRow
{
    /// <summary>An organisation, or a person who is named for RED.</summary>
    public required Guid MailboxId { get; init; }

    /// <summary>Rises by one with each row of the mailbox, without a gap.</summary>
    public required long Sequence { get; init; }
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }

    /// <summary>released or recalled.</summary>
    public required string Event { get; init; }

    /// <summary>By which hop it came: one of <see cref="Relays.HopName"/>.</summary>
    public string Hop { get; init; } = "audience";
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Whether it is hinted before others that wait.</summary>
    public bool Urgent { get; init; }

    /// <summary>Whether it is hinted after everything live.</summary>
    public bool Drill { get; init; }
    public DateTimeOffset? PushedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? CannotActAt { get; private set; }
    public string? Comment { get; private set; }

    public ReceiptView Receipt => this switch
    {
        { ConfirmedAt: { } at } when CannotActAt is null || at >= CannotActAt => new("confirmed", at, Comment),
        { CannotActAt: { } at } => new("cannotAct", at, Comment),
        { OpenedAt: { } at } => new("opened", at, Comment),
        { DeliveredAt: { } at } => new("delivered", at, Comment),
        { PushedAt: { } at } => new("pushed", at, Comment),
        _ => new("queued", IssuedAt, Comment),
    };
}

/// <summary>The highest rung reached and when: queued, pushed, delivered, opened, confirmed or cannotAct.</summary>
public record ReceiptView(string State, DateTimeOffset At, string? Comment);
