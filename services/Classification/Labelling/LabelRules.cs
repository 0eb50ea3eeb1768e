using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;

namespace Ceptoar.Classification.Labelling;

/// <summary>The two labels of a report version with every reason that bears on them.</summary>
public record Labels(Tlp Original, Tlp Ceiling, IReadOnlyList<LabelReason> Reasons);

/// <summary>Decides by the strictest of all reasons: more reasons never lower a label, and their order does not matter.</summary>
public static class LabelRules
{
    public const string Both = "both";
    public const string OriginalOnly = "original";

    public static Labels Decide(Tlp requested, IEnumerable<LabelReason> signals)
    {
        LabelReason[] reasons = [Wish(requested), .. signals];
        return new(reasons.Max(r => r.Tlp), reasons.Where(r => r.Raises != OriginalOnly).Max(r => r.Tlp), reasons);
    }

    static LabelReason Wish(Tlp requested) => new()
    {
        Rule = "wish",
        Tlp = requested,
        Raises = Both,
        Ja = $"報告者の希望は TLP:{requested.Label()} です。",
        En = $"The reporter asked for TLP:{requested.Label()}.",
    };
}
