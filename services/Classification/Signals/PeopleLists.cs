using System.Buffers;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Three people and more, each with a telephone, mail address, day of birth or home; or a table that has names in its columns.</summary>
static partial class PeopleLists
{
    const int Several = 3;
    const int LongestItem = 200;

    static readonly SearchValues<string> NameColumns = SearchValues.Create(["氏名", "名前", "name"], StringComparison.Ordinal);

    public static void Find(FieldText field, SignalList found)
    {
        var text = field.Plain.Text;
        var contacts = 0;
        foreach (var _ in Contact().EnumerateMatches(text))
        {
            if (++contacts == Several) break;
        }

        if (contacts == Several && (Items(text, '\n') ?? Items(text, '、') ?? Items(text, ';')) is var (start, end)) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(start, end - start));

        if (!text.AsSpan().ContainsAny(NameColumns)) return;

        foreach (var match in Header().EnumerateMatches(text))
        {
            if (Rows(text, match.Index + match.Length) >= Several - 1) found.Add(SignalTable.PeopleList, field.Plain.ToOriginal(match.Index, match.Length));
        }
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

    static bool Named(string text, int start, int end)
    {
        var item = text.AsSpan(start, end - start);
        if (Sender().IsMatch(item)) return false;

        for (var i = start; i < end && text.AsSpan(i, end - i).IndexOfAny(Surnames.Search) is >= 0 and var next; i++)
        {
            i += next;
            if ((i == start || !People.Kanji(text[i - 1])) && !Place().IsMatch(text.AsSpan(i + Surnames.LengthAt(text.AsSpan(i))))) return true;
        }

        return NameAtStart().IsMatch(item);
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
        @"(?<![0-9a-z.+/-])(?<![0-9]:)(?:0[0-9]{1,4}[-. (][0-9]{1,4}[-. )][0-9]{3,4}|0[5789]0[0-9]{8}|\+[0-9]{1,3}[-. ][0-9]{1,4}[-. ][0-9]{2,4}[-. ][0-9]{2,4})(?![0-9a-z]|[-.][0-9])|[a-z0-9_%+-]@[a-z0-9-]{1,63}\.[a-z]|(?:(?:昭和|平成|大正)[0-9元]{1,2}年|(?<![0-9])(?:19[2-9]|20[01])[0-9](?:年|[-/.]))[0-9]{1,2}(?:月|[-/.])[0-9]{1,2}(?!.{0,3}[0-9]{1,2}:[0-9]{2})|(?:都|道|府|県)[一-龯ぁ-んァ-ヺ]{1,8}[市区町村郡]|[市区町村郡][一-龯ぁ-んァ-ヺ]{1,12}[0-9]{1,4}(?:丁目|番|-[0-9])|(?<![a-z])(?:dob|born|date of birth)(?![a-z])|[0-9]{1,5} (?:[a-z]{2,15} ){1,2}(?:street|avenue|road|lane)(?![a-z])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\A ?(?:県|市|区|町|村|駅|港|支店|支社|営業|事業|工場|本社|本店|製作|大学|病院|銀行|変電|発電|浄水|局|署|空港|株式|電気|建設)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Place();

    [GeneratedRegex(@"\A[ ・*•>\-|0-9.,()#""]{0,12}(?:[一-龯々]{1,3} [一-龯々ぁ-んァ-ヺー]{1,5}|(?![^ ,:(|/]{2,5}[店社部課署局所場院校館室班駅庁省市県町村])[一-龯々]{3,5}(?=[ ,:(|/])|[a-z][a-z'-]{1,15} [a-z][a-z'-]{1,15})(?=[ ,:;(|/<""-])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameAtStart();

    [GeneratedRegex(@"送信元|差出人|from ?:|sender|reply-to|return-path|spoof|攻撃者|attacker|(?<![a-z])(?:get|post|http|src|dst|user-agent)(?![a-z])|[0-9]{2}:[0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Sender();

    const string Column = "(?:no\\.?|番号|#|id|会員番号|顧客番号|社員番号|患者番号|氏名|お?名前|フリガナ|ふりがな|カナ|性別|年齢|生年月日|住所|郵便番号|電話番号?|携帯番号?|連絡先|メール(?:アドレス)?|所属|部署|役職|口座番号|金額|病名|診療科|備考|(?:full |first |last |customer |patient )?name|sex|gender|age|dob|birth ?day|date of birth|address|zip|phone|tel|mobile|e-?mail|department|title|account)";

    [GeneratedRegex("(?<=\\A|\\n)[ |\"*]{0,4}(?:" + Column + "[ ,|;/\"]{1,6}){0,8}(?:氏名|お?名前|(?:full |customer |patient |last )?name)(?:[ ,|;/\"]{1,6}" + Column + "){1,10}[ |\"]{0,4}(?:\\n[ |:-]{3,80})?\\n|(?<=\\A|\\n)[ |\"*]{0,4}(?:" + Column + "[ ,|;/\"]{1,6}){1,8}(?:氏名|お?名前|(?:full |customer |patient |last )?name)[ |\"]{0,4}(?:\\n[ |:-]{3,80})?\\n", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Header();

    [GeneratedRegex("[^ ,|;/\"\\n][ ,|;/\"]+[^ ,|;/\"\\n]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Row();
}
