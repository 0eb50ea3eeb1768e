using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Classification.Tests;

public class PermissionTests(ServiceFixture<Program> classification) : PermissionWalk<Program>(classification), IClassFixture<ServiceFixture<Program>>
{
    readonly ServiceFixture<Program> classification = classification;

    protected override async Task<OwnItems> MakeItems()
    {
        var (reporter, report) = (Guid.NewGuid(), Guid.NewGuid());
        await classification.Hears(new ReportSubmitted { ReportId = report, Version = 1, RequestedTlp = Tlp.Amber, Case = classification.Case.Seal(Fake.CaseFile(reporter)) });
        return new(new Dictionary<string, Guid> { [Role.Operator] = reporter }, new Dictionary<string, string> { ["id"] = report.ToString() });
    }
}
