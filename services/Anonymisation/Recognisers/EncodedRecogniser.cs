using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Words in some transport's spelling that hide a name, an address or a mail address: they go when what they say would go.</summary>
static partial class EncodedRecogniser
{
    const int Longest = 4_000;

    // Each with what a text must hold for one to stand in it.
    static readonly (Func<Regex> Word, string Sign, Func<string, string?> Decode)[] All =
    [
        (MimeWord, "=?", FromMime), (PercentWord, "%", FromPercent), (EscapeWord, "", FromEscapes), (EntityWord, "&#", System.Net.WebUtility.HtmlDecode), (HexWord, "", FromHex), (QuotedWord, "=", FromQuoted), (Base64Word, "", FromBase64), (Base64Parameter, "", FromBase64),
    ];

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        foreach (var (word, sign, decode) in All)
        {
            if (!field.Original.Contains(sign, StringComparison.Ordinal)) continue;

            foreach (Match match in word().Matches(field.Original))
            {
                if (match.Length > Longest || decode(match.Value) is not { Length: > 1 } decoded || decoded == match.Value || Hidden(decoded, facts) is not { } hidden) continue;

                yield return new() { Start = match.Index, Length = match.Length, Type = hidden.Type, Rule = "encoded", Verdict = Verdict.Remove };
            }
        }

        if (HexAddress(field, facts) is { Count: > 0 } addresses)
        {
            foreach (var address in addresses) yield return address;
        }
    }

    /// <summary>RFC 2047, also of several words; null where a charset is not known or a word is broken.</summary>
    internal static string? FromMime(string words)
    {
        var text = new StringBuilder();
        foreach (Match word in MimePart().Matches(words))
        {
            var bytes = word.Groups["kind"].Value is "B" or "b" ? Base64(word.Groups["text"].Value) : Quoted(word.Groups["text"].Value.Replace('_', ' '), '=');
            if (bytes is null || Charset(word.Groups["charset"].Value) is not { } charset) return null;

            text.Append(charset.GetString(bytes));
        }

        return text.ToString();
    }

    static Encoding? Charset(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static string? FromPercent(string word) => Text(Quoted(word, '%'));

    static string? FromQuoted(string word) => Text(Quoted(word, '='));

    static string? FromEscapes(string word) => Escape().Replace(word, m => ((char)int.Parse(m.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    static string? FromHex(string word) => word.Length % 2 == 0 ? Text(Convert.FromHexString(word)) : null;

    static string? FromBase64(string word) => Text(Base64(word)) is { } text && text.All(c => !char.IsControl(c) || char.IsWhiteSpace(c)) ? text : null;

    static byte[]? Base64(string word)
    {
        var base64 = word.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }

    static byte[] Quoted(string word, char sign)
    {
        var bytes = new List<byte>(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == sign && i + 2 < word.Length && byte.TryParse(word.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) (i, _) = (i + 2, Add(value));
            else bytes.AddRange(Encoding.UTF8.GetBytes(word[i].ToString()));
        }

        return [.. bytes];

        bool Add(byte value)
        {
            bytes.Add(value);
            return true;
        }
    }

    static string? Text(byte[]? bytes) => bytes is not null && System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    static Finding? Hidden(string decoded, RecogniserFacts facts)
    {
        var field = new FieldViews(decoded);
        var certain = DirectoryRecogniser.Find(field, facts)
            .Concat(EmailRecogniser.Find(field, facts))
            .Concat(AddressRecogniser.Find(field, facts))
            .Concat(VictimRecogniser.Find(field, facts))
            .FirstOrDefault(f => f.Verdict == Verdict.Remove);
        return certain ?? PersonRecogniser.Find(field, facts).Concat(OrganisationRecogniser.Find(field, facts)).Concat(PlaceRecogniser.Find(field, facts)).Concat(UnknownWordRecogniser.Find(field, facts)).FirstOrDefault(f => f.Rule != "unknown.latin" || decoded.Contains('.', StringComparison.Ordinal));
    }

    /// <summary>A member's address as one hexadecimal number.</summary>
    static List<Finding> HexAddress(FieldViews field, RecogniserFacts facts) =>
        [
            .. HexNumber().Matches(field.Original)
                .Where(m => facts.Directory.OwnsAddress(new(false, uint.Parse(m.Groups["value"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))))
                .Select(m => new Finding { Start = m.Index, Length = m.Length, Type = FindingTypes.Address, Rule = "address.hex", Verdict = Verdict.Remove }),
        ];

    [GeneratedRegex(@"=\?[A-Za-z0-9_-]{2,30}\?[BbQq]\?[^?\s]{0,400}\?=(?:\s{1,3}=\?[A-Za-z0-9_-]{2,30}\?[BbQq]\?[^?\s]{0,400}\?=){0,20}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MimeWord();

    [GeneratedRegex(@"=\?(?<charset>[A-Za-z0-9_-]{2,30})\?(?<kind>[BbQq])\?(?<text>[^?\s]{0,400})\?=", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MimePart();

    [GeneratedRegex(@"(?:%[0-9A-Fa-f]{2}|(?<=%[0-9A-Fa-f]{2})[A-Za-z0-9_.~+-]){3,400}[A-Za-z0-9_.~-]{0,60}|[A-Za-z0-9_.~-]{1,60}(?:%[0-9A-Fa-f]{2}[A-Za-z0-9_.~-]{0,20}){1,60}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex PercentWord();

    [GeneratedRegex(@"(?:(?:\\u|\\x|U\+|%u)[0-9A-Fa-f]{4}[A-Za-z0-9_-]{0,20}){1,100}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EscapeWord();

    [GeneratedRegex(@"(?:\\u|\\x|U\+|%u)(?<code>[0-9A-Fa-f]{4})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?:&#(?:[0-9]{2,6}|x[0-9A-Fa-f]{2,5});[A-Za-z0-9]{0,10}){2,100}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EntityWord();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:[2-7][0-9A-Fa-f]|[EeCcDd][0-9A-Fa-f]|[89ABab][0-9A-Fa-f]){6,200}(?![0-9A-Za-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HexWord();

    [GeneratedRegex(@"(?:=[0-9A-F]{2}[A-Za-z0-9]{0,4}){3,200}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex QuotedWord();

    [GeneratedRegex(@"[A-Za-z0-9+/_-]{8,}={0,2}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Base64Word();

    [GeneratedRegex(@"(?<=[/=?&:])[A-Za-z0-9_-]{8,}={0,2}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Base64Parameter();

    [GeneratedRegex(@"0[xX](?<value>[0-9A-Fa-f]{8})(?![0-9A-Fa-f])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HexNumber();
}
