using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Tests.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;

namespace Ceptoar.Classification.Tests.Triage;

public class SuggestionsTests
{
    static readonly Contracts.Intake.CaseFile Sign = Engine.Report("不審なスキャンを検知した。影響はない。") with { Kind = "sign" };

    [Theory]
    [InlineData(Tlp.Clear, false)]
    [InlineData(Tlp.Green, false)]
    [InlineData(Tlp.Amber, true)]
    [InlineData(Tlp.AmberStrict, true)]
    [InlineData(Tlp.Red, true)]
    public void A_sign_with_nothing_identifying_could_go_further(Tlp requested, bool suggested) => Assert.Equal(suggested ? Tlp.Green : null, Suggestions.For(Sign, requested, Engine.Find(Sign))?.Tlp);

    [Fact]
    public void The_event_makes_a_sign_too() => Assert.NotNull(Suggestions.For(Sign with { Kind = "incident", Events = ["precursor.sign"] }, Tlp.Amber, []));

    [Fact]
    public void An_incident_is_left_to_its_reporter() => Assert.Null(Suggestions.For(Sign with { Kind = "incident", Events = [] }, Tlp.Amber, []));

    [Fact]
    public void Whatever_narrows_a_label_and_every_failure_keeps_it_from_being_suggested()
    {
        foreach (var code in SignalTable.All.Except([SignalTable.MarkingClear, SignalTable.MarkingGreen, SignalTable.Ongoing, SignalTable.Drill])) Assert.Null(Suggestions.For(Sign, Tlp.Amber, [new(code.Value)]));

        Assert.Null(Suggestions.For(Sign, Tlp.Amber, [Signal.Failure("markings")]));
    }
}
