using Ceptoar.Anonymisation.Tests.Cases;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Anonymisation.Tests;

public class PermissionTests(AnonymisationFixture anonymisation) : PermissionWalk<Program>(anonymisation), IClassFixture<AnonymisationFixture>
{
    readonly AnonymisationFixture anonymisation = anonymisation;

    protected override object? BodyOf(string method, string path, string role) => method != "POST" ? null
        : path.EndsWith("marks", StringComparison.Ordinal) ? new { hash = "0", span = new { field = "body", start = 0, length = 1 }, action = "remove" }
        : new { decision = "refuse", hash = "0" };

    protected override async Task<OwnItems> MakeItems() => new(
        new Dictionary<string, Guid> { [Role.Operator] = anonymisation.Reporter.OrganisationId },
        new Dictionary<string, string> { ["id"] = (await anonymisation.Rendered()).ToString() });
}
