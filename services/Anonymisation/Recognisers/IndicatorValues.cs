using System.Globalization;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>The one spelling of an indicator by which two of them are compared and passed on.</summary>
static partial class IndicatorValues
{
    /// <summary>The normal form, or null where the value is not of that type. Never throws on any string.</summary>
    public static string? Normal(string type, string value)
    {
        if (value.Length > Limits.LongestIndicator) return null;

        var folded = TextView.Of(value.Trim()).Refanged().Text.Trim();
        return type switch
        {
            "ipv4" => IpNumber.ParseV4(folded) is { } v4 && !LeadingZero(folded) ? v4.ToString() : null,
            "ipv6" => IpNumber.ParseV6(folded.Trim('[', ']'))?.ToString(),
            "domain" => Host(folded),
            "url" => Url(value),
            "email" => Email().IsMatch(folded) ? folded : null,
            "md5" => Hash(folded, 32),
            "sha1" => Hash(folded, 40),
            "sha256" => Hash(folded, 64),
            "asn" => Asn().Match(folded) is { Success: true } asn ? "AS" + asn.Groups["number"].Value : null,
            "cve" => Cve().Match(folded) is { Success: true } cve ? cve.Value.ToUpper(CultureInfo.InvariantCulture) : null,
            "fileName" => Short(value, 128) is { } name && name.AsSpan().IndexOfAny('/', '\\') < 0 ? name : null,
            "product" => Short(value, 80),
            // Free text by another name unless it is one word.
            "other" => Short(value, 128) is { } word && Ascii(word) && !word.Contains(' ', StringComparison.Ordinal) ? word : null,
            _ => null,
        };
    }

    /// <summary>A host with a dot in it, in lower case without the last dot.</summary>
    public static string? Host(string folded) => HostName().IsMatch(folded) && folded.Length <= 254 ? folded.TrimEnd('.') : null;

    /// <summary>The host part of a folded, refanged URL without port and credentials; null where there is none.</summary>
    public static (int Start, int Length)? HostOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return null;

        start += 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var stop && stop >= 0 ? start + stop : url.Length;
        if (url.AsSpan(start, end - start).LastIndexOf('@') is var at && at >= 0) start += at + 1;
        if (start < end && url[start] == '[')
        {
            var close = url.IndexOf(']', start);
            return close > start + 1 && close < end ? (start + 1, close - start - 1) : null;
        }

        if (url.AsSpan(start, end - start).IndexOf(':') is var port && port >= 0) end = start + port;
        return end > start ? (start, end - start) : null;
    }

    /// <summary>Scheme and host in lower case; path and query as written, for they may tell upper from lower case.</summary>
    static string? Url(string value)
    {
        var written = value.Trim();
        var view = TextView.Of(written).Refanged();
        if (!UrlText().IsMatch(view.Text) || HostOf(view.Text) is not var (start, length)) return null;

        var hostEnd = view.ToOriginal(start, length).End;
        var rest = written[hostEnd..];
        return Ascii(rest) ? view.Text[..(start + length)] + Refang(rest) : view.Text;
    }

    static string Refang(string rest)
    {
        var view = TextView.Of(rest);
        return ReferenceEquals(view, view.Refanged()) || rest.Length != view.Text.Length ? rest : view.Refanged().Text;
    }

    static string? Hash(string folded, int length) => folded.Length == length && folded.All(char.IsAsciiHexDigit) ? folded : null;

    static string? Short(string value, int longest)
    {
        var text = value.Trim().Normalize();
        return text.Length is > 0 && text.Length <= longest && !text.Any(char.IsControl) ? text : null;
    }

    static bool Ascii(string text) => System.Text.Ascii.IsValid(text);

    static bool LeadingZero(string quad) => quad.Split('.').Any(octet => octet is ['0', _, ..]);

    [GeneratedRegex(@"\A(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{1,59})\.?\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HostName();

    [GeneratedRegex(@"\A[a-z][a-z0-9+.-]{1,15}://[!-~]+\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex UrlText();

    [GeneratedRegex(@"\A[a-z0-9._%+'-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,24}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Email();

    [GeneratedRegex(@"\Aasn?\s?(?<number>[1-9][0-9]{0,9})\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Asn();

    [GeneratedRegex(@"\Acve-[0-9]{4}-[0-9]{4,7}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Cve();
}
