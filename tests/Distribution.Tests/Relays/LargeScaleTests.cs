using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Relays;

/// <summary>The mode for a large-scale failure (大規模IT障害).</summary>
public class LargeScaleTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Shortens_what_waits_and_is_reversible()
    {
        var secretariat = distribution.Directory.TelecomSecretariat.OrganisationId;
        await distribution.Http(Role.Liaison, distribution.BodyOf(Role.Liaison)).PutAsJsonAsync("/api/relay-rules/telecom/secretariat", new { mode = "automatic" });
        await distribution.Http(Role.Secretariat, secretariat).PutAsJsonAsync("/api/relay-rules/telecom/members", new { mode = "manual" });
        var id = await distribution.Written();
        Assert.Null(await DueAt(id));

        Assert.Equal(HttpStatusCode.OK, (await Switch(true, "広域の通信障害")).StatusCode);
        var due = (await DueAt(id))!.Value;
        Assert.InRange(due - distribution.Clock.GetUtcNow(), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, (await Switch(false, "復旧")).StatusCode);
        Assert.Null(await DueAt(id));

        await Switch(true, "再発");
        distribution.Clock.Advance(TimeSpan.FromMinutes(6));
        await ServiceFixture<Program>.Until(async () => (await distribution.Rows(id)).Length == 8, "The manual hop did not go on.");
        await Switch(false, "復旧");
    }

    [Fact]
    public async Task A_drill_goes_on_at_its_own_pace()
    {
        await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).PutAsJsonAsync("/api/relay-rules/telecom/members", new { mode = "manual" });
        await Switch(true, "広域の通信障害");
        var id = await distribution.Drilled(m => m with { Pace = 600, WithoutLiaison = true });

        Assert.Null(await DueAt(id));
        await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).PutAsJsonAsync("/api/relay-rules/telecom/members", new { mode = "timed", afterMinutes = 30 });
        await ServiceFixture<Program>.Until(async () => (await distribution.Rows(id)).Length == 4, "Thirty minutes at 600 times life were not three seconds.");
        await Switch(false, "復旧");
    }

    [Fact]
    public async Task The_centre_switches_it_with_a_reason_and_the_trail_has_it()
    {
        foreach (var (body, field) in new (object, string)[] { (new { on = true }, "reason"), (new { on = true, reason = "" }, "reason"), (new { reason = "理由" }, "on") })
        {
            var answer = await distribution.Http(Role.Analyst, distribution.BodyOf(Role.Analyst)).PutAsJsonAsync("/api/large-scale-mode", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
        }

        await Switch(true, "ひみつの理由");
        await Switch(true, "二度目");

        var now = await distribution.Http(Role.Liaison, distribution.BodyOf(Role.Liaison)).GetFromJsonAsync<JsonElement>("/api/large-scale-mode");
        Assert.Equal((true, "ひみつの理由"), (now.GetProperty("on").GetBoolean(), now.GetProperty("reason").GetString()));
        var entry = await distribution.Published<AuditRecorded>(m => m.Action == "largeScale.switched" && m.Detail == "on=true");
        Assert.DoesNotContain("ひみつ", JsonSerializer.Serialize(entry), StringComparison.Ordinal);
        await Switch(false, "終了");
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Controller)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Whoever_is_signed_in_learns_that_it_is_on_but_not_why(string role)
    {
        await Switch(true, "特定の事業者の障害");

        var now = await distribution.Http(role, distribution.BodyOf(role)).GetFromJsonAsync<JsonElement>("/api/large-scale-mode");
        Assert.Equal((true, JsonValueKind.Null), (now.GetProperty("on").GetBoolean(), now.GetProperty("reason").ValueKind));
        await Switch(false, "復旧");
    }

    Task<HttpResponseMessage> Switch(bool on, string reason) => distribution.Http(Role.Approver, distribution.Directory.Centre.OrganisationId).PutAsJsonAsync("/api/large-scale-mode", new { on, reason });

    async Task<DateTimeOffset?> DueAt(Guid id)
    {
        var hops = (await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/relay")).GetProperty("hops");
        return hops.EnumerateArray().Single().GetProperty("dueAt") is { ValueKind: JsonValueKind.String } due ? due.GetDateTimeOffset() : null;
    }
}
