using System.Net;
using System.Net.Sockets;

namespace Ceptoar.Distribution.Channels;

/// <summary>Which addresses belong to the Internet and not to this machine or somebody's own network (IANA's special-purpose registries, RFC 6890).</summary>
public static class PublicAddress
{
    static readonly IPNetwork[] NotPublic4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // documentation, protocol assignments with Teredo, and 6to4, which carries an IPv4 address of anywhere
    static readonly IPNetwork[] NotPublic6 = [.. new[] { "2001:db8::/32", "2001::/23", "3fff::/20", "2002::/16" }.Select(n => IPNetwork.Parse(n))];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !NotPublic4.Any(n => n.Contains(address)),
            AddressFamily.InterNetworkV6 => Global6.Contains(address) && !NotPublic6.Any(n => n.Contains(address)),
            _ => false,
        };
    }
}
