using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Intake.Tests;

public class PermissionTests(IntakeFixture intake) : PermissionWalk<Program>(intake), IClassFixture<IntakeFixture>
{
    readonly IntakeFixture intake = intake;

    // a peer: it may name the same audience
    protected override Guid Foreign => intake.Directory.Telecom[1].OrganisationId;

    protected override object? BodyOf(string method, string path, string role) => (method, path, role) switch
    {
        ("POST", "/api/reports/{id}/versions", Role.Operator) => intake.Report(),
        ("POST", "/api/reports/{id}/withdrawal", _) => new { },
        _ => null,
    };

    protected override async Task<OwnItems> MakeItems() => new(
        new Dictionary<string, Guid> { [Role.Operator] = intake.Reporter },
        new Dictionary<string, string> { ["id"] = (await intake.Submitted()).Id.ToString() });
}
