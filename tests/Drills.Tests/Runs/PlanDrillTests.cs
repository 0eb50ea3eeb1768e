using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Drills.Tests.Runs;

/// <summary>A controller of the centre plans the drill of a CEPTOAR; who may see it, and what of it.</summary>
public class PlanDrillTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public async Task Drills_of_two_campaigns_for_one_ceptoar_do_not_run_at_one_time()
    {
        var (community, begin) = (await drills.Community(), drills.In(TimeSpan.FromDays(10)));
        await drills.Planned(community, startsAt: begin, minutes: 3 * 24 * 60);

        foreach (var inside in new[] { begin.AddDays(2), begin.AddDays(-2) })
        {
            Assert.NotEmpty(await DrillsFixture.Told(await drills.Plan(community.Code, await drills.Campaign(), inside, minutes: 3 * 24 * 60)));
        }

        Assert.NotEmpty(await DrillsFixture.Told(await drills.Plan(community.Code, await drills.Campaign(), window: new { from = begin.AddDays(1), until = begin.AddDays(2) })));
        var next = await drills.Planned(community, startsAt: begin.AddDays(-2));
        var longer = new { minutes = 3 * 24 * 60, revision = next.GetProperty("revision").GetInt32() };
        Assert.NotEmpty(await DrillsFixture.Told(await drills.Controller.PutAsJsonAsync($"/api/drills/{next.GetProperty("id").GetGuid()}", longer)));
        await drills.Planned(community, startsAt: begin.AddDays(3));
    }

    [Fact]
    public async Task A_time_that_is_too_far_off_is_named()
    {
        var community = await drills.Community();
        var end = DateTimeOffset.MaxValue;

        Assert.Equal(["startsAt"], await DrillsFixture.Named(await drills.Plan(community.Code, await drills.Campaign(), end)));
        Assert.Equal(["window.from", "window.until"], await DrillsFixture.Named(await drills.Plan(community.Code, await drills.Campaign(), window: new { from = end.AddDays(-3), until = end })));
    }

    [Fact]
    public async Task A_drill_is_planned_at_a_time_that_everybody_concerned_may_read()
    {
        var community = await drills.Community();
        var startsAt = drills.In(TimeSpan.FromDays(2));

        var planned = await drills.Planned(community, startsAt: startsAt);

        var id = planned.GetProperty("id").GetGuid();
        Assert.Equal(("planned", true, 1, "GREEN"), (planned.GetProperty("state").GetString(), planned.GetProperty("announced").GetBoolean(), planned.GetProperty("revision").GetInt32(), planned.GetProperty("tlp").GetString()));
        foreach (var reader in Readers(community))
        {
            var seen = await DrillsFixture.Json(await reader.GetAsync($"/api/drills/{id}"));
            Assert.Equal(startsAt, seen.GetProperty("startsAt").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
            Assert.Equal("模擬情報", seen.GetProperty("fullText").GetProperty("title").GetProperty("ja").GetString());
            Assert.Contains(await DrillsFixture.Items(reader, "/api/drills?state=planned"), i => i.GetProperty("id").GetGuid() == id);
        }
    }

    [Fact]
    public async Task Nobody_of_another_ceptoar_ministry_or_centre_sees_it()
    {
        var (community, other, campaign) = (await drills.Community(), await drills.Community(), await drills.Campaign());
        var id = (await drills.Planned(community, campaign)).GetProperty("id").GetGuid();

        foreach (var stranger in new[] { drills.Of(other), drills.Http(Role.Liaison, other.Ministry), drills.Http(Role.Analyst, other.Secretariat), drills.Http(Role.Controller, other.Members[0]), drills.Http(Role.Secretariat, community.Members[0]) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/drills/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/drills/campaigns/{campaign}")).StatusCode);
            Assert.Empty(await DrillsFixture.Items(stranger, "/api/drills"));
            Assert.Empty(await DrillsFixture.Items(stranger, "/api/drills/campaigns"));
        }
    }

    [Fact]
    public async Task A_liaison_does_not_see_a_drill_whose_way_leaves_it_out()
    {
        var community = await drills.Community();
        var id = (await drills.Planned(community)).GetProperty("id").GetGuid();
        await DrillsFixture.Json(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { withoutLiaison = true, revision = 1 }));

        Assert.Equal(HttpStatusCode.NotFound, (await drills.Http(Role.Liaison, community.Ministry).GetAsync($"/api/drills/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_moment_of_an_unannounced_drill_is_told_to_its_controllers_alone_until_it_began()
    {
        var community = await drills.Community();
        var window = new Window(drills.In(TimeSpan.FromHours(1)), drills.In(TimeSpan.FromDays(20)));
        var id = await drills.Ready(community, window: window);

        var drawn = (await DrillsFixture.Json(await drills.Controller.GetAsync($"/api/drills/{id}"))).GetProperty("startsAt").GetDateTimeOffset();
        Assert.InRange(drawn, window.From!.Value, window.Until!.Value);
        foreach (var reader in Readers(community).Skip(1))
        {
            var raw = await (await reader.GetAsync($"/api/drills/{id}")).Content.ReadAsStringAsync() + await (await reader.GetAsync("/api/drills")).Content.ReadAsStringAsync()
                + await (await reader.GetAsync($"/api/drills/campaigns/{(await drills.Drill(id)).CampaignId}")).Content.ReadAsStringAsync();
            Assert.DoesNotContain(drawn.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), raw, StringComparison.Ordinal);
        }

        var mine = await Mine(community.Members[0], id);
        Assert.Equal(JsonValueKind.Null, mine.GetProperty("startsAt").ValueKind);
        Assert.Equal(window.From!.Value, mine.GetProperty("window").GetProperty("from").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(await drills.AllPublished<Contracts.AuditRecorded>(a => a.Item == $"drill/{id}"), a => a.Detail!.Contains("start", StringComparison.OrdinalIgnoreCase));

        await DrillsFixture.Json(await drills.Act(id, "start"));
        Assert.NotEqual(JsonValueKind.Null, (await Mine(community.Members[0], id)).GetProperty("startsAt").ValueKind);
    }

    [Fact]
    public async Task Bad_plans_are_refused_field_by_field()
    {
        var (community, campaign) = (await drills.Community(), await drills.Campaign());
        var (soon, later) = (drills.In(TimeSpan.FromHours(1)), drills.In(TimeSpan.FromDays(1)));

        foreach (var (body, field) in new (object Body, string Field)[]
        {
            (new { campaignId = campaign, ceptoar = community.Code, window = new { from = later, until = soon } }, "window.until"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = drills.In(TimeSpan.FromHours(-1)) }, "startsAt"),
            (new { campaignId = campaign, ceptoar = community.Code }, "startsAt"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = soon, window = new { from = soon, until = later } }, "window"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = soon, tlp = "RED" }, "tlp"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = soon, tlp = "AMBER+STRICT" }, "tlp"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = soon, pace = 601 }, "pace"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = soon, pace = 0 }, "pace"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = soon, minutes = 0 }, "minutes"),
            (new { campaignId = campaign, ceptoar = community.Code, startsAt = soon, minutes = 10_081 }, "minutes"),
            (new { campaignId = campaign, ceptoar = "none", startsAt = soon }, "ceptoar"),
            (new { campaignId = Guid.NewGuid(), ceptoar = community.Code, startsAt = soon }, "campaignId"),
        })
        {
            Assert.Equal([field], await DrillsFixture.Named(await drills.Controller.PostAsJsonAsync("/api/drills", body)));
        }
    }

    [Fact]
    public async Task A_ceptoar_has_one_drill_a_day_of_Japan_in_all_campaigns_together()
    {
        var community = await drills.Community();
        var noon = new DateTimeOffset(drills.In(TimeSpan.FromDays(5)).Date, TimeSpan.Zero).AddHours(3); // 12:00 in Japan
        var id = (await drills.Planned(community, startsAt: noon)).GetProperty("id").GetGuid();

        var second = await drills.Plan(community.Code, await drills.Campaign(), noon.AddHours(11)); // 23:00
        Assert.Contains("日本時間", await DrillsFixture.Told(second), StringComparison.Ordinal);
        Assert.Contains("日本時間", await DrillsFixture.Told(await drills.Plan(community.Code, await drills.Campaign(), window: new { from = noon.AddHours(1), until = noon.AddHours(10) })), StringComparison.Ordinal);

        await DrillsFixture.Json(await drills.Plan(community.Code, await drills.Campaign(), noon.AddHours(12))); // the next day
        await DrillsFixture.Json(await drills.Act(id, "cancellation"));
        await DrillsFixture.Json(await drills.Plan(community.Code, await drills.Campaign(), noon)); // a drill called off makes room
    }

    [Fact]
    public async Task Of_two_who_plan_one_ceptoar_on_one_day_at_once_one_is_refused_in_words()
    {
        var (community, campaign, startsAt) = (await drills.Community(), await drills.Campaign(), drills.In(TimeSpan.FromDays(3)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => drills.Plan(community.Code, campaign, startsAt)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) Assert.NotEmpty(await DrillsFixture.Told(refused));
    }

    [Fact]
    public async Task A_controller_of_no_centre_conducts_nothing()
    {
        var community = await drills.Community();
        var answer = await drills.Http(Role.Controller, community.Secretariat).PostAsJsonAsync("/api/drills", new { campaignId = await drills.Campaign(), ceptoar = community.Code, startsAt = drills.In(TimeSpan.FromHours(1)) });

        Assert.NotEmpty(await DrillsFixture.Told(answer));
    }

    HttpClient[] Readers(Community community) =>
        [drills.Controller, drills.Http(Role.Analyst, drills.Centre), drills.Http(Role.Approver, drills.Centre), drills.Of(community), drills.Http(Role.Liaison, community.Ministry)];

    async Task<JsonElement> Mine(Guid member, Guid drill) => (await DrillsFixture.Items(drills.Http(Role.Operator, member), "/api/drills/mine")).Single(i => i.GetProperty("id").GetGuid() == drill);
}
