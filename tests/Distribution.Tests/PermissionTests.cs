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
        ("POST", "/api/advisories/{id}/answers") => new { affected = "no" },
        ("POST", "/api/advisories/{id}/questions") => new { text = "同様の通信を見ましたか。" },
        ("POST", "/api/advisories/{id}/questions/{questionId}/replies") => new { text = "はい。" },
        _ => null,
    };

    // a secretariat neither asked nor wrote it
    protected override bool IsThereFor(string path, string role) => role == Role.Operator || !path.EndsWith("/replies", StringComparison.Ordinal);

    protected override async Task<OwnItems> MakeItems()
    {
        var (id, member) = (await distribution.Released(distribution.Flash()), distribution.Directory.Telecom[0].OrganisationId);
        return new(
            new Dictionary<string, Guid> { [Role.Operator] = member, [Role.Secretariat] = distribution.Directory.TelecomSecretariat.OrganisationId },
            new Dictionary<string, string> { ["id"] = id.ToString(), ["questionId"] = (await distribution.Asked(id, member)).ToString() });
    }
}
