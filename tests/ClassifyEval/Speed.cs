using System.Diagnostics;
using System.Globalization;

namespace Ceptoar.ClassifyEval;

/// <summary>How many reports a second the engine does on one core: signals, labels and triage.</summary>
static class Speed
{
    const int Passes = 7;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Pass = TimeSpan.FromSeconds(1);

    public static string Measure(IReadOnlyList<EvalReport> reports, Action<EvalReport> decide)
    {
        Run(reports, decide, WarmUp);
        var best = Enumerable.Range(0, Passes).Max(_ => Run(reports, decide, Pass));
        var characters = reports.Average(r => r.Characters);
        return string.Create(CultureInfo.InvariantCulture, $"{best:N0} reports/s on one core (best of {Passes} passes), {characters:N0} characters a report, {best * characters / 1_000_000:0.0} million characters/s");
    }

    static double Run(IReadOnlyList<EvalReport> reports, Action<EvalReport> decide, TimeSpan atLeast)
    {
        var (done, watch) = (0, Stopwatch.StartNew());
        for (; watch.Elapsed < atLeast; done += reports.Count)
        {
            foreach (var report in reports) decide(report);
        }

        return done / watch.Elapsed.TotalSeconds;
    }
}
