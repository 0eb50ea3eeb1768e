using System.Globalization;
using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>What singles an organisation out without naming it: figures of its size, and words such as "the only".</summary>
static partial class SingularRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        if (!facts.DefaultDeny) yield break;

        var view = field.Plain;
        foreach (Match match in Figure().Matches(view.Text))
        {
            var (number, unit) = (match.Groups["number"], match.Groups["unit"].Value);
            if (Value(number.Value) is { } value && value >= Least(unit)) yield return Coarser(number, unit, Band(value, english: false) + unit);
        }

        foreach (Match match in EnglishFigure().Matches(view.Text))
        {
            var (number, unit) = (match.Groups["number"], match.Groups["unit"].Value);
            if (EnglishValue(number.Value) is { } value && value >= Least(unit)) yield return Coarser(number, unit, Band(value, english: true) + " " + unit);
        }

        foreach (Match match in Only().Matches(view.Text))
        {
            var start = match.Index;
            while (start > 0 && match.Index - start < 14 && Clause(view.Text[start - 1])) start--;
            yield return view.Finding(start, match.Index + match.Length - start, FindingTypes.Other, "singular.only", Verdict.Unknown);
        }

        foreach (Match match in EnglishOnly().Matches(view.Text))
        {
            yield return view.Finding(match.Index, match.Length, FindingTypes.Other, "singular.only", Verdict.Unknown);
        }

        foreach (Match match in Quoted().Matches(view.Text))
        {
            yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.System, "singular.quotedName", Verdict.Unknown);
        }

        foreach (Match match in Slogan().Matches(view.Text))
        {
            yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.Other, "singular.slogan", Verdict.RemoveLikely);
        }

        // 約 says nothing more before an order of magnitude.
        Finding Coarser(Group number, string unit, string replacement) =>
            view.Finding(number.Index - About(view.Text, number.Index), About(view.Text, number.Index) + number.Length + Gap(view.Text, number) + unit.Length, FindingTypes.Other, "singular.figure", Verdict.Unknown) with { Coarser = replacement };
    }

    static int About(string text, int start) => start > 0 && text[start - 1] == '約' ? 1 : start > 5 && text.AsSpan(start - 6, 6).SequenceEqual("about ") ? 6 : 0;

    static bool Clause(char c) => char.IsLetterOrDigit(c) || c == 'ー';

    static int Gap(string text, Group number) => number.Index + number.Length < text.Length && text[number.Index + number.Length] == ' ' ? 1 : 0;

    /// <summary>Below this a figure is everyday: five persons, three terminals.</summary>
    static double Least(string unit) => unit switch
    {
        "件" or "枚" or "個" or "本" or "社" or "台" or "回線" or "通" or "口" or "者" or "files" or "records" or "pages" or "lines" or "containers" or "people" or "persons" or "accounts" or "users" or "employees" or "staff" or "inhabitants" or "residents" or "patients" or "parcels" or "endpoints" or "terminals" or "machines" or "sites" or "mailboxes" or "tickets" or "cards" or "members" => 20,
        "人" or "名" => 20,
        "円" or "yen" => 10_000,
        _ => 3,
    };

    /// <summary>The order of magnitude in words.</summary>
    static string Band(double value, bool english)
    {
        var (japaneseWord, englishWord) = value switch
        {
            < 10 => ("数", "several"),
            < 100 => ("数十", "dozens of"),
            < 1_000 => ("数百", "hundreds of"),
            < 10_000 => ("数千", "thousands of"),
            < 100_000 => ("数万", "tens of thousands of"),
            < 1_000_000 => ("数十万", "hundreds of thousands of"),
            < 10_000_000 => ("数百万", "millions of"),
            < 100_000_000 => ("数千万", "tens of millions of"),
            _ => ("数億以上の", "hundreds of millions of"),
        };
        return english ? englishWord : japaneseWord;
    }

    /// <summary>A number as Japanese writes it: 21万3千, 2,317, 四百十二, 1.4億.</summary>
    static double? Value(string text)
    {
        var (total, section, current, any) = (0.0, 0.0, 0.0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                var end = i;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.')) end++;
                if (!double.TryParse(text[i..end].Replace(",", "", StringComparison.Ordinal).TrimEnd('.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out current)) return null;
                (any, i) = (true, end - 1);
            }
            else if ("〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is var digit && digit >= 0) (current, any) = (current * 10 + digit, true);
            else if (c is '十' or '百' or '千')
            {
                section += (current == 0 ? 1 : current) * (c == '十' ? 10 : c == '百' ? 100 : 1_000);
                (current, any) = (0, true);
            }
            else if (c is '万' or '億')
            {
                total += (section + current == 0 ? 1 : section + current) * (c == '万' ? 10_000 : 100_000_000);
                (section, current) = (0, 0);
            }
        }

        return any ? total + section + current : null;
    }

    static double? EnglishValue(string text)
    {
        var parts = text.Split(' ');
        var scale = parts[^1] switch { "thousand" => 1e3, "million" => 1e6, "billion" => 1e9, _ => 1 };
        if (parts[0].Length > 0 && char.IsAsciiDigit(parts[0][0])) return double.TryParse(parts[0].Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value * scale : null;

        return parts[0] switch { "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "seven" => 7, "eight" => 8, "nine" => 9, "ten" => 10, "eleven" => 11, "twelve" => 12, _ => 1 } * scale;
    }

    [GeneratedRegex(
        @"(?<![0-9a-z.,/-]|[0-9]:)(?<number>[0-9][0-9,]{0,14}(?:\.[0-9]{1,3})?(?:[万千億百][0-9,]{0,6}(?:\.[0-9]{1,2})?){0,3}|[〇一二三四五六七八九十百千万億]{2,10}) ?(?<unit>世帯|給水人口|戸|床|mw|mva|kva|kv|gw|kw|gwh|mwh|メガワット|キロワット|ギガワット|万kw|m3|㎥|立方メートル|kl|キロリットル|トン|億円|万円|円|給油所|店舗|か店|営業所|事業所|市町村|市町|市区町村|か所|箇所|ヶ所|カ所|駅|面|便|往復|両|機|隻|基|棟|拠点|団体|校|病院|施設|漁協|農協|港|組|号棟|路線|系統|編成|乗務員|需要家|契約|口座|回線|台|件|枚|個|名|人|通|社)(?![間目的物時後前以口]|分の)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"(?<![0-9a-z.,:/-])(?<number>[0-9][0-9,]{0,14}(?:\.[0-9]{1,3})?(?: (?:thousand|million|billion))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<unit>(?:retail |household |active |registered )?(?:households|customers|contractors|crossings|viewers|listeners|pages|shops|outlets|pumps|lines|trains|containers|subscribers|members|endpoints|terminals|kiosks|gates|pilots|dispatchers|drivers|crews?|wards|clinics|theatres|looms|machines|sites|mailboxes|tickets|cards|megawatts|kilowatts|gigawatts|kilometres|kilometers|berths|cranes|tugs|wells|turbines|chimneys|tanks|silos|seats|rooms|lanes|inhabitants|residents|people|persons|employees|staff|beds|patients|stations|stores|branches|aircraft|vessels|ships|trucks|vehicles|buses|meters|plants|substations|aerodromes|airports|towns|villages|municipalities|accounts|cardholders|policyholders|parcels|tonnes|tons|passengers|flights|voters|authorisations|authorizations|barrels(?: a day)?)|mw|mva|kv|gw|m3|yen)(?![a-z])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishFigure();

    [GeneratedRegex(
        @"(?:国内|県内|市内|町内|村内|都内|府内|道内|島内|域内|管内|地域|地方|圏|業界|日本海側|太平洋側|関東|東北|北海道|中部|関西|近畿|中国|四国|九州|沖縄|全国|世界|国立|日本|本邦|県庁所在地|この県|この市|この町|この地域)[一-龯ァ-ヺーぁ-ん]{0,6}?(?:唯一|最大|最古|最小|最長|最多|屈指|一位|首位|トップ|随一|初|のみ|だけ|[0-9一]?(?:基|人|機|台|隻|社)しか|[0-9一二三]社|[0-9]か所|ほかの?[一-龯]{2,8}は(?:ありません|ない))[^\n。、，,」』)]{0,24}|(?:唯一|シェア(?:首位|トップ|1位|[0-9]{1,3}%)|日本一|世界一|国内一|最大手|業界[0-9一二三]位)[^\n。、，,」』)]{0,24}",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Only();

    [GeneratedRegex(
        @"(?<![a-z])the (?:only|sole|largest|biggest|smallest|oldest|busiest|longest|tallest|first)(?! (?:thing|time|one|report|alert|sign|log|login|attempt|connection|packet|step|hit|entry|evidence|indicator|way|change))[a-z0-9 '-]{2,60}? (?:in|of|on|for|north|south|east|west|outside) (?:the|our|this|its|japan|asia)[a-z ']{0,40}|(?:the|our) (?:only|sole) [a-z0-9 -]{3,50}? (?:there|here|nationwide|locally)(?![a-z])|the only [a-z0-9 -]{3,40} (?:in the|of the|that (?:makes|operates|runs|serves|has))[a-z ]{0,30}",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishOnly();

    /// <summary>What a system, a service or a train is called.</summary>
    [GeneratedRegex(@"(?:システム|アプリ|サービス|ポータル|サイト|基盤|台帳|愛称|通称|略称|社名|屋号|店名|号|ブランド|商品|プラン|ポイント|会員誌|広報誌|列車|特急|船|フェリー|番組|チャンネル|窓口)(?:名は|の名は|は|名|の)?[「『](?<value>[^」』\n、。]{2,14})[」』]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:スローガン|キャッチコピー|キャッチフレーズ|標語|合言葉|広告の文句|うたい文句|社是|slogan|motto|tagline|catchphrase)[^「『""\n]{0,12}[「『""](?<value>[^」』""\n]{3,60})[」』""]|[「『](?<value>[^」』\n]{5,60})[」』](?:という|との|と言う|は)(?:弊社|当社|当行|当院|本市|本町|当組合|当局)?の?(?:広告|宣伝|cm|スローガン|キャッチ|標語|社是|合言葉)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Slogan();
}
