using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Values of forms and tables whose label says that they name an organisation, a place or a machine.</summary>
static partial class LabelRecogniser
{
    static readonly FrozenSet<string> Nothing = new[] { "不明", "未定", "なし", "無し", "無", "有", "該当なし", "調査中", "確認中", "同上", "別紙", "別紙参照", "非公開", "匿名", "当社", "弊社", "自社", "当院", "n/a", "none", "unknown", "tbd", "-", "multiple", "several", "various" }.ToFrozenSet();

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        if (!facts.DefaultDeny) yield break;

        var view = field.Plain;
        foreach (var (expression, type, always) in new[] { (Organisation(), FindingTypes.Organisation, true), (Place(), FindingTypes.Place, false), (Machine(), FindingTypes.Host, false) })
        {
            foreach (Match match in expression.Matches(view.Text))
            {
                var value = match.Groups["value"];
                var text = value.Value.TrimEnd();
                if (text.Length < 2 || Nothing.Contains(text) || (!always && Everyday(text))) continue;

                yield return view.Finding(value.Index, text.Length, type, "label", Verdict.Unknown);
            }
        }
    }

    /// <summary>Whether all of a value is common words.</summary>
    static bool Everyday(string text)
    {
        var (vocabulary, dictionary) = (Morphology.Vocabulary, Morphology.Dictionary);
        foreach (Match part in Part().Matches(text))
        {
            var common = part.Value[0] < 0x80
                ? vocabulary.CommonLatin(part.ValueSpan) || vocabulary.KeptWord(part.ValueSpan)
                : JapaneseWords.CommonKanji(part.ValueSpan, vocabulary, dictionary) || JapaneseWords.CommonKatakana(part.ValueSpan, vocabulary, dictionary);
            if (!common) return false;
        }

        return true;
    }

    [GeneratedRegex("[a-z]+|[一-龯々ヶ]+|[ァ-ヺー]+|[ぁ-ん]+", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"(?:^|[\n|・■●○◆□▼>\]] ?|[0-9][.)、 ] ?)(?:(?:発生|報告|対象|届出|加盟)?(?:事業者|組織|団体|機関|法人|会社|病院|施設|企業)名?|事業者名称|名称|報告元|発信元組織|加盟店名?|社名|屋号|organi[sz]ation(?: name)?|company(?: name)?|entity|member|operator name|reporting (?:entity|organi[sz]ation|member)|facility name)(?: ?[:=|] ?|[ ]{1,4})(?<value>[^\n|、,;:()=]{2,40})(?=$|[\n|、,;()])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Organisation();

    [GeneratedRegex(
        @"(?:^|[\n|・■●○◆□▼>] ?|[0-9][.)、 ] ?)(?:所在地|住所|場所|発生場所|設置場所|設置拠点|拠点名?|事業所名?|支店名?|支店|工場名?|店舗名?|駅名?|施設名|site|location|address|facility|plant|branch|station)(?: ?[:=|] ?|[ ]{1,4})(?<value>[^\n|;:=]{2,60})(?=$|[\n|;])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"(?:^|[\n|・■●○◆□▼>,{] ?""?|[0-9][.)、 ] ?)(?:ホスト名?|端末名?|サーバー?名|コンピュータ名|機器名|装置名|システム名称?|hostname|host|computer(?:name)?|workstation|device name|server name|system name|asset(?: name)?|node)""?(?: ?[:=|] ?)""?(?<value>[^\n|、,;:()=""]{2,40})(?=$|[\n|、,;()""])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Machine();
}
