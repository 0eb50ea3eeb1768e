using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>What the approver should know of the rendition before it leaves.</summary>
static partial class RiskRules
{
    public static Risk Judge(string rendered, IReadOnlyCollection<Kept> kept, IReadOnlyCollection<Removal> removed, int k, int threshold)
    {
        var reasons = new List<Notice>();
        if (k < threshold) reasons.Add(KAnonymity.TooFew(k));

        if (Singular().IsMatch(rendered)) Add("text.singular", "「唯一」「国内初」など、発信元を絞り込める表現が残っています。", "Words such as \"the only\" or \"the first\" may point to the source.");
        if (Figures().IsMatch(rendered)) Add("text.figures", "人数・世帯数・設備規模などの具体的な数値が残っています。", "Figures of customers, beds, output or the like are left in.");
        if (LongNumber().IsMatch(rendered)) Add("text.numbers", "6桁以上の番号が残っています。", "Numbers of six or more digits are left in.");
        if (kept.Any(i => i is { Role: "unknown", Type: "ipv4" or "ipv6" or "domain" or "url" }))
        {
            Add("indicators.unknown", "攻撃側か被害側か不明なアドレスやドメインが残っています。", "Addresses or domains are left in of which nobody said whose they are.");
        }

        if (removed.Any(r => r.Rule.Contains("encoded", StringComparison.Ordinal))) Add("text.encoded", "符号化された文字列に識別情報が含まれていました。", "Encoded words held identifying text.");

        return new() { Level = k < threshold ? "high" : reasons.Count > 0 ? "medium" : "low", Reasons = [.. reasons], K = k };

        void Add(string code, string ja, string en) => reasons.Add(new() { Code = code, Ja = ja, En = en });
    }

    [GeneratedRegex(@"唯一|国内初|世界初|業界初|国内最大|業界最大|日本最大|最大手|業界[0-9一二三]位|(?:の|で)み(?:が|の)(?:運用|提供|保有)|\bthe (?:only|sole|largest|first)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex Singular();

    [GeneratedRegex(@"[0-9０-９][0-9０-９,，.万億千百]{0,12}\s?(?:人|名|世帯|床|戸|口座|契約|MW|kW|ＭＷ|億円|万円|便|本の列車|customers|households|beds|accounts)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<![0-9A-Za-z.:-])[0-9]{6,20}(?![0-9A-Za-z.:-])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LongNumber();
}
