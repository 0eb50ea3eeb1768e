using System.Collections.Concurrent;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>What the centre writes reaches everyone once, whatever fails while it goes out.</summary>
[Collection("hub")]
public class ReleaseFaultTests(RunningHub hub)
{
    static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_release_while_the_broker_is_away_for_half_a_minute_reaches_everyone_once()
    {
        var members = hub.Operators("telecom").Select(hub.As).ToArray();
        var heard = members.Select(_ => new ConcurrentBag<Heard>()).ToArray();
        var lines = await Task.WhenAll(members.Select((m, i) => m.Listen(heard[i].Add)));

        await hub.Script("supervisorctl", "stop", "rabbitmq");
        var ids = new List<Guid>();
        try
        {
            for (var i = 0; i < 3; i++) ids.Add(await Release($"ブローカー停止中の注意喚起 {i}"));
            await Task.Delay(Outage);
        }
        finally
        {
            await hub.Script("supervisorctl", "start", "rabbitmq");
        }

        foreach (var service in (string[])["registry", "intake", "classification", "anonymisation", "distribution-1", "distribution-2"]) await hub.Ready(service);
        foreach (var line in lines) await line.DisposeAsync();
        await EveryoneHasEachOnce(members, ids);
        Assert.All(heard, h => Assert.Equal(h.Count, h.DistinctBy(x => x.Sequence).Count()));
    }

    [Theory]
    [InlineData("distribution-1")]
    [InlineData("distribution-2")]
    public async Task With_one_instance_frozen_the_other_serves_and_nobody_misses_or_doubles_anything(string frozen)
    {
        var members = hub.Operators("telecom").Select(hub.As).ToArray();
        await hub.Signal(frozen, "STOP");
        var ids = new List<Guid>();
        try
        {
            await RunningHub.Until(async () =>
            {
                ids.Add(await Release("一台停止中の注意喚起"));
                return ids.Count == 3;
            }, "Nothing could be released while one instance was frozen.");
        }
        finally
        {
            await hub.Signal(frozen, "CONT");
        }

        await hub.Ready(frozen);
        await EveryoneHasEachOnce(members, ids);
    }

    /// <summary>Each member finds each advisory once in its inbox, under numbers without a gap, and can confirm it.</summary>
    static async Task EveryoneHasEachOnce(HubClient[] members, IReadOnlyCollection<Guid> ids)
    {
        foreach (var member in members)
        {
            await RunningHub.Until(async () => ids.All((await Reports.Inbox(member)).Select(i => i.GetProperty("id").GetGuid()).Contains), "An advisory did not reach every inbox.");
            await using var line = await member.Listen(_ => { });
            var all = new List<(long Sequence, Guid AdvisoryId)>();
            while (await line.CatchUp(all.Select(c => c.Sequence).LastOrDefault()) is { Count: > 0 } more) all.AddRange(more);
            Assert.Equal(ids.Order(), all.Select(c => c.AdvisoryId).Where(ids.Contains).Order());
            Assert.Equal(Enumerable.Range(0, all.Count).Select(n => all[0].Sequence + n), all.Select(c => c.Sequence));
            foreach (var id in ids) await member.Write($"/api/advisories/{id}/receipts", new { state = "confirmed" });
        }
    }

    async Task<Guid> Release(string title)
    {
        var analyst = hub.As(hub.One("analyst"));
        var draft = await analyst.Write("/api/advisories", new
        {
            template = "hotline",
            title = new { ja = title },
            summary = new { ja = "対象製品の利用状況を確認してください。" },
            severity = "high",
            urgency = "urgent",
            purpose = "prevention",
            requiredAction = "確認してください。",
            tlp = "AMBER",
            audience = new[] { hub.Group("T-CEPTOAR") },
        });
        var id = draft.GetProperty("id").GetGuid();
        var released = await analyst.Write($"/api/advisories/{id}/release", new { revision = draft.GetProperty("revision").GetInt32() });
        Assert.Equal("released", released.GetProperty("state").GetString());
        return id;
    }
}
