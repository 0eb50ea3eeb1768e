using System.Net;
using System.Text.Json;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using static Ceptoar.Drills.Tests.PlayedWords;

namespace Ceptoar.Drills.Tests.Reports;

public class GetCampaignReportTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    HttpClient Centre => drills.Http(Role.Controller, drills.Directory.Centre.OrganisationId);

    [Fact]
    public async Task Tells_the_centre_all_drills_together_and_each()
    {
        var (campaign, telecom, aviation) = await Played();

        var report = await Centre.Json($"/api/drills/campaigns/{campaign.Id}/report");

        // with the ministry and the secretariat of telecom and the ministry of aviation, to whom nothing came
        Assert.Equal((5, 2), (report.GetProperty("figures").GetProperty("participants").GetInt32(), report.GetProperty("figures").GetProperty("confirmed").GetInt32()));
        Assert.Equal([(telecom, 1), (aviation, 1)], report.GetProperty("drills").EnumerateArray().Select(d => (d.GetProperty("drill").GetProperty("id").GetGuid(), d.GetProperty("figures").GetProperty("confirmed").GetInt32())));
    }

    [Fact]
    public async Task Tells_a_secretariat_its_own_alone_as_spreadsheet_too()
    {
        var (campaign, telecom, _) = await Played();
        var secretariat = drills.Http(Role.Secretariat, drills.Directory.TelecomSecretariat.OrganisationId);

        var report = await secretariat.Json($"/api/drills/campaigns/{campaign.Id}/report");
        var csv = await secretariat.GetStringAsync($"/api/drills/campaigns/{campaign.Id}/report?format=csv");
        var page = await secretariat.GetStringAsync($"/api/drills/campaigns/{campaign.Id}/report?format=html");

        Assert.Equal(telecom, Assert.Single(report.GetProperty("drills").EnumerateArray()).GetProperty("drill").GetProperty("id").GetGuid());
        Assert.Equal(3, report.GetProperty("figures").GetProperty("participants").GetInt32());
        Assert.Contains($"組織,telecom,{drills.Directory.Telecom[0].Name},", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("aviation", csv + page, StringComparison.Ordinal);
        Assert.Contains("<h1>【訓練】", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_sum_stays_that_of_its_drills_whatever_becomes_of_the_directory()
    {
        var gone = Fake.Organisation("ict", "telecom");
        await drills.Hears(gone);
        var campaign = await drills.NewCampaign();
        var drill = await drills.Conducted(campaign, members: [drills.Directory.Telecom[0].OrganisationId, gone.OrganisationId]);
        await drills.Reached(drill, Recipient(drills.Directory.Telecom[0].OrganisationId, confirmed: 5));
        await drills.Reported(drill);
        var before = (await Centre.Json($"/api/drills/campaigns/{campaign.Id}/report")).GetProperty("figures").GetRawText();

        await drills.Hears(gone with { Version = gone.Version + 1, Ceptoars = [], SecondHop = ["telecom"] });
        var after = await Centre.Json($"/api/drills/campaigns/{campaign.Id}/report");

        Assert.Equal(before, after.GetProperty("figures").GetRawText());
        Assert.Equal(before, Assert.Single(after.GetProperty("drills").EnumerateArray()).GetProperty("figures").GetRawText());
    }

    [Fact]
    public async Task A_drill_that_is_planned_stands_in_it_without_figures_and_without_its_moment()
    {
        var campaign = await drills.NewCampaign();
        await drills.Conducted(campaign, Drill.Planned);

        var one = Assert.Single((await Centre.Json($"/api/drills/campaigns/{campaign.Id}/report")).GetProperty("drills").EnumerateArray());

        Assert.Equal(JsonValueKind.Null, one.GetProperty("figures").ValueKind);
        Assert.False(one.GetProperty("drill").TryGetProperty("startsAt", out _));
        Assert.Contains("<h1>【訓練】", await Centre.GetStringAsync($"/api/drills/campaigns/{campaign.Id}/report?format=html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compares_with_the_campaigns_of_earlier_years()
    {
        var (before, _, _) = await Played(year: 2023);
        var (campaign, _, _) = await Played(year: 2025);

        var earlier = (await Centre.Json($"/api/drills/campaigns/{campaign.Id}/report")).GetProperty("earlier").EnumerateArray().Single(e => e.GetProperty("campaignId").GetGuid() == before.Id);

        Assert.Equal((2023, 2, 5, 2, 0.4), (earlier.GetProperty("year").GetInt32(), earlier.GetProperty("drills").GetInt32(), earlier.GetProperty("participants").GetInt32(), earlier.GetProperty("confirmed").GetInt32(), earlier.GetProperty("rate").GetDouble()));
    }

    [Fact]
    public async Task Is_not_there_for_who_may_see_none_of_its_drills()
    {
        var campaign = await drills.NewCampaign();
        await drills.Conducted(campaign, ceptoar: "aviation");

        foreach (var id in new[] { campaign.Id, Guid.NewGuid() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await drills.Http(Role.Secretariat, drills.Directory.TelecomSecretariat.OrganisationId).GetAsync($"/api/drills/campaigns/{id}/report")).StatusCode);
        }
    }

    async Task<(Campaign Campaign, Guid Telecom, Guid Aviation)> Played(int year = 2026)
    {
        var campaign = await drills.NewCampaign(year);
        var ids = new List<Guid>();
        foreach (var (ceptoar, member) in new[] { ("telecom", drills.Directory.Telecom[0].OrganisationId), ("aviation", drills.Directory.Aviation[0].OrganisationId) })
        {
            var drill = await drills.Conducted(campaign, ceptoar: ceptoar, members: member);
            await drills.Reached(drill, Recipient(member, confirmed: 5));
            await drills.Reported(drill);
            ids.Add(drill.Id);
        }

        return (campaign, ids[0], ids[1]);
    }
}
