using System.Collections.Concurrent;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>What the centre writes reaches everyone once, whatever fails while it goes out.</summary>
[Collection("hub")]
public class ReleaseFaultTests(RunningHub hub)
{
    static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_release_while_the_broker_is_away_for_half_a_minute_is_heard_by_everyone_at_once_and_reaches_everyone_once()
    {
        var members = hub.Operators("telecom").Select(hub.As).ToArray();
        var heard = members.Select(_ => new ConcurrentBag<Heard>()).ToArray();
        var lines = await Task.WhenAll(members.Select((m, i) => m.Listen(heard[i].Add)));

        await hub.Script("supervisorctl", "stop", "rabbitmq");
        var ids = new List<Guid>();
        try
        {
            var outage = Task.Delay(Outage);
            for (var i = 0; i < 3; i++) ids.Add(await Release($"ブローカー停止中の注意喚起 {i}"));
            ids.Add(await ReleaseAndRelay("ブローカー停止中に展開する注意喚起"));
            await RunningHub.Until(() => Task.FromResult(heard.All(h => ids.All(h.Select(x => x.AdvisoryId).Contains))), "Not every line heard of everything while the broker was away.");
            await outage;
        }
        finally
        {
            await hub.Script("supervisorctl", "start", "rabbitmq");
        }

        foreach (var service in (string[])["registry", "intake", "classification", "anonymisation", "distribution-1", "distribution-2"]) await hub.Ready(service);
        await EveryoneHasEachOnce(members, ids);
        foreach (var line in lines) await line.DisposeAsync();
        Assert.All(heard, h => Assert.Equal(ids.Order(), h.Select(x => x.AdvisoryId).Where(ids.Contains).Order()));
        Assert.All(heard, h => Assert.Equal(h.Count, h.DistinctBy(x => x.Sequence).Count()));
    }

    [Theory]
    [InlineData("distribution-1")]
    [InlineData("distribution-2")]
    public async Task With_lines_on_both_instances_and_one_killed_everyone_gets_every_number_once(string killed)
    {
        var members = hub.Operators("telecom").Select(hub.As).ToArray();
        // for a while nginx leads nobody to an instance that failed in the test before
        await RunningHub.Until(async () => (await hub.Instances.Of(members)).Distinct().Count() == 2, "Not both instances serve.");
        var lines = await Task.WhenAll(members.Select(m => KeptLine.Open(m)));
        var ids = new List<Guid> { await Release("障害直前の注意喚起") };

        await hub.Signal(killed, "KILL");
        await RunningHub.Until(async () =>
        {
            ids.Add(await Release("一台停止中の注意喚起"));
            return ids.Count == 4;
        }, "Nothing could be released while one instance was away.");
        await RunningHub.Until(() => Task.FromResult(lines.All(l => ids.All(l.Advisories.Contains))), "Not every member came back and got everything while one instance was away.");

        await hub.Ready(killed);
        // nginx may have led a line elsewhere than the call before it
        Assert.Contains(lines, l => l.CameBack > 0);
        foreach (var line in lines)
        {
            await line.DisposeAsync();
            Assert.Equal(Enumerable.Range(1, line.Numbers.Count).Select(n => line.First + n), line.Numbers.Keys.Order());
            Assert.Equal(ids.Order(), line.Advisories.Where(ids.Contains).Order());
            Assert.False(line.HeardTwice);
        }

        await EveryoneHasEachOnce(members, ids);
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

    [Fact]
    public async Task A_recall_that_crosses_the_push_of_two_instances_wins()
    {
        var (members, analyst) = (hub.Operators("telecom").Select(hub.As).ToArray(), hub.As(hub.One("analyst")));
        var heard = members.Select(_ => new ConcurrentQueue<Heard>()).ToArray();
        var lines = await Task.WhenAll(members.Select((m, i) => m.Listen(heard[i].Enqueue)));

        for (var i = 0; i < 10; i++)
        {
            var id = await Release($"すぐに撤回される注意喚起 {i}");
            await analyst.Write($"/api/advisories/{id}/recall", new { reason = "誤報" });
            await RunningHub.Until(() => Task.FromResult(heard.All(h => h.Any(x => x.AdvisoryId == id && x.Version == 2))), "Not everyone heard of the recall.");
            Assert.All(heard, h =>
            {
                var own = h.Where(x => x.AdvisoryId == id).Select(x => x.Method).ToList();
                Assert.Equal("advisoryRecalled", own[^1]);
                Assert.DoesNotContain("advisoryAvailable", own.Skip(own.IndexOf("advisoryRecalled")));
            });
        }

        foreach (var line in lines) await line.DisposeAsync();
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

    Task<Guid> Release(string title) => Release(title, "hotline");

    /// <summary>Goes down by hops, at each of which its body hands it on.</summary>
    async Task<Guid> ReleaseAndRelay(string title)
    {
        var id = await Release(title, "alert");
        var telecom = (await hub.As(hub.One("analyst")).Read("/api/ceptoars")).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "telecom");
        var ministry = telecom.GetProperty("ministry").GetProperty("id").GetGuid();
        foreach (var body in new[] { hub.Demo.Clients.Single(c => c.Role == "liaison" && c.OrganisationId == ministry), hub.One("secretariat", "telecom") })
        {
            await hub.As(body).Write($"/api/advisories/{id}/relay", new { note = "至急ご確認ください。" });
        }

        return id;
    }

    async Task<Guid> Release(string title, string template)
    {
        var analyst = hub.As(hub.One("analyst"));
        var draft = await analyst.Write("/api/advisories", new
        {
            template,
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
