using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>
/// Looks at the output alone, by means of its own, for anything that must not be there. Whatever it finds, or cannot look at,
/// blocks; it never repairs.
/// </summary>
static class Verification
{
    // Stands for a placeholder: joins neither side to the other and matches nothing.
    const char Hole = '\uFFFC';

    static readonly Regex Placeholder = new(
        @"\[(?:" + string.Join('|', Placeholders.AllWords.Distinct().Select(Regex.Escape)) + @")-?(?:[A-Z]{1,4}|[0-9]{1,6})?\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limits.Regex);

    static readonly Regex Escapes = new(@"\\u[0-9A-Fa-f]{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limits.Regex);
    static readonly Regex MimeWords = new(@"=\?[A-Za-z0-9_-]{2,30}\?[BbQq]\?[^?\s]{0,400}\?=", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limits.Regex);
    static readonly Regex PunycodeLabels = new("[Xx][Nn]--[A-Za-z0-9-]{1,59}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limits.Regex);

    static readonly SearchValues<char> Base64Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    /// <summary>
    /// Reason codes, each once: <c>narrative.</c> or <c>flash.</c> with directory, removed, address, mailAddress, or
    /// failed and timeout where the check itself did not get through. Empty when all is well.
    /// </summary>
    public static string[] Check(IEnumerable<string> narrative, Flash flash, IdentifyingDirectory directory, IReadOnlyList<Term> surfaces)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        var failure = Recognition.Guarded(() =>
        {
            var removed = new DirectoryGuard(surfaces);
            foreach (var text in narrative) codes.UnionWith(Leaks(text, directory, removed).Select(code => "narrative." + code));
            foreach (var text in Strings(flash)) codes.UnionWith(Leaks(text, directory, removed).Select(code => "flash." + code));
        });
        if (failure is not null) codes.Add("verification." + failure);

        return [.. codes];
    }

    static IEnumerable<string> Strings(Flash flash) => flash.Indicators.Select(i => i.Value);

    static IEnumerable<string> Leaks(string output, IdentifyingDirectory directory, DirectoryGuard removed)
    {
        var text = Placeholder.Replace(output, Hole.ToString());
        var squeezed = TextView.Squeezed(text);
        foreach (var view in new[] { squeezed, squeezed.Refanged(), squeezed.Bare() })
        {
            if (directory.StandsSqueezed(view.Text, place => Joined(view, place))) yield return "directory";
            if (removed.StandsSqueezed(view.Text, place => Joined(view, place))) yield return "removed";
        }

        foreach (var view in Views(text))
        {
            if (directory.Stands(view)) yield return "directory";
            if (removed.Stands(view)) yield return "removed";
            if (MemberMail(view, directory)) yield return "mailAddress";
            if (InnerAddress(view, directory)) yield return "address";
        }
    }

    /// <summary>The text as others may read it: normalised, made whole again, joined over lines, decoded.</summary>
    static IEnumerable<string> Views(string text)
    {
        yield return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

        var folded = TextView.Of(text);
        yield return folded.Text;

        var refanged = folded.Refanged();
        if (!ReferenceEquals(folded, refanged)) yield return refanged.Text;
        if (refanged.Text.Contains('\n', StringComparison.Ordinal)) yield return string.Concat(refanged.Text.Split('\n').Select(line => line.Trim()));
        if (text.Contains('%', StringComparison.Ordinal)) yield return TextView.Of(Uri.UnescapeDataString(text)).Text;
        if (Decoded(text) is { Length: > 0 } decoded) yield return TextView.Of(decoded).Text;
        if (text.Contains("&#", StringComparison.Ordinal)) yield return TextView.Of(WebUtility.HtmlDecode(text)).Text;
        if (text.Contains("\\u", StringComparison.Ordinal)) yield return TextView.Of(Escapes.Replace(text, m => ((char)ushort.Parse(m.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())).Text;
        if (text.Contains("=?", StringComparison.Ordinal)) yield return TextView.Of(MimeWords.Replace(text, m => Recognisers.EncodedRecogniser.FromMime(m.Value) ?? m.Value)).Text;
        if (text.Contains("xn--", StringComparison.OrdinalIgnoreCase)) yield return TextView.Of(PunycodeLabels.Replace(text, m => Unicode(m.Value))).Text;
    }

    /// <summary>All words of the text that are Base64 of UTF-8, decoded, one a line.</summary>
    static string Decoded(string text)
    {
        const int shortest = 8;
        var decoded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (!Base64Letters.Contains(text[i])) continue;

            var length = text.AsSpan(i).IndexOfAnyExcept(Base64Letters) is var stop && stop >= 0 ? stop : text.Length - i;
            if (length >= shortest && length % 4 != 1)
            {
                var word = text.Substring(i, length).Replace('-', '+').Replace('_', '/') + new string('=', (4 - length % 4) % 4);
                var bytes = new byte[word.Length];
                if (Convert.TryFromBase64String(word, bytes, out var count) && System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, count))) decoded.Append(Encoding.UTF8.GetString(bytes, 0, count)).Append('\n');
            }

            i += length;
        }

        return decoded.ToString();
    }

    static string Unicode(string label)
    {
        try
        {
            return new IdnMapping().GetUnicode(label);
        }
        catch (ArgumentException)
        {
            return label;
        }
    }

    static bool MemberMail(string view, IdentifyingDirectory directory)
    {
        for (var at = view.IndexOf('@', StringComparison.Ordinal); at >= 0; at = view.IndexOf('@', at + 1))
        {
            var host = view.AsSpan(at + 1);
            var end = 0;
            while (end < host.Length && (char.IsAsciiLetterOrDigit(host[end]) || host[end] is '.' or '-')) end++;
            if (end > 0 && directory.OwnsHost(host[..end].ToString())) return true;
        }

        return false;
    }

    static bool InnerAddress(string view, IdentifyingDirectory directory)
    {
        for (var i = 0; i < view.Length; i++)
        {
            if (!InAddress(view[i])) continue;

            var start = i;
            while (i < view.Length && InAddress(view[i])) i++;

            var word = view[start..i];
            var apart = start == 0 || !char.IsAsciiLetterOrDigit(view[start - 1]);
            if (word.AsSpan().Count(':') >= 2 && apart && (i == view.Length || !char.IsAsciiLetterOrDigit(view[i])) && Inner6(word.TrimEnd('.'), directory)) return true;
            if (word.Split(':').Any(part => Inner4(part.TrimEnd('.'), directory))) return true;
        }

        return false;
    }

    static bool InAddress(char c) => char.IsAsciiHexDigit(c) || c is '.' or ':';

    static bool Inner4(string word, IdentifyingDirectory directory)
    {
        var parts = word.Split('.');
        if (parts.Length is not (4 or 5) || !Octet(parts[0], out var a) || !Octet(parts[1], out var b) || !Octet(parts[2], out var c) || !Octet(parts[3], out var d)) return false;

        return a is 0 or 10 or 127 || (a == 192 && b == 168) || (a == 172 && b is >= 16 and <= 31) || (a == 169 && b == 254) || (a == 100 && b is >= 64 and <= 127)
            || directory.OwnsAddress(new IpNumber(false, (uint)(a << 24 | b << 16 | c << 8 | d)));
    }

    static bool Octet(string text, out int octet) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out octet) && octet <= 255 && text.Length <= 3;

    static bool Inner6(string word, IdentifyingDirectory directory)
    {
        if (!IPAddress.TryParse(word, out var address) || address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6 || address.Equals(IPAddress.IPv6Any)) return false;
        if (address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.Equals(IPAddress.IPv6Loopback)) return true;

        return directory.OwnsAddress(new IpNumber(true, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(address.GetAddressBytes())));
    }

    static bool Joined(TextView view, int place)
    {
        var (before, after) = (view.ToOriginal(place - 1, 1), view.ToOriginal(place, 1));
        for (var i = before.End; i < after.Start; i++)
        {
            if (char.IsWhiteSpace(view.Original[i]) || char.IsPunctuation(view.Original[i]) || char.IsSymbol(view.Original[i])) return false;
        }

        return true;
    }
}
