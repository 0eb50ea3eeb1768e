using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Drills;

/// <summary>A drill that was closed goes no further; one that was stopped is taken back, and those who have it are told.</summary>
public class DrillEndTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    Guid Ministry => Small.TelecomMinistry.OrganisationId;

    [Fact]
    public async Task Closed_it_stays_readable_and_is_relayed_no_more()
    {
        var (id, running) = (await distribution.Drilled(), await distribution.Drilled());

        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "closed", version: 2));
        distribution.Clock.Advance(TimeSpan.FromHours(1));
        await DistributionFixture.Until(async () => (await distribution.Rows(running)).Length > 1, "The drill that runs was not relayed.");

        Assert.Single(await distribution.Rows(id));
        Assert.Equal("released", (await distribution.Read(id, Ministry, Role.Liaison))!.Value.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Http(Role.Liaison, Ministry).PostAsJsonAsync($"/api/advisories/{id}/relay", new { })).StatusCode);
        Assert.DoesNotContain((await distribution.Get("/api/relays", Ministry, Role.Liaison))!.Value.GetProperty("items").EnumerateArray(), i => i.GetProperty("advisoryId").GetGuid() == id);
        Assert.Equal(HttpStatusCode.OK, (await distribution.Receipt(id, Ministry, "confirmed", role: Role.Liaison)).StatusCode);
    }

    [Fact]
    public async Task Stopped_everything_of_it_is_taken_back_with_the_reason_and_nothing_of_another_drill()
    {
        var (id, other) = (await distribution.Drilled(), await distribution.Drilled());
        await distribution.Relayed(id);
        var answer = await distribution.Released(distribution.Flash() with { DrillId = id });
        var elsewhere = await distribution.Released(distribution.Flash() with { DrillId = other });
        var live = await distribution.Released(distribution.Flash());

        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "stopped", version: 2));

        foreach (var (advisory, reader) in new[] { (id, Small.Telecom[0].OrganisationId), (answer, Small.Telecom[0].OrganisationId), (id, Ministry) })
        {
            await Recalled(advisory);
            var view = (await distribution.Read(advisory, reader))!.Value;
            Assert.Equal(("recalled", "【訓練中止】実際の障害が発生したため / a real failure"), (view.GetProperty("state").GetString(), view.GetProperty("recallReason").GetString()));
        }

        foreach (var untouched in new[] { other, elsewhere, live }) Assert.Equal("released", (await distribution.Advisory(untouched)).State);
        Assert.Equal((await distribution.Rows(id)).Where(r => r.Version == 1).Select(r => r.MailboxId).Order(), (await distribution.Rows(id)).Where(r => r.Version == 2).Select(r => r.MailboxId).Order());
    }

    [Fact]
    public async Task A_stop_that_crosses_the_push_wins_and_participants_are_told_even_where_the_drill_does_without_hints()
    {
        var heard = new ConcurrentQueue<Heard>();
        await using var line = await distribution.Line(Ministry, heard.Enqueue, role: Role.Liaison);
        foreach (var off in new string[][] { [], ["hub"] })
        {
            var id = Guid.NewGuid();
            await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed));
            await Task.WhenAll(distribution.Hears(distribution.Mock(id) with { ChannelsOff = off }), distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "stopped", version: 2)));
            if (!await distribution.Db<DistributionDb, bool>(db => db.Advisories.AnyAsync(a => a.Id == id))) continue; // the stop came first

            await Recalled(id);
            await DistributionFixture.Until(() => Task.FromResult(heard.Any(h => h.AdvisoryId == id && h.Method == "advisoryRecalled")), "The stop was not heard.");
            var own = heard.Where(h => h.AdvisoryId == id).Select(h => h.Method).ToList();
            Assert.DoesNotContain("advisoryAvailable", own.Skip(own.IndexOf("advisoryRecalled")));
        }
    }

    [Fact]
    public async Task A_drill_without_hints_is_pushed_to_nobody_and_waits_in_the_inbox()
    {
        var heard = new ConcurrentQueue<Heard>();
        await using var line = await distribution.Line(Ministry, heard.Enqueue, role: Role.Liaison);
        var silent = await distribution.Drilled(m => m with { ChannelsOff = ["hub"] });
        var loud = await distribution.Drilled();

        await DistributionFixture.Until(() => Task.FromResult(heard.Any(h => h.AdvisoryId == loud)), "The other drill was not pushed.");

        Assert.DoesNotContain(heard, h => h.AdvisoryId == silent);
        Assert.Contains(silent, await distribution.Listed(Ministry));
        Assert.All(await distribution.Rows(silent), r => Assert.Null(r.PushedAt));
    }

    [Fact]
    public async Task Hearing_of_the_end_twice_recalls_once()
    {
        var id = await distribution.Drilled();

        for (var i = 0; i < 2; i++) await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "stopped", version: 2 + i));
        await Recalled(id);
        var next = await distribution.Drilled();
        await distribution.Hears(DistributionFixture.Drill(next, distribution.Agreed, "stopped", version: 2));
        await Recalled(next);

        Assert.Equal(2, (await distribution.Advisory(id)).Version);
        Assert.Equal(2, (await distribution.Rows(id)).Length);
    }

    [Fact]
    public async Task A_change_heard_late_brings_nothing_back()
    {
        var id = await distribution.Drilled();
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "closed", version: 5));

        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, version: 4));
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "stopped", version: 6));

        Assert.Equal(("closed", 5L), await distribution.Db<DistributionDb, (string, long)>(async db => await db.Drills.AsNoTracking().SingleAsync(d => d.Id == id) is var drill ? (drill.State, drill.Version) : default));
    }

    async Task Recalled(Guid id) => await DistributionFixture.Until(async () => (await distribution.Advisory(id)).State == "recalled", "It was not recalled.");
}
