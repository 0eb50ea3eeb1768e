using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Drills.Tests.Runs;

/// <summary>A secretariat chooses who takes part, among its members and second hop that agreed.</summary>
public class ParticipantTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public async Task A_chosen_one_that_says_no_sees_nothing_of_it_any_more()
    {
        var community = await drills.Community();
        await drills.Ready(community);
        var member = drills.Http(Role.Operator, community.Members[0]);
        Assert.Single(await DrillsFixture.Items(member, "/api/drills/mine"));

        await drills.Agree(agreed: false, community.Members[0]);

        Assert.Empty(await DrillsFixture.Items(member, "/api/drills/mine"));
    }

    [Fact]
    public async Task A_secretariat_sees_whom_it_may_choose_who_agreed_and_who_is_chosen()
    {
        var community = await drills.Community(members: 3, secondHop: 1);
        var id = (await drills.Planned(community)).GetProperty("id").GetGuid();
        await drills.Agree(agreed: true, community.Members[0], community.SecondHop[0]);
        await drills.Agree(agreed: false, community.Members[1]);

        await DrillsFixture.Json(await drills.Choose(community, id, community.SecondHop[0]));

        foreach (var http in new[] { drills.Of(community), drills.Controller, drills.Http(Role.Analyst, drills.Centre) })
        {
            var rows = (await DrillsFixture.Items(http, $"/api/drills/{id}/participants")).ToDictionary(r => r.GetProperty("organisationId").GetGuid());
            Assert.Equal(community.Members.Concat(community.SecondHop).Order(), rows.Keys.Order());
            Assert.Equal(
                (JsonValueKind.True, JsonValueKind.False, JsonValueKind.Null),
                (rows[community.Members[0]].GetProperty("agreed").ValueKind, rows[community.Members[1]].GetProperty("agreed").ValueKind, rows[community.Members[2]].GetProperty("agreed").ValueKind));
            Assert.True(rows[community.SecondHop[0]].GetProperty("chosen").GetBoolean() && rows[community.SecondHop[0]].GetProperty("secondHop").GetBoolean());
        }
    }

    [Fact]
    public async Task Who_did_not_agree_or_does_not_belong_is_refused_by_its_place_in_the_list()
    {
        var (community, other) = (await drills.Community(), await drills.Community());
        var id = (await drills.Planned(community)).GetProperty("id").GetGuid();
        await drills.Agree(agreed: true, community.Members[0], other.Members[0]);
        await drills.Agree(agreed: false, community.Members[1]);

        var answer = await drills.Choose(community, id, community.Members[0], community.Members[1], community.Members[2], other.Members[0], Guid.NewGuid());

        Assert.Equal(["organisations[1]", "organisations[2]", "organisations[3]", "organisations[4]"], await DrillsFixture.Named(answer));
        Assert.DoesNotContain(await DrillsFixture.Items(drills.Of(community), $"/api/drills/{id}/participants"), r => r.GetProperty("chosen").GetBoolean());
    }

    [Fact]
    public async Task Choosing_anew_takes_the_place_of_what_was_chosen_and_needs_the_revision_that_was_read()
    {
        var community = await drills.Community();
        var id = await drills.Ready(community);

        var changed = await DrillsFixture.Json(await drills.Choose(community, id, community.Members[2]));

        Assert.Equal(1, changed.GetProperty("participants").GetInt32());
        Assert.NotEmpty(await DrillsFixture.Told(await drills.Of(community).PutAsJsonAsync($"/api/drills/{id}/participants", new { organisations = community.Members, revision = 1 })));
        Assert.Empty(await DrillsFixture.Items(drills.Http(Role.Operator, community.Members[0]), "/api/drills/mine"));
        Assert.Single(await DrillsFixture.Items(drills.Http(Role.Operator, community.Members[2]), "/api/drills/mine"));
        await DrillsFixture.Json(await drills.Act(id, "start"));
        Assert.NotEmpty(await DrillsFixture.Told(await drills.Choose(community, id, community.Members)));
    }

    [Fact]
    public async Task Neither_a_ministry_nor_another_secretariat_sees_or_chooses_them()
    {
        var (community, other) = (await drills.Community(), await drills.Community());
        var id = await drills.Ready(community);

        foreach (var http in new[] { drills.Http(Role.Liaison, community.Ministry), drills.Of(other), drills.Http(Role.Secretariat, community.Ministry) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/drills/{id}/participants")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PutAsJsonAsync($"/api/drills/{id}/participants", new { organisations = community.Members, revision = 2 })).StatusCode);
        }
    }
}
