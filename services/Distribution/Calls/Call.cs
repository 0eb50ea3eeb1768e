namespace Ceptoar.Distribution.Calls;

/// <summary>A call that someone made by hand to a recipient about an advisory. It stands beside the receipt: what the recipient confirms it confirms itself.</summary>
public class Call
{
    /// <summary>The means that are tried by hand, by the codes of Registry's channel plans.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["mail", "sms", "telephone", "mobile", "fax", "satellite", "web", "conference"];

    public long Position { get; private set; }
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }
    public required Guid RecipientId { get; init; }

    /// <summary>The organisation whose person called.</summary>
    public required Guid CalledBy { get; init; }

    /// <summary>One of <see cref="Channels"/>.</summary>
    public required string Channel { get; init; }
    public required bool Reached { get; init; }

    /// <summary>Who called, as it is written down.</summary>
    public required string By { get; init; }
    public string? Comment { get; init; }
    public required DateTimeOffset CalledAt { get; init; }
}

/// <summary>A hint that was sent again to a silent recipient. Those of one press have the same <see cref="Press"/>.</summary>
public class Reminder
{
    /// <summary>As <see cref="RemindedBy"/> of what the hub sent by itself.</summary>
    public static readonly Guid TheHub = Guid.Empty;

    public required Guid Press { get; init; }
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }
    public required Guid RecipientId { get; init; }

    /// <summary>The organisation whose person had it sent, or <see cref="TheHub"/>.</summary>
    public required Guid RemindedBy { get; init; }
    public required DateTimeOffset RemindedAt { get; init; }
}
