using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;

namespace Ceptoar.Registry.Tests;

public class OrganisationKindTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_utility_of_waters_second_hop_is_of_its_sector_but_no_member()
    {
        var before = await WaterMembers();

        var view = await registry.SecretariatOf("water").Post("/api/organisations", new { name = registry.NewName(), kind = "operator", secondHop = new[] { "water" } });

        Assert.Equal(["water"], view.Texts("sectors"));
        Assert.Equal(["water"], view.Texts("secondHop"));
        Assert.Empty(view.Texts("ceptoars"));
        var said = await registry.Published<OrganisationChanged>(o => o.OrganisationId == view.Id());
        Assert.Equal(["water"], said.SecondHop);
        Assert.Empty(said.Ceptoars);
        Assert.Equal(before, await WaterMembers());
    }

    [Fact]
    public async Task A_secretariat_sees_and_changes_its_second_hop_and_no_one_elses()
    {
        var id = (await registry.Administrator.Post("/api/organisations", new { name = registry.NewName(), kind = "operator", secondHop = new[] { "water" } })).Id();
        var body = new { name = registry.NewName(), kind = "operator", secondHop = new[] { "water" }, size = "small", active = true };

        Assert.Equal(HttpStatusCode.OK, (await registry.SecretariatOf("water").GetAsync($"/api/organisations/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("gas").GetAsync($"/api/organisations/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await registry.SecretariatOf("water").PutAsJsonAsync($"/api/organisations/{id}", body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("gas").PutAsJsonAsync($"/api/organisations/{id}", body)).StatusCode);
        Assert.Equal(["secondHop[0]"], await (await registry.SecretariatOf("gas").PostAsJsonAsync("/api/organisations", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" }, secondHop = new[] { "water" } })).Fields());
    }

    [Fact]
    public async Task Only_an_operator_that_is_no_member_is_a_second_hop_and_only_of_water()
    {
        Assert.Equal(["secondHop[0]"], await Refused(new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "banks" }, secondHop = new[] { "gas" } }));
        Assert.Equal(["secondHop"], await Refused(new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "water" }, secondHop = new[] { "water" } }));
        Assert.Equal(["secondHop"], await Refused(new { name = registry.NewName(), kind = "observer", secondHop = new[] { "water" } }));
        Assert.Equal(["water"], CeptoarTable.All.Where(c => c.HasSecondHop).Select(c => c.Code));
    }

    [Theory]
    [InlineData("ipa")]
    [InlineData("jpcert")]
    [InlineData("police")]
    [InlineData("other")]
    public async Task A_partner_says_whose_it_is(string body)
    {
        var view = await registry.Administrator.Post("/api/organisations", new { name = registry.NewName(), kind = "partner", partnerOf = body });

        Assert.Equal(body, view.GetProperty("partnerOf").GetString());
    }

    [Fact]
    public async Task Nobody_else_is_a_partner_of_anyone()
    {
        Assert.Equal(["partnerOf"], await Refused(new { name = registry.NewName(), kind = "observer", partnerOf = "ipa" }));
        Assert.Equal(["partnerOf"], await Refused(new { name = registry.NewName(), kind = "partner", partnerOf = "cia" }));
    }

    [Fact]
    public async Task An_organisation_may_belong_to_several_ceptoars_and_sectors()
    {
        var view = await registry.Administrator.Post("/api/organisations", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "telecom", "cable", "credit" }, sectors = new[] { "finance" } });

        Assert.Equal(["telecom", "cable", "credit"], view.Texts("ceptoars"));
        Assert.Equal(["finance", "ict", "credit"], view.Texts("sectors"));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_not_said_again()
    {
        var name = registry.NewName();
        var body = new { name, kind = "operator", ceptoars = new[] { "gas" }, prefecture = "東京都", active = true };
        var id = (await registry.Administrator.Post("/api/organisations", body)).Id();

        var view = await registry.Administrator.Put($"/api/organisations/{id}", body);

        Assert.Equal(1, view.GetProperty("version").GetInt64());
        Assert.Single(await registry.AllPublished<OrganisationChanged>(m => m.OrganisationId == id));
        Assert.Single((await registry.Administrator.Get($"/api/organisations/{id}/history")).Items());
    }

    async Task<string[]> Refused(object body) => await (await registry.Administrator.PostAsJsonAsync("/api/organisations", body)).Fields();

    async Task<int> WaterMembers() => (await registry.Http(Role.Analyst, Seeding.WellKnownId.Centre).Get("/api/groups")).Items().Single(g => g.GetProperty("name").GetString() == "水道CEPTOAR").GetProperty("members").GetInt32();
}
