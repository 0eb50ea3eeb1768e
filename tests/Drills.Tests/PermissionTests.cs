using System.Net.Http.Json;
using Ceptoar.Drills.Surveys;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Drills.Tests;

public class PermissionTests(DrillsFixture drills) : PermissionWalk<Program>(drills), IClassFixture<DrillsFixture>
{
    readonly DrillsFixture drills = drills;

    protected override async Task<OwnItems> MakeItems()
    {
        var (community, campaign) = (await drills.Community(), await drills.Campaign());
        await DrillsFixture.Json(await drills.Controller.PutAsJsonAsync($"/api/drills/campaigns/{campaign}/sheets", new { kind = Sheet.SelfCheck, questions = new[] { new { id = "q1", kind = "yesNo", text = new { ja = "届いたか" } } } }));
        var id = await drills.Ready(community, campaign);
        return new(
            new Dictionary<string, Guid> { [Role.Controller] = drills.Centre, [Role.Analyst] = drills.Centre, [Role.Secretariat] = community.Secretariat, [Role.Liaison] = community.Ministry, [Role.Operator] = community.Members[0] },
            new Dictionary<string, string> { ["id"] = id.ToString(), ["campaignId"] = campaign.ToString(), ["kind"] = Sheet.SelfCheck });
    }

    // bodies on the way are added when it begins
    protected override bool IsThereFor(string path, string role) => path != "/api/drills/{id}/sheets/{kind}" || role == Role.Operator;

    protected override object? BodyOf(string method, string path, string role) => (method, path) switch
    {
        ("PUT", "/api/drills/campaigns/{campaignId}") => new { year = 2026, title = new { ja = "訓練" }, revision = 1 },
        ("PUT", "/api/drills/campaigns/{campaignId}/sheets") => new { kind = Sheet.Survey, questions = Array.Empty<object>() },
        ("PUT", "/api/drills/{id}") => new { twoWay = true, revision = 2 },
        ("PUT", "/api/drills/{id}/participants") => new { organisations = Array.Empty<Guid>(), revision = 2 },
        ("PUT", "/api/drills/{id}/sheets/{kind}") => new { answers = new { q1 = new[] { "yes" } } },
        ("POST", "/api/drills/{id}/start" or "/api/drills/{id}/close" or "/api/drills/{id}/cancellation") => new { },
        _ => null,
    };
}
