using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Drills.Consents;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Drills.Tests.Consents;

/// <summary>Whoever takes part in drills agreed to it, by itself or by its secretariat's record.</summary>
public class ConsentTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    [Fact]
    public async Task An_organisation_has_said_nothing_until_it_agrees_and_may_change_its_mind()
    {
        var member = (await drills.Community()).Members[0];
        var http = drills.Http(Role.Manager, member);

        Assert.Equal(JsonValueKind.Null, (await DrillsFixture.Json(await http.GetAsync("/api/drills/consent"))).GetProperty("agreed").ValueKind);
        foreach (var agreed in new[] { true, false, true })
        {
            await DrillsFixture.Json(await http.PutAsJsonAsync("/api/drills/consent", new { agreed }));
            Assert.Equal(agreed, (await DrillsFixture.Json(await http.GetAsync("/api/drills/consent"))).GetProperty("agreed").GetBoolean());
        }

        Assert.Equal(3, (await drills.AllPublished<AuditRecorded>(a => a.Item == $"organisation/{member}")).Count);
        Assert.Equal(["agreed"], await DrillsFixture.Named(await http.PutAsJsonAsync("/api/drills/consent", new { })));
    }

    [Fact]
    public async Task A_secretariat_records_what_its_members_told_it_and_how()
    {
        var community = await drills.Community(members: 2, secondHop: 1);
        await DrillsFixture.Json(await Record(community, (community.Members[0], true, "電話"), (community.SecondHop[0], true, "書面")));

        foreach (var http in new[] { drills.Of(community), drills.Controller })
        {
            var rows = (await DrillsFixture.Items(http, $"/api/drills/consents?ceptoar={community.Code}")).ToDictionary(r => r.GetProperty("organisationId").GetGuid());
            Assert.Equal(3, rows.Count);
            Assert.Equal((true, "電話"), (rows[community.Members[0]].GetProperty("agreed").GetBoolean(), rows[community.Members[0]].GetProperty("how").GetString()));
            Assert.Equal(JsonValueKind.Null, rows[community.Members[1]].GetProperty("agreed").ValueKind);
            Assert.True(rows[community.SecondHop[0]].GetProperty("secondHop").GetBoolean());
        }

        Assert.Equal("電話", (await DrillsFixture.Json(await drills.Http(Role.Operator, community.Members[0]).GetAsync("/api/drills/consent"))).GetProperty("how").GetString());
        Assert.Empty(await DrillsFixture.Items(drills.Of(await drills.Community()), $"/api/drills/consents?ceptoar={community.Code}"));
    }

    [Fact]
    public async Task A_secretariat_records_for_its_own_alone_and_says_how()
    {
        var (community, other) = (await drills.Community(), await drills.Community());

        Assert.Equal(["consents[1].organisationId", "consents[2].organisationId"], await DrillsFixture.Named(await Record(community, (community.Members[0], true, "電話"), (other.Members[0], true, "電話"), (community.Members[0], false, "電話"))));
        Assert.Equal(["consents[0].how"], await DrillsFixture.Named(await Record(community, (community.Members[0], true, ""))));
        Assert.Equal(["consents"], await DrillsFixture.Named(await Record(community)));
        Assert.Equal(JsonValueKind.Null, (await DrillsFixture.Json(await drills.Http(Role.Operator, community.Members[0]).GetAsync("/api/drills/consent"))).GetProperty("agreed").ValueKind);
    }

    [Fact]
    public async Task What_an_organisation_refused_itself_it_alone_agrees_to()
    {
        var community = await drills.Community();
        var member = community.Members[0];
        await DrillsFixture.Json(await Record(community, (member, true, "電話")));
        await drills.Agree(agreed: false, member);

        Assert.Equal(["consents[0].agreed"], await DrillsFixture.Named(await Record(community, (member, true, "電話"))));
        await drills.Agree(agreed: true, member);
        await DrillsFixture.Json(await Record(community, (member, false, "電話")));

        Assert.False((await DrillsFixture.Json(await drills.Http(Role.Operator, member).GetAsync("/api/drills/consent"))).GetProperty("agreed").GetBoolean());
    }

    [Theory]
    [InlineData(null, null, true, true)]
    [InlineData(true, null, false, true)]
    [InlineData(false, null, true, false)]
    [InlineData(false, null, false, true)]
    [InlineData(false, "電話", true, true)]
    public void A_refusal_of_its_own_stands_until_it_agrees_itself(bool? held, string? how, bool agreed, bool may) =>
        Assert.Equal(may, ConsentRules.MaySecretariatRecord(held is { } said ? new() { OrganisationId = Guid.NewGuid(), Agreed = said, How = how, RecordedBy = "p", At = DateTimeOffset.UnixEpoch } : null, agreed));

    Task<HttpResponseMessage> Record(Community community, params (Guid OrganisationId, bool Agreed, string How)[] consents) =>
        drills.Of(community).PutAsJsonAsync("/api/drills/consents", new { consents = consents.Select(c => new { organisationId = c.OrganisationId, agreed = c.Agreed, how = c.How }) });
}
