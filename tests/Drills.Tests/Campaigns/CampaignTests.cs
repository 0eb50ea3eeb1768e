using System.Net.Http.Json;
using System.Text.Json;

namespace Ceptoar.Drills.Tests.Campaigns;

/// <summary>A year's campaign, as the centre writes it and others see it.</summary>
public class CampaignTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
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
