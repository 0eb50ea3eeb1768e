using System.Diagnostics;

namespace Ceptoar.Bench;

/// <summary>Reports a second through the whole pipeline: from the first submission to the hint of the last, each checked to have arrived once.</summary>
public static class Sustained
{
    public const int Reports = 3000;

    public static async Task<double> Measure(BenchHub hub)
    {
        var began = Stopwatch.GetTimestamp();
        var arrived = await hub.Arrive(await hub.Submit(Reports, perSecond: null));
        return Reports / Stopwatch.GetElapsedTime(began, arrived.Max(a => a.Heard)).TotalSeconds;
    }
}
