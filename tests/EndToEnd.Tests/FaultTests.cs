using System.Collections.Concurrent;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>I1: whatever dies while reports are under way, every accepted one arrives, each once.</summary>
[Collection("hub")]
public class FaultTests(RunningHub hub)
{
    const int InFlight = 220;

    [Theory]
    [InlineData("registry")]
    [InlineData("intake")]
    [InlineData("classification")]
    [InlineData("anonymisation")]
    [InlineData("distribution-1")]
    public Task Nothing_is_lost_or_doubled_when_a_service_is_killed(string program) => Nothing_is_lost_or_doubled(
        () => hub.Signal(program, "KILL"),
        () => hub.Ready(program),
        // what the dead one is not, holds the reports back, so that all of them are under way
        frozen: program == "anonymisation" ? "classification" : "anonymisation");

    [Theory]
    [InlineData("rabbitmq")]
    [InlineData("postgres")]
    public Task Nothing_is_lost_or_doubled_when_the_broker_or_the_database_is_restarted(string program) => Nothing_is_lost_or_doubled(
        () => hub.Script("restart", program),
        async () =>
        {
            foreach (var service in (string[])["registry", "intake", "classification", "distribution-1", "distribution-2"]) await hub.Ready(service);
        },
        frozen: "anonymisation");

    async Task Nothing_is_lost_or_doubled(Func<Task> strike, Func<Task> recovered, string frozen)
    {
        var operators = hub.Operators("telecom");
        var (reporter, peer, other) = (hub.As(operators[0]), hub.As(operators[1]), hub.As(operators[2]));
        var audience = hub.Group("T-CEPTOAR");
        var before = (await Reports.Inbox(peer)).Select(i => i.GetProperty("sequence").GetInt64()).DefaultIfEmpty(0).Max();
        var heard = new ConcurrentBag<Heard>();
        await using var line = await other.Listen(heard.Add);

        await hub.Signal(frozen, "STOP");
        var accepted = new ConcurrentBag<Guid>();
        var submitting = Parallel.ForEachAsync(Enumerable.Range(0, InFlight), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
            accepted.Add(await Reports.SubmitUntilAccepted(reporter, Reports.Next(audience))));
        await RunningHub.Until(() => Task.FromResult(accepted.Count >= InFlight / 2 || submitting.IsCompleted), "No reports were accepted.");
        await strike();
        await submitting;
        await recovered();
        await strike(); // and once more, with all of them under way
        await hub.Signal(frozen, "CONT");
        await recovered();
        await hub.Ready(frozen);

        var advisories = await Reports.Advisories(reporter, accepted);
        Assert.Equal(InFlight, accepted.Distinct().Count());
        Assert.Equal(InFlight, advisories.Values.Distinct().Count());

        var arrived = (await Reports.Inbox(peer, before)).Select(i => i.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(advisories.Values.Order(), arrived.Order());
        Assert.Equal(InFlight, (await reporter.Read($"/api/reports?limit=500")).GetProperty("items").EnumerateArray().Count(r => accepted.Contains(r.GetProperty("id").GetGuid())));

        // whoever was connected, or connects again, hears of each one
        await using var again = await other.Listen(heard.Add);
        var caughtUp = new List<(long Sequence, Guid AdvisoryId)>();
        while (await again.CatchUp(caughtUp.Select(c => c.Sequence).LastOrDefault(before)) is { Count: > 0 } more) caughtUp.AddRange(more);
        Assert.Equal(Enumerable.Range(1, InFlight).Select(n => before + n), caughtUp.Select(c => c.Sequence));
        Assert.Equal(advisories.Values.Order(), caughtUp.Select(c => c.AdvisoryId).Order());
        Assert.Equal(heard.Count, heard.DistinctBy(h => h.Sequence).Count());
    }
}
