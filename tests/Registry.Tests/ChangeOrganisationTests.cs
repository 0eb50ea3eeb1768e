using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Tests;

public class ChangeOrganisationTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_secretariat_puts_no_operator_into_another_sector()
    {
        var id = await registry.Operator("gas");
        var body = new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" }, sectors = new[] { "gas", "finance", "electricity" }, active = true };

        Assert.Equal(["sectors[1]", "sectors[2]"], (await (await registry.SecretariatOf("gas").PutAsJsonAsync($"/api/organisations/{id}", body)).Fields()).Order());
        Assert.Equal(["sectors[1]", "sectors[2]"], (await (await registry.SecretariatOf("gas").PostAsJsonAsync("/api/organisations", body)).Fields()).Order());
        Assert.Equal(HttpStatusCode.OK, (await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}", body)).StatusCode);
        // what it was given stays when its secretariat changes something else
        Assert.Equal(HttpStatusCode.OK, (await registry.SecretariatOf("gas").PutAsJsonAsync($"/api/organisations/{id}", body)).StatusCode);
    }

    [Fact]
    public async Task A_secretariat_changes_nothing_that_identifies_a_member_by_form_or_by_file()
    {
        var name = registry.NewName();
        var view = await registry.Administrator.Post("/api/organisations", new { name, kind = "operator", ceptoars = new[] { "gas" }, identifying = new { domains = new[] { "kept.example" } } });
        var id = view.GetProperty("id").GetGuid();

        Assert.Equal(["identifying"], await (await registry.SecretariatOf("gas").PutAsJsonAsync($"/api/organisations/{id}", new { name, kind = "operator", ceptoars = new[] { "gas" }, active = true, identifying = new { } })).Fields());
        foreach (var domains in new[] { "", "other.example" })
        {
            var report = await registry.SecretariatOf("gas").Import($"name,kind,ceptoars,domains\n{name},operator,gas,{domains}\n");
            Assert.Equal((1, "domains"), (report.GetProperty("refused").GetInt32(), report.GetProperty("lines")[0].GetProperty("errors")[0].GetProperty("field").GetString()));
        }

        Assert.Equal(["kept.example"], (await registry.Stored(id)).IdentifiedBy(registry.Identifying).Domains);
    }

    [Fact]
    public async Task Ranges_that_cover_much_of_the_net_by_their_number_are_refused()
    {
        var id = await registry.Operator("gas");
        var halves = new[] { "44.0.0.0/9", "45.0.0.0/9" };

        async Task<HttpResponseMessage> Put(params string[] cidrs) => await registry.Http(Role.Operator, id).PutAsJsonAsync($"/api/organisations/{id}/identifying", new { strings = new { cidrs } });

        Assert.Equal(HttpStatusCode.OK, (await Put(halves)).StatusCode);
        Assert.Equal(["strings.cidrs"], await (await Put([.. halves, "46.0.0.0/24"])).Fields());
        Assert.Equal(["strings.cidrs"], await (await Put("2400::/16", "2600::/32")).Fields());
    }

    [Fact]
    public async Task Says_the_organisation_anew_with_a_higher_version()
    {
        var id = await registry.Operator("gas");
        var name = registry.NewName();

        var response = await Put(registry.Administrator, id, new { name, kind = "operator", ceptoars = new[] { "gas", "electricity" }, sectors = new[] { "petroleum" }, active = true });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var said = await registry.Published<OrganisationChanged>(o => o.OrganisationId == id && o.Version == 2);
        Assert.Equal(["petroleum", "gas", "electricity"], said.Sectors);
        var strings = await registry.Published<IdentifyingStringsChanged>(o => o.OrganisationId == id && o.Version == 2);
        Assert.Equal(name, registry.Identifying.Open<IdentifyingStrings>(strings.Strings).Names[0]);
    }

    [Fact]
    public async Task Identifying_strings_that_are_not_sent_stay_and_are_not_said_again()
    {
        var name = registry.NewName();
        var body = new { name, kind = "operator", ceptoars = new[] { "gas" }, identifying = new { aliases = new[] { "みなと瓦斯" } } };
        var id = (await registry.Administrator.Post("/api/organisations", body)).GetProperty("id").GetGuid();

        await Put(registry.SecretariatOf("gas"), id, new { name, kind = "operator", ceptoars = new[] { "gas" }, size = "small", active = true });

        Assert.Single(await registry.AllPublished<IdentifyingStringsChanged>(m => m.OrganisationId == id));
        Assert.Equal(["みなと瓦斯"], (await registry.Stored(id)).IdentifiedBy(registry.Identifying).Aliases);
    }

    [Fact]
    public async Task Names_a_field_that_is_wrong()
    {
        var response = await Put(registry.Administrator, await registry.Operator("gas"), new { kind = "operator", ceptoars = new[] { "gas" }, identifying = new { domains = new[] { "x" } } });

        Assert.Equal(["active", "identifying.domains[0]", "name"], (await response.Fields()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_kind_of_an_organisation_stays()
    {
        var response = await Put(registry.Administrator, await registry.Operator("gas"), new { name = registry.NewName(), kind = "centre", active = true });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task The_centre_does_not_leave()
    {
        var response = await Put(registry.Administrator, WellKnownId.Centre, new { name = "国家サイバー統括室", kind = "centre", active = false });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task What_a_secretariat_may_not_change_is_not_there()
    {
        var foreign = await registry.Operator("water");
        var body = new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" }, active = true };

        Assert.Equal(HttpStatusCode.NotFound, (await Put(registry.SecretariatOf("gas"), foreign, body with { ceptoars = ["gas", "banks"] })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(registry.SecretariatOf("gas"), Guid.NewGuid(), body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(registry.SecretariatOf("gas"), Ceptoars.CeptoarTable.Find("gas")!.SecretariatId, body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(registry.Http(Role.Operator, foreign), foreign, body)).StatusCode);
    }

    [Fact]
    public async Task A_secretariat_neither_puts_in_nor_takes_out_of_a_foreign_ceptoar()
    {
        var (shared, name, http) = (await registry.Operator("banks", "credit"), registry.NewName(), registry.SecretariatOf("banks"));

        Assert.Equal(HttpStatusCode.OK, (await Put(http, shared, new { name, kind = "operator", ceptoars = new[] { "banks", "credit" }, active = true })).StatusCode);
        Assert.Equal(["ceptoars"], await (await Put(http, shared, new { name, kind = "operator", ceptoars = new[] { "banks" }, active = true })).Fields());
        Assert.Equal(["ceptoars[2]"], await (await Put(http, shared, new { name, kind = "operator", ceptoars = new[] { "banks", "credit", "gas" }, active = true })).Fields());
        Assert.Equal(HttpStatusCode.Conflict, (await Put(http, shared, new { name, kind = "operator", ceptoars = new[] { "banks", "credit" }, active = false })).StatusCode);
    }

    [Fact]
    public async Task One_who_left_is_no_longer_counted()
    {
        var (name, before) = (registry.NewName(), await Members());
        var id = (await registry.Administrator.Post("/api/organisations", new { name, kind = "operator", ceptoars = new[] { "petroleum" } })).GetProperty("id").GetGuid();
        Assert.Equal(before + 1, await Members());

        await Put(registry.SecretariatOf("petroleum"), id, new { name, kind = "operator", ceptoars = new[] { "petroleum" }, active = false });

        Assert.Equal(before, await Members());
        Assert.False((await registry.Published<OrganisationChanged>(o => o.OrganisationId == id && o.Version == 2)).Active);
    }

    async Task<int> Members() => (await registry.Administrator.Get("/api/groups")).GetProperty("items").EnumerateArray()
        .Single(g => g.GetProperty("name").GetString() == "石油CEPTOAR").GetProperty("members").GetInt32();

    static Task<HttpResponseMessage> Put(HttpClient http, Guid id, object body) => http.PutAsJsonAsync($"/api/organisations/{id}", body);
}
