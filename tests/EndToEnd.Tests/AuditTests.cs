using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ceptoar.EndToEnd.Tests;

[Collection("hub")]
public class AuditTests(RunningHub hub)
{
    [Fact]
    public async Task The_auditor_finds_who_signed_in_and_recalled_and_everyone_can_trust_the_chain()
    {
        var auditor = hub.As(hub.One("auditor"));
        var (operatorClient, secretariat) = (hub.Operators("telecom")[0], hub.As(hub.One("secretariat", "telecom")));
        var reporter = hub.As(operatorClient);
        using (var stranger = new HttpClient { BaseAddress = hub.Url })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync("/api/token", new { grantType = "client", clientId = operatorClient.ClientId, clientSecret = "guessed" })).StatusCode);
        }

        var report = await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR")));
        var advisory = (await Reports.Advisories(reporter, [report]))[report];
        await secretariat.Write($"/api/advisories/{advisory}/recall", new { reason = "試験" });

        await Found("signIn.succeeded", e => e.GetProperty("actor").GetString() == operatorClient.ClientId);
        await Found("signIn.failed", e => e.GetProperty("item").GetString() == $"client/{operatorClient.ClientId}");
        await Found("advisory.recalled", e => e.GetProperty("service").GetString() == "distribution" && e.GetProperty("item").GetString() == $"advisory/{advisory}");
        Assert.Empty(await hub.Query("registry", $"select * from audit_entry e where e::text like '%{report}%'"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.Get("/api/audit")).StatusCode);
        Assert.True((await auditor.Read("/api/audit/verification")).GetProperty("intact").GetBoolean());
        Assert.Contains("intact, head ", await hub.Script("verify"), StringComparison.Ordinal);

        Task Found(string action, Func<JsonElement, bool> match) => RunningHub.Until(
            async () => (await auditor.Read($"/api/audit?limit=500&action={action}")).GetProperty("items").EnumerateArray().Any(match), $"No such {action} came into the trail.");
    }

    [Fact]
    public async Task The_command_fails_where_the_trail_was_changed()
    {
        await RunningHub.Until(async () => (await hub.Query("registry", "select count(*) from audit_block"))[0] != "0", "Nothing was sealed.");
        await hub.Query("registry", "alter table audit_entry disable trigger user; update audit_entry set actor = actor || '?' where number = 1");
        try
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => hub.Script("verify"));
            Assert.Contains("FAULT: block 1: entriesChanged", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await hub.Query("registry", "update audit_entry set actor = left(actor, -1) where number = 1; alter table audit_entry enable trigger user");
        }

        Assert.Contains("intact, head ", await hub.Script("verify"), StringComparison.Ordinal);
    }
}
