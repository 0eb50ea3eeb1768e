using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ceptoar.Drills.Tests.Runs;

/// <summary>A secretariat says a drill its own way, the centre may change all of it, until it begins.</summary>
public class ChangeDrillTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public async Task What_a_secretariat_says_stands_over_the_campaigns_text_and_what_it_leaves_out_does_not()
    {
        var community = await drills.Community();
        var id = (await drills.Planned(community)).GetProperty("id").GetGuid();

        var changed = await DrillsFixture.Json(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new
        {
            text = new { shortText = "訓練です", body = "独自の本文" },
            twoWay = true,
            withoutLiaison = true,
            contentInMail = false,
            channelsOff = new[] { "sms", "mail", "sms" },
            revision = 1,
        }));

        Assert.Equal((true, true, false), (changed.GetProperty("twoWay").GetBoolean(), changed.GetProperty("withoutLiaison").GetBoolean(), changed.GetProperty("contentInMail").GetBoolean()));
        Assert.Equal(["mail", "sms"], changed.GetProperty("channelsOff").EnumerateArray().Select(c => c.GetString()));
        var (own, full) = (changed.GetProperty("text"), changed.GetProperty("fullText"));
        Assert.Equal(JsonValueKind.Null, own.GetProperty("title").ValueKind);
        Assert.Equal(("独自の本文", "訓練です", "模擬情報"), (full.GetProperty("body").GetString(), full.GetProperty("shortText").GetString(), full.GetProperty("title").GetProperty("ja").GetString()));
        Assert.Equal(2, changed.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task When_it_begins_and_under_which_label_the_centre_alone_says()
    {
        var community = await drills.Community();
        var id = (await drills.Planned(community)).GetProperty("id").GetGuid();

        var answer = await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { startsAt = drills.In(TimeSpan.FromDays(1)), minutes = 10, pace = 2, tlp = "CLEAR", revision = 1 });

        Assert.Equal(["startsAt", "minutes", "pace", "tlp"], await DrillsFixture.Named(answer));
    }

    [Fact]
    public async Task A_moment_stays_drawn_while_its_window_stays_and_is_drawn_anew_with_another()
    {
        var community = await drills.Community();
        var (from, until) = (drills.In(TimeSpan.FromHours(1)), drills.In(TimeSpan.FromDays(50)));
        var planned = await drills.Planned(community, window: new { from, until });
        var (id, window) = (planned.GetProperty("id").GetGuid(), planned.GetProperty("window"));

        var same = await DrillsFixture.Json(await drills.Controller.PutAsJsonAsync($"/api/drills/{id}", new { window, twoWay = true, revision = 1 }));
        Assert.Equal(planned.GetProperty("startsAt").GetDateTimeOffset(), same.GetProperty("startsAt").GetDateTimeOffset());

        var moved = await DrillsFixture.Json(await drills.Controller.PutAsJsonAsync($"/api/drills/{id}", new { window = new { from = until.AddDays(1), until = until.AddDays(2) }, revision = 2 }));
        Assert.InRange(moved.GetProperty("startsAt").GetDateTimeOffset(), until.AddDays(1).AddSeconds(-1), until.AddDays(2));

        var told = await DrillsFixture.Json(await drills.Controller.PutAsJsonAsync($"/api/drills/{id}", new { startsAt = from, revision = 3 }));
        Assert.Equal((true, JsonValueKind.Null), (told.GetProperty("announced").GetBoolean(), told.GetProperty("window").ValueKind));
    }

    [Fact]
    public async Task A_window_that_ends_before_it_begins_is_refused_and_so_is_the_day_of_another_drill()
    {
        var community = await drills.Community();
        var (taken, campaign) = (drills.In(TimeSpan.FromDays(9)), await drills.Campaign());
        await drills.Planned(community, campaign, taken);
        var id = (await drills.Planned(community, campaign)).GetProperty("id").GetGuid();

        Assert.Equal(["window.until"], await DrillsFixture.Named(await drills.Controller.PutAsJsonAsync($"/api/drills/{id}", new { window = new { from = taken, until = taken.AddHours(-1) }, revision = 1 })));
        Assert.NotEmpty(await DrillsFixture.Told(await drills.Controller.PutAsJsonAsync($"/api/drills/{id}", new { startsAt = taken, revision = 1 })));
    }

    [Fact]
    public async Task Who_read_an_older_revision_reads_it_again_and_what_began_stays_as_it_is()
    {
        var community = await drills.Community();
        var id = await drills.Ready(community);
        var revision = (await drills.Drill(id)).Revision;

        Assert.NotEmpty(await DrillsFixture.Told(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { twoWay = true, revision = revision - 1 })));
        await DrillsFixture.Json(await drills.Act(id, "start"));
        foreach (var http in new[] { drills.Of(community), drills.Controller })
        {
            Assert.NotEmpty(await DrillsFixture.Told(await http.PutAsJsonAsync($"/api/drills/{id}", new { twoWay = true, revision = revision + 1 })));
        }

        Assert.NotEmpty(await DrillsFixture.Told(await drills.Act(id, "cancellation")));
    }

    [Fact]
    public async Task Texts_have_the_limits_of_an_advisory()
    {
        var community = await drills.Community();
        var id = (await drills.Planned(community)).GetProperty("id").GetGuid();

        foreach (var (text, field) in new (object Text, string Field)[]
        {
            (new { title = new { en = new string('x', 201) } }, "text.title.en"),
            (new { summary = new { ja = new string('あ', 4_001) } }, "text.summary.ja"),
            (new { body = new string('x', 100_001) }, "text.body"),
            (new { shortText = new string('あ', 71) }, "text.shortText"),
            (new { requiredAction = "\0" }, "text.requiredAction"),
            (new { severity = "extreme" }, "text.severity"),
            (new { urgency = "now" }, "text.urgency"),
        })
        {
            Assert.Equal([field], await DrillsFixture.Named(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { text, revision = 1 })));
        }

        Assert.Equal(["channelsOff[1]"], await DrillsFixture.Named(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}", new { channelsOff = new[] { "mail", "pigeon" }, revision = 1 })));
        Assert.Equal(HttpStatusCode.NotFound, (await drills.Of(await drills.Community()).PutAsJsonAsync($"/api/drills/{id}", new { twoWay = true, revision = 1 })).StatusCode);
    }
}
