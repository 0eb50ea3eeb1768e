using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Organisations that no directory knows: by their legal form, by what they do as the last part of their name, and in English.</summary>
static partial class OrganisationRecogniser
{
    const int LongestName = 24;

    /// <summary>Last words of names; what stands before them is the name where it is more than everyday words.</summary>
    static readonly FrozenSet<string> Trades = new[]
    {
        "病院", "医院", "クリニック", "診療所", "医療センター", "銀行", "信金", "信用金庫", "信用組合", "農協", "漁協", "証券", "生命", "損保", "保険", "カード", "電力", "電工", "瓦斯", "ガス", "水道局", "企業団", "鉄道", "電鉄", "交通", "航空", "空港", "運輸", "運送", "通運", "物流", "倉庫", "海運",
        "石油", "化学", "化成", "製薬", "薬局", "工業", "産業", "興業", "興産", "製作所", "製鋼", "製鉄", "電機", "電気", "電設", "計装", "計測", "建設", "設備", "保障", "警備", "警備保障", "商会", "商店", "商事", "通商", "工務店", "工房", "印刷", "新聞", "新聞社", "放送", "放送局", "テレビ", "通信", "テレコム", "ケーブル",
        "大学", "高校", "学園", "学校", "幼稚園", "保育園", "市役所", "町役場", "村役場", "役場", "区役所", "警察署", "消防署", "消防本部", "消防", "署", "農園", "旅館", "ホテル", "百貨店", "システムズ", "ソリューションズ", "テクノ", "テクノロジー", "エンジニアリング", "サービス", "ハンドリング", "ソフト", "決済", "組合", "協会", "財団",
        "給食センター", "データセンター", "物産", "水産", "食品", "機械", "自動車", "観光", "バス", "タクシー", "精機", "精工", "製作", "電子", "鉄工", "金属", "紙業", "製紙", "硝子", "窯業", "繊維", "紡績", "酒造", "醸造", "信金", "会", "荘", "園", "社", "局", "院",
    }.ToFrozenSet();

    // Trades that are also parts of everyday words: only behind a name that no dictionary takes for a common word.
    static readonly FrozenSet<string> Weak = new[] { "社", "局", "院", "署", "会", "荘", "園", "電子", "金属", "繊維", "カード", "保険", "ガス", "交通", "通信", "設備", "機械", "サービス", "ソフト", "放送", "学校", "組合", "協会", "電気", "産業", "工業", "観光", "バス", "決済", "消防", "警備", "物流", "倉庫", "電力", "航空", "鉄道", "空港", "石油", "化学", "テレビ", "ケーブル", "ホテル", "計測", "食品", "自動車", "建設", "印刷", "大学", "病院", "銀行", "証券", "生命" }.ToFrozenSet();

    // Trades of companies, and the words before them that make no name.
    static readonly FrozenSet<string> Companies = new[] { "交通", "電鉄", "鉄道", "銀行", "電力", "信用金庫", "航空", "空港", "運輸", "運送", "物流", "海運", "病院", "医院", "放送", "テレビ", "証券", "石油", "化学", "生命", "工業", "製作所", "ガス", "水産", "通運", "倉庫", "観光", "製薬", "警備", "計装", "建設" }.ToFrozenSet();

    static readonly FrozenSet<string> Generic = new[]
    {
        "公共", "大手", "地方", "都市", "路線", "旅客", "貨物", "国際", "国内", "民間", "地域", "総合", "救急", "市民", "中央", "一般", "専門", "大学", "取引", "主要", "医療", "健康", "社会", "年金", "電気", "機械", "情報", "無線", "有線", "暗号", "不正", "異常", "内部", "外部", "衛星", "固定", "音声", "自家", "余剰", "供給", "最大", "需要", "予備", "消費", "受電",
        "天然", "液化", "燃料", "高速", "私鉄", "在来", "地下", "道路", "海上", "陸上", "陸運", "鉄道", "航空", "電力", "銀行", "ネット", "インターネット", "オンライン", "デジタル", "地上", "緊急", "館内", "構内", "車内", "場内", "施設", "重", "軽", "精密", "石油", "建設", "土木", "自動車", "家庭", "業務", "営業", "産業", "商用", "売", "買", "小売", "卸", "送配電", "発電", "安全",
        "基幹", "拠点", "災害", "指定", "公立", "私立", "国立", "県立", "市立", "町立", "村立", "都立", "府立", "道立", "民営", "公営", "町営", "市営", "県営", "第三", "関係", "該当", "被害", "別", "周辺", "近隣", "地元", "交通", "観光", "工業", "化学", "同業", "複数", "全国", "世界", "日本", "海外", "外資", "信託", "投資", "政府", "政策", "再生", "再生可能", "太陽光", "風力", "水力", "火力", "原子力",
    }.ToFrozenSet();

    static readonly FrozenSet<string> Stops = new[] { "当社", "弊社", "自社", "他社", "同社", "当院", "当行", "当", "同", "各", "全", "本", "該", "他", "某", "両", "旧", "新", "元", "御", "貴", "委託先", "再委託先", "取引先", "保守", "協力会社", "関連会社", "親会社", "子会社", "グループ", "担当", "大手", "地元", "最寄り", "近隣", "周辺", "前", "後", "時", "分", "秒", "日", "月", "年", "件", "名", "約", "以上" }.ToFrozenSet();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TradeEnds = Trades.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWords = Stops.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts) => [.. LegalForms(field.Plain), .. ByTrade(field, TradeEnds, Weak, FindingTypes.Organisation, "organisation.trade"), .. Kana(field.Plain), .. English(field.Plain)];

    static IEnumerable<Finding> LegalForms(TextView view)
    {
        foreach (Match match in Company().Matches(view.Text))
        {
            var name = match.Groups["name"].Value;
            yield return view.Finding(match.Index, match.Length, FindingTypes.Organisation, "organisation.legalForm", Verdict.RemoveLikely) with
            {
                Identity = "company:" + SearchTerm.Key(name),
                Also = [name],
            };
        }
    }

    /// <summary>Names that end in one of some words: from there back over all that can be a name.</summary>
    internal static IEnumerable<Finding> ByTrade(FieldViews field, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ends, FrozenSet<string> weak, string type, string rule)
    {
        var (text, words) = (field.Plain.Text, field.Morphemes);
        for (var i = 1; i < words.Count; i++)
        {
            var end = EndOf(text, words, i, ends);
            if (end < 0) continue;

            var (first, telling) = (i, false);
            while (first > 0 && words[i].Start - words[first - 1].Start <= LongestName && words[first - 1].End == words[first].Start && InName(text, words[first - 1]))
            {
                first--;
                telling |= Telling(text, words[first]);
            }

            while (first < i && words[first].Class == WordClass.Number) first++; // a count, not a name

            var name = text.AsSpan(words[first].Start, words[i].Start - words[first].Start);
            telling |= text[words[i].Start] == '社' && name.Length >= 4 && name.IndexOfAnyExceptInRange('ァ', 'ー') < 0 && !JapaneseWords.Word(name, Morphology.Vocabulary, Morphology.Dictionary);
            telling |= CompanyName(text, words, first, i, end);
            if (name.Length < 2 || (!telling && (weak.Contains(text[words[i].Start..words[end].End]) || CommonName(name)))) continue;

            yield return field.Plain.Finding(words[first].Start, words[end].End - words[first].Start, type, rule, Verdict.RemoveLikely);
            i = end;
        }
    }

    /// <summary>Whether common words before a company's trade are its name: 若葉交通, 白樺町立病院, but not 公共交通 or 電力系統.</summary>
    static bool CompanyName(string text, List<Morpheme> words, int first, int trade, int last)
    {
        if (first == trade || !Companies.Contains(text[words[trade].Start..words[last].End])) return false;
        if (last + 1 < words.Count && words[last + 1].Start == words[last].End && words[last + 1].Class != WordClass.Function && words[last + 1].Class != WordClass.PersonSuffix) return false;

        var name = text[words[first].Start..words[trade].Start];
        if (Founded().IsMatch(name)) return true;

        for (var i = first; i < trade; i++)
        {
            if (words[i].Class is not (WordClass.Noun or WordClass.Place or WordClass.FamilyName or WordClass.ProperName or WordClass.GivenName or WordClass.PlaceSuffix) || Generic.Contains(text[words[i].Start..words[i].End])) return false;
        }

        return name.Length >= 2 && !Generic.Contains(name) && !JapaneseWords.Word(name + text[words[trade].Start..words[last].End], Morphology.Vocabulary, Morphology.Dictionary);
    }

    /// <summary>The last word of a trade that begins at a word; -1 where none does.</summary>
    static int EndOf(string text, List<Morpheme> words, int first, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ends)
    {
        const int most = 3;
        var found = -1;
        for (var last = first; last < words.Count && last < first + most && (last == first || words[last].Start == words[last - 1].End); last++)
        {
            if (ends.Contains(text.AsSpan(words[first].Start, words[last].End - words[first].Start))) found = last;
        }

        return found;
    }

    static bool InName(string text, Morpheme word)
    {
        var letters = text.AsSpan(word.Start, word.Length);
        if (letters is "ノ" or "ヶ" or "ケ" or "ツ" or "之") return true;

        return (word.Class.Nominal() || word.Unknown) && char.IsLetter(letters[0]) && !char.IsAsciiLetter(letters[0]) && !StopWords.Contains(letters);
    }

    static bool Telling(string text, Morpheme word)
    {
        var letters = text.AsSpan(word.Start, word.Length);
        return !char.IsAsciiLetter(letters[0]) && letters[0] >= 'ぁ' && (word.Class.Identifies() || (word.Unknown && !JapaneseWords.Word(letters, Morphology.Vocabulary, Morphology.Dictionary)))
            && !(letters.IndexOfAnyExceptInRange('ァ', 'ー') < 0 && JapaneseWords.CommonKatakana(letters, Morphology.Vocabulary, Morphology.Dictionary));
    }

    static bool CommonName(ReadOnlySpan<char> name)
    {
        var (vocabulary, dictionary) = (Morphology.Vocabulary, Morphology.Dictionary);
        return JapaneseWords.Word(name, vocabulary, dictionary) || JapaneseWords.CommonKanji(name, vocabulary, dictionary) || JapaneseWords.CommonKatakana(name, vocabulary, dictionary);
    }

    /// <summary>Names that begin in hiragana, which the dictionary takes for other words: はるかぜケーブルテレビ.</summary>
    static IEnumerable<Finding> Kana(TextView view)
    {
        foreach (Match match in KanaName().Matches(view.Text)) yield return view.Finding(match.Index, match.Length, FindingTypes.Organisation, "organisation.kana", Verdict.Unknown);
    }

    static IEnumerable<Finding> English(TextView view)
    {
        foreach (Match match in EnglishName().Matches(view.Text))
        {
            // From the last word on that is not written with a capital: it is no part of the name.
            var (start, telling) = (match.Index, false);
            var name = match.Groups["name"];
            foreach (var word in name.ValueSpan.TrimEnd().Split(' '))
            {
                var part = name.ValueSpan[word];
                var place = name.Index + word.Start.GetOffset(name.Length);
                if (part is "of" or "and" or "&" or "no.") continue;

                var first = view.Original[view.ToOriginal(place, 1).Start];
                var known = Morphology.Vocabulary.CommonLatin(part.TrimEnd('.')) && !Morphology.Vocabulary.ProperLatin(part);
                if ((!char.IsUpper(first) && !char.IsDigit(first)) || part is "the" or "our" or "at" or "in" or "from" or "a" or "this" or "that" or "any" or "all" or "no" or "their")
                {
                    (start, telling) = (Math.Min(place + part.Length + 1, match.Groups["trade"].Index), false);
                    continue;
                }

                telling |= !known || place > match.Index;
                if (EndsSentence(part)) (start, telling) = (Math.Min(place + part.Length + 1, match.Groups["trade"].Index), false);
            }

            if (start < match.Groups["trade"].Index && telling) yield return view.Finding(start, match.Index + match.Length - start, FindingTypes.Organisation, "organisation.english", Verdict.RemoveLikely);
        }
    }

    /// <summary>Whether a sentence ends with a word: Sudan. but not St. or J.</summary>
    static bool EndsSentence(ReadOnlySpan<char> word) => word.Length > 4 && word[^1] == '.' && word is not ("intl." or "dept.");

    [GeneratedRegex(
        @"(?<=^|[\n、。「『(・ :はのと])(?!による|について|において|および|または|ならびに|における|のための|すべて|これら|その他|さらに|なお|また|かつ|ほか|ただし|たとえば|いわゆる|あらゆる|いずれ|それぞれ|とくに|もしくは|ともに)[ぁ-んー]{3,8}(?:[一-龯]{1,2}|[ァ-ヺー]{2,8})?(?:銀行|信用金庫|信用組合|証券|生命|損保|電力|エナジー|ガス|鉄道|電鉄|交通|航空|運輸|物流|ロジスティクス|海運|病院|医院|クリニック|ケーブルテレビ|ケーブル|テレビ|放送|通信|テレコム|石油|化学|水産|農園|製薬|工業|産業|商会|商店|サービス|システムズ|テクノ|ハンドリング|警備保障|企業団|水道)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KanaName();

    [GeneratedRegex("[一-龯々ヶァ-ヺーぁ-ん]{2,8}[都道府県市町村区]立", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Founded();

    [GeneratedRegex(
        @"(?<![一-龯々ァ-ヺーa-z0-9・&])(?<name>[一-龯々ァ-ヺーa-z0-9・&]{2,20}?)(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\))|(?:株式会社|有限会社|合同会社|医療法人(?:社団|財団)?|社会福祉法人|学校法人|一般社団法人|一般財団法人|公益社団法人|公益財団法人|特定非営利活動法人|npo法人|宗教法人|\(株\)|\(有\)|\(同\)|\(医\)|\(福\)|\(学\)) ?(?<name>[ぁ-ん]{2,6}[一-龯々ァ-ヺー]{1,14}|[一-龯々ヶァ-ヺーa-z0-9・&]{2,20})",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Company();

    [GeneratedRegex(
        @"(?<![a-z0-9'’-])(?<name>(?:[a-z0-9][a-z0-9'&.-]{0,24} ){1,4})(?<trade>hospital|clinic|medical center|medical centre|bank|credit union|insurance|securities|railway|railways|rail|airlines|airways|airport|waterworks|water works|water utility|water authority|electric power|electric|power|energy|gas|oil|petroleum|chemical|chemicals|logistics|shipping|freight|transport|telecom|communications|broadcasting|cable|networks|systems|solutions|engineering|technologies|software|services|facilities|holdings|industries|university|college|school|city hall|town hall|plant|works|substation|power station|refinery|terminal|depot|warehouse|branch|hub|campus|exchange|outstation|treatment plant|pumping station|dispatching office|control center|control centre|station|port|annex|dam|mutual|inc\.?|ltd\.?|co\.,? ?ltd\.?|llc|k\.k\.|corp\.?|corporation|gmbh|plc|s\.a\.)(?: (?:terminal|station|plant|authority|group|company|corporation|inc\.?|ltd\.?|co\.,? ?ltd\.?|llc|k\.k\.))?(?![a-z0-9-])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishName();
}
