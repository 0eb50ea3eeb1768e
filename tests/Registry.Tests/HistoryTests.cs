using System.Net;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Tests;

public class HistoryTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task Every_change_tells_who_when_from_and_to()
    {
        var (name, before) = (registry.NewName(), registry.Clock.GetUtcNow());
        var id = (await registry.SecretariatOf("gas").Post("/api/organisations", new { name, kind = "operator", ceptoars = new[] { "gas" }, size = "small" })).Id();
        await registry.Administrator.Put($"/api/organisations/{id}", new { name, kind = "operator", ceptoars = new[] { "gas", "electricity" }, size = "large", active = false });

        var entries = (await registry.Of(id).Get($"/api/organisations/{id}/history?after=0")).Items();

        Assert.Equal(
            [("registered", null, name), ("sectors", "gas", "gas;electricity"), ("ceptoars", "gas", "gas;electricity"), ("size", "small", "large"), ("active", "true", "false")],
            entries.Select(e => (e.GetProperty("field").GetString()!, e.GetProperty("from").GetString(), e.GetProperty("to").GetString())));
        Assert.All(entries, e => Assert.InRange(e.GetProperty("at").GetDateTimeOffset(), before.AddMilliseconds(-1), registry.Clock.GetUtcNow()));
        Assert.Equal(["test-secretariat-", "test-administrator-", "test-administrator-", "test-administrator-", "test-administrator-"], entries.Select(e => e.GetProperty("by").GetString()![..^32]));
    }

    [Fact]
    public async Task Identifying_strings_are_shown_to_whom_they_may_be_and_only_told_of_to_others()
    {
        var id = (await registry.Identified(new { aliases = new[] { "ミナト" } })).Id();
        await registry.Of(id).Put($"/api/organisations/{id}/identifying", new { strings = new { aliases = new[] { "ミナト改" } } });

        foreach (var seeing in new[] { registry.Of(id), registry.Administrator })
        {
            var entry = await Entry(seeing, id);
            Assert.Equal(("ミナト", "ミナト改"), (Alias(entry, "fromStrings"), Alias(entry, "toStrings")));
        }

        foreach (var hearing in new[] { registry.SecretariatOf("gas"), registry.Http(Role.Auditor, WellKnownId.Centre) })
        {
            var entry = await Entry(hearing, id);
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null), (entry.GetProperty("fromStrings").ValueKind, entry.GetProperty("toStrings").ValueKind, entry.GetProperty("to").ValueKind));
        }
    }

    [Fact]
    public async Task It_is_shown_in_pages_to_itself_its_secretariat_and_the_centre_only()
    {
        var id = await registry.Operator("gas");
        for (var i = 0; i < 3; i++) await registry.Administrator.Put($"/api/organisations/{id}", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" }, active = true });

        var first = await registry.Of(id).Get($"/api/organisations/{id}/history?after=0&limit=2");
        var second = await registry.Of(id).Get($"/api/organisations/{id}/history?limit=500&after={first.GetProperty("next").GetString()}");

        Assert.Equal((2, "registered"), (first.Items().Length, first.Items()[0].GetProperty("field").GetString()));
        Assert.Equal(["name", "identifying", "name", "identifying", "name", "identifying"], first.Items().Skip(1).Concat(second.Items()).Select(e => e.GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await registry.SecretariatOf("gas").GetAsync($"/api/organisations/{id}/history")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("water").GetAsync($"/api/organisations/{id}/history")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Of(await registry.Operator("gas")).GetAsync($"/api/organisations/{id}/history")).StatusCode);
    }

    static async Task<JsonElement> Entry(HttpClient http, Guid id) => (await http.Get($"/api/organisations/{id}/history")).Items().Single(e => e.GetProperty("field").GetString() == "identifying");

    static string Alias(JsonElement entry, string which) => entry.GetProperty(which).GetProperty("given").Texts("aliases")[0];
}
