using System.Globalization;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

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
            var grouped = written.ContainsAny(' ', '-', '.');
            var before = text.AsSpan(Math.Max(0, match.Index - Near), Math.Min(Near, match.Index));
            var around = Around(text, match.Index, match.Length);
            var code = digits.Length switch
            {
                12 when MyNumberBefore().IsMatch(before) => SignalTable.MyNumber,
                12 when CheckDigits.MyNumber(digits) && !Timestamp(digits) && (grouped ? Thirds().IsMatch(written) : MyNumberCue().IsMatch(around) && !OtherNumber().IsMatch(before)) => SignalTable.MyNumber,
                13 when CheckDigits.CorporateNumber(digits) && (written[0] == 't' || (CorporateCue().IsMatch(around) && !OtherNumber().IsMatch(before))) => SignalTable.CorporateNumber,
                >= 13 and <= 16 when written[0] != 't' && CheckDigits.Card(digits) && (grouped || CardCue().IsMatch(around) || Track().IsMatch(text.AsSpan(match.Index + match.Length)) || (digits.Length >= 15 && !OtherNumber().IsMatch(before) && !Follows().IsMatch(before))) => SignalTable.Card,
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

    [GeneratedRegex(@"(?:(?<![0-9a-z./_-])|(?<=%b)|(?<=人no\.?|号no\.?))(?<![0-9]:)(?:t?[0-9]{12,16}|[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}(?:[ -][0-9]{4})?(?![ -][0-9]{2}(?![0-9]))|[0-9]{4}\.[0-9]{4}\.[0-9]{4}(?:\.[0-9]{4})?|[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{2}|t?[0-9][ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{4}|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5})(?![0-9a-z]|[-.:/_][0-9]| [0-9]{4}(?![0-9]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]{4}(?:-[0-9]{4}-| [0-9]{4} |\.[0-9]{4}\.)[0-9]{4}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Thirds();

    [GeneratedRegex(@"(?:マイナンバー|個人番号|my ?number|individual number)(?:カード)?(?:の)?(?:番号)?(?:は|が|:|=|\s|\(|「|#|no\.?|is){0,4}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MyNumberBefore();

    [GeneratedRegex("マイナンバー|マイナ|個人番号|個番|個人(?:no|№|ナンバー)|通知カード|番号カード|番号欄|番号確認|番号(?:は|が|を|と|「|:|=| |\\()|本人確認|12 ?桁|十二桁|12-digit|twelve|扶養|源泉|支払調書|年末調整|確定申告|住民票|社会保障|税番号|特定個人|(?<![a-z])(?:my|individual|personal|social|tax(?:payer)?|national|citizen|resident)[ _-]{0,2}(?:number|no|num|id)|kojin|withholding|dependa?nt|payroll", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MyNumberCue();

    [GeneratedRegex("法人|登録番号|インボイス|適格|国税庁|会社番号|企業番号|企業コード|事業者|取引先|荷主|加盟店|仕入先|得意先|委託先|発注先|協力会社|請負|付番|登記|13 ?桁|十三桁|13-digit|h(?:ou|o)jin|corporat|(?<![a-z])(?:corp|company|enterprise|entity|business|shipper|consign(?:ee|or)|supplier|vendor|merchant|partner|client|contractor|carrier|tax|invoice|qualified)(?![a-z])|thirteen|nta(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex CorporateCue();

    [GeneratedRegex("カード|クレジット|クレカ|デビット|card|visa|master|(?<![a-z])jcb|amex|american express|diners|credit|debit|(?<![a-z])pan(?![a-z])|スキミング|skimm|決済|与信|オーソリ|(?<![a-z])(?:payment|checkout|pos|cvv|cvc|expiry|holder|bin)(?![a-z])|有効期限|セキュリティコード|名義", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex CardCue();

    /// <summary>What names a number that only happens to have the right digits.</summary>
    [GeneratedRegex(@"(?:注文|伝票|受付(?!票)|受注|発注書|追跡|管理番号|整理番号|問い?合わ?せ番号|製造番号|製番|シリアル|ジョブ|トランザクション|取引番号|口座|会員番号|端末番号|資産|電話|バーコード|(?<![a-z])(?:order|ticket|tracking|serial|trace|request|req|job|case|jan|ean|isbn|imei|epoch|timestamp|ts|seq|batch|lot|parcel|waybill|incident|transaction|build|barcode|asset))[^0-9\n。、]{0,12}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OtherNumber();

    [GeneratedRegex(@"[a-z_.-](?:id|no|key|seq)?[""']?[=:] ?\z|(?<![a-z])(?:id|uid|guid)[^a-z0-9]{0,4}\z|[0-9]{2}:[0-9]{2}[^\n]{0,20}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Follows();

    [GeneratedRegex(@"\A(?:=[0-9]{4}|\^[a-z /]{2,26}\^)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Track();
}
