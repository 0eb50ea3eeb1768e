using System.Globalization;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>
/// An IPv4 or IPv6 address, read by own code: <c>IPAddress.TryParse</c> takes "1" for 0.0.0.1 and 203.0.113.045 for .37.
/// </summary>
public readonly record struct IpNumber(bool V6, UInt128 Value)
{
    public int Bits => V6 ? 128 : 32;

    /// <summary>Dotted decimal; octets of one to three digits, leading zeros read as decimal.</summary>
    public static IpNumber? ParseV4(ReadOnlySpan<char> text) => ParseV4(text, octal: false);

    /// <summary>As some programs read it: an octet that begins with 0 is octal.</summary>
    public static IpNumber? ParseV4Octal(ReadOnlySpan<char> text) => ParseV4(text, octal: true);

    static IpNumber? ParseV4(ReadOnlySpan<char> text, bool octal)
    {
        uint value = 0;
        var octets = 0;
        foreach (var range in text.Split('.'))
        {
            var digits = text[range];
            if (++octets > 4 || digits.Length is 0 or > 3) return null;

            uint octet = 0;
            var radix = octal && digits[0] == '0' ? 8u : 10u;
            foreach (var c in digits)
            {
                if (!char.IsAsciiDigit(c) || c - '0' >= radix) return null;
                octet = octet * radix + (uint)(c - '0');
            }

            if (octet > 255) return null;
            value = value << 8 | octet;
        }

        return octets == 4 ? new(false, value) : null;
    }

    /// <summary>Text form of RFC 4291: eight groups, one <c>::</c>, or a dotted quad at the end.</summary>
    public static IpNumber? ParseV6(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 45 || text.Count(':') < 2) return null;

        var gap = text.IndexOf("::");
        if (gap < 0) return Groups(text) is [_, _, _, _, _, _, _, _] all ? new(true, Value128(all)) : null;
        if (Groups(text[..gap]) is not { } head || Groups(text[(gap + 2)..]) is not { } tail || head.Count + tail.Count > 7) return null;

        return new(true, Value128([.. head, .. Enumerable.Repeat((ushort)0, 8 - head.Count - tail.Count), .. tail]));
    }

    static List<ushort>? Groups(ReadOnlySpan<char> text)
    {
        var groups = new List<ushort>(8);
        if (text.IsEmpty) return groups;

        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (range.End.Value == text.Length && ParseV4(group) is { } quad)
            {
                groups.Add((ushort)(quad.Value >> 16));
                groups.Add((ushort)(quad.Value & 0xFFFF));
                continue;
            }

            if (group.Length is 0 or > 4 || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return null;
            groups.Add(number);
        }

        return groups;
    }

    static UInt128 Value128(IEnumerable<ushort> groups) => groups.Aggregate(UInt128.Zero, (value, group) => value << 16 | group);

    /// <summary>The IPv4 address within: mapped (::ffff:0:0/96), compatible, NAT64 (64:ff9b::/96) or 6to4 (2002::/16).</summary>
    public IpNumber? Embedded()
    {
        if (!V6) return null;
        if (Value >> 32 is var high && (high == 0xFFFF || high == (UInt128)0x0064FF9B << 64 || (high == 0 && Value > 0xFFFF))) return new(false, Value & 0xFFFFFFFF);
        if (Value >> 112 == 0x2002) return new(false, Value >> 80 & 0xFFFFFFFF);

        return null;
    }

    /// <summary>Dotted quad, or the eight groups in RFC 5952's form.</summary>
    public override string ToString()
    {
        if (!V6) return string.Create(CultureInfo.InvariantCulture, $"{Value >> 24}.{Value >> 16 & 255}.{Value >> 8 & 255}.{Value & 255}");

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new System.Net.IPAddress(bytes).ToString();
    }
}
