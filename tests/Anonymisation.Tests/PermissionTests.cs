using Ceptoar.Anonymisation.Tests.Cases;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Anonymisation.Tests;

public class PermissionTests(AnonymisationFixture anonymisation) : PermissionWalk<Program>(anonymisation), IClassFixture<AnonymisationFixture>
{
    readonly AnonymisationFixture anonymisation = anonymisation;

    protected override object? BodyOf(string method, string path, string role) => method != "POST" ? null
        : path.StartsWith("/api/terms", StringComparison.Ordinal) ? new { decision = "accept" }
        : path.EndsWith("marks", StringComparison.Ordinal) ? new { hash = "0", span = new { field = "body", start = 0, length = 1 }, action = "remove" }
        : new { decision = "refuse", hash = "0" };

    protected override bool IsThereFor(string path, string role) => role != Role.Analyst;

    protected override async Task<OwnItems> MakeItems()
    {
        const string Body = "灯台十九号が停止した。";
        var id = await anonymisation.Rendered(anonymisation.Report() with { Body = Body });
        (await anonymisation.Mark(id, Body, "灯台十九号", "remove")).EnsureSuccessStatusCode();
        var (own, term) = (anonymisation.Reporter.OrganisationId, Assert.Single(await anonymisation.Terms(Role.Manager, anonymisation.Reporter)));
        return new(
            new Dictionary<string, Guid> { [Role.Operator] = own, [Role.Manager] = own },
            new Dictionary<string, string> { ["id"] = id.ToString(), ["termId"] = term.GetProperty("id").GetString()! });
    }
}
