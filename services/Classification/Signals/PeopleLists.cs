using System.Buffers;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>Three people and more, each with a telephone, mail address, day of birth or home; or a table that has names in its columns.</summary>
static partial class PeopleLists
{
    const int Several = 3;
    const int LongestItem = 200;

    static readonly WordSet NameKeys = new(["name", "名前", "氏名", "届", "宛名", "受取人", "患者", "顧客", "会員", "利用者", "契約者", "申込者", "乗客", "送り先", "名義", "社員", "職員", "世帯主"]);

    public static void Find(FieldText field, SignalList found)
    {
        var text = field.Plain.Text;
        if (Lined(text, field.Plain.Original) is var (from, to)) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(from, to - from));
        foreach (var match in Mailboxes().EnumerateMatches(text.AsSpan().Count('@') >= Several ? text : ""))
        {
            if (!Sender().IsMatch(text.AsSpan(Math.Max(0, match.Index - 40), Math.Min(40, match.Index))) && !Mailbox().IsMatch(text.AsSpan(match.Index, match.Length))) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(match.Index, match.Length));
        }

        foreach (var match in Records().EnumerateMatches(field.PlainWords.Any(NameKeys) ? text : "")) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(match.Index, match.Length));

        if (Together(field) is var (one, last)) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(one, last - one));

        var contacts = 0;
        foreach (var _ in Contact().EnumerateMatches(text))
        {
            if (++contacts == Several) break;
        }

        if (contacts == Several && (Items(text, '\n') ?? Items(text, '、') ?? Items(text, ';') ?? Items(text, ',') ?? Items(text, '/') ?? Items(text, ')')) is var (start, end)) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(start, end - start));

        foreach (var match in Header().EnumerateMatches(field.PlainWords.Any(NameKeys) ? text : ""))
        {
            if (Rows(text, match.Index + match.Length) >= Several - 1) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(match.Index, match.Length));
        }
    }

    /// <summary>Where three persons are first named in one line; null where none has so many.</summary>
    static (int Start, int End)? Together(FieldText field)
    {
        var (people, first, end) = (0, 0, 0);
        foreach (var name in People.Addressed(field).Concat(People.FullNames(field)).OrderBy(n => n.Start))
        {
            if (people > 0 && name.Start < end) continue;

            (people, first) = people > 0 && !field.Plain.Text.AsSpan(end, name.Start - end).Contains('\n') ? (people + 1, first) : (1, name.Start);
            end = name.End;
            if (people == Several) return (first, end);
        }

        return null;
    }

    /// <summary>Where the first items stand that each name someone and a way to find him; null where there are fewer than three.</summary>
    static (int Start, int End)? Items(string text, char separator)
    {
        var (people, first) = (0, -1);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(separator, '\n');
            var end = length < 0 ? text.Length : start + length;
            if (end - start is > 4 and <= LongestItem && Contact().IsMatch(text.AsSpan(start, end - start)) && Named(text, start, end))
            {
                first = people++ == 0 ? start : first;
                if (people == Several) return (first, end);
            }

            start = end + 1;
        }

        return null;
    }

    /// <summary>Neighbouring lines or items that each begin with a full name and go on with data: two with a way to find them, or three with any.</summary>
    static (int Start, int End)? Lined(string text, string original)
    {
        var (people, reachable, first, missed) = (0, 0, 0, 0);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, Math.Min(end - start, LongestItem));
            if (FullNameAtStart().IsMatch(line) && line.ContainsAnyInRange('0', '9') && !Sender().IsMatch(line) && !Heading().IsMatch(line))
            {
                (first, missed) = (people == 0 ? start : first, 0);
                people++;
                reachable += Contact().IsMatch(line) ? 1 : 0;
                if (people >= Several || reachable >= Several - 1) return (first, end);
            }
            else if (++missed > 1)
            {
                (people, reachable) = (0, 0);
            }

            start = end + 1;
        }

        var latin = 0;
        foreach (var match in LatinRow().EnumerateMatches(original))
        {
            var name = original.AsSpan(match.Index, match.Length);
            foreach (var word in People.LatinName().EnumerateMatches(name))
            {
                latin += People.RomajiName(name.Slice(word.Index, word.Length)) ? 1 : 0;
            }
        }

        return latin >= Several || MostNamesOfALine(original) >= Several ? (0, text.Length) : null;
    }

    /// <summary>How many names in Latin letters stand in the line that has most of them.</summary>
    static int MostNamesOfALine(string original)
    {
        var (most, names, before) = (0, 0, 0);
        foreach (var match in People.LatinName().EnumerateMatches(original))
        {
            if (!People.RomajiName(original.AsSpan(match.Index, match.Length))) continue;

            names = original.AsSpan(before, match.Index - before).Contains('\n') ? 1 : names + 1;
            (most, before) = (Math.Max(most, names), match.Index);
        }

        return most;
    }

    static bool Named(string text, int start, int end)
    {
        var item = text.AsSpan(start, end - start);
        if (Sender().IsMatch(item)) return false;

        for (var i = start; i < end && text.AsSpan(i, end - i).IndexOfAny(Surnames.Search) is >= 0 and var next; i++)
        {
            i += next;
            if ((i == start || !People.Kanji(text[i - 1])) && !Place().IsMatch(text.AsSpan(i + Surnames.LengthAt(text.AsSpan(i))))) return true;
        }

        return NameAtStart().IsMatch(item) || NameBeforeNumber().IsMatch(item);
    }

    static int Rows(string text, int start)
    {
        var rows = 0;
        while (start < text.Length && rows < Several)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var row = text.AsSpan(start, length < 0 ? text.Length - start : length);
            if (!Row().IsMatch(row)) break;

            rows++;
            start += row.Length + 1;
        }

        return rows;
    }

    [GeneratedRegex(
        @"(?<![0-9a-z.+/-])(?<![0-9]:)(?:0[0-9]{1,4}[-. (][0-9]{1,4}[-. )][0-9]{3,4}|0[5789]0[0-9]{8}|\+[0-9]{1,3}[-. ][0-9]{1,4}[-. ][0-9]{2,4}[-. ][0-9]{2,4})(?![0-9a-z]|[-.][0-9])|[a-z0-9_%+-]@[a-z0-9-]{1,63}\.[a-z]|(?:(?:昭和|平成|大正)[0-9元]{1,2}年|(?<![0-9])(?:19[2-9]|20[01])[0-9](?:年|[-/.]))[0-9]{1,2}(?:月|[-/.])[0-9]{1,2}(?!.{0,3}[0-9]{1,2}:[0-9]{2})|(?:都|道|府|県)[一-龯ぁ-んァ-ヺ]{1,8}[市区町村郡]|[市区町村郡][一-龯ぁ-んァ-ヺ]{1,12}[0-9]{1,4}(?:丁目|番|-[0-9])|[台丘町野][0-9]{1,3}-[0-9]{1,3}(?![0-9])|(?<![a-z])(?:dob|born|date of birth)(?![a-z])|[0-9]{1,5} (?:[a-z]{2,15} ){1,2}(?:street|avenue|road|lane)(?![a-z])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\A ?(?:県|市|区|町|村|駅|港|支店|支社|営業|事業|工場|本社|本店|製作|大学|病院|銀行|変電|発電|浄水|局|署|空港|株式|電気|建設)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Place();

    [GeneratedRegex(@"\A[ ・*•>\-|0-9.,()#""]{0,12}(?:[一-龯々]{1,3} [一-龯々ぁ-んァ-ヺー]{1,5}|(?![^ ,:(|/]{2,5}[店社部課署局所場院校館室班駅庁省市県町村])[一-龯々]{3,5}(?=[ ,:(|/])|[a-z][a-z'-]{1,15} [a-z][a-z'-]{1,15})(?=[ ,:;(|/<""-])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameAtStart();

    [GeneratedRegex(@"(?<![a-z])(?!(?:tel|telephone|phone|fax|mobile|cell|call|calls|ring|rang|dial|ext|hotline|desk|office|hq|number|numbers|to|on|at|from|or|and|is|was|mail|sms|via|by|with|line)[:. (])[a-z]{3,14}[: (]{1,2}(?=0[0-9]{1,4}-[0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameBeforeNumber();

    [GeneratedRegex(@"送信元|差出人|from ?:|sender|reply-to|return-path|spoof|攻撃者|attacker|(?<![a-z])(?:get|post|http|src|dst|user-agent)(?![a-z])|[0-9]{2}:[0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Sender();

    const string Column = "(?:no\\.?|番号|#|id|(?:customer|patient|member|employee|user|staff|account)[_ ]?(?:id|no)|顧客(?:id|コード)|患者(?:id)|職員番号|続柄|保険者?番号|血液型|症状|病棟|部屋|室|座席|便名|日時|時刻|予約日?|契約番号|メーター番号?|国籍|パスポート番号|ふり仮名|phone[_ ]?(?:no|number)|(?:tel|mobile|cell)[_ ]?(?:no|number)?|(?:e-?mail)[_ ]?(?:address|addr)|birth[_ ]?(?:date|day)|seat|ward|room|diagnosis|passport(?: no)?|nationality|city|post(?:al)?[_ ]?code|会員番号|顧客番号|社員番号|患者番号|氏名|お?名前|フリガナ|ふりがな|カナ|性別|年齢|生年月日|住所|郵便番号|電話番号?|携帯番号?|連絡先|メール(?:アドレス)?|所属|部署|役職|口座番号|金額|病名|診療科|備考|(?:full |first |last |customer |patient )?name|sex|gender|age|dob|birth ?day|date of birth|address|zip|phone|tel|mobile|e-?mail|department|title|account)";

    [GeneratedRegex("^[ |\"*]{0,4}(?:" + Column + "[ ,|;/\"]{1,6}){0,8}(?:氏名|お?名前|(?:顧客|患者|会員|社員|職員|申込者|契約者|利用者|受取人|乗客|世帯主|届け?先)(?:氏?名)?|(?:full|customer|patient|last|first|passenger|member|employee|staff)?[ _]?name)(?:[ ,|;/\"]{1,6}" + Column + "){1,10}[ |\"]{0,4}(?:\\n[ |:-]{3,80})?\\n|^[ |\"*]{0,4}(?:" + Column + "[ ,|;/\"]{1,6}){1,8}(?:氏名|お?名前|(?:顧客|患者|会員|社員|職員|申込者|契約者|利用者|受取人|乗客|世帯主|届け?先)(?:氏?名)?|(?:full|customer|patient|last|first|passenger|member|employee|staff)?[ _]?name)[ |\"]{0,4}(?:\\n[ |:-]{3,80})?\\n", RegexOptions.Multiline | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Header();

    [GeneratedRegex("[^ ,|;/\"\\n][ ,|;/\"]+[^ ,|;/\"\\n]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Row();

    [GeneratedRegex(@"\A[ ・*•>\-|0-9.,()#""①-⑳]{0,12}(?:[一-龯々]{1,4} [一-龯々ぁ-んァ-ヺー]{1,5}(?![一-龯々ぁ-んァ-ヺー])|[ァ-ヺー]{2,8}[ ・][ァ-ヺー]{2,8}(?![ァ-ヺー一-龯ぁ-ん]))[^一-龯ぁ-んァ-ヺa-z0-9]{1,4}[^ ]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex FullNameAtStart();

    [GeneratedRegex(@"\A[^a-z]{0,24}(?:サーバ|システム|メール|ネット|ログ|端末|発生|検知|復旧|完了|障害|警報|異常|時刻|日時|合計|件数|対象|配信|更新|監視|停止|開始|終了|作業|手順|本日|支店|営業所|[都道府県市区町村] )|[部課室係店社所局署院校場]\s{0,2}[:0-9(]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:[a-z0-9][a-z0-9._%+-]{1,40}@(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10}>?(?:\([^)\n]{1,20}\))?(?: ?[,;、/・|] ?\n?|\s{1,3}(?:and |[-・*] ?)?|\n(?:[0-9]{1,2}[.)] ?)?)<?){2,40}(?:and )?[a-z0-9][a-z0-9._%+-]{1,40}@(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Mailboxes();

    [GeneratedRegex(@"(?<![a-z0-9._%+-])(?:info|support|security|no-?reply|admin|abuse|postmaster|contact|soc|csirt|sales|helpdesk|service|billing|account|notice|alert)s?@", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Mailbox();

    const string NameKey = @"(?<![a-z_])(?:(?:full|customer|patient|member|passenger|employee|recipient|holder|contact|last)?[_ ]?name|氏名|お?名前|届け?先|宛名|受取人|患者名?|顧客名?|会員名?|利用者|契約者|申込者|乗客|送り先|名義)[""']?\s?[:=]\s?[""']?(?=[^0-9""'\n]{2,24}[""',;/|\s}])[一-龯々ぁ-んァ-ヺーa-z][^\n0-9""',;/|}]{1,24}[""']?";
    const string ContactKey = @"[^{}]{0,120}?(?<![a-z])(?:tel|phone|mobile|cell|e-?mail|mail|dob|birth(?:day|date|_date)?|address|addr|seat|ward|電話(?:番号)?|携帯(?:番号)?|連絡先|住所|生年月日|メール(?:アドレス)?|年齢|病名|部屋|口座(?:番号)?)[""']?\s?[:=]\s?[""']?[^\s""',}]";

    [GeneratedRegex(NameKey + ContactKey + @"[^\n]{0,120}?[\s},;、/|][^\n]{0,12}?" + NameKey + ContactKey, RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Records();

    [GeneratedRegex(@"(?<=\A|\n|; ?)[ \t・*•>|""-]{0,6}(?:[0-9]{1,3}[.):] ?)?[ ""|]{0,3}[A-Z](?:[a-z]{1,12}|[A-Z]{1,12})(?:, | |/)[A-Z](?:[a-z]{1,12}|[A-Z]{1,12})(?=[ ""]{0,2}(?:[|,;/:(\t<-]|[A-Z]{2,4} )[^\n]{0,80}[0-9@])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LatinRow();
}
