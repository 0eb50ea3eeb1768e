using System.Diagnostics;
using System.Globalization;

namespace Ceptoar.ClassifyEval;

/// <summary>How many reports a second the engine does on one core: signals, labels and triage.</summary>
static class Speed
{
    const int Passes = 5;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Pass = TimeSpan.FromSeconds(1);

    public static string Measure(IReadOnlyList<EvalReport> reports, Action<EvalReport> decide)
    {
        Run(reports, decide, WarmUp);
        var passes = Enumerable.Range(0, Passes).Select(_ => Run(reports, decide, Pass)).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{passes.Max(p => p.ByClock):N0} reports/s on one core by the clock, {passes.Max(p => p.ByProcessor):N0} by processor time (best of {Passes} passes), {reports.Average(r => r.Characters):N0} characters a report");
    }

    /// <summary>On a machine that others use, too, the clock tells less than the processor's time.</summary>
    static (double ByClock, double ByProcessor) Run(IReadOnlyList<EvalReport> reports, Action<EvalReport> decide, TimeSpan atLeast)
    {
        var watch = Stopwatch.StartNew();
        var used = Environment.CpuUsage.TotalTime;
        var done = 0;
        for (; watch.Elapsed < atLeast; done += reports.Count)
        {
            foreach (var report in reports) decide(report);
        }

        return (done / watch.Elapsed.TotalSeconds, done / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }
}
