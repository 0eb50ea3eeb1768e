using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Audit;
using Ceptoar.Registry.Seeding;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ceptoar.Registry.Tests.Audit;

/// <summary>The trail of all services: what stands in it, who reads it, and that it cannot be changed unseen (I9).</summary>
public class AuditTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_sign_in_stands_in_the_trail_as_the_client_that_signed_in()
    {
        var (id, client) = await NewClient();

        await SignIn(client, secret: null);

        var entry = await Entry("signIn.succeeded", e => e.GetProperty("actor").GetString() == client.GetProperty("clientId").GetString());
        Assert.Equal(("registry", id, $"client/{client.GetProperty("clientId").GetString()}"), (entry.GetProperty("service").GetString(), entry.GetProperty("organisation").GetGuid(), entry.GetProperty("item").GetString()));
    }

    [Fact]
    public async Task A_failed_sign_in_stands_in_the_trail_without_anything_that_was_typed()
    {
        var (_, client) = await NewClient();
        var item = $"client/{client.GetProperty("clientId").GetString()}";

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(client, "wrong-Passw0rd!")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await registry.Http().PostAsJsonAsync("/api/token", new { grantType = "client", clientId = "my-Passw0rd-in-the-wrong-field", clientSecret = "x" })).StatusCode);

        var entry = await Entry("signIn.failed", e => e.GetProperty("item").GetString() == item);
        Assert.Equal(("", JsonValueKind.Null), (entry.GetProperty("actor").GetString(), entry.GetProperty("organisation").ValueKind));
        await Entry("signIn.failed", e => e.GetProperty("item").ValueKind == JsonValueKind.Null);
        Assert.DoesNotContain(await registry.AllPublished<AuditRecorded>(), e => JsonSerializer.Serialize(e).Contains("Passw0rd", StringComparison.Ordinal));
        Assert.DoesNotContain("Passw0rd", await registry.Db<RegistryDb, string>(db => db.Database.SqlQuery<string>(
            $"select (select string_agg(a::text, ' ') from audit a) || (select string_agg(e::text, ' ') from audit_entry e) as \"Value\"").SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_permissions_and_of_the_directory_stand_in_the_trail_as_their_author()
    {
        var (id, client) = await NewClient();
        var path = $"/api/organisations/{id}/clients/{client.GetProperty("clientId").GetString()}";
        await registry.Http(Role.Manager, id).DeleteAsync(path);
        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "telecom" }, active = true });

        var item = $"client/{client.GetProperty("clientId").GetString()}";
        var administrator = $"test-administrator-{WellKnownId.Centre:N}";
        Assert.Equal(administrator, (await Entry("client.added", e => e.GetProperty("item").GetString() == item)).GetProperty("actor").GetString());
        Assert.StartsWith("test-manager-", (await Entry("client.revoked", e => e.GetProperty("item").GetString() == item)).GetProperty("actor").GetString(), StringComparison.Ordinal);
        foreach (var action in (string[])["organisation.registered", "organisation.changed"])
        {
            Assert.Equal(administrator, (await Entry(action, e => e.GetProperty("item").GetString() == $"organisation/{id}")).GetProperty("actor").GetString());
        }

        await Entry("client.added", e => e.GetProperty("item").GetString() == $"client/{RegistryFixture.BootstrapId}" && e.GetProperty("actor").GetString() == "");
    }

    [Fact]
    public async Task A_look_at_what_identifies_another_organisation_stands_in_the_trail()
    {
        var (looked, own) = (await registry.Operator("telecom"), await registry.Operator("telecom"));
        await registry.Administrator.Get($"/api/organisations/{looked}");
        await registry.Http(Role.Operator, own).Get($"/api/organisations/{own}");
        await registry.SecretariatOf("telecom").Get($"/api/organisations/{own}");

        await registry.Administrator.Get($"/api/organisations/{looked}/identifying/proposals");
        await registry.Http(Role.Operator, looked).PutAsJsonAsync($"/api/organisations/{looked}/identifying", new { strings = new { aliases = new[] { "みなと" } } });
        await registry.Administrator.Get($"/api/organisations/{looked}/history");

        foreach (var where in new[] { null, "proposals", "history" }) await Entry("identity.lookedUp", e => e.GetProperty("item").GetString() == $"organisation/{looked}" && e.GetProperty("detail").GetString() == where);
        Assert.Equal(0, await registry.Db<RegistryDb, int>(db => db.Set<AuditRow>().CountAsync(r => r.Action == "identity.lookedUp" && r.Item == $"organisation/{own}")));
    }

    [Fact]
    public async Task Reading_the_trail_and_verifying_it_are_recorded()
    {
        var auditor = Auditor("auditor-who-reads");
        await auditor.Get("/api/audit?actor=c-1&action=signIn.failed");
        await auditor.Get("/api/audit/verification");

        var read = await Entry("audit.read", e => e.GetProperty("actor").GetString() == "auditor-who-reads");
        Assert.Equal(("actor/c-1", "action=signIn.failed entries=0"), (read.GetProperty("item").GetString(), read.GetProperty("detail").GetString()));
        await Entry("audit.verified", e => e.GetProperty("actor").GetString() == "auditor-who-reads");
    }

    [Fact]
    public async Task The_list_is_newest_first_or_what_came_after_and_can_be_narrowed()
    {
        var start = await registry.Db<RegistryDb, long>(async db => await db.AuditEntries.MaxAsync(e => (long?)e.Number) ?? 0);
        var noon = new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 5; i++) await registry.Hears(Recorded("narrowed", "person.invited") with { At = noon.AddMinutes(i) });
        await Sealed();

        var newest = Numbers(await Auditor().Get("/api/audit?actor=narrowed&limit=2"));
        var first = await Auditor().Get($"/api/audit?actor=narrowed&limit=3&after={start}");
        var rest = await Auditor().Get($"/api/audit?actor=narrowed&after={first.GetProperty("next").GetString()}");
        var between = await Auditor().Get("/api/audit?actor=narrowed&from=2026-11-20T12:01:00%2B09:00&until=2026-11-20T03:03:00Z");

        Assert.Equal(newest.OrderDescending(), newest);
        Assert.Equal((3, 2), (Numbers(first).Length, Numbers(rest).Length));
        Assert.Equal(Numbers(first).Concat(Numbers(rest)).Order(), Numbers(first).Concat(Numbers(rest)));
        Assert.Equal(Numbers(rest).OrderDescending(), newest);
        Assert.Equal([noon.AddMinutes(2), noon.AddMinutes(1)], between.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("at").GetDateTimeOffset()));
        Assert.Equal("person invited", (await Auditor().In("en").Get("/api/audit?actor=narrowed&limit=1")).GetProperty("items")[0].GetProperty("actionName").GetString());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("after=x", "after")]
    [InlineData("action=everything", "action")]
    [InlineData("actor=", "actor")]
    [InlineData("actor=a%00b", "actor")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-11-20T03:00:00Z&until=2026-11-20T03:00:00Z", "until")]
    public async Task Refuses_a_question_it_cannot_answer_and_names_the_field(string query, string field)
    {
        Assert.Equal([field], await (await Auditor().GetAsync("/api/audit?" + query)).Fields());
    }

    [Fact]
    public async Task The_same_entry_heard_twice_is_one()
    {
        var heard = Recorded("twice");

        await registry.Hears(heard);
        await registry.Hears(heard);
        await registry.Hears(heard with { Actor = "someone else" });

        Assert.Equal("twice", await registry.Db<RegistryDb, string>(db => db.AuditEntries.Where(e => e.EntryId == heard.EntryId).Select(e => e.Actor).SingleAsync()));
    }

    [Theory]
    [InlineData("update audit_entry set actor = ''")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate audit_entry")]
    [InlineData("update audit_block set hash = ''")]
    [InlineData("delete from audit_block")]
    [InlineData("truncate audit_block")]
    public async Task What_is_recorded_cannot_be_changed(string sql)
    {
        await registry.Hears(Recorded("unchangeable"));
        await Sealed();

        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => Run(sql))).MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_sealed_yet_cannot_be_taken_out_either()
    {
        await using var scope = registry.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await AuditSealer.WhileNobodySeals(db, CancellationToken.None);
        await db.Database.ExecuteSqlAsync($"insert into audit_entry (entry_id, service, at, actor, action) values (gen_random_uuid(), 'intake', now() - interval '900 days', '', 'report.read')");

        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from audit_entry where service = 'intake'"));
    }

    /// <summary>Each seal is a sealer of its own, as after a start; several at once are several instances.</summary>
    [Fact]
    public async Task Blocks_chain_across_starts_and_instances()
    {
        var heard = Enumerable.Range(0, 60).Select(i => Recorded($"many-{i}")).ToArray();

        await Task.WhenAll(Task.WhenAll(heard.Select(h => registry.Hears(h))), Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < 10; i++) await NewSealer().SealOnce(CancellationToken.None);
        })));
        await Sealed();

        var blocks = await registry.Db<RegistryDb, List<AuditBlock>>(db => db.AuditBlocks.AsNoTracking().OrderBy(b => b.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, blocks.Count).Select(n => (long)n), blocks.Select(b => b.Number));
        var ids = heard.Select(h => h.EntryId).ToArray();
        Assert.Equal(60, await registry.Db<RegistryDb, int>(db => db.AuditEntries.CountAsync(e => ids.Contains(e.EntryId) && db.AuditBlocks.Any(b => b.FirstEntry <= e.Number && e.Number <= b.LastEntry))));
        var verification = await Auditor().Get("/api/audit/verification");
        Assert.True(verification.GetProperty("intact").GetBoolean(), verification.GetRawText());
    }

    /// <summary>What docs/adr/0007-audit.md says, done with what the API shows.</summary>
    [Fact]
    public async Task An_outsider_comes_to_the_same_hashes()
    {
        await registry.Hears(Recorded("outsider") with { Detail = "日本語 12:~," });
        await Sealed();
        var block = (await Auditor().Get("/api/audit/blocks?limit=1")).GetProperty("items")[0];
        var entries = (await Auditor().Get($"/api/audit?limit={block.GetProperty("count").GetInt32()}&after={block.GetProperty("firstEntry").GetInt64() - 1}")).GetProperty("items");

        var content = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(entries.EnumerateArray().Select(e => Fields(
            e, "number", "entryId", "service", "at", "actor", "organisation", "action", "item", "detail")))));
        var hash = SHA256.HashData([.. Hex("previousHash"), .. Encoding.UTF8.GetBytes(Fields(block, "number", "firstEntry", "lastEntry", "count", "sealedAt")), .. content]);

        Assert.Equal(Hex("contentHash"), content);
        Assert.Equal(Hex("hash"), hash);

        byte[] Hex(string name) => Convert.FromHexString(block.GetProperty(name).GetString()!);
    }

    [Fact]
    public async Task The_command_says_what_it_found()
    {
        await registry.Hears(Recorded("command"));
        await Sealed();
        await using var said = new StringWriter();

        Assert.True(await VerifyAudit.Print(registry.Services, said));

        Assert.Matches(@"^audit trail: \d+ blocks, \d+ entries, 0 blocks past retention, \d+ entries not yet sealed\r?\nintact, head [0-9a-f]{64}\r?\n$", said.ToString());
    }

    static string Fields(JsonElement of, params string[] names) => string.Concat(names.Select(name =>
    {
        var field = of.GetProperty(name);
        if (field.ValueKind == JsonValueKind.Null) return "~,";

        var text = name is "at" or "sealedAt" ? field.GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) : field.ToString();
        return $"{Encoding.UTF8.GetByteCount(text)}:{text},";
    }));

    static long[] Numbers(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("number").GetInt64())];

    static AuditRecorded Recorded(string actor, string action = "report.read") => new()
    {
        EntryId = Guid.NewGuid(),
        Service = "intake",
        At = DateTimeOffset.UtcNow,
        Actor = actor,
        Organisation = Guid.NewGuid(),
        Action = action,
        Item = $"report/{Guid.NewGuid()}",
    };

    AuditSealer NewSealer() => ActivatorUtilities.CreateInstance<AuditSealer>(registry.Services);

    async Task Sealed()
    {
        while (await NewSealer().SealOnce(CancellationToken.None) > 0)
        {
        }
    }

    HttpClient Auditor(string subject = "the-auditor") => registry.Http(Role.Auditor, WellKnownId.Centre, subject);

    async Task<JsonElement> Entry(string action, Func<JsonElement, bool> match)
    {
        JsonElement found = default;
        await ServiceFixture<Program>.Until(async () =>
        {
            found = (await Auditor().Get($"/api/audit?limit=500&action={action}")).GetProperty("items").EnumerateArray().FirstOrDefault(match);
            return found.ValueKind == JsonValueKind.Object;
        }, $"No such {action} came into the trail.");
        return found;
    }

    async Task<(Guid Organisation, JsonElement Client)> NewClient()
    {
        var id = await registry.Operator("telecom");
        return (id, await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator" }));
    }

    Task<HttpResponseMessage> SignIn(JsonElement client, string? secret) => registry.Http().PostAsJsonAsync(
        "/api/token", new { grantType = "client", clientId = client.GetProperty("clientId").GetString(), clientSecret = secret ?? client.GetProperty("clientSecret").GetString() });

    Task<int> Run(string sql) => registry.Db<RegistryDb, int>(db => db.Database.ExecuteSqlRawAsync(sql));
}
