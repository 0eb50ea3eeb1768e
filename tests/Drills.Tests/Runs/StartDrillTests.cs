using System.Net.Http.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Drills;
using Ceptoar.Contracts.Registry;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Tests.Runs;

/// <summary>A drill begins: who takes part is fixed, and Distribution is told what goes out to whom.</summary>
public class StartDrillTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public async Task It_begins_for_those_who_were_chosen_and_the_bodies_on_the_way()
    {
        var community = await drills.Community(members: 3, secondHop: 1);
        var id = await drills.Ready(community);
        await drills.Agree(agreed: true, community.SecondHop);
        await DrillsFixture.Json(await drills.Choose(community, id, [.. community.Members[..2], .. community.SecondHop]));
        Guid[] expected = [.. new[] { community.Members[0], community.Members[1], community.SecondHop[0], community.Secretariat, community.Ministry, drills.Centre }.Order()];

        var begun = await DrillsFixture.Json(await drills.Act(id, "start"));

        Assert.Equal(("running", id, 3), (begun.GetProperty("state").GetString(), begun.GetProperty("advisoryId").GetGuid(), begun.GetProperty("participants").GetInt32()));
        var changed = await drills.Published<DrillChanged>(d => d.DrillId == id);
        Assert.Equal(("running", 1L, community.Code), (changed.State, changed.Version, changed.Ceptoar));
        Assert.Equal(expected, changed.Participants);
        var ready = await drills.Published<DrillAdvisoryReady>(d => d.DrillId == id);
        Assert.Equal(expected, ready.Participants);
        Assert.Equal((drills.Centre, Tlp.Green, "模擬情報", "模擬情報", "Summary", "high", "normal"), (ready.Author, ready.Tlp, ready.TitleJa, ready.TitleEn, ready.SummaryEn, ready.Severity, ready.Urgency));
        Assert.Equal((false, true, 1), (ready.WithoutLiaison, ready.ContentInMail, ready.Pace));
        Assert.Single(await drills.AllPublished<AuditRecorded>(a => a.Item == $"drill/{id}" && a.Action == "drill.started"));
    }

    [Fact]
    public async Task Whoever_withdrew_left_or_moved_since_it_was_chosen_takes_no_part()
    {
        var community = await drills.Community(members: 4);
        var id = await drills.Ready(community);
        await drills.Agree(agreed: false, community.Members[0]);
        await drills.Hears(Moved(community.Members[1], active: false, community.Code));
        await drills.Hears(Moved(community.Members[2], active: true, "elsewhere"));

        await DrillsFixture.Json(await drills.Act(id, "start"));

        var members = (await drills.Published<DrillChanged>(d => d.DrillId == id)).Participants.Intersect(community.Members);
        Assert.Equal([community.Members[3]], members);
        Assert.Empty(await DrillsFixture.Items(drills.Http(Role.Operator, community.Members[0]), "/api/drills/mine"));
    }

    [Fact]
    public async Task Under_AMBER_the_second_hop_is_not_reached_and_so_takes_no_part()
    {
        var community = await drills.Community(members: 1, secondHop: 1);
        var id = (await drills.Planned(community, tlp: "AMBER")).GetProperty("id").GetGuid();
        await drills.Agree(agreed: true, [.. community.Members, .. community.SecondHop]);
        await DrillsFixture.Json(await drills.Choose(community, id, [.. community.Members, .. community.SecondHop]));

        await DrillsFixture.Json(await drills.Act(id, "start"));

        Assert.DoesNotContain(community.SecondHop[0], (await drills.Published<DrillChanged>(d => d.DrillId == id)).Participants);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Without_liaison_or_where_the_ministry_takes_no_part_its_way_leaves_the_ministry_out(bool withoutLiaison, bool refused)
    {
        var community = await drills.Community();
        var id = await drills.Ready(community);
        if (withoutLiaison) await DrillsFixture.Json(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { withoutLiaison, revision = 2 }));
        if (refused) await DrillsFixture.Json(await drills.Http(Role.Liaison, community.Ministry).PutAsJsonAsync("/api/drills/consent", new { agreed = false }));

        await DrillsFixture.Json(await drills.Act(id, "start"));

        var ready = await drills.Published<DrillAdvisoryReady>(d => d.DrillId == id);
        Assert.True(ready.WithoutLiaison);
        Assert.DoesNotContain(community.Ministry, ready.Participants);
        Assert.Contains(community.Secretariat, ready.Participants);
    }

    [Fact]
    public async Task A_ministry_that_is_the_secretariat_stays_on_the_way()
    {
        var aviation = drills.Directory;
        Guid[] members = [.. aviation.Aviation.Select(o => o.OrganisationId)];
        var community = new Community("aviation", aviation.AviationGroup, aviation.AviationMinistry.OrganisationId, aviation.AviationMinistry.OrganisationId, members, []);
        var id = await drills.Ready(community);
        await DrillsFixture.Json(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { withoutLiaison = true, revision = 2 }));

        await DrillsFixture.Json(await drills.Act(id, "start"));

        Assert.Contains(community.Ministry, (await drills.Published<DrillChanged>(d => d.DrillId == id)).Participants);
    }

    [Fact]
    public async Task Nobody_chosen_or_a_secretariat_that_takes_no_part_lets_it_not_begin()
    {
        var (empty, unwilling) = (await drills.Community(), await drills.Community());
        var (first, second) = ((await drills.Planned(empty)).GetProperty("id").GetGuid(), await drills.Ready(unwilling));
        await DrillsFixture.Json(await drills.Of(unwilling).PutAsJsonAsync("/api/drills/consent", new { agreed = false }));

        Assert.NotEmpty(await DrillsFixture.Told(await drills.Act(first, "start")));
        Assert.NotEmpty(await DrillsFixture.Told(await drills.Act(second, "start")));
        Assert.Empty(await drills.AllPublished<DrillAdvisoryReady>(d => d.DrillId == first || d.DrillId == second));
    }

    [Fact]
    public async Task What_its_text_lacks_is_named_by_field_and_may_be_the_ceptoars_own()
    {
        var community = await drills.Community();
        var id = await drills.Ready(community, await drills.Campaign(text: new { title = new { en = "Mock advisory" }, severity = "unknown" }));

        Assert.Equal(["text.summary", "text.body", "text.severity", "text.urgency"], await DrillsFixture.Named(await drills.Act(id, "start")));

        await DrillsFixture.Json(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { text = new { summary = new { ja = "概要" }, body = "本文", severity = "low", urgency = "urgent" }, revision = 2 }));
        await DrillsFixture.Json(await drills.Act(id, "start"));
        var ready = await drills.Published<DrillAdvisoryReady>(d => d.DrillId == id);
        Assert.Equal(("Mock advisory", "Mock advisory", "概要", "low"), (ready.TitleJa, ready.TitleEn, ready.SummaryEn, ready.Severity));
    }

    [Fact]
    public async Task It_begins_once_however_often_it_is_begun()
    {
        var id = await drills.Ready(await drills.Community());

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => drills.Act(id, "start")));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Single(await drills.AllPublished<DrillAdvisoryReady>(d => d.DrillId == id));
    }

    [Fact]
    public async Task A_drill_that_runs_keeps_its_participants_and_its_text_whatever_changes_afterwards()
    {
        var (community, campaign) = (await drills.Community(), await drills.Campaign());
        var id = await drills.Running(community, campaign);

        await drills.Agree(agreed: false, community.Members);
        var rewritten = DrillsFixture.Written(DrillsFixture.Text("書き直した件名"));
        rewritten["revision"] = 1;
        await DrillsFixture.Json(await drills.Controller.PutAsJsonAsync($"/api/drills/campaigns/{campaign}", rewritten));
        await DrillsFixture.Json(await drills.Act(id, "close"));

        var closed = await drills.Published<DrillChanged>(d => d.DrillId == id && d.State == "closed");
        Assert.Equal((await drills.Published<DrillChanged>(d => d.DrillId == id && d.State == "running")).Participants, closed.Participants);
        var seen = await DrillsFixture.Json(await drills.Controller.GetAsync($"/api/drills/{id}"));
        Assert.Equal("模擬情報", seen.GetProperty("fullText").GetProperty("title").GetProperty("ja").GetString());
    }

    [Fact]
    public async Task A_drill_begun_before_its_time_takes_this_day()
    {
        var community = await drills.Community();
        var id = await drills.Ready(community, startsAt: drills.In(TimeSpan.FromDays(3)));
        var today = (await drills.Planned(community, startsAt: drills.In(TimeSpan.FromSeconds(2)))).GetProperty("id").GetGuid();

        Assert.Contains("日本時間", await DrillsFixture.Told(await drills.Act(id, "start")), StringComparison.Ordinal);
        await DrillsFixture.Json(await drills.Act(today, "cancellation"));
        await DrillsFixture.Json(await drills.Act(id, "start"));

        var drill = await drills.Drill(id);
        Assert.Equal(drill.StartedAt, drill.StartsAt);
        Assert.Equal(Drill.Running, drill.State);
        Assert.Equal(3, await drills.Db<DrillsDb, int>(db => db.Participants.CountAsync(p => p.DrillId == id && p.IsBody)));
    }

    static OrganisationChanged Moved(Guid id, bool active, string ceptoar) => Fake.Organisation("ict", ceptoar) with { OrganisationId = id, Version = 2, Active = active };
}
