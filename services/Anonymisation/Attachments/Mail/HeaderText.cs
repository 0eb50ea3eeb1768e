using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Attachments.Mail;

/// <summary>The text of a header: encoded words (RFC 2047) and parameters (RFC 2045, RFC 2231) decoded.</summary>
static partial class HeaderText
{
    /// <summary>
    /// The value as it is meant; null where a part of it cannot be read for sure. Encoded words count wherever they stand, for mail
    /// programs put them into quotes; words that follow one another in one charset are put together first, for some are cut within a character.
    /// </summary>
    /// <param name="raw">Unfolded, one char a byte.</param>
    public static string? Decode(string raw)
    {
        var text = new StringBuilder();
        var place = 0;
        var words = EncodedWord().Matches(raw);
        for (var i = 0; i < words.Count;)
        {
            var (first, bytes) = (words[i], new List<byte>());
            var between = raw[place..first.Index];
            if (Plain(place == 0 || !string.IsNullOrWhiteSpace(between) ? between : "") is not { } before) return null;

            var charset = CharsetOf(first);
            do
            {
                bytes.AddRange(BytesOf(words[i]));
                place = words[i].Index + words[i].Length;
                i++;
            }
            while (i < words.Count && CharsetOf(words[i]) == charset && string.IsNullOrWhiteSpace(raw[place..words[i].Index]));

            if (TextDecoding.Named(charset, bytes.ToArray()) is not { } decoded) return null;

            text.Append(before).Append(decoded);
        }

        return Plain(raw[place..]) is { } rest && text.Append(rest).ToString() is var whole && !HalfAWord().IsMatch(whole) ? whole : null;
    }

    /// <summary>A parameter of a header such as Content-Type; null where there is none, or it cannot be read.</summary>
    public static string? Parameter(string raw, string name)
    {
        var continued = new SortedDictionary<int, (string Value, bool Encoded)>();
        foreach (Match match in ParameterPart().Matches(raw))
        {
            var found = match.Groups["name"].Value;
            var star = found.IndexOf('*', StringComparison.Ordinal);
            if (!(star < 0 ? found : found[..star]).Equals(name, StringComparison.OrdinalIgnoreCase)) continue;

            var value = match.Groups["quoted"] is { Success: true } quoted ? Unquoted(quoted.Value) : match.Groups["token"].Value;
            if (star < 0) return Decode(value);

            var number = found[star..].Trim('*');
            continued[int.TryParse(number, out var at) ? at : 0] = (value, found.EndsWith('*'));
        }

        return continued.Count == 0 ? null : Extended(continued.Values);
    }

    /// <summary><c>charset'language'%E8…</c>, in one piece or several.</summary>
    static string? Extended(IEnumerable<(string Value, bool Encoded)> pieces)
    {
        var charset = "";
        var bytes = new List<byte>();
        var first = true;
        foreach (var (piece, encoded) in pieces)
        {
            var value = piece;
            if (first && encoded && value.Split('\'') is [var named, _, .. var rest]) (charset, value) = (named, string.Join('\'', rest));
            bytes.AddRange(encoded ? TransferDecoding.QuotedPrintable(value.Replace('%', '='), spaces: false) : TransferDecoding.Plain(value));
            first = false;
        }

        return charset.Length > 0 ? TextDecoding.Named(charset, bytes.ToArray()) : TextDecoding.Detect(bytes.ToArray());
    }

    static string Unquoted(string quoted)
    {
        var text = new StringBuilder();
        for (var i = 0; i < quoted.Length; i++) text.Append(quoted[i] == '\\' && i + 1 < quoted.Length ? quoted[++i] : quoted[i]);
        return text.ToString();
    }

    /// <summary>Text that is in no encoded word: ASCII by the rules, raw bytes in life.</summary>
    static string? Plain(string raw) => System.Text.Ascii.IsValid(raw) && !raw.Contains('\x1B', StringComparison.Ordinal) ? raw : TextDecoding.Detect(TransferDecoding.Plain(raw));

    /// <summary>Without the language that RFC 2231 section 5 lets follow.</summary>
    static string CharsetOf(Match word) => word.Groups["charset"].Value.Split('*')[0].ToLowerInvariant();

    static byte[] BytesOf(Match word) => word.Groups["encoding"].Value is "B" or "b"
        ? TransferDecoding.Base64(word.Groups["text"].Value)
        : TransferDecoding.QuotedPrintable(word.Groups["text"].Value, spaces: true);

    [GeneratedRegex(@"=\?(?<charset>[^\s?]{1,60})\?(?<encoding>[BbQq])\?(?<text>[^?]{0,4000})\?=", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"=\?[^\s?]{1,60}\?[BbQq]\?", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HalfAWord();

    [GeneratedRegex(@";\s*(?<name>[^\s=;""]{1,80})\s*=\s*(?:""(?<quoted>(?:[^""\\]|\\.){0,4000})""|(?<token>[^;""\s]{0,4000}))", RegexOptions.CultureInvariant | RegexOptions.Singleline, Limits.RegexMilliseconds)]
    private static partial Regex ParameterPart();
}
