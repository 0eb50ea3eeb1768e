using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Consents;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Tests.Rehearsals;

public class RehearseTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    Guid Agreed => drills.Directory.Telecom[0].OrganisationId;
    Guid Unwilling => drills.Directory.Telecom[1].OrganisationId;
    Guid Secretariat => drills.Directory.TelecomSecretariat.OrganisationId;
    Guid Ministry => drills.Directory.TelecomMinistry.OrganisationId;
    HttpClient Controller => drills.Http(Role.Controller, drills.Directory.Centre.OrganisationId);

    [Fact]
    public async Task Asks_for_the_way_of_those_who_agree_and_of_the_bodies_alone()
    {
        var (campaign, drill) = await Planned();

        var id = await Asked(campaign);

        var wanted = await drills.Published<DrillPlanWanted>(w => w.RehearsalId == id);
        Assert.Equal(drill.Id, wanted.DrillId);
        Assert.Equal(new[] { Agreed, Secretariat, Ministry, drills.Directory.Centre.OrganisationId }.Order(), wanted.Participants);
    }

    [Fact]
    public async Task Plays_once_the_way_of_every_drill_is_told_and_shows_the_holes()
    {
        var (campaign, telecom) = await Planned();
        var aviation = await drills.Conducted(campaign, Drill.Planned, ceptoar: "aviation", members: drills.Directory.Aviation[0].OrganisationId);
        var id = await Asked(campaign);

        await drills.Hears(Way(id, telecom.Id, Ministry, Secretariat, Agreed));
        Assert.Equal("planning", (await Rehearsal(campaign, id)).GetProperty("state").GetString());
        await drills.Hears(Way(id, aviation.Id, drills.Directory.AviationMinistry.OrganisationId, body: null, drills.Directory.Aviation[0].OrganisationId));
        await drills.Hears(Way(id, telecom.Id, Ministry, Secretariat));

        var rehearsal = await Rehearsal(campaign, id);
        Assert.Equal(("done", 7), (rehearsal.GetProperty("state").GetString(), rehearsal.GetProperty("seed").GetInt32()));
        Assert.Equal([3, 2], rehearsal.GetProperty("drills").EnumerateArray().Select(d => d.GetProperty("figures").GetProperty("participants").GetInt32()));
        var hole = Assert.Single(rehearsal.GetProperty("drills")[0].GetProperty("holes").EnumerateArray());
        Assert.Equal((drills.Directory.Telecom[0].Name, "bouncing:mail"), (hole.GetProperty("name").GetString(), hole.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Tells_of_each_drill_what_would_keep_it_from_beginning()
    {
        var campaign = await drills.NewCampaign();
        await drills.Db<DrillsDb, int>(db => db.Database.ExecuteSqlAsync($"update campaign set text = text || '{{\"titleJa\": null}}' where id = {campaign.Id}"));
        await drills.Conducted(campaign, Drill.Planned, ceptoar: "aviation");
        await drills.Conducted(campaign, Drill.Planned, ceptoar: "gone");
        await drills.Kept(new Consent { OrganisationId = drills.Directory.AviationMinistry.OrganisationId, Agreed = false, RecordedBy = "test", At = PlayedWords.Begin });

        var id = await Asked(campaign);

        var obstacles = (await Rehearsal(campaign, id)).GetProperty("drills").EnumerateArray().Select(d => d.GetProperty("obstacles").EnumerateArray().ToArray()).ToArray();
        Assert.Equal(["noText", "refused", "nobody"], obstacles[0].Select(o => o.GetProperty("code").GetString()));
        Assert.Equal("text.title", Assert.Single(obstacles[0][0].GetProperty("fields").EnumerateArray()).GetString());
        Assert.Equal("noCeptoar", Assert.Single(obstacles[1]).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Where_no_ceptoar_is_known_nothing_is_rehearsed()
    {
        var campaign = await drills.NewCampaign();
        await drills.Conducted(campaign, Drill.Planned, ceptoar: "gone");

        Assert.Equal(HttpStatusCode.Conflict, (await Controller.PostAsJsonAsync($"/api/drills/campaigns/{campaign.Id}/rehearsals", new { seed = 7 })).StatusCode);
    }

    [Fact]
    public async Task The_same_seed_comes_to_the_same()
    {
        var (campaign, drill) = await Planned();
        var figures = new List<string>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var id = await Asked(campaign);
            await drills.Hears(Way(id, drill.Id, Ministry, Secretariat, [.. drills.Directory.Telecom.Select(m => m.OrganisationId)]));
            figures.Add((await Rehearsal(campaign, id)).GetProperty("drills")[0].GetProperty("figures").GetRawText());
        }

        Assert.Equal(figures[0], figures[1]);
        var listed = await Controller.Json($"/api/drills/campaigns/{campaign.Id}/rehearsals");
        Assert.Equal(2, listed.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_campaign_without_a_planned_drill_has_nothing_to_rehearse() =>
        Assert.Equal(HttpStatusCode.Conflict, (await Controller.PostAsJsonAsync($"/api/drills/campaigns/{(await drills.NewCampaign()).Id}/rehearsals", new { seed = 7 })).StatusCode);

    [Fact]
    public async Task Wants_a_seed()
    {
        var answer = await Controller.PostAsJsonAsync($"/api/drills/campaigns/{(await drills.NewCampaign()).Id}/rehearsals", new { });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("seed", out _));
    }

    [Fact]
    public async Task Is_the_centres_alone()
    {
        var (campaign, _) = await Planned();
        var id = await Asked(campaign);

        foreach (var (role, organisation) in new[] { (Role.Controller, Secretariat), (Role.Secretariat, Secretariat) })
        {
            var http = drills.Http(role, organisation);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/drills/campaigns/{campaign.Id}/rehearsals/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/drills/campaigns/{campaign.Id}/rehearsals")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"/api/drills/campaigns/{campaign.Id}/rehearsals", new { seed = 7 })).StatusCode);
        }
    }

    /// <summary>A planned drill of the telecom CEPTOAR: two were chosen, of whom one has changed its mind.</summary>
    async Task<(Campaign Campaign, Drill Drill)> Planned()
    {
        var campaign = await drills.NewCampaign();
        var drill = await drills.Conducted(campaign, Drill.Planned, members: [Agreed, Unwilling]);
        await drills.Db<DrillsDb, int>(async db =>
        {
            foreach (var (organisation, agreed) in new[] { (Agreed, true), (Unwilling, false) })
            {
                if (await db.Consents.FindAsync(organisation) is null) db.Consents.Add(new() { OrganisationId = organisation, Agreed = agreed, RecordedBy = "test", At = PlayedWords.Begin });
            }

            return await db.SaveChangesAsync();
        });
        return (campaign, drill);
    }

    async Task<Guid> Asked(Campaign campaign)
    {
        var answer = await Controller.PostAsJsonAsync($"/api/drills/campaigns/{campaign.Id}/rehearsals", new { seed = 7 });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    Task<JsonElement> Rehearsal(Campaign campaign, Guid id) => Controller.Json($"/api/drills/campaigns/{campaign.Id}/rehearsals/{id}");

    static DrillPlanned Way(Guid rehearsal, Guid drill, Guid liaison, Guid? body, params Guid[] members) => new()
    {
        RehearsalId = rehearsal,
        DrillId = drill,
        Recipients =
        [
            new() { OrganisationId = liaison, Hop = "liaison", Channels = ["mail"], CanRead = true },
            .. body is { } secretariat ? new PlannedRecipient[] { new() { OrganisationId = secretariat, Hop = "secretariat", Body = liaison, RelayMinutes = 0, Channels = ["mail"], CanRead = true } } : [],
            .. members.Select(m => new PlannedRecipient { OrganisationId = m, Hop = "members", Body = body ?? liaison, RelayMinutes = 0, Channels = ["mail"], Bouncing = body is null ? [] : ["mail"], CanRead = true }),
        ],
    };
}
