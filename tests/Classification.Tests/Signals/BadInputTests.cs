using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.ClassifyEval;

namespace Ceptoar.Classification.Tests.Signals;

/// <summary>Inputs made to be slow, or long, are answered in full. That they cost in proportion to their length is counted in memory, for time differs by machine.</summary>
public class BadInputTests
{
    const int Long = 100_000;

    public static TheoryData<string> Pieces => [.. BadInputs.Pieces];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_text_made_to_be_slow_is_answered_in_proportion_to_its_length(string piece)
    {
        var (half, whole) = (Cost(BadInputs.Repeated(piece, Long / 2)), Cost(BadInputs.Repeated(piece, Long)));

        Assert.True(whole < (half * 3) + 1_000_000, $"{half} bytes for half of it, {whole} for all");
    }

    [Fact]
    public void An_empty_report_has_no_signals() => Assert.Empty(Engine.Find(Engine.Report("", title: "")));

    [Fact]
    public void Ten_thousand_lines_of_a_log_are_answered()
    {
        var log = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"2026-11-21T10:{i / 60 % 60:D2}:{i % 60:D2} fw01 deny tcp 203.0.113.{i % 256}:{40_000 + i % 9_999} -> 192.168.{i % 8}.{i % 250}:502 user=u{i} status=RED\n"));

        var signals = Engine.Find(log);

        Assert.DoesNotContain(signals, s => s.IsFailure);
        Assert.Equal([SignalTable.VictimAddress.Value], signals.Select(s => s.Code).Distinct());
    }

    [Fact]
    public void Signals_at_the_end_of_a_long_text_are_found()
    {
        var text = BadInputs.Repeated("本日の状況を記す。", Long) + "TLP:RED パスワード：abc12345";

        Assert.Equal([SignalTable.MarkingRed.Value, SignalTable.Secret.Value], Engine.Codes(text));
    }

    [Fact]
    public void A_thousand_indicators_are_answered()
    {
        var report = Engine.Report("本文") with { Indicators = [.. Enumerable.Range(0, 1_000).Select(i => new Contracts.Intake.ReportedIndicator { Type = "ipv4", Value = $"203.0.113.{i % 256}", Role = "victim" })] };

        Assert.Equal(1_000, Engine.Find(report).Count);
    }

    static long Cost(string text)
    {
        var report = Engine.Report(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var signals = Engine.Find(report);
        TriageRules.Propose(report, signals);
        var cost = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.DoesNotContain(signals, s => s.IsFailure);
        return cost;
    }
}
