using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class WebhookTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    const string Url = "https://hooks.minato.example/ceptoar?key=1";

    [Theory]
    [InlineData("https://hooks.minato.example/in", true)]
    [InlineData("https://hooks.minato.example:8443/in?a=b", true)]
    [InlineData("https://203.0.113.7/in", true)]
    [InlineData("https://[2001:db8::7]/in", true)]
    [InlineData("http://hooks.minato.example/in", false)]
    [InlineData("ftp://hooks.minato.example/in", false)]
    [InlineData("hooks.minato.example/in", false)]
    [InlineData("/in", false)]
    [InlineData("https://", false)]
    [InlineData("https://user:word@hooks.minato.example/in", false)]
    [InlineData("https://user@hooks.minato.example/in", false)]
    [InlineData("https://@hooks.minato.example/in", false)]
    [InlineData("https://hooks.minato.example/in#part", false)]
    [InlineData("https://hooks.minato.example/in#", false)]
    [InlineData("https://hooks.minato.example/i n", false)]
    [InlineData("https://港.example/in", false)]
    [InlineData("https://127.0.0.1/in", false)]
    [InlineData("https://127.1/in", false)]
    [InlineData("https://2130706433/in", false)]
    [InlineData("https://0x7f000001/in", false)]
    [InlineData("https://0177.0.0.1/in", false)]
    [InlineData("https://0.0.0.0/in", false)]
    [InlineData("https://10.1.2.3/in", false)]
    [InlineData("https://100.64.0.1/in", false)]
    [InlineData("https://172.16.0.1/in", false)]
    [InlineData("https://172.31.255.255/in", false)]
    [InlineData("https://172.32.0.1/in", true)]
    [InlineData("https://192.168.0.1/in", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("https://224.0.0.1/in", false)]
    [InlineData("https://255.255.255.255/in", false)]
    [InlineData("https://[::1]/in", false)]
    [InlineData("https://[::]/in", false)]
    [InlineData("https://[::ffff:127.0.0.1]/in", false)]
    [InlineData("https://[::ffff:10.0.0.1]/in", false)]
    [InlineData("https://[fe80::1]/in", false)]
    [InlineData("https://[fd00::1]/in", false)]
    [InlineData("https://[64:ff9b::a00:1]/in", false)]
    [InlineData("https://localhost/in", false)]
    [InlineData("https://LOCALHOST./in", false)]
    [InlineData("https://hub.localhost/in", false)]
    [InlineData("https://intranet/in", false)]
    public void An_address_of_the_internet_by_https_and_nothing_hidden_in_it(string url, bool good) => Assert.Equal(good, WebhookRules.Fault(url, insideAllowed: false) is null);

    [Theory]
    [InlineData("http://127.0.0.1:9000/in", true)]
    [InlineData("https://localhost/in", true)]
    [InlineData("http://user@127.0.0.1/in", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://127.0.0.1/in#x", false)]
    public void For_trials_it_may_stand_on_this_machine(string url, bool good) => Assert.Equal(good, WebhookRules.Fault(url, insideAllowed: true) is null);

    [Fact]
    public async Task Its_secret_is_shown_once_and_each_time_another()
    {
        var id = await registry.Operator("gas");
        var http = registry.Http(Role.Manager, id);

        var answer = await http.PutAsJsonAsync(Path(id), new { url = Url });
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var first = (await answer.Json()).GetProperty("secret").GetString()!;
        var second = (await http.Put(Path(id), new { url = Url })).GetProperty("secret").GetString()!;

        Assert.StartsWith("whsec_", first, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(first["whsec_".Length..]).Length);
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await registry.Sheet(id)).Webhook?.Secret);
        var seen = await http.Get(Path(id));
        Assert.Equal(Url, seen.GetProperty("url").GetString());
        Assert.DoesNotContain("whsec_", seen.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_for_repeating_keeps_no_secret()
    {
        var id = await registry.Operator("gas");
        var http = registry.Http(Role.Manager, id);
        http.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await http.Put(Path(id), new { url = Url });

        Assert.Equal(0, await registry.Db<RegistryDb, int>(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from idempotency where route like {'%' + id.ToString() + "/webhook"}").SingleAsync()));
    }

    [Fact]
    public async Task It_lies_sealed_and_its_history_and_trail_tell_no_address()
    {
        var id = await registry.Operator("gas");
        var secret = (await registry.Of(id).Put(Path(id), new { url = Url })).GetProperty("secret").GetString()!;
        await registry.Of(id).DeleteAsync(Path(id));
        await registry.Of(id).Put(Path(id), new { url = Url });

        var rows = await registry.Db<RegistryDb, List<string>>(db => db.Database.SqlQuery<string>(
            $"select w::text as \"Value\" from organisation_webhook w where organisation_id = {id} union all select h::text from history_entry h where organisation_id = {id} union all select a::text from audit a where item = {"organisation/" + id}").ToListAsync());
        Assert.All(rows, row => Assert.DoesNotContain("hooks.minato", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(secret, row, StringComparison.Ordinal));
        var history = (await registry.Of(id).Get($"/api/organisations/{id}/history?after=0")).Items();
        Assert.Equal(["registered", "webhook", "webhook", "webhook"], history.Select(e => e.GetProperty("field").GetString()));
        Assert.Equal([null, "webhook", null], history.Skip(1).Select(e => e.GetProperty("from").GetString()));
        Assert.Equal(3, (await registry.AllPublished<AuditRecorded>(a => a.Item == $"organisation/{id}" && a.Detail == "webhook")).Count);
    }

    [Fact]
    public async Task Who_keeps_its_contacts_sets_sees_and_removes_it_and_others_do_not_find_it()
    {
        var id = await registry.Operator("gas");
        foreach (var keeper in new[] { registry.Of(id), registry.Of(id, Role.Manager), registry.SecretariatOf("gas"), registry.Administrator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync(Path(id))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await keeper.DeleteAsync(Path(id))).StatusCode);
            await keeper.Put(Path(id), new { url = Url });
            Assert.Equal(Url, (await keeper.Get(Path(id))).GetProperty("url").GetString());
            Assert.Equal(HttpStatusCode.NoContent, (await keeper.DeleteAsync(Path(id))).StatusCode);
        }

        await registry.Of(id).Put(Path(id), new { url = Url });
        foreach (var other in new[] { registry.Of(await registry.Operator("gas")), registry.SecretariatOf("water"), registry.Http(Role.Liaison, MinistryTable.All[3].Id), registry.Http(Role.Analyst, WellKnownId.Centre) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Path(id))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsJsonAsync(Path(id), new { url = Url })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync(Path(id))).StatusCode);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://hooks.minato.example/in")]
    [InlineData("https://127.0.0.1/in")]
    public async Task A_wrong_address_is_named(string? url)
    {
        var id = await registry.Operator("gas");

        Assert.Equal(["url"], await (await registry.Of(id).PutAsJsonAsync(Path(id), new { url })).Fields());
        Assert.Equal(["url"], await (await registry.Of(id).PutAsJsonAsync(Path(id), new { url = "https://hooks.example/" + new string('a', WebhookRules.MaxUrl) })).Fields());
    }

    static string Path(Guid id) => $"/api/organisations/{id}/webhook";
}

/// <summary>A hub in which trials are made.</summary>
public class TrialWebhookTests(TrialWebhookTests.Fixture registry) : IClassFixture<TrialWebhookTests.Fixture>
{
    [Fact]
    public async Task Where_the_hub_is_tried_a_webhook_may_stand_on_this_machine()
    {
        var id = await registry.Operator("gas");

        Assert.Equal("http://127.0.0.1:9000/in", (await registry.Of(id).Put($"/api/organisations/{id}/webhook", new { url = "http://127.0.0.1:9000/in" })).GetProperty("url").GetString());
    }

    public sealed class Fixture : RegistryFixture
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Registry:WebhooksInside"] = "true" };
    }
}
