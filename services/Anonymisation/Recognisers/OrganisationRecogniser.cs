using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Organisations that no directory knows: by their legal form, by what they do as the last part of their name, and in English.</summary>
static partial class OrganisationRecogniser
{
    /// <summary>Last words of names; what stands before them is the name where it is more than everyday words.</summary>
    static readonly FrozenSet<string> Trades = new[]
    {
        "病院", "医院", "クリニック", "診療所", "医療センター", "銀行", "信金", "信用金庫", "信用組合", "農協", "漁協", "証券", "生命", "損保", "保険", "カード", "電力", "電工", "瓦斯", "ガス", "水道局", "企業団", "鉄道", "電鉄", "交通", "航空", "空港", "運輸", "運送", "通運", "物流", "倉庫", "海運",
        "石油", "化学", "化成", "製薬", "薬局", "工業", "産業", "興業", "興産", "製作所", "製鋼", "製鉄", "電機", "電気", "電設", "計装", "計測", "建設", "設備", "保障", "警備", "警備保障", "商会", "商店", "商事", "通商", "工務店", "工房", "印刷", "新聞", "新聞社", "放送", "放送局", "テレビ", "通信", "テレコム", "ケーブル",
        "大学", "高校", "学園", "学校", "幼稚園", "保育園", "市役所", "町役場", "村役場", "役場", "区役所", "警察署", "消防署", "消防本部", "消防", "署", "農園", "旅館", "ホテル", "百貨店", "システムズ", "ソリューションズ", "テクノ", "テクノロジー", "エンジニアリング", "サービス", "ハンドリング", "ソフト", "決済", "組合", "協会", "財団",
        "給食センター", "データセンター", "物産", "水産", "食品", "機械", "自動車", "観光", "バス", "タクシー", "社", "局", "院",
    }.ToFrozenSet();

    // Trades that are also parts of everyday words: only behind a name that no dictionary takes for a common word.
    static readonly FrozenSet<string> Weak = new[] { "社", "局", "院", "署", "カード", "保険", "ガス", "交通", "通信", "設備", "機械", "サービス", "ソフト", "放送", "学校", "組合", "協会", "電気", "産業", "工業", "観光", "バス", "決済", "消防", "警備", "物流", "倉庫", "電力", "航空", "鉄道", "空港", "石油", "化学", "テレビ", "ケーブル", "ホテル", "計測", "食品", "自動車", "建設", "印刷", "大学", "病院", "銀行", "証券", "生命" }.ToFrozenSet();

    static readonly FrozenSet<string> Stops = new[] { "当社", "弊社", "自社", "他社", "同社", "当院", "当行", "当", "同", "各", "全", "本", "該", "他", "某", "両", "旧", "新", "元", "御", "貴", "委託先", "再委託先", "取引先", "保守", "協力会社", "関連会社", "親会社", "子会社", "グループ", "担当", "大手", "地元", "最寄り", "近隣", "周辺", "前", "後", "時", "分", "秒", "日", "月", "年", "件", "名", "約", "以上" }.ToFrozenSet();

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts) => [.. LegalForms(field.Plain), .. ByTrade(field, Trades, Weak, FindingTypes.Organisation, "organisation.trade"), .. English(field.Plain)];

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
    internal static IEnumerable<Finding> ByTrade(FieldViews field, FrozenSet<string> ends, FrozenSet<string> weak, string type, string rule)
    {
        var (text, words) = (field.Plain.Text, field.Morphemes);
        for (var i = 1; i < words.Count; i++)
        {
            var end = EndOf(text, words, i, ends);
            if (end < 0) continue;

            var (first, telling) = (i, false);
            while (first > 0 && words[first - 1].End == words[first].Start && InName(text, words[first - 1]))
            {
                first--;
                telling |= Telling(text, words[first]);
            }

            while (first < i && words[first].Class == WordClass.Number) first++; // a count, not a name

            var name = text.AsSpan(words[first].Start, words[i].Start - words[first].Start);
            telling |= text[words[i].Start] == '社' && name.Length >= 4 && name.IndexOfAnyExceptInRange('ァ', 'ー') < 0 && !JapaneseWords.Word(name, Morphology.Vocabulary, Morphology.Dictionary);
            if (name.Length < 2 || (!telling && (weak.Contains(text[words[i].Start..words[end].End]) || CommonName(name)))) continue;

            yield return field.Plain.Finding(words[first].Start, words[end].End - words[first].Start, type, rule, Verdict.RemoveLikely);
            i = end;
        }
    }

    /// <summary>The last word of a trade that begins at a word; -1 where none does.</summary>
    static int EndOf(string text, List<Morpheme> words, int first, FrozenSet<string> ends)
    {
        const int most = 3;
        var found = -1;
        for (var last = first; last < words.Count && last < first + most && (last == first || words[last].Start == words[last - 1].End); last++)
        {
            if (ends.Contains(text[words[first].Start..words[last].End])) found = last;
        }

        return found;
    }

    static bool InName(string text, Morpheme word)
    {
        var letters = text.AsSpan(word.Start, word.Length);
        if (letters is "ノ" or "ヶ" or "ケ" or "ツ" or "之") return true;

        return (word.Class.Nominal() || word.Unknown) && char.IsLetter(letters[0]) && !char.IsAsciiLetter(letters[0]) && !Stops.Contains(letters.ToString());
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
            }

            if (start < match.Groups["trade"].Index && telling) yield return view.Finding(start, match.Index + match.Length - start, FindingTypes.Organisation, "organisation.english", Verdict.RemoveLikely);
        }
    }

    [GeneratedRegex(
        @"(?<![一-龯々ァ-ヺーa-z0-9・&])(?<name>[一-龯々ァ-ヺーa-z0-9・&]{2,20}?)(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\))|(?:株式会社|有限会社|合同会社|医療法人(?:社団|財団)?|社会福祉法人|学校法人|一般社団法人|一般財団法人|公益社団法人|公益財団法人|特定非営利活動法人|npo法人|宗教法人|\(株\)|\(有\)|\(同\)|\(医\)|\(福\)|\(学\)) ?(?<name>(?:[ぁ-ん]{2,6}(?=[一-龯ァ-ヺ]))?[一-龯々ヶァ-ヺーa-z0-9・&]{2,20})",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Company();

    [GeneratedRegex(
        @"(?<![a-z0-9-])(?<name>(?:[a-z0-9][a-z0-9'&.-]{0,24} ){1,4})(?<trade>hospital|clinic|medical center|medical centre|bank|credit union|insurance|securities|railway|railways|rail|airlines|airways|airport|waterworks|water works|water utility|water authority|electric power|electric|power|energy|gas|oil|petroleum|chemical|chemicals|logistics|shipping|freight|transport|telecom|communications|broadcasting|cable|networks|systems|solutions|engineering|technologies|software|services|facilities|holdings|industries|university|college|school|city hall|town hall|plant|works|substation|power station|refinery|terminal|depot|warehouse|branch|hub|campus|exchange|outstation|treatment plant|pumping station|dispatching office|control center|control centre|station|port|annex|dam|mutual|inc\.?|ltd\.?|co\.,? ?ltd\.?|llc|k\.k\.|corp\.?|corporation|gmbh|plc|s\.a\.)(?![a-z0-9-])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishName();
}
