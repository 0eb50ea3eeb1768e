using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;

namespace Ceptoar.Classification.Policies;

/// <summary>
/// The first version of the national default. What anonymisation takes out (names, personal data, secrets, victims' addresses) raises the
/// original alone; what survives it (markings, embargo, investigation, control systems) raises both.
/// </summary>
public static class NationalPolicy
{
    public static IReadOnlyList<PolicyRule> Rules { get; } =
    [
        Rule(Tlp.Red, LabelRules.Both, SignalTable.MarkingRed),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.MarkingAmberStrict),
        Rule(Tlp.Amber, LabelRules.Both, SignalTable.MarkingAmber),
        Rule(Tlp.Green, LabelRules.Both, SignalTable.MarkingGreen),
        Rule(Tlp.Clear, LabelRules.Both, SignalTable.MarkingClear),
        Rule(Tlp.Red, LabelRules.Both, SignalTable.MarkingUnknown),
        Rule(Tlp.Red, LabelRules.Both, SignalTable.MarkingSecret),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.MarkingInternal),
        Rule(Tlp.Amber, LabelRules.Both, SignalTable.MarkingRestricted),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.HandlingNoCopy, "noCopy"),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.HandlingNoRedistribution, "noRedistribution"),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.HandlingNoTakeOut, "noTakeOut"),
        Rule(Tlp.Amber, LabelRules.Both, SignalTable.HandlingEncrypt, "encrypt"),
        Rule(Tlp.Red, LabelRules.Both, SignalTable.HandlingDestroy, "destroyAfterReading"),
        Rule(Tlp.Red, LabelRules.OriginalOnly, SignalTable.Secret),
        Rule(Tlp.Red, LabelRules.OriginalOnly, SignalTable.MyNumber),
        Rule(Tlp.Red, LabelRules.OriginalOnly, SignalTable.Card),
        Rule(Tlp.AmberStrict, LabelRules.OriginalOnly, SignalTable.PeopleList),
        Rule(Tlp.Amber, LabelRules.OriginalOnly, SignalTable.Person),
        Rule(Tlp.Amber, LabelRules.OriginalOnly, SignalTable.CorporateNumber),
        Rule(Tlp.Amber, LabelRules.OriginalOnly, SignalTable.VictimAddress),
        Rule(Tlp.AmberStrict, LabelRules.OriginalOnly, SignalTable.OtherVictim),
        Rule(Tlp.Amber, LabelRules.OriginalOnly, SignalTable.OtherMember),
        Rule(Tlp.Amber, LabelRules.Both, SignalTable.ControlSystem),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.Unpublished),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.Embargo),
        Rule(Tlp.Amber, LabelRules.Both, SignalTable.Police),
        Rule(Tlp.AmberStrict, LabelRules.Both, SignalTable.Investigation),
        Rule(Tlp.Green, LabelRules.Both, SignalTable.Ongoing),
    ];

    static PolicyRule Rule(Tlp tlp, string raises, Code signal, params string[] handling) => new()
    {
        Id = signal.Value,
        When = new() { Signals = [signal.Value] },
        Tlp = tlp,
        Raises = raises,
        Handling = handling,
        Ja = raises == LabelRules.Both ? $"{signal.Ja}があります。匿名化しても残る事項です。" : $"{signal.Ja}があります。匿名化により除かれるため、原文のみ引き上げます。",
        En = raises == LabelRules.Both ? $"It has {signal.En}, which anonymisation does not take away." : $"It has {signal.En}, which anonymisation takes out, so only the original is raised.",
    };
}
