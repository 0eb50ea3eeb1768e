namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Which addresses and hosts are the victim's, whatever the report says of them.</summary>
static class Victims
{
    static readonly string[] InnerNames = [".local", ".localdomain", ".lan", ".corp", ".internal", ".intra", ".intranet", ".private", ".home", ".home.arpa", ".localhost"];

    /// <summary>Inner ranges, members' networks, and whatever overlaps one.</summary>
    public static bool Owns(IdentifyingDirectory directory, Network network)
    {
        if (network.Prefix < network.Address.Bits) return Networks.Inner.Overlaps(network) || directory.Overlaps(network);

        return Networks.Inner.Contains(network.Address) || directory.OwnsAddress(network.Address);
    }

    /// <summary>A member's domain, an inner name, or a victim's address written where a host stands.</summary>
    public static bool Owns(IdentifyingDirectory directory, string host)
    {
        if ((IpNumber.ParseV4(host) ?? IpNumber.ParseV6(host)) is { } number) return Owns(directory, Network.Of(number, number.Bits));

        return InnerHost(host) || directory.OwnsHost(host);
    }

    /// <summary>A name that no resolver on the Internet knows; a host without any dot is one too.</summary>
    public static bool InnerHost(string host) =>
        !host.Contains('.', StringComparison.Ordinal) || Array.Exists(InnerNames, name => host.EndsWith(name, StringComparison.Ordinal));
}
