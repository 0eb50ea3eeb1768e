using Ceptoar.Classification.Policies;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.Sealing;

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
    public static Reason Lowered(Tlp original, Tlp ceiling) => new(
        "", LoweredRule, ceiling, LabelRules.None,
        $"提供元の同意と別の担当者の承認により、原文 TLP:{original.Label()}、提供の上限 TLP:{ceiling.Label()} に引き下げました。",
        $"With the source's consent and a second person's approval it was lowered to TLP:{original.Label()} for the original and TLP:{ceiling.Label()} for renditions.",
        []);

    /// <summary>A reason as those learn it who may not know whose report it is: not where it was found, and not whose rule it is, for that names the reporter's CEPTOAR or ministry.</summary>
    public static Reason Unattributed(this Reason reason) =>
        (reason.Policy.Length == 0 || reason.Policy.StartsWith(PolicyScope.National + "/", StringComparison.Ordinal) ? reason : reason with
        {
            Policy = "owner",
            Rule = "owner",
            Ja = "報告者の所管省庁またはCEPTOARの規則によるものです。",
            En = "A rule of the reporter's ministry or CEPTOAR asks for it.",
        }) with
        { Found = [] };

    /// <summary>A reason as it is told on the bus: where it was found is sealed.</summary>
    public static LabelReason Told(this Reason reason, Sealer sealer)
    {
        var told = reason.Unattributed();
        return new()
        {
            Policy = told.Policy,
            Rule = told.Rule,
            Tlp = told.Tlp,
            Raises = told.Raises,
            Ja = told.Ja,
            En = told.En,
            Found = reason.Found.Count == 0 ? null : sealer.Seal(reason.Found),
        };
    }
}
