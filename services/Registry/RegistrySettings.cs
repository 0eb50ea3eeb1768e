namespace Ceptoar.Registry;

/// <summary>The settings of section <c>Registry</c>.</summary>
public record RegistrySettings
{
    public string CentreName { get; init; } = "国家サイバー統括室";
    public string CentreNameEn { get; init; } = "National Cybersecurity Office";

    /// <summary>The address under which people reach the hub; links in mails begin with it.</summary>
    public string PublicUrl { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Whether an organisation's webhook may be http, on this machine or in a private network: for trials of the hub.</summary>
    public bool WebhooksInside { get; init; }

    /// <summary>The first administrator, with whom the directory is filled; none where it is not set.</summary>
    public BootstrapClient? Bootstrap { get; init; }

    public record BootstrapClient
    {
        public const int MinSecret = 32;

        public string ClientId { get; init; } = "";

        /// <summary>Random; at least <see cref="MinSecret"/> characters, for it is stored as a plain SHA-256.</summary>
        public string ClientSecret { get; init; } = "";
    }

    public bool IsUsable => Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && HasUsableBootstrap;

    bool HasUsableBootstrap => Bootstrap is null || (SignIn.Client.IsId(Bootstrap.ClientId) && Bootstrap.ClientSecret.Length >= BootstrapClient.MinSecret);
}
