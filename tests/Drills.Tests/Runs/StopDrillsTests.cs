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
    public async Task All_that_run_stop_at_once_with_the_reason()
    {
        await Lifted();
        Guid[] running = [await drills.Running(await drills.Community()), await drills.Running(await drills.Community())];

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

        await drills.Pass(TimeSpan.FromHours(3));
        Assert.Equal(2, (await drills.AllPublished<DrillChanged>(d => d.DrillId == running[0])).Count);
    }

    [Fact]
    public async Task A_stopped_drill_makes_room_for_another_on_its_day()
    {
        await Lifted();
        var community = await drills.Community();
        await drills.Running(community);
        await DrillsFixture.Json(await Stop(Role.Controller, new { en = "A real incident." }));

        await DrillsFixture.Json(await drills.Plan(community.Code, await drills.Campaign(), drills.In(TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public async Task It_stops_also_what_begins_at_that_moment_or_leaves_it_planned()
    {
        await Lifted();
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++) ids.Add(await drills.Ready(await drills.Community(members: 1)));

        var starts = ids.Select(id => drills.Act(id, "start")).ToArray();
        await DrillsFixture.Json(await Stop(Role.Analyst, new { ja = "中止" }));
        var began = await Task.WhenAll(starts);

        foreach (var (id, start) in ids.Zip(began))
        {
            Assert.Equal(start.IsSuccessStatusCode ? Drill.Stopped : Drill.Planned, (await drills.Drill(id)).State);
            if (!start.IsSuccessStatusCode) Assert.Contains("中止", await DrillsFixture.Told(start), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task While_it_holds_none_begins_and_what_comes_due_is_called_off_with_the_reason()
    {
        await Lifted();
        var (community, later) = (await drills.Community(), await drills.Ready(await drills.Community(), startsAt: drills.In(TimeSpan.FromHours(5))));
        var due = await drills.Ready(community, startsAt: drills.In(TimeSpan.FromMinutes(5)));
        var member = drills.Http(Role.Operator, community.Members[0]);

        Assert.Equal(0, (await DrillsFixture.Json(await Stop(Role.Analyst, new { ja = "実際の障害です。", en = "A real incident." }))).GetProperty("stopped").GetInt32());
        Assert.Equal("実際の障害です。", await DrillsFixture.Told(await drills.Act(due, "start")));
        await drills.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal((Drill.Cancelled, Drill.Planned), ((await drills.Drill(due)).State, (await drills.Drill(later)).State));
        var mine = Assert.Single(await DrillsFixture.Items(member, "/api/drills/mine"));
        Assert.Equal(("cancelled", "実際の障害です。"), (mine.GetProperty("state").GetString(), mine.GetProperty("stopReason").GetString()));
        var held = await DrillsFixture.Json(await drills.Http(Role.Secretariat, community.Secretariat).GetAsync("/api/drills/hold"));
        Assert.Equal((true, "実際の障害です。"), (held.GetProperty("held").GetBoolean(), held.GetProperty("reason").GetString()));

        for (var twice = 0; twice < 2; twice++) Assert.False((await Lifted()).GetProperty("held").GetBoolean());
        await drills.Pass(TimeSpan.FromHours(5));
        Assert.Equal(Drill.Running, (await drills.Drill(later)).State);
    }

    [Fact]
    public async Task Participants_hear_why_whether_it_was_relayed_to_them_or_not()
    {
        await Lifted();
        var community = await drills.Community();
        await drills.Running(community);
        await DrillsFixture.Json(await Stop(Role.Controller, new { ja = "実際の障害です。" }));

        var mine = Assert.Single(await DrillsFixture.Items(drills.Http(Role.Operator, community.Members[1]), "/api/drills/mine"));

        Assert.Equal(("stopped", "実際の障害です。"), (mine.GetProperty("state").GetString(), mine.GetProperty("stopReason").GetString()));
    }

    [Fact]
    public async Task It_needs_a_reason_and_a_role_of_the_centre()
    {
        Assert.Equal(["reason"], await DrillsFixture.Named(await Stop(Role.Analyst, new { ja = " " })));
        Assert.Equal(["reason.ja"], await DrillsFixture.Named(await Stop(Role.Analyst, new { ja = new string('あ', 501) })));
        foreach (var role in new[] { Role.Operator, Role.Secretariat, Role.Liaison, Role.Administrator })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Stop(role, new { ja = "中止" })).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await drills.Http(role, drills.Centre).DeleteAsync("/api/drills/hold")).StatusCode);
        }
    }

    async Task<System.Text.Json.JsonElement> Lifted() => await DrillsFixture.Json(await drills.Controller.DeleteAsync("/api/drills/hold"));

    Task<HttpResponseMessage> Stop(string role, object reason) => drills.Http(role, drills.Centre).PostAsJsonAsync("/api/drills/stop", new { reason });
}
