using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Intake.Tests;

public class PermissionTests(IntakeFixture intake) : PermissionWalk<Program>(intake), IClassFixture<IntakeFixture>
{
    readonly IntakeFixture intake = intake;

    protected override async Task<OwnItems> MakeItems() => new(
        new Dictionary<string, Guid> { [Role.Operator] = intake.Reporter },
        new Dictionary<string, string> { ["id"] = (await intake.Submitted()).Id.ToString() });
}
