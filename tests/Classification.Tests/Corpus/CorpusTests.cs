using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.ClassifyEval;
using Xunit.Abstractions;

namespace Ceptoar.Classification.Tests.Corpus;

/// <summary>The national default on labelled reports: those it was tuned on, and those kept aside.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    static readonly AppliedPolicy National = new("national/1", NationalPolicy.Rules);

    /// <summary>The day on which the reports were labelled: embargoes count from it.</summary>
    static readonly DateOnly LabelledOn = new(2026, 11, 21);

    /// <summary>The target is none too low in any file and at most one in ten too high; each stands no worse than it has come.</summary>
    [Theory]
    [InlineData("tuned.jsonl", 1)]
    [InlineData("tuned-more.jsonl", 0)]
    [InlineData("tuned-aside.jsonl", 6)]
    [InlineData("tuned-wide.jsonl", 3)]
    [InlineData("wide-aside.jsonl", 10)]
    [InlineData("held-out.jsonl", 5)]
    [InlineData("held-out-second.jsonl", 4, 25)]
    public void Few_are_labelled_too_low_and_not_many_too_high(string file, int tooLow, int percentTooHigh = 10)
    {
        var reports = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpus", file)).Select((line, i) => EvalLine.Read(line, i + 1)).ToList();
        var decided = reports.Select(r => (Report: r, Labels: LabelRules.Decide(r.Wish, r.Case, SignalFinder.Find(r.Case, MemberNames.None, LabelledOn), National))).ToList();

        string[] under = [.. decided.Where(d => d.Labels.Original < d.Report.Expected!.Value.Original || d.Labels.Ceiling < d.Report.Expected!.Value.Ceiling).Select(d => d.Report.Id)];
        string[] over = [.. decided.Where(d => d.Labels.Original > d.Report.Expected!.Value.Original || d.Labels.Ceiling > d.Report.Expected!.Value.Ceiling).Select(d => d.Report.Id)];
        output.WriteLine($"{file}: {reports.Count} reports, {under.Length} under-classified, {over.Length} over-classified");

        Assert.InRange(under.Length, 0, tooLow);
        Assert.InRange(over.Length, 0, reports.Count * percentTooHigh / 100);
    }
}
