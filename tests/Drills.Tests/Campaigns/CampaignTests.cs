using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Drills.Campaigns;

namespace Ceptoar.Drills.Tests.Campaigns;

/// <summary>A year's campaign, as the centre writes it and others see it.</summary>
public class CampaignTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public void A_ceptoar_that_writes_one_language_goes_out_with_no_half_of_the_campaigns_text()
    {
        var campaign = new DrillText { TitleJa = "題", TitleEn = "title", SummaryJa = "要旨", SummaryEn = "summary", Body = "本文" };

        var text = new DrillText { TitleJa = "自分の題" }.Over(campaign);

        Assert.Equal(("自分の題", null, "要旨", "summary", "本文"), (text.TitleJa, text.TitleEn, text.SummaryJa, text.SummaryEn, text.Body));
    }

    [Fact]
    public async Task Its_level_and_way_are_those_of_each_drill_that_says_nothing_else()
    {
        var written = DrillsFixture.Written();
        foreach (var (field, value) in new (string, object)[] { ("tlp", "AMBER"), ("twoWay", true), ("withoutLiaison", true), ("contentInMail", false), ("channelsOff", new[] { "sms", "mail", "sms" }) }) written[field] = value;
        var campaign = (await DrillsFixture.Json(await drills.Controller.PostAsJsonAsync("/api/drills/campaigns", written))).GetProperty("id").GetGuid();

        var (usual, own) = (await DrillsFixture.Json(await drills.Controller.PostAsJsonAsync("/api/drills", new { campaignId = campaign, ceptoar = (await drills.Community()).Code, startsAt = drills.In(TimeSpan.FromHours(1)) })), await drills.Planned(await drills.Community(), campaign, tlp: "CLEAR"));

        Assert.Equal(
            ("AMBER", true, true, false, """["mail","sms"]"""),
            (usual.GetProperty("tlp").GetString(), usual.GetProperty("twoWay").GetBoolean(), usual.GetProperty("withoutLiaison").GetBoolean(), usual.GetProperty("contentInMail").GetBoolean(), usual.GetProperty("channelsOff").GetRawText()));
        Assert.Equal("CLEAR", own.GetProperty("tlp").GetString());
        var anew = DrillsFixture.Written();
        anew["revision"] = 1;
        await DrillsFixture.Json(await drills.Controller.PutAsJsonAsync($"/api/drills/campaigns/{campaign}", anew));
        var read = await DrillsFixture.Json(await drills.Controller.GetAsync($"/api/drills/campaigns/{campaign}"));
        Assert.Equal(("AMBER", true), (read.GetProperty("tlp").GetString(), read.GetProperty("withoutLiaison").GetBoolean()));
        (written["tlp"], written["channelsOff"]) = ("RED", new[] { "fax" });
        Assert.Equal(["channelsOff[0]", "tlp"], (await DrillsFixture.Named(await drills.Controller.PostAsJsonAsync("/api/drills/campaigns", written))).Order());
    }

    [Fact]
    public async Task A_campaign_is_read_as_it_was_written_with_the_drills_that_one_may_see()
    {
        var (community, other, campaign) = (await drills.Community(), await drills.Community(), await drills.Campaign());
        await drills.Planned(community, campaign);
        await drills.Planned(other, campaign);

        var seen = await DrillsFixture.Json(await drills.Controller.GetAsync($"/api/drills/campaigns/{campaign}"));
        Assert.Equal(("令和8年度セプター訓練", "令和8年度セプター訓練", "Contacts are checked.", 2026), (seen.GetProperty("title").GetString(), seen.GetProperty("titleEn").GetString(), seen.GetProperty("aimsEn").GetString(), seen.GetProperty("year").GetInt32()));
        Assert.Equal("概要", seen.GetProperty("text").GetProperty("summary").GetProperty("ja").GetString());
        Assert.Equal(2, seen.GetProperty("drills").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("closedAt").ValueKind);

        var own = await DrillsFixture.Json(await drills.Of(community).GetAsync($"/api/drills/campaigns/{campaign}"));
        Assert.Equal(community.Code, Assert.Single(own.GetProperty("drills").EnumerateArray()).GetProperty("ceptoar").GetString());
        Assert.Equal(1, (await DrillsFixture.Items(drills.Of(community), "/api/drills/campaigns")).Single(c => c.GetProperty("id").GetGuid() == campaign).GetProperty("drills").GetInt32());
    }

    [Fact]
    public async Task A_campaign_is_written_anew_by_who_read_it_last()
    {
        var campaign = await drills.Campaign();
        var anew = DrillsFixture.Written();
        (anew["year"], anew["revision"]) = (2027, 1);

        var changed = await DrillsFixture.Json(await drills.Controller.PutAsJsonAsync($"/api/drills/campaigns/{campaign}", anew));

        Assert.Equal(2, changed.GetProperty("revision").GetInt32());
        Assert.NotEmpty(await DrillsFixture.Told(await drills.Controller.PutAsJsonAsync($"/api/drills/campaigns/{campaign}", anew)));
    }

    [Fact]
    public async Task Bad_campaigns_are_refused_field_by_field()
    {
        foreach (var (field, value, named) in new (string Field, object? Value, string Named)[]
        {
            ("year", null, "year"),
            ("year", 1999, "year"),
            ("title", new { ja = "", en = " " }, "title"),
            ("title", new { ja = new string('あ', 201) }, "title.ja"),
            ("aims", new { ja = "目的", en = new string('x', 4_001) }, "aims.en"),
            ("text", new { shortText = new string('x', 71) }, "text.shortText"),
        })
        {
            var campaign = DrillsFixture.Written();
            campaign[field] = value;

            Assert.Equal([named], await DrillsFixture.Named(await drills.Controller.PostAsJsonAsync("/api/drills/campaigns", campaign)));
        }
    }

    [Fact]
    public async Task A_list_goes_on_where_it_ended()
    {
        Guid[] made = [await drills.Campaign(), await drills.Campaign(), await drills.Campaign()];

        var page = await DrillsFixture.Json(await drills.Controller.GetAsync("/api/drills/campaigns?limit=2"));
        Assert.Equal([made[2], made[1]], page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
        var last = await drills.Campaign();
        var next = await DrillsFixture.Items(drills.Controller, $"/api/drills/campaigns?after={page.GetProperty("next").GetString()}");
        Assert.Equal([last], next.Select(i => i.GetProperty("id").GetGuid()));
        Assert.Equal(["limit"], await DrillsFixture.Named(await drills.Controller.GetAsync("/api/drills/campaigns?limit=0")));
    }
}
