using Ceptoar.Contracts.Registry;

namespace Ceptoar.Distribution.Channels;

/// <summary>Something that leaves the hub for one contact (table <c>dispatch</c>); posted in the transaction of what wants it, and sent once.</summary>
public class Dispatch
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";

    /// <summary>The other end refused it for good.</summary>
    public const string Refused = "refused";

    /// <summary>It came back after it had been taken.</summary>
    public const string Bounced = "bounced";

    /// <summary>Tried for too long.</summary>
    public const string GivenUp = "givenUp";

    /// <summary>Not sent after all: the audience no longer lets it, the contact is gone, its channel was switched off, or the recipient had confirmed.</summary>
    public const string Dropped = "dropped";

    public long Id { get; private set; }
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }

    /// <summary>An organisation. Nothing about RED leaves the hub.</summary>
    public required Guid MailboxId { get; init; }

    /// <summary>mail, webhook, sms, telephone or mobile.</summary>
    public required string Channel { get; init; }

    /// <summary>escalation, executive, subscription or digest.</summary>
    public required string Purpose { get; init; }

    /// <summary>Of an escalation: which of its steps; else 0.</summary>
    public int Step { get; init; }

    /// <summary>Which contact of the <see cref="ContactSheet"/>: desk, executive, webhook, person:id or channel:position.</summary>
    public required string Contact { get; init; }
    public string State { get; set; } = Waiting;

    /// <summary>Whether it goes after everything live.</summary>
    public bool Drill { get; init; }

    /// <summary>SMTP or HTTP status; null where nothing was answered.</summary>
    public int? Code { get; set; }
    /// <summary>Enhanced status of RFC 3463, such as 4.2.2; of one that was dropped or refused here, why: a code of <see cref="DispatchRules"/>.</summary>
    public string? Status { get; set; }

    /// <summary>Stands for the address that it was sent to (<see cref="BounceAddress.MarkOf"/>); null until then.</summary>
    public string? SentTo { get; set; }
    public int Attempts { get; set; }
    public required DateTimeOffset PostedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
