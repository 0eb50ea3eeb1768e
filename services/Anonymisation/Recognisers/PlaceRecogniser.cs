using System.Collections.Frozen;
using Ceptoar.Anonymisation.Dictionary;
using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Postal codes, addresses and sites. Modest: a prefecture alone stays.</summary>
static partial class PlaceRecogniser
{
    static readonly FrozenSet<string> Ends = new[]
    {
        "市", "町", "村", "区", "郡", "県", "島", "港", "駅", "地区", "団地", "台", "ダム", "川", "湾", "峠", "橋", "浜", "支店", "支社", "支局", "本店", "営業所", "事業所", "工場", "浄水場", "配水場", "配水池", "取水場", "処理場", "下水処理場", "変電所", "発電所", "給電所", "開閉所", "ポンプ場", "製油所", "製造所", "製造基地", "基地", "油槽所", "整圧所",
        "管理事務所", "事務所", "出張所", "車両基地", "車両センター", "運転所", "研究所", "物流センター", "配送センター", "センター", "ターミナル", "埠頭", "バース", "空港", "飛行場", "インター", "キャンパス", "棟", "ビル", "ウィンドファーム", "ホルダー", "局舎", "商店街", "通り", "地方", "沿線",
    }.ToFrozenSet();

    // Behind common words these are no names: 操業区, 自治区, 計算センター.
    static readonly FrozenSet<string> WeakEnds = Ends.Except(["団地", "駅", "町", "村", "市", "郡", "島", "峠", "ダム", "通り", "橋", "港"]).ToFrozenSet();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndWords = Ends.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Plain;
        foreach (Match match in Place().Matches(view.Text))
        {
            yield return view.Finding(match.Index, match.Length, FindingTypes.Place, "place.address", Verdict.RemoveLikely);
        }

        foreach (var finding in OrganisationRecogniser.ByTrade(field, EndWords, WeakEnds, FindingTypes.Place, "place.name")) yield return facts.DefaultDeny ? finding : finding with { Verdict = Verdict.Unknown };

        if (facts.DefaultDeny)
        {
            foreach (var (start, length) in Municipalities(view.Text)) yield return view.Finding(start, length, FindingTypes.Place, "place.municipality", Verdict.Unknown);
            foreach (Match match in Prefecture().Matches(view.Text)) yield return view.Finding(match.Index, match.Length, FindingTypes.Place, "place.prefecture", Verdict.Unknown);
        }

        foreach (Match match in KanaSite().Matches(view.Text))
        {
            if (facts.DefaultDeny) yield return view.Finding(match.Index, match.Length, FindingTypes.Place, "place.kana", Verdict.Unknown);
        }

        foreach (Match match in Site().Matches(view.Text))
        {
            if (!Generic().IsMatch(match.Groups["name"].ValueSpan)) yield return view.Finding(match.Index, match.Length, FindingTypes.Place, "place.site", Verdict.RemoveLikely);
        }
    }

    [GeneratedRegex(
        @"〒\s?[0-9]{3}-?[0-9]{4}" +
        @"|(?:北海道|東京都|(?:京都|大阪)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)" +
        @"\s?(?![とやのにではがをもへ内下全各])[一-龯々ヶケノぁ-んァ-ヺー]{1,10}?(?:市|区|町|村|郡)(?:[一-龯々ヶケノぁ-んァ-ヺー]{0,12}?(?:市|区|町|村))?(?:[一-龯々ヶケノァ-ヺー]{0,10}[0-9]{1,4}(?:丁目|番地|番|号|-|の|[0-9]){0,12})?" +
        @"|[一-龯々ヶ]{1,6}(?:市|区|町|村)[一-龯々ヶケノ]{0,8}[0-9]{1,4}(?:丁目|番地|-[0-9]{1,4})(?:丁目|番地|番|号|-|[0-9]){0,12}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Place();

    static IEnumerable<(int Start, int Length)> Municipalities(string text)
    {
        var names = Morphology.Vocabulary.MunicipalityNames;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!names.MayBegin(text[i], text[i + 1])) continue;

            var (longest, node) = (0, 0);
            for (var j = i; j < text.Length && names.Step(ref node, text[j]); j++)
            {
                if (names.ValueAt(node) is not null) longest = j + 1 - i;
            }

            // 港区域, 中央区分: the last letter belongs to another word.
            if (longest == 0 || (i + longest < text.Length && text[i + longest] is '域' or '分' or '間' or '別' or '画' or '場' or '民' or '内' && longest == 2)) continue;

            yield return (i, longest);
            i += longest - 1;
        }
    }

    [GeneratedRegex(@"(?<=^|[\n、。「『(・ は])[ぁ-ん]{3,8}(?:市|町|村|駅|支店|支社|営業所|浄水場|配水場|変電所|発電所|給電所|ポンプ場|製油所|油槽所|病院|医院|団地|空港)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KanaSite();

    [GeneratedRegex(@"北海道|東京都?|(?:京都|大阪)府?|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県?(?![一-龯]{0,3}(?:局|庁|署))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Prefecture();

    [GeneratedRegex(@"(?<name>[一-龯々ヶァ-ヺー]{2,10}?)(?:支店|支社|支局|営業所|浄水場|配水場|変電所|発電所|ポンプ場|製油所|製造所|油槽所|管理事務所|車両基地)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Site();

    [GeneratedRegex(@"\A(?:当該|各|全|本社|同|他|一部|複数|対象|関係|関連|当社|弊社|国内|海外|原子力|火力|水力|風力|地熱|太陽光|自家|発生|全国|主要|遠方|拠点|地方|地域|の)+\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Generic();
}
