using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests;

public class PermissionTests(DistributionFixture distribution) : PermissionWalk<Program>(distribution), IClassFixture<DistributionFixture>
{
    readonly DistributionFixture distribution = distribution;

    protected override object? BodyOf(string method, string path, string role) => (method, path) switch
    {
        ("POST", "/api/advisories/{id}/receipts") => new { state = "opened" },
        ("POST", "/api/advisories/{id}/recall") => new { reason = "誤報" },
        ("POST", "/api/advisories/{id}/release") => new { revision = 1 },
        ("POST", "/api/advisories/{id}/versions") => DistributionFixture.Correction(revision: 1),
        ("POST", "/api/advisories/{id}/relay") => new { note = "ご確認ください" },
        ("POST", "/api/advisories/{id}/calls") => new { organisationId = distribution.Directory.Telecom[0].OrganisationId, channel = "telephone", reached = true, by = "当番" },
        ("POST", "/api/advisories/{id}/reminders") => new { },
        ("PUT", "/api/escalation-rules/{ceptoar}") => new { urgentMinutes = 10, normalMinutes = 120, responses = 1 },
        ("PUT", "/api/channels/{channel}") => new { on = true, reason = "復旧" },
        ("POST", "/api/advisories/{id}/answers") => new { affected = "no" },
        ("POST", "/api/advisories/{id}/questions") => new { text = "同様の通信を見ましたか。" },
        ("POST", "/api/advisories/{id}/questions/{questionId}/replies") => new { text = "はい。" },
        _ => null,
    };

    protected override async Task<OwnItems> MakeItems()
    {
        var (id, member) = (await distribution.Drafted(role: Role.Secretariat), distribution.Directory.Telecom[0].OrganisationId);
        var attachment = await Attached(id);
        await distribution.Release(id, revision: 2, Role.Secretariat);
        return new(
            new Dictionary<string, Guid> { [Role.Operator] = member, [Role.Secretariat] = distribution.Directory.TelecomSecretariat.OrganisationId },
            new Dictionary<string, string> { ["id"] = id.ToString(), ["ceptoar"] = "telecom", ["hop"] = "members", ["channel"] = "mail", ["questionId"] = (await distribution.Asked(id, member)).ToString(), ["attachmentId"] = attachment });
    }

    async Task<string> Attached(Guid id)
    {
        var http = distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat));
        var draft = await (await http.PostAsync($"/api/advisories/{id}/attachments?name=a.txt", new ByteArrayContent([1]))).Content.ReadFromJsonAsync<JsonElement>();
        return draft.GetProperty("attachments")[0].GetProperty("id").GetString()!;
    }

    protected override bool SeesAll(string path, string role) =>
        (path.StartsWith("/api/relay-rules", StringComparison.Ordinal) && role == Role.Analyst)
        || (path.StartsWith("/api/escalation-rules", StringComparison.Ordinal) && role == Role.Analyst)
        || path.StartsWith("/api/channels", StringComparison.Ordinal);
}
