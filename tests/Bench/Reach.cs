using System.Diagnostics;

namespace Ceptoar.Bench;

/// <summary>
/// How fast one advisory reaches many connected organisations, in milliseconds, the median of five advisories. P99: from the
/// version's issue, a moment before its inbox rows are durable, to the hint at 99 % of them. FromAcceptance: from the 201 of the
/// report to the last hint.
/// </summary>
public sealed record Reach(double P99, double FromAcceptance)
{
    const int Rounds = 5;

    public static async Task<Reach> Measure(BenchHub hub, Crowd crowd)
    {
        await hub.Arrive(await hub.Submit(5, perSecond: 2)); // the new members have come everywhere, and the way is warm
        var rounds = new List<Reach>();
        for (var round = 0; round < Rounds; round++)
        {
            var report = await hub.Submit(hub.Reporter, CancellationToken.None);
            var advisory = await hub.AdvisoryOf(report);
            var order = (await crowd.Hears(advisory, crowd.Members.Count)).Select(h => h.At).Order().ToArray();
            var issued = (await hub.Reporter.Read($"/api/advisories/{advisory}")).GetProperty("issuedAt").GetDateTimeOffset();
            var agoHeard = Stopwatch.GetElapsedTime(order[(int)(order.Length * 0.99)]).TotalMilliseconds;
            rounds.Add(new((DateTimeOffset.UtcNow - issued).TotalMilliseconds - agoHeard, Stopwatch.GetElapsedTime(report.At, order[^1]).TotalMilliseconds));
            await Task.Delay(500);
        }

        return new(rounds.Select(r => r.P99).Order().ElementAt(Rounds / 2), rounds.Select(r => r.FromAcceptance).Order().ElementAt(Rounds / 2));
    }
}

/// <summary>How long everyone's confirmation of one advisory takes, each by a call of its own over HTTP, in seconds.</summary>
public static class Confirmations
{
    /// <exception cref="InvalidOperationException">One was lost: the reach board does not have it.</exception>
    public static async Task<double> Measure(BenchHub hub, Crowd crowd)
    {
        var advisory = await hub.Advisory(hub.Whole, urgent: true);
        await crowd.Hears(advisory, crowd.Members.Count);
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(crowd.Members, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (member, ct) =>
            await member.Client.Write($"/api/advisories/{advisory}/receipts", new { state = "confirmed" }, idempotencyKey: null, ct));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var counted = (await hub.Analyst.Read($"/api/advisories/{advisory}/reach")).GetProperty("hops").EnumerateArray().Sum(h => h.GetProperty("receipts").GetProperty("confirmed").GetInt32());
        return counted == crowd.Members.Count ? took : throw new InvalidOperationException($"The reach board has {counted} of {crowd.Members.Count} confirmations.");
    }
}

/// <summary>A burst of a hundred advisories for 1,800 organisations each, and an urgent one behind it: milliseconds until all have the urgent one, alone and in the burst.</summary>
public static class Burst
{
    const int Advisories = 100;
    const int Recipients = 1_800;

    public static async Task<(double Alone, double InBurst, double Whole)> Measure(BenchHub hub, HttpClient admin, Crowd crowd)
    {
        var group = await hub.GroupOf(admin, [.. crowd.Members.Take(Recipients).Select(m => m.Id)]);
        var drafts = new List<(Guid, int)>();
        for (var i = 0; i < Advisories; i++) drafts.Add(await hub.Drafted(group, urgent: false));
        var (alone, urgent) = (await hub.Drafted(group, urgent: true), await hub.Drafted(group, urgent: true));

        var began = Stopwatch.GetTimestamp();
        await hub.Release(alone);
        var aloneTook = Last(began, await crowd.Hears(alone.Id, Recipients));

        began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(drafts, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (draft, _) => await hub.Release(draft));
        var urgently = Stopwatch.GetTimestamp();
        await hub.Release(urgent);
        var inBurst = Last(urgently, await crowd.Hears(urgent.Id, Recipients));
        foreach (var (id, _) in drafts) await crowd.Hears(id, Recipients);
        return (aloneTook, inBurst, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    static double Last(long from, IEnumerable<Story.Heard> heard) => Stopwatch.GetElapsedTime(from, heard.Max(h => h.At)).TotalMilliseconds;
}
