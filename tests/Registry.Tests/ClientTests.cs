using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.Seeding;
using Ceptoar.Registry.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class ClientTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_new_client_signs_in_for_its_organisation()
    {
        var id = await registry.Operator("telecom");

        var client = await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator", name = "連絡窓口" });

        var token = await (await SignIn(client)).Json();
        var http = registry.Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        var me = await http.Get("/api/me");
        Assert.Equal(client.GetProperty("clientId").GetString(), me.GetProperty("subject").GetString());
        Assert.Equal((id, "operator"), (me.GetProperty("organisation").GetProperty("id").GetGuid(), me.GetProperty("organisation").GetProperty("kind").GetString()));
        Assert.Equal(("telecom", "T-CEPTOAR"), (me.GetProperty("ceptoars")[0].GetProperty("code").GetString(), me.GetProperty("ceptoars")[0].GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_kept_nowhere()
    {
        var id = await registry.Operator("telecom");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/organisations/{id}/clients") { Content = JsonContent.Create(new { role = "operator" }), Headers = { { "Idempotency-Key", "once" } } };
        var client = await (await registry.Administrator.SendAsync(request)).Json();
        var secret = client.GetProperty("clientSecret").GetString()!;

        var listed = await registry.Administrator.Get($"/api/organisations/{id}/clients");

        Assert.Equal([client.GetProperty("clientId").GetString()!], listed.Strings("clientId"));
        Assert.DoesNotContain(secret, listed.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Client.Hash(secret), await registry.Db<RegistryDb, byte[]>(db => db.Clients.Where(c => c.OrganisationId == id).Select(c => c.SecretHash).SingleAsync()));
        Assert.Equal(0, await registry.Db<RegistryDb, int>(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from idempotency where key = 'once'").SingleAsync()));
    }

    [Fact]
    public async Task A_revoked_client_cannot_sign_in()
    {
        var id = await registry.Operator("telecom");
        var client = await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator" });
        var path = $"/api/organisations/{id}/clients/{client.GetProperty("clientId").GetString()}";

        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("gas").DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Administrator.DeleteAsync($"/api/organisations/{WellKnownId.Centre}/clients/{client.GetProperty("clientId").GetString()}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(client)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("telecom").DeleteAsync(path)).StatusCode); // it would silence its member
        Assert.Equal(HttpStatusCode.NoContent, (await registry.Http(Role.Manager, id).DeleteAsync(path)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(client)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Administrator.DeleteAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_role_must_fit_the_organisation()
    {
        var (id, http) = (await registry.Operator("telecom"), registry.Administrator.In("en"));

        var response = await http.PostAsJsonAsync($"/api/organisations/{id}/clients", new { role = "administrator" });

        Assert.Equal(["role"], await response.Fields());
        Assert.Equal("Must be a role of this organisation: operator", (await response.Json()).GetProperty("errors").GetProperty("role")[0].GetString());
        Assert.Equal(["role"], await (await http.PostAsJsonAsync($"/api/organisations/{id}/clients", new { })).Fields());
    }

    [Theory]
    [InlineData("operator", false, "operator")]
    [InlineData("secretariat", true, "secretariat")]
    [InlineData("ministry", false, "liaison")]
    [InlineData("ministry", true, "liaison secretariat")]
    [InlineData("centre", false, "analyst approver controller administrator auditor")]
    [InlineData("partner", false, "observer")]
    [InlineData("observer", false, "observer")]
    public void Roles_come_with_the_kind_of_the_organisation(string kind, bool runsCeptoar, string roles)
    {
        Assert.Contains(kind, OrganisationKind.All);
        Assert.Equal(roles, string.Join(' ', RoleRules.For(kind, runsCeptoar)));
        Assert.Equal([.. RoleRules.For(kind, runsCeptoar), Role.Manager], RoleRules.ForPeople(kind, runsCeptoar));
        Assert.All(RoleRules.ForPeople(kind, runsCeptoar), role => Assert.Contains(role, Role.All));
    }

    [Fact]
    public async Task A_ministry_has_a_secretariat_client_only_where_it_runs_a_ceptoar()
    {
        var (runs, oversees) = (CeptoarTable.Find("medical")!.MinistryId, CeptoarTable.Find("gas")!.MinistryId);

        Assert.Equal(HttpStatusCode.Created, (await registry.Administrator.PostAsJsonAsync($"/api/organisations/{runs}/clients", new { role = "secretariat" })).StatusCode);
        Assert.Equal(["role"], await (await registry.Administrator.PostAsJsonAsync($"/api/organisations/{oversees}/clients", new { role = "secretariat" })).Fields());
    }

    [Fact]
    public async Task Clients_of_others_are_not_there_for_a_secretariat()
    {
        var (foreign, http) = (await registry.Operator("water"), registry.SecretariatOf("gas"));

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/organisations/{foreign}/clients")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Http(Role.Operator, foreign).PostAsJsonAsync($"/api/organisations/{foreign}/clients", new { role = "operator" })).StatusCode);
    }

    /// <summary>It could sign in as its member and read what the member keeps from it (I10).</summary>
    [Fact]
    public async Task A_secretariat_makes_no_client_even_for_its_own_members()
    {
        var member = await registry.Operator("gas");

        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("gas").PostAsJsonAsync($"/api/organisations/{member}/clients", new { role = "operator" })).StatusCode);
    }

    [Fact]
    public async Task The_ticket_of_a_revoked_client_counts_no_more()
    {
        var id = await registry.Operator("telecom");
        var client = await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator" });
        var http = registry.Bearing(await (await SignIn(client)).Json());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/me")).StatusCode);

        await registry.Administrator.DeleteAsync($"/api/organisations/{id}/clients/{client.GetProperty("clientId").GetString()}");

        await registry.Published<TicketsVoided>(v => v.Claim == "subject" && v.Value == client.GetProperty("clientId").GetString());
        await RegistryFixture.Until(async () => (await http.GetAsync("/api/me")).StatusCode == HttpStatusCode.Unauthorized, "The ticket still counts.");
    }

    [Fact]
    public async Task A_rotated_secret_counts_for_ten_minutes_more()
    {
        var id = await registry.Operator("telecom");
        var old = await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator" });

        var rotated = await registry.Http(Role.Manager, id).Post($"/api/organisations/{id}/clients/{old.GetProperty("clientId").GetString()}/secret", new { });

        Assert.NotEqual(old.GetProperty("clientSecret").GetString(), rotated.GetProperty("clientSecret").GetString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await SignIn(old)).StatusCode, (await SignIn(rotated)).StatusCode));
        registry.Clock.Advance(RotateClientSecret.Grace);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), ((await SignIn(old)).StatusCode, (await SignIn(rotated)).StatusCode));
    }

    /// <summary>Not even one that is its own organisation's manager, too (I10).</summary>
    [Fact]
    public async Task A_secretariat_rotates_no_secret_of_its_members()
    {
        var (member, secretariat) = (await registry.Operator("gas"), CeptoarTable.Find("gas")!.SecretariatId);
        var client = await registry.Administrator.Post($"/api/organisations/{member}/clients", new { role = "operator" });
        var path = $"/api/organisations/{member}/clients/{client.GetProperty("clientId").GetString()}/secret";
        var both = await Newcomer.Accepted(registry, secretariat, Role.Secretariat, Role.Manager);

        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("gas").PostAsync(path, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await both.SignedIn()).PostAsync(path, null)).StatusCode);
    }

    [Fact]
    public async Task A_manager_of_the_centre_changes_no_administrators_client()
    {
        var path = $"/api/organisations/{WellKnownId.Centre}/clients/{RegistryFixture.BootstrapId}";
        var manager = registry.Http(Role.Manager, WellKnownId.Centre);

        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync(path + "/secret", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.DeleteAsync(path)).StatusCode);
    }

    Task<HttpResponseMessage> SignIn(JsonElement client) => registry.Http().PostAsJsonAsync(
        "/api/token", new { grantType = "client", clientId = client.GetProperty("clientId").GetString(), clientSecret = client.GetProperty("clientSecret").GetString() });
}
