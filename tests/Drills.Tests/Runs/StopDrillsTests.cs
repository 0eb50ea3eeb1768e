using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Drills.Tests.Runs;

/// <summary>Something real happens: one switch stops all drills, and participants are told.</summary>
public class StopDrillsTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public async Task All_that_run_stop_at_once_with_the_reason_and_what_is_planned_stays_planned()
    {
        Guid[] running = [await drills.Running(await drills.Community()), await drills.Running(await drills.Community())];
        var planned = await drills.Ready(await drills.Community());

        var stopped = await DrillsFixture.Json(await Stop(Role.Approver, new { ja = "実際の障害が発生しました。" }));

        Assert.True(stopped.GetProperty("stopped").GetInt32() >= 2);
        foreach (var id in running)
        {
            var told = await drills.Published<DrillChanged>(d => d.DrillId == id && d.State == "stopped");
            Assert.Equal(("実際の障害が発生しました。", "実際の障害が発生しました。", 2L), (told.ReasonJa, told.ReasonEn, told.Version));
            Assert.Equal((await drills.Published<DrillChanged>(d => d.DrillId == id && d.State == "running")).Participants, told.Participants);
            Assert.NotNull((await drills.Drill(id)).EndedAt);
            Assert.NotEmpty(await DrillsFixture.Told(await drills.Act(id, "close")));
        }

        Assert.Equal(Drill.Planned, (await drills.Drill(planned)).State);
        await drills.Pass(TimeSpan.FromHours(3));
        Assert.Equal(2, (await drills.AllPublished<DrillChanged>(d => d.DrillId == running[0])).Count);
    }

    [Fact]
    public async Task A_stopped_drill_makes_room_for_another_on_its_day()
    {
        var community = await drills.Community();
        await drills.Running(community);
        await DrillsFixture.Json(await Stop(Role.Controller, new { en = "A real incident." }));

        await DrillsFixture.Json(await drills.Plan(community.Code, await drills.Campaign(), drills.In(TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public async Task It_stops_also_what_begins_at_that_moment_or_leaves_it_planned()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++) ids.Add(await drills.Ready(await drills.Community(members: 1)));

        var starts = ids.Select(id => drills.Act(id, "start")).ToArray();
        await DrillsFixture.Json(await Stop(Role.Analyst, new { ja = "中止" }));
        await Task.WhenAll(starts);
        await DrillsFixture.Json(await Stop(Role.Analyst, new { ja = "中止" }));

        foreach (var id in ids) Assert.Equal(Drill.Stopped, (await drills.Drill(id)).State);
    }

    [Fact]
    public async Task It_needs_a_reason_and_a_role_of_the_centre()
    {
        Assert.Equal(["reason"], await DrillsFixture.Named(await Stop(Role.Analyst, new { ja = " " })));
        Assert.Equal(["reason.ja"], await DrillsFixture.Named(await Stop(Role.Analyst, new { ja = new string('あ', 501) })));
        foreach (var role in new[] { Role.Operator, Role.Secretariat, Role.Liaison, Role.Administrator }) Assert.Equal(HttpStatusCode.Forbidden, (await Stop(role, new { ja = "中止" })).StatusCode);
    }

    Task<HttpResponseMessage> Stop(string role, object reason) => drills.Http(role, drills.Centre).PostAsJsonAsync("/api/drills/stop", new { reason });
}
