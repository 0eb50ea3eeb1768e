namespace Ceptoar.Distribution.Channels;

/// <summary>The settings of section <c>Distribution</c>.</summary>
public record DistributionSettings
{
    /// <summary>The address under which people reach the hub, with its official host; every link that leaves begins with it. Nothing is sent while it is not set.</summary>
    public string PublicUrl { get; init; } = "";

    public bool IsUsable => PublicUrl.Length == 0 || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https");

    /// <summary>Where an advisory is read after sign-in.</summary>
    public string LinkTo(Guid advisory) => $"{PublicUrl.TrimEnd('/')}/advisories/{advisory}";
}

/// <summary>The settings of section <c>Channels</c>.</summary>
public record ChannelSettings
{
    /// <summary>How many are sent at once by each channel, in one process.</summary>
    public int Parallel { get; init; } = 4;
}

/// <summary>The settings of section <c>Webhook</c>.</summary>
public record WebhookSettings
{
    /// <summary>Whether addresses of loopback and private networks are posted to, and http as well as https; for trials on one machine.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>After this a receiver that does not answer is left.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many are posted at once, in one process: more than of other channels, for each goes to another's server.</summary>
    public int Parallel { get; init; } = 16;
}

/// <summary>The settings of section <c>Gateways</c>: who takes short messages and calls telephones for the hub.</summary>
public record GatewaySettings
{
    public Gateway Sms { get; init; } = new();
    public Gateway Telephone { get; init; } = new();

    /// <summary>The one of a channel; null where there is none. A mobile telephone gets a short message where one can be sent, else it is called.</summary>
    public Gateway? Of(string channel) => channel switch
    {
        ChannelTable.Sms => Sms.OrNone,
        ChannelTable.Telephone => Telephone.OrNone,
        ChannelTable.Mobile => Sms.OrNone ?? Telephone.OrNone,
        _ => null,
    };

    public bool IsUsable => Usable(Sms) && Usable(Telephone);

    static bool Usable(Gateway gateway) =>
        gateway.OrNone is null || (Uri.TryCreate(gateway.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && gateway.Secret.Length >= Gateway.MinSecret);
}

/// <summary>One who passes on for the hub.</summary>
public record Gateway
{
    public const int MinSecret = 24;

    /// <summary>Where it takes posts; empty where there is none.</summary>
    public string Url { get; init; } = "";

    /// <summary>Signs what is posted, by the Standard Webhooks scheme.</summary>
    public string Secret { get; init; } = "";

    public Gateway? OrNone => Url.Length > 0 ? this : null;
}
