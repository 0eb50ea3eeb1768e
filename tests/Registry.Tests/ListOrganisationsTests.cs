using System.Net;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Tests;

public class ListOrganisationsTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task An_operator_sees_itself_alone()
    {
        var own = await registry.Operator("gas");
        var other = await registry.Operator("gas");
        var http = registry.Http(Role.Operator, own);

        Assert.Equal([own.ToString()], (await http.Get("/api/organisations")).GetProperty("items").Strings("id"));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/organisations/{own}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/organisations/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/organisations/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task A_secretariat_sees_the_members_of_its_own_ceptoar()
    {
        var (member, foreign) = (await registry.Operator("securities"), await registry.Operator("life"));
        var http = registry.SecretariatOf("securities");

        var ids = (await http.Get("/api/organisations")).GetProperty("items").Strings("id");

        Assert.Equal([member.ToString(), CeptoarTable.Find("securities")!.SecretariatId.ToString()], ids);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/organisations/{foreign}")).StatusCode);
    }

    [Fact]
    public async Task A_liaison_does_not_see_the_members_of_the_ceptoars_it_oversees()
    {
        var (member, ministry) = (await registry.Operator("aviation"), CeptoarTable.Find("aviation")!.SecretariatId);

        Assert.Equal([ministry.ToString()], (await registry.Http(Role.Liaison, ministry).Get("/api/organisations")).GetProperty("items").Strings("id"));
        Assert.Equal(HttpStatusCode.OK, (await registry.Http(Role.Secretariat, ministry).GetAsync($"/api/organisations/{member}")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Administrator, true)]
    public async Task The_centre_sees_all_and_an_administrator_also_what_identifies(string role, bool identifying)
    {
        var view = await registry.Http(role, WellKnownId.Centre).Get($"/api/organisations/{await registry.Operator("gas")}");

        Assert.Equal(identifying, view.GetProperty("identifying").ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public async Task What_identifies_is_shown_to_the_organisation_itself_but_not_to_its_secretariat()
    {
        var id = await registry.Operator("gas");

        Assert.Equal(JsonValueKind.Object, (await registry.Http(Role.Operator, id).Get($"/api/organisations/{id}")).GetProperty("identifying").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await registry.SecretariatOf("gas").Get($"/api/organisations/{id}")).GetProperty("identifying").ValueKind);
    }

    [Fact]
    public async Task Pages_forward_from_a_cursor_and_starts_with_the_newest()
    {
        var newest = await registry.Operator("gas");
        var http = registry.Administrator;
        Assert.Equal(newest.ToString(), (await http.Get("/api/organisations?limit=1")).GetProperty("items").Strings("id").Single());

        var (seen, after) = (new List<string>(), "0");
        while (true)
        {
            var page = await http.Get($"/api/organisations?after={after}&limit=7");
            if (page.GetProperty("items").GetArrayLength() == 0) break;
            seen.AddRange(page.GetProperty("items").Strings("id"));
            after = page.GetProperty("next").GetString()!;
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(newest.ToString(), seen[^1]);
        var later = await registry.Operator("gas");
        Assert.Equal([later.ToString()], (await http.Get($"/api/organisations?after={after}")).GetProperty("items").Strings("id"));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("after=yesterday", "after")]
    public async Task Refuses_a_page_that_is_none(string query, string field) =>
        Assert.Equal([field], await (await registry.Administrator.GetAsync($"/api/organisations?{query}")).Fields());
}
