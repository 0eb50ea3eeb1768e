using System.Diagnostics;

namespace Ceptoar.Bench;

/// <summary>Milliseconds from the 201 of a report to the hint at a connected peer, at 20 reports a second.</summary>
public sealed record Latency(double P50, double P99)
{
    public static async Task<Latency> Measure(BenchHub hub)
    {
        await hub.Arrive(await hub.Submit(400, perSecond: 20)); // at this pace, too, the way is warm
        var arrived = await hub.Arrive(await hub.Submit(400, perSecond: 20));
        double[] milliseconds = [.. arrived.Select(a => Math.Max(0, (a.Heard - a.Report.At) * 1000.0 / Stopwatch.Frequency)).Order()];
        return new(milliseconds[milliseconds.Length / 2], milliseconds[(int)(milliseconds.Length * 0.99)]);
    }
}
