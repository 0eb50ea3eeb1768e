using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Classification.Tests;

public class PermissionTests(ClassificationFixture classification) : PermissionWalk<Program>(classification), IClassFixture<ClassificationFixture>
{
    readonly ClassificationFixture classification = classification;
    Guid change;

    /// <summary>Every role may see the labels of it but the operator's peers: its ministry may read it.</summary>
    protected override async Task<OwnItems> MakeItems()
    {
        var report = await classification.Labelled(Tlp.Green, "取扱注意", sourceVisibility: "ministry");
        var asked = await ClassificationFixture.Json(await classification.AsAnalyst(HttpMethod.Put, $"/api/reports/{report}/label", new { original = "GREEN", ceiling = "GREEN", reason = "理由" }));
        change = asked.GetProperty("id").GetGuid();
        await ClassificationFixture.Json(await classification.Send(
            HttpMethod.Post, "/api/policies/ceptoar.telecom/versions", new { rules = Array.Empty<object>(), note = "理由" }, Role.Secretariat, classification.Directory.TelecomSecretariat.OrganisationId, "another"));
        var drafts = await ClassificationFixture.Json(await classification.Http(Role.Secretariat, classification.Directory.TelecomSecretariat.OrganisationId).GetAsync("/api/policies/ceptoar.telecom"));
        return new(
            new Dictionary<string, Guid>
            {
                [Role.Operator] = classification.Reporter,
                [Role.Liaison] = classification.Directory.TelecomMinistry.OrganisationId,
                [Role.Secretariat] = classification.Directory.TelecomSecretariat.OrganisationId,
                [Role.Analyst] = classification.Centre,
            },
            new Dictionary<string, string>
            {
                ["id"] = report.ToString(),
                ["scope"] = "ceptoar.telecom",
                ["number"] = drafts.GetProperty("items")[0].GetProperty("number").ToString(),
            });
    }

    protected override bool SeesAll(string path, string role) =>
        path == "/api/policies/{scope}" || (path.StartsWith("/api/reports/", StringComparison.Ordinal) && role is Role.Analyst or Role.Approver);

    protected override bool IsThereFor(string path, string role) => path switch
    {
        "/api/reports/{id}/label" => role != Role.Secretariat,
        _ when path.StartsWith("/api/policies/{scope}/", StringComparison.Ordinal) => role == Role.Secretariat,
        _ => true,
    };

    protected override object? BodyOf(string method, string path, string role) => (method, path) switch
    {
        ("PUT", "/api/reports/{id}/label") => new { ceiling = "AMBER+STRICT", reason = "理由" },
        ("POST", "/api/reports/{id}/label/decision") => new { change, decision = "refuse" },
        ("PUT", "/api/reports/{id}/triage") => new { severity = "high" },
        ("POST", "/api/labels/preview") => new { body = "本文", requestedTlp = "GREEN" },
        ("POST", "/api/policies/{scope}/versions" or "/api/policies/{scope}/dry-run") => new { rules = Array.Empty<object>(), note = "理由" },
        ("POST", "/api/policies/{scope}/versions/{number}/decision") => new { decision = "approve" },
        _ => null,
    };
}
