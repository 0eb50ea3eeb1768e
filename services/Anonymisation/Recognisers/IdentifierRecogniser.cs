using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Numbers and codes that stand for a person, a thing or a place: tickets, serials, plates, births, positions, numbers read aloud.</summary>
static partial class IdentifierRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Plain;
        foreach (Match match in Labelled().Matches(view.Text))
        {
            yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.Number, "id.label", Verdict.RemoveLikely);
        }

        foreach (var match in Begun(view.Text, Code()))
        {
            if (!Public().IsMatch(match.ValueSpan)) yield return view.Finding(match.Index, match.Length, FindingTypes.Number, "id.code", Verdict.Unknown);
        }

        foreach (Match match in Short().Matches(view.Text))
        {
            if (match.Value.Count(char.IsAsciiDigit) >= 2 && !Public().IsMatch(match.ValueSpan) && Capitals(view, match) && !Model(view, match.Index)) yield return view.Finding(match.Index, match.Length, FindingTypes.Number, "id.short", Verdict.Unknown);
        }

        foreach (Match match in Digits().Matches(view.Text))
        {
            var count = match.Value.Count(char.IsAsciiDigit);
            if (count >= 7 && !Date().IsMatch(match.ValueSpan)) yield return view.Finding(match.Index, match.Length, FindingTypes.Number, "id.digits", Verdict.Unknown);
        }

        foreach (var (expression, type, rule) in new (Regex, string, string)[]
        {
            (Plate(), FindingTypes.Number, "id.plate"), (Birth(), FindingTypes.Other, "person.birth"), (Position(), FindingTypes.Place, "place.position"), (Registration(), FindingTypes.Number, "id.craft"),
            (SpokenDigits(), FindingTypes.Number, "id.spoken"), (KanjiDigits(), FindingTypes.Number, "id.kanjiDigits"), (SpokenEnglish(), FindingTypes.Number, "id.spoken"),
        })
        {
            foreach (Match match in expression.Matches(view.Text)) yield return view.Finding(match.Groups["value"] is { Success: true } value ? value.Index : match.Index, match.Groups["value"] is { Success: true } v ? v.Length : match.Length, type, rule, Verdict.RemoveLikely);
        }

        foreach (Match match in AccountNamed().Matches(view.Text))
        {
            yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.Person, "person.accountNamed", Verdict.RemoveLikely);
        }

        foreach (var match in Begun(view.Text, Machine()).Concat(Sid().Matches(view.Text)))
        {
            if (!Public().IsMatch(match.ValueSpan)) yield return view.Finding(match.Index, match.Length, FindingTypes.Host, "host.machine", facts.DefaultDeny ? Verdict.Unknown : Verdict.RemoveLikely);
        }
    }

    /// <summary>Matches of an expression bound to its start, tried where a word begins that has a digit in it.</summary>
    static IEnumerable<Match> Begun(string text, Regex bound)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) || (i > 0 && InWord(text[i - 1]))) continue;

            var (end, digit) = (i, false);
            for (; end < text.Length && (InWord(text[end]) || text[end] == '#'); end++) digit |= char.IsAsciiDigit(text[end]);
            if (!digit) i = end;
            else if (bound.Match(text, i) is { Success: true } match)
            {
                yield return match;
                i += match.Length - 1;
            }
        }
    }

    static bool InWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '\\' or '_' or '-';

    /// <summary>Whether a maker's or a product's name stands before a code: SkyBridge MB-A100.</summary>
    static bool Model(Hosting.Text.TextView view, int start)
    {
        if (start < 3 || view.Text[start - 1] != ' ' || !char.IsAsciiLetter(view.Text[start - 2])) return false;

        var from = start - 2;
        while (from > 0 && char.IsAsciiLetter(view.Text[from - 1])) from--;
        return start - from > 4 && char.IsUpper(view.Original[view.ToOriginal(from, 1).Start]) && !Dictionary.Morphology.Vocabulary.CommonLatin(view.Text.AsSpan(from, start - 1 - from));
    }

    static bool Capitals(Hosting.Text.TextView view, Match match)
    {
        var span = view.ToOriginal(match.Index, match.Length);
        return view.Original.AsSpan(span.Start, span.Length).IndexOfAnyInRange('a', 'z') < 0;
    }

    /// <summary>Codes in capitals: HW-22-0146, KB3-R07, R7-3381, 備-24-00713.</summary>
    [GeneratedRegex(@"(?<![a-z0-9./\\_-])(?:[a-z]{1,4}[0-9]{0,2}|[一-龯])(?:[-.](?:[a-z0-9]{1,6}|[一-龯])){1,4}(?![a-z0-9/\\_-])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Short();

    [GeneratedRegex(
        @"(?:証券番号|会員番号|管理番号|顧客番号|お客様番号|契約番号|受付番号|問い?合わ?せ番号|照会番号|依頼番号|受理番号|整理番号|文書番号|起票番号|伝票番号|予約番号|注文番号|請求番号|検針番号|職員番号|職員id|社員番号|社員id|患者番号|患者id|カルテ番号|診察券番号|登録番号|機体番号|船舶番号|信号符字|呼出符号|mmsi|imo番号|機番|製造番号|シリアル番号|シリアル|資産番号|備品番号|チケット番号|チケット|案件番号|案件|事案番号|届出番号|許可番号|口座番号|口座|番組コード|便名|契約id|会員id|利用者番号|被保険者番号|ticket|case|incident|asset(?: tag)?|serial(?: number| no\.?)?|s/n|sn|customer (?:no\.?|number|id)|member (?:no\.?|number|id)|employee (?:no\.?|number|id)|badge(?: numbers?)?|ref(?:erence)?(?: no\.?)?|employee|pin|patient(?: id)?|mrn|account (?:no\.?|number)|policy (?:no\.?|number)|order (?:no\.?|number)|invoice (?:no\.?|number)|tail number|imei|imsi|iccid|msisdn|meter (?:no\.?|number))[ 　]{0,2}(?:は|の|:|=|\(|#|no\.?)?[ 「『""'#]{0,3}(?<value>[a-z0-9][a-z0-9/#_-]{0,30}[0-9][a-z0-9/#-]{0,20})",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Labelled();

    /// <summary>Letters, then digits: U-20318, CHG-0091173.</summary>
    [GeneratedRegex(@"\G(?:[a-z]{1,8}[-#_]?(?:[0-9]{1,4}[-_])?[0-9]{4,12}(?:[-/][a-z0-9]{1,8}){0,3}|[a-z0-9]{1,4}(?:-[0-9]{2,4}){1,2}-[0-9]{3,8}|[a-z]{1,4}-[0-9]{3,}-[0-9]{1,4})(?![a-z0-9/\\_-]|\.[a-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Code();

    /// <summary>Codes that everyone has: vulnerabilities, techniques, standards, updates, error and event numbers.</summary>
    [GeneratedRegex(@"^(?:(?:ora|sql|sqlstate|tns|db2|hresult|bugcheck|stop|asa|cve|cwe|capec|jvn|jvndb|jvnvu|ms|apt|unc|fin|dev|storm|rfc|iso|iec|jis|nist|sp|ghsa|zdi|icsa|icsma|fg-ir|cisco-sa|eid|event|error|err|port|tcp|udp|as|asn|ttl|pid|uid|gid|win|windows|server|office|utf|cp|ieee|en|ansi|cvss|sha|md|aes|rsa|rtx|ix|fgt|day|phase|step|tier|level|tls|http|smb|ntlm)[-_ ]?|(?:ta?|g|s|m)(?=[0-9]{4}(?:$|\.))|kb(?=[0-9]{6})|0x|x|v|r(?=[12]$|[0-9]{1,3}\.)|id)[0-9]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Public();

    [GeneratedRegex(@"(?<![0-9a-z.:/+#_-])[0-9](?:[- ]?[0-9]){6,20}(?![0-9a-z:/_-]|\.[0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:19|20)[0-9]{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12][0-9]|3[01])(?:[- ]?[0-9]{1,8})?$|^[0-9]{1,2} [0-9]{2,4}$|^1[5-9][0-9]{8}(?:[0-9]{3})?$", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?:[一-龯]{1,4}|なにわ|とちぎ|いわき|つくば|とかち|知床|[ァ-ヺー]{2,5}) ?[0-9]{2,3} ?[ぁ-んa-z] ?[0-9・]{1,2}-?[0-9]{2}(?![0-9])|(?<![a-z])[a-z]{3,14} [0-9]{3} [a-z]{1,3} [0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Plate();

    [GeneratedRegex(
        @"(?<value>(?:(?:19|20)[0-9]{2}|(?:明治|大正|昭和|平成|令和|[mtshr]) ?[0-9]{1,2})[年/.-] ?[0-9]{1,2}[月/.-] ?[0-9]{1,2}日?) ?(?:生まれ|生れ|生)|(?:生年月日|誕生日|date of birth|dob|birthday|born(?: on)?)[ :=はが(]{0,3}(?<value>(?:(?:明治|大正|昭和|平成|令和) ?)?[0-9]{1,4}[年/. -][^\n、。,;)]{2,14}|[a-z]{3,9} [0-9]{1,2},? [0-9]{4})|(?:様|さん|氏)、(?<value>(?:19|20)[0-9]{2}[/-][0-9]{1,2}[/-][0-9]{1,2})",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Birth();

    [GeneratedRegex(
        @"[ns]? ?[0-9]{1,3}°[ 0-9'""’”′″.]{0,14}[ns]?[ ,、]{0,3}[ew]? ?[0-9]{1,3}°[ 0-9'""’”′″.]{0,14}[ew]?|(?<![0-9.])(?:北緯|東経|lat(?:itude)?|lon(?:gitude)?)[ :=]{0,3}[0-9]{1,3}(?:\.[0-9]{2,8}|度[0-9分秒. ]{0,14})(?:[ ,、/]{0,3}(?:東経|lon(?:gitude)?)[ :=]{0,3}[0-9]{1,3}(?:\.[0-9]{2,8}|度[0-9分秒. ]{0,14}))?|(?<![0-9.])(?:2[0-9]|3[0-9]|4[0-6])\.[0-9]{3,8}[ ,、/]{1,3}1[2-5][0-9]\.[0-9]{3,8}(?![0-9.])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Position();

    [GeneratedRegex(@"(?<![a-z0-9])(?:ja[0-9]{2,4}[a-z]{0,2}|imo ?[0-9]{7}|mmsi ?[0-9]{9}|[a-z]{2,3}[0-9]{1,4}便)(?![a-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Registration();

    [GeneratedRegex(
        @"(?:(?:ゼロ|れい|レイ|まる|マル|いち|イチ|にー?|ニー?|さん|サン|よん|ヨン|しー?|シー?|ごー?|ゴー?|ろく|ロク|なな|ナナ|しち|シチ|はち|ハチ|きゅう|キュウ|くー?|クー?)[ 、・,]{1,2}(?:(?:の|ノ|てん|テン|ドット|-)[ 、・,]{0,2})?){5,24}(?:ゼロ|れい|まる|いち|イチ|にー?|ニー?|さん|サン|よん|ヨン|ごー?|ゴー?|ろく|ロク|なな|ナナ|しち|はち|ハチ|きゅう|キュウ)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SpokenDigits();

    [GeneratedRegex(@"第[〇零一二三四五六七八九]{4,12}号|(?:[〇零一二三四五六七八九][- ・のー]?){6,12}[〇零一二三四五六七八九]|[0-9]{2,4}[- ・](?:[0-9]{2,4}[- ・])?[〇零一二三四五六七八九]{3,4}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KanjiDigits();

    [GeneratedRegex(@"(?<![a-z])(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dot|point|double)[- ,]{1,2}){4,30}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SpokenEnglish();

    [GeneratedRegex(@"(?:アカウント|ユーザー?(?:名|id)?|ログインid|共用id|管理者id|account|user(?:name)?|login)(?:は|の|名は)? ?[「『""'`(](?<value>[a-z0-9][a-z0-9._\\-]{1,40})[」』""'`)]|(?:アカウント|ユーザー?(?:名|id)?)(?:は|の|名は)? ?(?<value>[a-z][a-z0-9._\\-]{2,40}[0-9_.\\-][a-z0-9._\\-]{0,20})|(?<![a-z0-9\\:])(?!(?:(?:[a-z0-9]{1,12}-)?global|local|builtin|hklm|hkcu|hkcr|hku|windows|users|programdata|system32|temp|appdata|software)\\)(?<value>[a-z][a-z0-9-]{1,15}\\[a-z][a-z0-9._-]{1,30})(?![a-z0-9\\])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AccountNamed();

    /// <summary>Names of machines: a word for what it is, a number behind.</summary>
    [GeneratedRegex(
        @"\G(?:(?:[a-z0-9]{1,12}[-_]){0,3}(?:srv|sv|svr|server|pc|ws|dc|ad|adc|db|dbs|fs|file|fil|web|ap|app|apl|mail|mx|mbx|gw|fw|vpn|asa|fgt|sw|rt|ns|dns|ntp|hmi|plc|scada|ews|eng|op|opc|hist|historian|his|bk|bkup|backup|nas|san|vm|esx|esxi|host|node|core|edge|prov|prn|prt|printer|vbr|log|siem|proxy|prx|jump|bastion|term|rds|vdi|tas|wms|cctv|cam|kiosk|pos|atm|term|cl|client|note|nb|lap|laptop|pln|plan|ctl|ctrl|mon|monitor|mgr|mgmt|adm|kanshi)(?:[-_][a-z]{2,5})?[-_]?[a-z]?[0-9]{1,4}[a-z]?(?![a-z0-9_/\\-]|\.[a-z0-9])|(?:srv|sv|wms|tas|hmi|plc|gw|fw|db|ap|core|edge|dc|ctc|erp|mes|pos|web|file|opc|ews)-[a-z]{2,6}-[0-9]{1,3}(?![a-z0-9_/\\-]|\.[a-z0-9]))",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Machine();

    /// <summary>What a Windows domain calls an account.</summary>
    [GeneratedRegex(@"(?<![a-z0-9-])s-1-5-21(?:-[0-9]{3,10}){3,4}(?![0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Sid();
}
