using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;

namespace Ceptoar.Classification.Labelling;

/// <summary>The reasons that come from people; what they wrote stands with the change, not here.</summary>
public static class PersonReasons
{
    public const string RaisedRule = "person.raised";
    public const string LoweredRule = "person.lowered";

    /// <summary>What a person raised; null where that label was left.</summary>
    public static IEnumerable<Reason> Raised(Tlp? original, Tlp? ceiling)
    {
        if (original is { } o) yield return Of(o, LabelRules.OriginalOnly);
        if (ceiling is { } c) yield return Of(c, LabelRules.Both);

        static Reason Of(Tlp tlp, string raises) => new(
            "", RaisedRule, tlp, raises,
            $"担当者が TLP:{tlp.Label()} に引き上げました。", $"A person raised it to TLP:{tlp.Label()}.", []);
    }

    /// <summary>Below the other reasons, by the consent of the source and a second person.</summary>
    public static LabelReason Lowered(Tlp original, Tlp ceiling) => new()
    {
        Rule = LoweredRule,
        Tlp = ceiling,
        Raises = LabelRules.None,
        Ja = $"提供元の同意と別の担当者の承認により、原文 TLP:{original.Label()}、提供の上限 TLP:{ceiling.Label()} に引き下げました。",
        En = $"With the source's consent and a second person's approval it was lowered to TLP:{original.Label()} for the original and TLP:{ceiling.Label()} for renditions.",
    };

    /// <summary>A reason as it is told on the bus and kept in the table: without where it was found, unless that is sealed.</summary>
    public static LabelReason Told(this Reason reason, SealedText? found = null) =>
        new() { Policy = reason.Policy, Rule = reason.Rule, Tlp = reason.Tlp, Raises = reason.Raises, Ja = reason.Ja, En = reason.En, Found = found };
}
