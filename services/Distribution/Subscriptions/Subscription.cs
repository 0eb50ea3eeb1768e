namespace Ceptoar.Distribution.Subscriptions;

/// <summary>What a person wants mail about, of what comes to the mailbox of its organisation (table <c>subscription</c>). The mailbox itself is never filtered.</summary>
public class Subscription
{
    public const string Immediate = "immediate";
    public const string Digest = "digest";

    public required Guid PersonId { get; init; }

    /// <summary>For which it was signed in when it set this.</summary>
    public required Guid OrganisationId { get; set; }
    public bool Enabled { get; set; }
    public SubscriptionFilter Filter { get; set; } = new();

    /// <summary>Time of day in Japan from which on what is not urgent waits; null: never.</summary>
    public TimeOnly? QuietFrom { get; set; }
    public TimeOnly? QuietUntil { get; set; }
    public string Mode { get; set; } = Immediate;

    /// <summary>Time of day in Japan of the mail of the day.</summary>
    public TimeOnly? DigestAt { get; set; }

    /// <summary>The mailbox's number up to which it was looked through.</summary>
    public long Seen { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>All that is given must fit; what is empty fits everything. Of products and keywords one that is found is enough.</summary>
public record SubscriptionFilter
{
    /// <summary>Codes of sectors.</summary>
    public string[] Sectors { get; init; } = [];

    /// <summary>incident, sign, or codes of templates.</summary>
    public string[] Kinds { get; init; } = [];

    /// <summary>low, medium, high or critical: from which on; null: any.</summary>
    public string? SeverityFrom { get; init; }

    /// <summary>Names of products, in any spelling of width and case.</summary>
    public string[] Products { get; init; } = [];
    public string[] Keywords { get; init; } = [];
}

/// <summary>An advisory that waits for a person's mail of the day.</summary>
public class DigestLine
{
    public required Guid PersonId { get; init; }
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset MatchedAt { get; init; }

    /// <summary>The mail that it goes with; null until that is posted.</summary>
    public long? DispatchId { get; init; }
}
