using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ceptoar.Registry.Tests;

public class IssueTokenTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task Signs_in_the_first_administrator_for_fifteen_minutes()
    {
        var token = await (await Ask(RegistryFixture.BootstrapId, RegistryFixture.BootstrapSecret)).Json();

        Assert.Equal(("Bearer", 900), (token.GetProperty("tokenType").GetString(), token.GetProperty("expiresIn").GetInt32()));
        var me = await SignedIn(token).Get("/api/me");
        Assert.Equal(RegistryFixture.BootstrapId, me.GetProperty("subject").GetString());
        Assert.Equal("administrator", me.GetProperty("roles")[0].GetString());
        Assert.Equal("国家サイバー統括室", me.GetProperty("organisation").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_ticket_is_over_after_fifteen_minutes()
    {
        var http = SignedIn(await (await Ask(RegistryFixture.BootstrapId, RegistryFixture.BootstrapSecret)).Json());

        registry.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task Answers_a_wrong_secret_and_an_unknown_client_alike()
    {
        var wrong = await Ask(RegistryFixture.BootstrapId, "not the secret");
        var unknown = await Ask("nobody", RegistryFixture.BootstrapSecret);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, unknown.StatusCode));
        Assert.Equal(Problem(await wrong.Json()), Problem(await unknown.Json()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask("役所\u0001", "secret")).StatusCode);
    }

    [Theory]
    [InlineData("magic", "grantType")]
    [InlineData(null, "grantType")]
    [InlineData("refresh", "refreshToken")]
    [InlineData("password", "totp")]
    public async Task Refuses_what_is_no_grant_or_lacks_a_proof_and_names_the_field(string? grantType, string field)
    {
        var response = await registry.Http().PostAsJsonAsync("/api/token", new { grantType, email = "a@b.example", password = "p" });

        Assert.Equal([field], await response.Fields());
    }

    [Fact]
    public async Task Refuses_a_client_without_id_and_secret()
    {
        var response = await registry.Http().PostAsJsonAsync("/api/token", new { grantType = "client" });

        Assert.Equal(["clientId", "clientSecret"], await response.Fields());
    }

    [Fact]
    public async Task A_client_of_an_inactive_organisation_cannot_sign_in()
    {
        var name = registry.NewName();
        var id = (await registry.Administrator.Post("/api/organisations", new { name, kind = "operator", ceptoars = new[] { "gas" } })).GetProperty("id").GetGuid();
        var client = await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator" });
        Assert.Equal(HttpStatusCode.OK, (await Ask(client)).StatusCode);

        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}", new { name, kind = "operator", ceptoars = new[] { "gas" }, active = false });

        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(client)).StatusCode);
    }

    Task<HttpResponseMessage> Ask(JsonElement client) => Ask(client.GetProperty("clientId").GetString()!, client.GetProperty("clientSecret").GetString()!);

    Task<HttpResponseMessage> Ask(string clientId, string clientSecret) =>
        registry.Http().PostAsJsonAsync("/api/token", new { grantType = "client", clientId, clientSecret });

    HttpClient SignedIn(JsonElement token)
    {
        var http = registry.Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        return http;
    }

    static (string?, string?) Problem(JsonElement problem) => (problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString());
}
