using System.Globalization;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>
/// IPv4, IPv6 and MAC addresses. Inner ranges and members' networks are the victim's; all others are kept, the documentation
/// ranges among them, which stand for the Internet in exercises.
/// </summary>
static partial class AddressRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var found = Scan(field.Refanged, facts).ToList();

        // An address broken over a line: only what is the victim's counts there, for joined lines also make addresses that never were.
        var broken = Scan(field.SqueezedRefanged, facts).Where(f => f.Verdict == Verdict.Remove && !found.Exists(f.Overlaps)).ToList();

        return found.Concat(broken);
    }

    static IEnumerable<Finding> Scan(TextView view, RecogniserFacts facts) => [.. V4(view, facts), .. V6(view, facts), .. Mac(view)];

    static IEnumerable<Finding> V4(TextView view, RecogniserFacts facts)
    {
        foreach (Match match in DottedQuad().Matches(view.Text))
        {
            var slash = match.Value.IndexOf('/', StringComparison.Ordinal);
            var written = (slash < 0 ? match.Value : match.Value[..slash]).Split('.');
            var known = written.TakeWhile(octet => char.IsAsciiDigit(octet[0])).Count();
            if (known == 0) continue;

            var filled = string.Join('.', written.Take(known).Take(4).Concat(Enumerable.Repeat("0", Math.Max(0, 4 - known))));
            if (IpNumber.ParseV4(filled) is not { } address) continue;

            var prefix = slash >= 0 && int.TryParse(match.ValueSpan[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits is >= 8 and <= 32 ? bits : Math.Min(known, 4) * 8;
            var readings = new[] { address, IpNumber.ParseV4Octal(filled) ?? address };
            var reversed = view.Text.AsSpan(match.Index + match.Length).StartsWith(".in-addr.arpa");
            if (reversed) readings = [IpNumber.ParseV4(string.Join('.', written.Take(4).Reverse())) ?? address];

            if (Array.Exists(readings, r => Inner(facts, Network.Of(r, prefix))))
            {
                yield return view.Finding(match.Index, match.Length, FindingTypes.Address, Rule(readings), Verdict.Remove);
            }
            else if (known == 4 && slash < 0 && !reversed)
            {
                yield return Kept(view, match.Index, match.Length, "ipv4", address, facts);
            }
        }
    }

    static IEnumerable<Finding> V6(TextView view, RecogniserFacts facts)
    {
        foreach (Match match in Colons().Matches(view.Text))
        {
            var start = match.Index;
            var text = match.Value.TrimEnd('.');
            if (text is [.., not ':', ':']) text = text[..^1];
            if (text.Length < 3) continue;

            // "src:fe80::1": the label before the address may read as a group of it, or as the end of a word.
            var address = start > 0 && char.IsAsciiLetterOrDigit(view.Text[start - 1]) ? null : IpNumber.ParseV6(text);
            var from = text.IndexOf(':', StringComparison.Ordinal) + 1;
            var labelled = address is null || text.AsSpan(0, from - 1).IndexOfAnyInRange('0', '9') < 0;
            var tail = labelled ? IpNumber.ParseV6(text.AsSpan(from)) : null;

            if (address is { } whole && Inner(facts, Network.Of(whole, 128)))
            {
                yield return view.Finding(start, text.Length, FindingTypes.Address, "address.ipv6", Verdict.Remove);
            }
            else if (tail is { } inner && Inner(facts, Network.Of(inner, 128)))
            {
                yield return view.Finding(start + from, text.Length - from, FindingTypes.Address, "address.ipv6", Verdict.Remove);
            }
            else if (address is { } outer)
            {
                yield return Kept(view, start, text.Length, "ipv6", outer, facts);
            }
            else if (tail is { } rest)
            {
                yield return Kept(view, start + from, text.Length - from, "ipv6", rest, facts);
            }
        }
    }

    static IEnumerable<Finding> Mac(TextView view)
    {
        foreach (Match match in MacAddress().Matches(view.Text))
        {
            const int before = 24;
            var unknown = ForeignDevice().IsMatch(view.Text.AsSpan(Math.Max(0, match.Index - before), Math.Min(before, match.Index)));
            yield return view.Finding(match.Index, match.Length, FindingTypes.Address, unknown ? "mac.foreign" : "address.mac", unknown ? Verdict.Known : Verdict.Remove);
        }
    }

    static Finding Kept(TextView view, int start, int length, string type, IpNumber address, RecogniserFacts facts)
    {
        var value = address.ToString();
        var role = facts.Reported.Of(value) ?? Cues.Role(view, start, length);
        return role == Cues.Ours
            ? view.Finding(start, length, FindingTypes.Address, "address.ours", Verdict.Remove)
            : view.Finding(start, length, type, "indicator." + type, Verdict.Keep) with { Value = value, Role = role };
    }

    static bool Inner(RecogniserFacts facts, Network network) => Victims.Owns(facts.Directory, network);

    static string Rule(IpNumber[] readings) => Array.Exists(readings, Networks.Inner.Contains) ? "address.inner" : "address.member";

    // Five groups are an address and its port, as tcpdump writes it; an x or * leaves the rest of a network open.
    [GeneratedRegex(@"(?<![0-9])(?<![0-9]\.)[0-9]{1,4}(?:\.(?:[0-9]{1,5}|x{1,3}|\*)){3,4}(?![0-9])(?!\.[0-9])(?:/[0-9]{1,2}(?![0-9/]))?", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex DottedQuad();

    [GeneratedRegex(@"(?<![0-9a-f:])[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:.]{0,40}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Colons();

    [GeneratedRegex("知らない|不審|見知らぬ|未登録|不明な|攻撃|rogue|unknown|unregistered|attacker|foreign", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex ForeignDevice();

    [GeneratedRegex(@"(?<![0-9a-f:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![0-9a-f:-])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MacAddress();
}
