using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Tests.Signals;
using Ceptoar.Contracts;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Classification.Tests.Labelling;

public class LabelRulesTests
{
    static readonly Gen<Tlp> AnyTlp = Gen.Elements(Enum.GetValues<Tlp>());

    static readonly Gen<Signal> AnySignal = Gen.OneOf(
        Gen.Elements(SignalTable.All.Select(c => new Signal(c.Value)).ToArray()),
        Gen.Elements(SignalTable.All.Select(c => new Signal(c.Value, new("body", 3, 4))).ToArray()),
        Gen.Constant(new Signal("never.heard.of")));

    static readonly Gen<PolicyRule> AnyRule =
        from tlp in AnyTlp
        from raises in Gen.Elements(LabelRules.Both, LabelRules.OriginalOnly, LabelRules.None)
        from signals in Gen.Elements(SignalTable.All.Select(c => c.Value).ToArray()).ListOf()
        from handling in Gen.Elements("noCopy", "encrypt").ListOf()
        select new PolicyRule { Id = $"{tlp}.{raises}", When = new() { Signals = [.. signals] }, Tlp = tlp, Raises = raises, Handling = [.. handling], Ja = "", En = "" };

    static readonly Gen<Case> AnyCase =
        from wish in AnyTlp
        from signals in AnySignal.ListOf()
        from rules in AnyRule.ListOf()
        select new Case(wish, [.. signals], new("ceptoar.telecom/1", [.. rules]));

    static readonly Contracts.Intake.CaseFile Report = Fake.CaseFile();

    [Fact]
    public void No_label_is_ever_below_the_wish() => Holds(AnyCase, c => c.Decide() is var labels && labels.Original >= c.Wish && labels.Ceiling >= c.Wish);

    [Fact]
    public void The_original_is_never_below_the_ceiling() => Holds(AnyCase, c => c.Decide() is var labels && labels.Original >= labels.Ceiling);

    [Fact]
    public void A_further_signal_never_lowers_a_label() => Holds(
        from c in AnyCase from more in AnySignal select (c, more),
        both => NotLower(both.c.Decide(), (both.c with { Signals = [.. both.c.Signals, both.more] }).Decide()));

    [Fact]
    public void A_further_policy_never_lowers_a_label() => Holds(AnyCase, c => NotLower(LabelRules.Decide(c.Wish, Report, c.Signals, Engine.National), c.Decide()));

    [Fact]
    public void The_order_of_the_signals_does_not_matter() => Holds(AnyCase, c => Same(c.Decide(), (c with { Signals = [.. c.Signals.Reverse()] }).Decide()));

    [Fact]
    public void Deciding_twice_gives_the_same() => Holds(AnyCase, c => Same(c.Decide(), c.Decide()));

    [Fact]
    public void The_failure_of_any_recogniser_is_RED() => Holds(
        from c in AnyCase from recogniser in Gen.Elements("markings", "secrets", "anything") select (c, recogniser),
        both => (both.c with { Signals = [.. both.c.Signals, Signal.Failure(both.recogniser)] }).Decide() is { Original: Tlp.Red, Ceiling: Tlp.Red });

    [Fact]
    public void Every_label_is_one_that_somebody_asked_for() => Holds(AnyCase, c =>
    {
        var labels = c.Decide();
        return labels.Reasons.Any(r => r.Tlp == labels.Original && r.Raises != LabelRules.None) && labels.Reasons.Any(r => r.Tlp == labels.Ceiling && r.Raises == LabelRules.Both);
    });

    [Fact]
    public void What_raises_the_original_only_leaves_the_ceiling_alone()
    {
        var labels = LabelRules.Decide(Tlp.Green, Report, [new(SignalTable.Secret.Value)], Engine.National);

        Assert.Equal((Tlp.Red, Tlp.Green), (labels.Original, labels.Ceiling));
    }

    [Fact]
    public void The_wish_is_the_first_reason() => Assert.Equal("wish", LabelRules.Decide(Tlp.Amber, Report, [], Engine.National).Reasons[0].Rule);

    [Fact]
    public void A_reason_names_every_place_once_and_in_order()
    {
        Signal[] signals = [new(SignalTable.Secret.Value, new("title", 5, 1)), new(SignalTable.Secret.Value, new("body", 9, 1)), new(SignalTable.Secret.Value, new("body", 2, 1)), new(SignalTable.Secret.Value, new("body", 2, 1))];

        Assert.Equal([new("body", 2, 1), new("body", 9, 1), new("title", 5, 1)], LabelRules.Decide(Tlp.Clear, Report, signals, Engine.National).Reasons[1].Found);
    }

    [Fact]
    public void Every_signal_but_the_mark_of_a_drill_has_its_national_rule() =>
        Assert.Equal(SignalTable.All.Select(c => c.Value).Except([SignalTable.Drill.Value]).Order(), NationalPolicy.Rules.SelectMany(r => r.When.Signals).Order());

    static bool NotLower(Labels before, Labels after) => after.Original >= before.Original && after.Ceiling >= before.Ceiling && !before.Handling.Except(after.Handling).Any();

    static bool Same(Labels one, Labels other) => one.Original == other.Original && one.Ceiling == other.Ceiling && one.Reasons.Select(r => r.Rule).SequenceEqual(other.Reasons.Select(r => r.Rule)) && one.Handling.SequenceEqual(other.Handling);

    static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Check.One(Seeded.Cases(10_000), Prop.ForAll(cases.ToArbitrary(), property));

    sealed record Case(Tlp Wish, IReadOnlyCollection<Signal> Signals, AppliedPolicy Further)
    {
        public Labels Decide() => LabelRules.Decide(Wish, Report, Signals, Engine.National, Further);
    }
}
