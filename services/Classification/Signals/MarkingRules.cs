using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Labelling;

/// <summary>
/// Finds handling markings written in a report: TLP 2.0 and 1.0 labels and Japanese marks, in any spelling that looks alike. What is
/// marked must not go out wider, so a marking raises both labels. A search that fails gives RED.
/// </summary>
public static partial class MarkingRules
{
    /// <summary>Japanese marks and the label each asks for at least; matched without white space, after NFKC.</summary>
    public static IReadOnlyList<(string Mark, Tlp Tlp)> Marks { get; } =
    [
        ("関係者限り", Tlp.Amber),
        ("関係者のみ", Tlp.Amber),
        ("取扱注意", Tlp.Amber),
        ("取り扱い注意", Tlp.Amber),
        ("機密性2", Tlp.Amber),
        ("再配布禁止", Tlp.AmberStrict),
        ("転送禁止", Tlp.AmberStrict),
        ("複製禁止", Tlp.AmberStrict),
        ("関係者外秘", Tlp.AmberStrict),
        ("部外秘", Tlp.AmberStrict),
        ("社外秘", Tlp.AmberStrict),
        ("機密性3", Tlp.AmberStrict),
        ("読後破棄", Tlp.Red),
        ("【red】", Tlp.Red),
        ("[red]", Tlp.Red),
        ("【amber+strict】", Tlp.AmberStrict),
        ("【amber】", Tlp.Amber),
    ];

    static readonly (string Label, Tlp Tlp)[] Labels =
    [
        ("amber+strict", Tlp.AmberStrict), ("amber-strict", Tlp.AmberStrict), ("amberstrict", Tlp.AmberStrict),
        ("red", Tlp.Red), ("amber", Tlp.Amber), ("green", Tlp.Green), ("clear", Tlp.Clear), ("white", Tlp.Clear), // TLP 1.0's WHITE
    ];

    public static IReadOnlyList<LabelReason> Find(CaseFile report)
    {
        try
        {
            return [.. new[] { report.Title, report.Body, report.PlainSummary ?? "" }.SelectMany(FindIn).DistinctBy(r => r.Rule)];
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            return [Failed()];
        }
    }

    static IEnumerable<LabelReason> FindIn(string text)
    {
        var squeezed = TextView.Squeezed(text).Text;
        foreach (var (mark, tlp) in Marks)
        {
            if (squeezed.Contains(mark, StringComparison.Ordinal)) yield return Reason($"marking.{mark}", tlp, mark);
        }

        foreach (Match match in TlpMarking().Matches(squeezed))
        {
            var written = match.Groups["label"].Value;
            var known = Labels.FirstOrDefault(l => written.StartsWith(l.Label, StringComparison.Ordinal));
            if (known.Label is not null) yield return Reason($"marking.tlp.{known.Tlp.Label()}", known.Tlp, $"TLP:{known.Tlp.Label()}");
            else if (match.Groups["colon"].Length > 0) yield return Unknown();
        }
    }

    static LabelReason Reason(string rule, Tlp tlp, string mark) => new()
    {
        Rule = rule,
        Tlp = tlp,
        Raises = LabelRules.Both,
        Ja = $"本文等に取扱表示「{mark}」があります。",
        En = $"The text carries the marking \"{mark}\".",
    };

    static LabelReason Unknown() => new()
    {
        Rule = "marking.tlp.unknown",
        Tlp = Tlp.Red,
        Raises = LabelRules.Both,
        Ja = "本文等に TLP の未知のラベルがあるため、最も厳しい RED とします。",
        En = "The text carries a TLP label that does not exist; it is treated as RED.",
    };

    static LabelReason Failed() => new()
    {
        Rule = "failure.markings",
        Tlp = Tlp.Red,
        Raises = LabelRules.Both,
        Ja = "取扱表示の検査を完了できなかったため、最も厳しい RED とします。",
        En = "The search for markings could not be completed; it is treated as RED.",
    };

    // squeezed text has no blanks left, so what follows a label may be any word; a label too many is safe, one too few is not
    [GeneratedRegex("tlp(?<colon>[:;=_/-]?)(?<label>[a-z][a-z+-]{0,20})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex TlpMarking();
}
