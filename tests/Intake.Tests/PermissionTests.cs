using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Tests.Attachments;
using Ceptoar.Testing;

namespace Ceptoar.Intake.Tests;

public class PermissionTests(AttachmentFixture intake) : PermissionWalk<Program>(intake), IClassFixture<AttachmentFixture>
{
    readonly AttachmentFixture intake = intake;

    // a peer: it may name the same audience
    protected override Guid Foreign => intake.Directory.Telecom[1].OrganisationId;

    protected override object? BodyOf(string method, string path, string role) => (method, path, role) switch
    {
        ("POST", "/api/reports/{id}/versions", Role.Operator) => intake.Report(),
        ("POST", "/api/reports/{id}/withdrawal", _) => new { },
        ("DELETE", "/api/reports/{id}/attachments/{attachmentId}", _) => new { },
        _ => null,
    };

    protected override async Task<OwnItems> MakeItems()
    {
        var report = (await intake.Submitted()).Id;
        var attachment = (await intake.Attached(report)).Id;
        return new(
            new Dictionary<string, Guid> { [Role.Operator] = intake.Reporter },
            new Dictionary<string, string> { ["id"] = report.ToString(), ["attachmentId"] = attachment.ToString() });
    }
}
