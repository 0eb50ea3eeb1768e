using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Drills;
using Ceptoar.Contracts.Intake;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ceptoar.Drills.Tests.Runs;

/// <summary>Drills begin at their time and close when it is over: once, whoever dies meanwhile.</summary>
public class ConductDueTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public async Task A_drill_begins_at_its_time_and_closes_when_it_is_over()
    {
        var (community, campaign) = (await drills.Community(), await drills.Campaign());
        var id = await drills.Ready(community, campaign, minutes: 60);

        await drills.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(Drill.Planned, (await drills.Drill(id)).State);
        await drills.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(Drill.Running, (await drills.Drill(id)).State);
        await drills.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(Drill.Running, (await drills.Drill(id)).State);
        await drills.Pass(TimeSpan.FromMinutes(2));

        var drill = await drills.Drill(id);
        Assert.Equal((Drill.Closed, 2L), (drill.State, drill.Version));
        Assert.Equal(["closed", "running"], (await drills.AllPublished<DrillChanged>(d => d.DrillId == id)).Select(d => d.State).Order());
        var closed = (await DrillsFixture.Json(await drills.Controller.GetAsync($"/api/drills/campaigns/{campaign}"))).GetProperty("closedAt").GetDateTimeOffset();
        Assert.Equal(drill.EndedAt, closed);
    }

    [Fact]
    public async Task Killed_across_its_end_it_ends_at_its_time_and_its_report_is_that_of_one_that_was_not()
    {
        var (twin, killed) = (await Ends(TimeSpan.FromMinutes(60.5)), await Ends(TimeSpan.FromHours(5)));

        Assert.Equal(twin, killed);

        async Task<string> Ends(TimeSpan looks)
        {
            var community = await drills.Community(members: 4);
            var id = await drills.Running(community, minutes: 60);
            var begin = (await drills.Drill(id)).StartedAt!.Value;
            drills.Clock.Advance(looks); // nobody looked meanwhile
            await drills.Hears(new DrillReached
            {
                DrillId = id,
                Recipients = [Row(0, confirmed: 5), Row(1, confirmed: 60.1), Row(2, confirmed: null) with { Tried = [new() { Channel = "mail", State = "bounced", Cause = "5.1.1", At = begin.AddMinutes(61), PostedAt = begin.AddMinutes(50) }] }, Row(3, confirmed: 90) with { QueuedAt = begin.AddMinutes(80) }],
                Hops = [],
            });
            await drills.Hears(new DrillAnswered { DrillId = id, OrganisationId = community.Members[0], ReportId = Guid.NewGuid(), Number = "RT-2026-000001", At = begin.AddMinutes(70) });
            await drills.Worker().Run(CancellationToken.None);

            var drill = await drills.Drill(id);
            Assert.Equal(Drill.Closed, drill.State);
            Assert.Equal(begin.AddMinutes(60), drill.EndedAt);
            Assert.InRange(drill.EndToldAt!.Value - begin, looks, looks + TimeSpan.FromMinutes(1));
            drills.Clock.Advance(CloseReports.Patience);
            await drills.Services.GetRequiredService<CloseReports>().Write(heard: CloseReports.Patience, CancellationToken.None);
            var figures = (await DrillsFixture.Json(await drills.Controller.GetAsync($"/api/drills/{id}/report"))).GetProperty("figures");
            Assert.Equal((1, 0), (figures.GetProperty("confirmed").GetInt32(), figures.GetProperty("answered").GetInt32()));
            return figures.GetRawText();

            ReachedRecipient Row(int member, double? confirmed) => new()
            {
                OrganisationId = community.Members[member],
                Hop = "members",
                QueuedAt = begin.AddMinutes(1),
                PushedAt = confirmed is null ? null : begin.AddMinutes(2),
                ConfirmedAt = confirmed is { } at ? begin.AddMinutes(at) : null,
                Tried = [],
            };
        }
    }

    [Fact]
    public async Task In_fast_motion_an_hour_is_a_minute()
    {
        var id = await drills.Running(await drills.Community(), minutes: 60, pace: 60);

        await drills.Pass(TimeSpan.FromSeconds(50));
        Assert.Equal(Drill.Running, (await drills.Drill(id)).State);
        await drills.Pass(TimeSpan.FromSeconds(15));

        Assert.Equal(Drill.Closed, (await drills.Drill(id)).State);
    }

    [Fact]
    public async Task An_unannounced_drill_begins_at_the_moment_that_was_drawn()
    {
        var id = await drills.Ready(await drills.Community(), window: new { from = drills.In(TimeSpan.FromMinutes(10)), until = drills.In(TimeSpan.FromHours(5)) });
        var drawn = (await drills.Drill(id)).StartsAt;

        await drills.Pass(drawn - drills.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
        Assert.Equal(Drill.Planned, (await drills.Drill(id)).State);
        await drills.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(Drill.Running, (await drills.Drill(id)).State);
    }

    [Fact]
    public async Task A_service_that_is_started_again_goes_on_where_it_was()
    {
        var (due, over, community) = (await drills.Ready(await drills.Community()), await drills.Running(await drills.Community(), minutes: 30), await drills.Community());
        var later = await drills.Ready(community, startsAt: drills.In(TimeSpan.FromHours(3)));

        drills.Clock.Advance(TimeSpan.FromHours(2)); // nobody looked
        await drills.Restart();
        await DrillsFixture.Until(async () => (await drills.Drill(due)).State == Drill.Running && (await drills.Drill(over)).State == Drill.Closed, "A service that starts does not do what is due.");

        Assert.Equal(Drill.Planned, (await drills.Drill(later)).State);
        await drills.Pass(TimeSpan.FromMinutes(70));
        Assert.Equal(Drill.Running, (await drills.Drill(later)).State);
        Assert.Single(await drills.AllPublished<DrillAdvisoryReady>(d => d.DrillId == due));
    }

    [Fact]
    public async Task Instances_at_work_at_once_and_killed_at_any_moment_begin_and_close_each_drill_once()
    {
        var campaign = await drills.Campaign();
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++) ids.Add(await drills.Ready(await drills.Community(members: 2), campaign, minutes: 10));
        await using var other = drills.Another();
        var random = new Random(20261122);

        foreach (var time in new[] { TimeSpan.FromMinutes(61), TimeSpan.FromMinutes(11) })
        {
            drills.Clock.Advance(time);
            for (var kill = 0; kill < 4; kill++)
            {
                using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 60)));
                await Task.WhenAll(Killed(drills.Worker(), end.Token), Killed(drills.Worker(other.Services), end.Token));
            }

            await Task.WhenAll(drills.Worker().Run(CancellationToken.None), drills.Worker(other.Services).Run(CancellationToken.None));
            await drills.Worker().Run(CancellationToken.None); // what the other one held when this one looked
        }

        var said = await drills.Db<DrillsDb, Drill[]>(db => db.Drills.AsNoTracking().Where(d => ids.Contains(d.Id)).ToArrayAsync());
        Assert.All(said, d => Assert.Equal((Drill.Closed, 2L), (d.State, d.Version)));
        Assert.Equal(12 * 3, await drills.Db<DrillsDb, int>(db => db.Participants.CountAsync(p => ids.Contains(p.DrillId) && p.IsBody)));
        var audited = await drills.Db<DrillsDb, string[]>(db => db.Set<Hosting.Audit.AuditRow>().Where(r => r.Action == "drill.started" || r.Action == "drill.closed").Select(r => r.Action + r.Item).ToArrayAsync());
        Assert.Equal(24, audited.Count(a => ids.Any(id => a.EndsWith(id.ToString(), StringComparison.Ordinal))));
        Assert.Equal(audited.Length, audited.Distinct().Count());
    }

    [Fact]
    public async Task A_drill_that_cannot_begin_is_called_off_and_says_why()
    {
        var (nobody, textless, community) = (await drills.Planned(await drills.Community()), await drills.Ready(await drills.Community(), await drills.Campaign(text: new { })), await drills.Community());

        await drills.Pass(TimeSpan.FromMinutes(61));

        foreach (var id in new[] { nobody.GetProperty("id").GetGuid(), textless })
        {
            var seen = await DrillsFixture.Json(await drills.Controller.GetAsync($"/api/drills/{id}"));
            Assert.Equal("cancelled", seen.GetProperty("state").GetString());
            Assert.NotEmpty(seen.GetProperty("stopReason").GetString()!);
            Assert.Empty(await drills.AllPublished<DrillChanged>(d => d.DrillId == id));
        }

        await drills.Planned(community, startsAt: drills.In(TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task A_drill_whose_time_is_long_past_is_not_begun_any_more()
    {
        var id = await drills.Ready(await drills.Community());

        await drills.Pass(TimeSpan.FromHours(8));

        Assert.Equal(Drill.Cancelled, (await drills.Drill(id)).State);
        Assert.Equal("cancelled", (await DrillsFixture.Json(await drills.Http(Role.Analyst, drills.Centre).GetAsync($"/api/drills/{id}"))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_drill_of_a_ceptoar_that_the_directory_lacks_waits_and_holds_nobody_up()
    {
        var (missing, there) = (await drills.Community(), await drills.Community());
        var (first, second) = (await drills.Ready(missing, startsAt: drills.In(TimeSpan.FromMinutes(30))), await drills.Ready(there));
        await drills.Hears(missing.Group with { Version = 2, Closed = true });

        await drills.Pass(TimeSpan.FromMinutes(61));
        Assert.Equal((Drill.Planned, Drill.Running), ((await drills.Drill(first)).State, (await drills.Drill(second)).State));

        await drills.Hears(missing.Group with { Version = 3 });
        await drills.Worker().Run(CancellationToken.None);
        Assert.Equal(Drill.Running, (await drills.Drill(first)).State);
    }

    [Fact]
    public async Task A_drill_that_throws_holds_no_other_up()
    {
        var (broken, next) = (await drills.Ready(await drills.Community(), startsAt: drills.In(TimeSpan.FromMinutes(30))), await drills.Ready(await drills.Community()));
        var (unclosed, over) = (await drills.Running(await drills.Community(), minutes: 10), await drills.Running(await drills.Community(), minutes: 20));
        await drills.Db<DrillsDb, int>(db => db.Database.ExecuteSqlAsync($"update drill set text = '7' where id in ({broken}, {unclosed})"));

        await drills.Pass(TimeSpan.FromMinutes(61));

        Assert.Equal((Drill.Running, Drill.Closed), ((await drills.Drill(next)).State, (await drills.Drill(over)).State));
        await drills.Db<DrillsDb, int>(db => db.Database.ExecuteSqlAsync($"update drill set text = '{{}}' where id = {broken}"));
        await drills.Worker().Run(CancellationToken.None);
        Assert.Equal(Drill.Running, (await drills.Drill(broken)).State);
        await drills.Db<DrillsDb, int>(db => db.Database.ExecuteSqlAsync($"update drill set text = '{{}}' where id = {unclosed}"));
    }

    static async Task Killed(ConductDue worker, CancellationToken end)
    {
        try
        {
            await worker.Run(end);
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException or DbUpdateException && end.IsCancellationRequested)
        {
            // as if its process had gone: what was not committed is undone
        }
    }
}
