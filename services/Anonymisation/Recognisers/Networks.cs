namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>A network: the address with its host bits cleared, and the number of leading bits that count.</summary>
public readonly record struct Network(IpNumber Address, int Prefix)
{
    public static Network Of(IpNumber address, int prefix) => new(Masked(address, prefix), prefix);

    /// <summary>Such as 198.51.100.0/24 or 2001:db8::/32; an address alone is a network of one. Null where it cannot be read.</summary>
    public static Network? Parse(string cidr)
    {
        var text = SearchTerm.Key(cidr);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        if ((IpNumber.ParseV4(address) ?? IpNumber.ParseV6(address)) is not { } number) return null;
        if (slash < 0) return Of(number, number.Bits);

        return int.TryParse(text[(slash + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var prefix) && prefix <= number.Bits
            ? Of(number, prefix)
            : null;
    }

    public bool Contains(IpNumber address) => address.V6 == Address.V6 && Masked(address, Prefix) == Address;

    public bool Overlaps(Network other) => Prefix <= other.Prefix ? Contains(other.Address) : other.Contains(Address);

    static IpNumber Masked(IpNumber address, int prefix) =>
        prefix == 0 ? address with { Value = 0 } : address with { Value = address.Value >> address.Bits - prefix << address.Bits - prefix };
}

/// <summary>Many networks, asked by address. Immutable.</summary>
public sealed class Networks
{
    readonly HashSet<Network> all;
    readonly (bool V6, int Prefix)[] lengths;

    public Networks(IEnumerable<Network> networks)
    {
        all = [.. networks];
        lengths = [.. all.Select(n => (n.Address.V6, n.Prefix)).Distinct().OrderBy(l => l)];
    }

    /// <summary>Ranges that never belong to an attacker on the Internet: private, shared, link-local, loopback, unspecified, reserved.</summary>
    public static Networks Inner { get; } = new(new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
        "::/127", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    }.Select(cidr => Network.Parse(cidr)!.Value));

    public bool Contains(IpNumber address) =>
        lengths.Any(l => l.V6 == address.V6 && all.Contains(Network.Of(address, l.Prefix))) || (address.Embedded() is { } inner && Contains(inner));

    public bool Overlaps(Network network) => Contains(network.Address) || all.Any(n => n.Overlaps(network));
}
