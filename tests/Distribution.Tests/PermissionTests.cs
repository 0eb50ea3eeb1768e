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
        _ => null,
    };

    protected override async Task<OwnItems> MakeItems() => new(
        new Dictionary<string, Guid> { [Role.Operator] = distribution.Directory.Telecom[0].OrganisationId, [Role.Secretariat] = distribution.Directory.TelecomSecretariat.OrganisationId },
        new Dictionary<string, string> { ["id"] = (await distribution.Written(role: Role.Secretariat)).ToString(), ["ceptoar"] = "telecom", ["hop"] = "members" });

    protected override bool SeesAll(string path, string role) => path.StartsWith("/api/relay-rules", StringComparison.Ordinal) && role == Role.Analyst;
}
