using System.Text;
using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Base64 and percent-encoded words that hide a name, an address or a mail address.</summary>
static partial class EncodedRecogniser
{
    const int Longest = 4_000;

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts) =>
        [.. Words(field, PercentWord(), FromPercent, facts), .. Words(field, Base64Word(), FromBase64, facts)];

    static IEnumerable<Finding> Words(FieldViews field, Regex word, Func<string, string?> decode, RecogniserFacts facts)
    {
        foreach (Match match in word.Matches(field.Original))
        {
            if (match.Length > Longest || decode(field.Original.Substring(match.Index, match.Length)) is not { } decoded || Hidden(decoded, facts) is not { } hidden) continue;

            yield return new() { Start = match.Index, Length = match.Length, Type = hidden.Type, Rule = "encoded", Verdict = Verdict.Remove };
        }
    }

    static string? FromPercent(string word) => word.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(word) : null;

    static string? FromBase64(string word)
    {
        var base64 = word.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length) && System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    static Finding? Hidden(string decoded, RecogniserFacts facts)
    {
        var field = new FieldViews(decoded);
        return DirectoryRecogniser.Find(field, facts)
            .Concat(EmailRecogniser.Find(field, facts))
            .Concat(AddressRecogniser.Find(field, facts))
            .Concat(VictimRecogniser.Find(field, facts))
            .FirstOrDefault(f => f.Verdict == Verdict.Remove);
    }

    [GeneratedRegex(@"[A-Za-z0-9+/_%.~-]{8,}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex PercentWord();

    [GeneratedRegex(@"[A-Za-z0-9+/_-]{8,}={0,2}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Base64Word();
}
