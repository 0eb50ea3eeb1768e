using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Classification.Tests.Labelling;

public class LabelRulesTests
{
    static readonly Gen<Tlp> AnyTlp = Gen.Elements(Enum.GetValues<Tlp>());

    static readonly Gen<LabelReason> AnyReason =
        from tlp in AnyTlp
        from raises in Gen.Elements(LabelRules.Both, LabelRules.OriginalOnly)
        select new LabelReason { Rule = $"{raises}.{tlp}", Tlp = tlp, Raises = raises, Ja = "", En = "" };

    static readonly Gen<(Tlp Wish, LabelReason[] Reasons)> AnyCase =
        from wish in AnyTlp
        from reasons in AnyReason.ListOf()
        select (wish, reasons.ToArray());

    [Fact]
    public void No_label_is_ever_below_the_wish() => Holds(AnyCase, c =>
    {
        var labels = LabelRules.Decide(c.Wish, c.Reasons);
        return labels.Original >= c.Wish && labels.Ceiling >= c.Wish;
    });

    [Fact]
    public void The_original_is_never_below_the_ceiling() => Holds(AnyCase, c => LabelRules.Decide(c.Wish, c.Reasons) is var labels && labels.Original >= labels.Ceiling);

    [Fact]
    public void A_further_reason_never_lowers_a_label() => Holds(
        from c in AnyCase from more in AnyReason select (c.Wish, c.Reasons, more),
        c =>
        {
            var (before, after) = (LabelRules.Decide(c.Wish, c.Reasons), LabelRules.Decide(c.Wish, [.. c.Reasons, c.more]));
            return after.Original >= before.Original && after.Ceiling >= before.Ceiling;
        });

    [Fact]
    public void The_order_of_the_reasons_does_not_matter() => Holds(AnyCase, c =>
    {
        var (one, other) = (LabelRules.Decide(c.Wish, c.Reasons), LabelRules.Decide(c.Wish, c.Reasons.Reverse()));
        return one.Original == other.Original && one.Ceiling == other.Ceiling;
    });

    [Fact]
    public void Every_label_is_one_that_somebody_asked_for() => Holds(AnyCase, c =>
    {
        var labels = LabelRules.Decide(c.Wish, c.Reasons);
        return labels.Reasons.Any(r => r.Tlp == labels.Original) && labels.Reasons.Any(r => r.Tlp == labels.Ceiling && r.Raises == LabelRules.Both);
    });

    [Fact]
    public void What_raises_the_original_only_leaves_the_ceiling_alone()
    {
        var labels = LabelRules.Decide(Tlp.Green, [new() { Rule = "personalData", Tlp = Tlp.Red, Raises = LabelRules.OriginalOnly, Ja = "", En = "" }]);

        Assert.Equal((Tlp.Red, Tlp.Green), (labels.Original, labels.Ceiling));
    }

    [Fact]
    public void A_scope_that_nobody_knows_raises_both()
    {
        var labels = LabelRules.Decide(Tlp.Green, [new() { Rule = "new", Tlp = Tlp.Amber, Raises = "nonsense", Ja = "", En = "" }]);

        Assert.Equal((Tlp.Amber, Tlp.Amber), (labels.Original, labels.Ceiling));
    }

    [Fact]
    public void The_wish_is_the_first_reason() => Assert.Equal("wish", LabelRules.Decide(Tlp.Amber, []).Reasons[0].Rule);

    static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), property));
}
