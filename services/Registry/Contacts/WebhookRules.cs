using System.Net;
using System.Net.Sockets;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Registry.Contacts;

/// <summary>Which addresses a webhook may have. What a name resolves to, the sender checks when it connects.</summary>
public static class WebhookRules
{
    public const int MaxUrl = 500;

    /// <summary>Networks that are no one's on the Internet (IANA special-purpose registries, RFC 6890), and those that hide an address of version 4.</summary>
    static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
            "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <param name="url">As it was said.</param>
    /// <param name="insideAllowed">Whether it may be http, on this machine or in a private network.</param>
    /// <returns>What is wrong with it, in the reader's language; null where nothing is.</returns>
    public static string? Fault(string url, bool insideAllowed)
    {
        if (url.Any(c => c is <= ' ' or > '~' or '\\') || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || !(uri.Scheme == Uri.UriSchemeHttps || (insideAllowed && uri.Scheme == Uri.UriSchemeHttp)))
        {
            return Problems.Say("https://… の URL を ASCII 文字で指定してください。", "Must be a URL such as https://…, in ASCII.");
        }

        if (AuthorityOf(url).Contains('@', StringComparison.Ordinal)) return Problems.Say("URL に利用者名やパスワードを含めることはできません。", "The URL must not hold a user name or password.");
        if (url.Contains('#', StringComparison.Ordinal)) return Problems.Say("URL に # 以降の部分を含めることはできません。", "The URL must not have a fragment.");
        return !insideAllowed && IsInside(uri)
            ? Problems.Say("インターネット上のホストを指定してください。ループバック、プライベート、リンクローカルのアドレスは使えません。", "Must be a host on the Internet, not a loopback, private or link-local address.")
            : null;
    }

    /// <summary>What stands between the slashes; the framework drops an empty user name from it.</summary>
    static string AuthorityOf(string url) => url.Split("//", 2)[^1].Split('/', '?', '#')[0];

    static bool IsInside(Uri uri)
    {
        var host = uri.DnsSafeHost.TrimEnd('.');
        return IPAddress.TryParse(host, out var address)
            ? IsInside(address)
            : !host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase);
    }

    static bool IsInside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6) plain = new IPAddress(plain.GetAddressBytes()); // without a zone
        return Inside.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
