using System.Globalization;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Individual, corporate and card numbers, told from order numbers by check digit, grouping and the words around.</summary>
static partial class PersonalNumbers
{
    const int Near = 40;

    public static void Find(FieldText field, SignalList found)
    {
        var text = field.Plain.Text;
        Span<char> buffer = stackalloc char[32];
        foreach (var match in Number().EnumerateMatches(text))
        {
            var written = text.AsSpan(match.Index, match.Length);
            var digits = Digits(written, buffer);
            var grouped = written.ContainsAny(' ', '-');
            var before = text.AsSpan(Math.Max(0, match.Index - Near), Math.Min(Near, match.Index));
            var around = Around(text, match.Index, match.Length);
            var code = digits.Length switch
            {
                12 when MyNumberBefore().IsMatch(before) => SignalTable.MyNumber,
                12 when NumberChecks.MyNumber(digits) && !Timestamp(digits) && (grouped ? Thirds().IsMatch(written) : MyNumberCue().IsMatch(around)) => SignalTable.MyNumber,
                13 when NumberChecks.CorporateNumber(digits) && (written[0] == 't' || CorporateCue().IsMatch(around)) => SignalTable.CorporateNumber,
                >= 13 and <= 16 when written[0] != 't' && NumberChecks.Card(digits) && (grouped || CardCue().IsMatch(around)) => SignalTable.Card,
                _ => null,
            };
            if (code is not null) found.Add(code, field.Plain.ToOriginal(match.Index, match.Length));
        }
    }

    static ReadOnlySpan<char> Digits(ReadOnlySpan<char> written, Span<char> buffer)
    {
        var count = 0;
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c)) buffer[count++] = c;
        }

        return buffer[..count];
    }

    static ReadOnlySpan<char> Around(string text, int start, int length)
    {
        var from = Math.Max(0, start - Near);
        return text.AsSpan(from, Math.Min(text.Length, start + length + Near) - from);
    }

    /// <summary>Logs write the minute as twelve digits, too.</summary>
    static bool Timestamp(ReadOnlySpan<char> digits) => DateTime.TryParseExact(digits, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is >= 1990 and <= 2060;

    [GeneratedRegex(@"(?<![0-9a-z./_-])(?<![0-9]:)(?:t?[0-9]{12,16}|[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}(?:[ -][0-9]{4})?|t?[0-9][ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{4}|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5})(?![0-9a-z]|[-.:/_][0-9]| [0-9]{4}(?![0-9]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]{4}(?:-[0-9]{4}-| [0-9]{4} )[0-9]{4}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Thirds();

    [GeneratedRegex(@"(?:マイナンバー|個人番号|my ?number|individual number)(?:カード)?(?:の)?(?:番号)?(?:は|が|:|=|\s|\(|「|#|no\.?|is){0,4}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MyNumberBefore();

    [GeneratedRegex("マイナンバー|個人番号|my ?number|individual number", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MyNumberCue();

    [GeneratedRegex("法人番号|登録番号|インボイス|適格請求書|corporate (?:number|no|id)|invoice (?:number|registration)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex CorporateCue();

    [GeneratedRegex("カード|クレジット|クレカ|デビット|card|visa|master|(?<![a-z])jcb|amex|american express|diners|credit|debit|(?<![a-z])pan(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex CardCue();
}
