using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Malware, actors, tools, products and public bodies that defenders need to read. A name that is also a word needs its trade beside it.</summary>
static partial class KeptNameRecogniser
{
    const int Around = 24;

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var text = field.Plain.Text;
        var names = Morphology.Vocabulary.Kept;
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && Joins(text[i - 1], text[i])) continue;

            var (longest, node) = (0, 0);
            for (var j = i; j < text.Length && names.Step(ref node, text[j] == '\n' ? ' ' : text[j]); j++)
            {
                if (names.ValueAt(node) is { } name && (j + 1 == text.Length || !Joins(text[j], text[j + 1])) && (!name.NeedsContext || InContext(text, i, j + 1))) longest = j + 1 - i;
            }

            if (longest == 0) continue;

            var end = WithVersion(text, i + longest);
            yield return field.Plain.Finding(i, end - i, FindingTypes.Other, "lexicon", Verdict.Known);
            i += longest - 1;
        }
    }

    /// <summary>Whether two neighbours are of one word: letters and digits of ASCII, or katakana.</summary>
    static bool Joins(char left, char right) =>
        (char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right)) || (Katakana(left) && Katakana(right));

    static bool Katakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー';

    static int WithVersion(string text, int end) => Version().Match(text, end) is { Success: true } match ? end + match.Length : end;

    static bool InContext(string text, int start, int end)
    {
        var from = Math.Max(0, start - Around);
        return Trade().IsMatch(text.AsSpan(from, start - from)) || Trade().IsMatch(text.AsSpan(end, Math.Min(Around, text.Length - end)));
    }

    [GeneratedRegex(@"\G(?:[ -]?(?:v|ver\.? ?|version )?[0-9]{1,5}(?:\.[0-9a-z]{1,6}){0,4}[a-z]?(?![0-9a-z]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Version();

    [GeneratedRegex(@"ランサム|マルウェア|マルウエア|ボット|グループ|攻撃者|攻撃|犯行|暗号化|拡張子|感染|リークサイト|アクター|検体|ツール|スキャナ|キット|感染|名乗|ransom|malware|gang|group|actor|operator|affiliate|leak|stealer|loader|botnet|backdoor|trojan|rat\b|framework|tool|kit|extension|encrypt|payload|variant|family|sample|beacon|c2|infect|campaign|browser|plugin|scanner", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Trade();
}
