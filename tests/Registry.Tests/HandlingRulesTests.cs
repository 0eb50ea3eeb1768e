using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Handling;

namespace Ceptoar.Registry.Tests;

public class HandlingRulesTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    static readonly int Current = HandlingRulesTable.Current.Version;

    [Fact]
    public void Versions_count_up_and_say_the_same_in_both_languages()
    {
        Assert.Equal(HandlingRulesTable.All[^1], HandlingRulesTable.Current);
        Assert.Equal(Enumerable.Range(1, HandlingRulesTable.All.Count), HandlingRulesTable.All.Select(r => r.Version));
        Assert.All(HandlingRulesTable.All, r => Assert.Equal((r.Ja.Purposes.Length, r.Ja.Rules.Length), (r.En.Purposes.Length, r.En.Rules.Length)));
    }

    [Fact]
    public async Task Every_service_hears_which_version_an_organisation_accepted()
    {
        var organisation = await registry.Operator("gas");
        var http = registry.Http(Role.Manager, organisation);
        Assert.Equal(Current, (await http.Get("/api/handling-rules")).GetProperty("items").EnumerateArray().Last().GetProperty("version").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await http.Get("/api/me")).GetProperty("organisation").GetProperty("handlingRulesVersion").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await Accept(http, organisation, Current)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Accept(http, organisation, Current)).StatusCode);

        var said = await registry.AllPublished<OrganisationChanged>(o => o.OrganisationId == organisation);
        Assert.Equal([null, Current], said.OrderBy(o => o.Version).Select(o => o.HandlingRulesVersion));
        Assert.Equal(Current, (await http.Get("/api/me")).GetProperty("organisation").GetProperty("handlingRulesVersion").GetInt32());
    }

    [Fact]
    public async Task The_manager_accepts_where_there_is_one()
    {
        var organisation = await registry.Operator("gas");
        var manager = await Newcomer.Accepted(registry, organisation, Role.Manager);

        Assert.Equal(HttpStatusCode.Conflict, (await Accept(registry.Http(Role.Operator, organisation), organisation, Current)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Accept(await manager.SignedIn(), organisation, Current)).StatusCode);
    }

    [Fact]
    public async Task Anyone_of_an_organisation_without_a_manager_accepts_and_nobody_for_others()
    {
        var organisation = await registry.Operator("gas");

        Assert.Equal(HttpStatusCode.NotFound, (await Accept(registry.SecretariatOf("gas"), organisation, Current)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Accept(registry.Http(Role.Manager, await registry.Operator("gas")), organisation, Current)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Accept(registry.Http(Role.Operator, organisation), organisation, Current)).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(null)]
    public async Task The_version_in_force_alone_is_accepted(int? version) =>
        Assert.Equal(["version"], await (await Accept(registry.Administrator, await registry.Operator("gas"), version)).Fields());

    static Task<HttpResponseMessage> Accept(HttpClient http, Guid organisation, int? version) => http.PostAsJsonAsync($"/api/organisations/{organisation}/handling-rules", new { version });
}
