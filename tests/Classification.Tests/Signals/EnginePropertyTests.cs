using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Classification.Tests.Signals;

/// <summary>What holds of every text there is.</summary>
public class EnginePropertyTests
{

    static readonly Gen<Tlp> AnyTlp = Gen.Elements(Enum.GetValues<Tlp>());

    [Fact]
    public void No_label_is_ever_below_the_wish() => Holds(
        from wish in AnyTlp from text in AnyReport.Written select (wish, text),
        c => Engine.Decide(c.wish, c.text) is var labels && labels.Original >= c.wish && labels.Ceiling >= c.wish);

    [Fact]
    public void A_further_sentence_never_lowers_a_label() => Holds(
        from text in AnyReport.Written from more in AnyReport.Written select (text, more),
        c =>
        {
            var (before, after) = (Engine.Decide(Tlp.Clear, c.text), Engine.Decide(Tlp.Clear, Engine.Report(c.text) with { PlainSummary = c.more }));
            return after.Original >= before.Original && after.Ceiling >= before.Ceiling;
        });

    [Fact]
    public void The_order_of_the_signals_does_not_matter() => Holds(AnyReport.Written, text =>
    {
        var (report, signals) = (Engine.Report(text), Engine.Find(text));
        var (one, other) = (LabelRules.Decide(Tlp.Clear, report, signals, Engine.National), LabelRules.Decide(Tlp.Clear, report, [.. signals.Reverse()], Engine.National));
        return one.Original == other.Original && one.Ceiling == other.Ceiling && one.Reasons.Select(Written).SequenceEqual(other.Reasons.Select(Written));
    });

    [Fact]
    public void Deciding_twice_gives_the_same() => Holds(AnyReport.Broken, text => Engine.Find(text).SequenceEqual(Engine.Find(text)));

    [Fact]
    public void Every_spelling_of_a_text_has_the_same_labels() => Holds(
        from text in AnyReport.Written from spelling in Gen.Elements(Engine.Spellings) select (text, spelling),
        c =>
        {
            var (one, other) = (Engine.Decide(Tlp.Clear, c.text), Engine.Decide(Tlp.Clear, c.spelling.Write(c.text)));
            return one.Original == other.Original && one.Ceiling == other.Ceiling && one.Reasons.Select(r => r.Rule).SequenceEqual(other.Reasons.Select(r => r.Rule));
        });

    [Fact]
    public void Any_string_is_answered_with_places_inside_it() => Holds(
        from body in AnyReport.Broken from title in AnyReport.Broken from value in AnyReport.Broken select (body, title, value),
        c =>
        {
            var report = Engine.Report(c.body, c.title) with { Indicators = [new ReportedIndicator { Type = "other", Value = c.value, Role = "victim" }] };
            var signals = Engine.Find(report);
            TriageRules.Propose(report, signals);
            return signals.All(s => !s.IsFailure && s.Found is { Start: >= 0, Length: > 0 } found && found.Start + found.Length <= Length(found.Field));

            int Length(string field) => field switch { "title" => c.title.Length, "body" => c.body.Length, _ => c.value.Length };
        });

    [Fact]
    public void A_recogniser_that_fails_gives_RED_and_stops_no_other()
    {
        Recogniser broken = (_, _, _) => throw new InvalidOperationException("broken");
        var report = Engine.Report("TLP:GREEN");
        var signals = SignalFinder.Find(ReportText.Of(report), MemberNames.None, Engine.Today, [("broken", broken), ("markings", MarkingSignals.Find)]);

        Assert.Equal(["failure.broken", SignalTable.MarkingGreen.Value], signals.Select(s => s.Code).Order());
        Assert.True(LabelRules.Decide(Tlp.Clear, report, signals, Engine.National) is { Original: Tlp.Red, Ceiling: Tlp.Red });
        Assert.Equal(("high", "urgent"), TriageRules.Propose(report, signals) is var proposal ? (proposal.Severity, proposal.Urgency) : default);
    }

    [Fact]
    public void A_text_that_cannot_be_read_gives_RED()
    {
        var report = Engine.Report("") with { Body = null! };

        Assert.True(Engine.Decide(Tlp.Clear, report) is { Original: Tlp.Red, Ceiling: Tlp.Red });
    }

    static string Written(Reason reason) => $"{reason.Rule} {string.Join(' ', reason.Found.Select(f => f.ToString()).Order(StringComparer.Ordinal))}";

    static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Check.One(Seeded.Cases(10_000), Prop.ForAll(cases.ToArbitrary(), property));
}
