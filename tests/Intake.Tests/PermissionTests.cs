using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Tests.Attachments;
using Ceptoar.Testing;

namespace Ceptoar.Intake.Tests;

public class PermissionTests(AttachmentFixture intake) : PermissionWalk<Program>(intake), IClassFixture<AttachmentFixture>
{
    readonly AttachmentFixture intake = intake;
    Guid opening;

    // a peer: it may name the same audience
    protected override Guid Foreign => intake.Directory.Telecom[1].OrganisationId;

    protected override object? BodyOf(string method, string path, string role) => (method, path, role) switch
    {
        ("POST", "/api/reports/{id}/versions", Role.Operator) => intake.Report(),
        ("POST", "/api/reports/{id}/withdrawal", _) => new { },
        ("DELETE", "/api/reports/{id}/attachments/{attachmentId}", _) => new { },
        ("POST", "/api/reports/{id}/identity", _) => new { reason = "至急の連絡を要する。" },
        ("POST", "/api/reports/{id}/identity/decision", _) => new { opening, decision = "approve" },
        ("PUT", "/api/report-drafts/{draftId}", Role.Operator) => new { version = 1, report = new { title = "続き" } },
        ("DELETE", "/api/report-drafts/{draftId}", Role.Operator) => new { },
        ("POST", "/api/reports/{id}/questions/{questionId}/answer", _) => new { answer = "checking" },
        _ => null,
    };

    // the centre's people are there for who reported, the reporter's for the report
    protected override bool IsThereFor(string path, string role) => path.Contains("/identity", StringComparison.Ordinal) == (role != Role.Operator);

    protected override async Task<OwnItems> MakeItems()
    {
        var (id, centre) = ((await intake.Submitted()).Id, intake.Directory.Centre.OrganisationId);
        var attachment = (await intake.Attached(id)).Id;
        var (source, question) = (Guid.NewGuid(), Guid.NewGuid());
        await intake.Hears(IntakeFixture.Rendered(id, source));
        await intake.Hears(new QuestionAsked { QuestionId = question, AdvisoryId = Guid.NewGuid(), Number = "A-2026-000001", SourceIds = [source], Text = "?", AskedAt = DateTimeOffset.UtcNow });
        opening = await Done(await intake.Http(Role.Analyst, centre).PostAsJsonAsync($"/api/reports/{id}/identity", new { reason = "至急の連絡を要する。" }));
        await Done(await intake.Http(Role.Approver, centre).PostAsJsonAsync($"/api/reports/{id}/identity/decision", new { opening, decision = "approve" }));
        var draft = await Done(await intake.Http(Role.Operator, intake.Reporter).PostAsJsonAsync("/api/report-drafts", new { report = new { title = "書きかけ" } }));
        return new(
            new Dictionary<string, Guid> { [Role.Operator] = intake.Reporter, [Role.Analyst] = centre, [Role.Approver] = centre },
            new Dictionary<string, string> { ["id"] = id.ToString(), ["attachmentId"] = attachment.ToString(), ["questionId"] = question.ToString(), ["draftId"] = draft.ToString() });
    }

    static async Task<Guid> Done(HttpResponseMessage answer) => (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
}
