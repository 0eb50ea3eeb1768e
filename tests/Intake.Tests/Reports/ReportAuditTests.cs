using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>Who looked at whose report is recorded and told; who reported is not told (I4, I9).</summary>
public class ReportAuditTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    Guid Centre => intake.Directory.Centre.OrganisationId;

    [Fact]
    public async Task Another_organisation_that_reads_an_original_stands_in_the_trail()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "centre")))).Id;
        await intake.Classified(id, Tlp.Amber);

        Assert.NotNull(await intake.Read(id, Centre, Role.Analyst));

        var row = await intake.Db<IntakeDb, AuditRow>(db => db.Set<AuditRow>().SingleAsync(r => r.Item == $"report/{id}" && r.Action == "report.read"));
        var told = await intake.Published<AuditRecorded>(m => m.EntryId == row.EntryId);
        Assert.Equal((row.Action, $"test-analyst-{Centre:N}", Centre), (told.Action, told.Actor, told.Organisation));
        Assert.Equal((row.Actor, row.Organisation), (told.Actor, told.Organisation));
        // whoever knew all readers of one report could tell who is in all their circles
        Assert.DoesNotContain(id.ToString(), JsonSerializer.Serialize(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_it_leaves_no_trace_and_neither_does_the_reporter()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "hidden")))).Id;
        await intake.Classified(id, Tlp.Amber);

        Assert.Null(await intake.Read(id, Centre, Role.Analyst));
        Assert.NotNull(await intake.Read(id));

        Assert.Equal("report.submitted", await intake.Db<IntakeDb, string>(db => db.Set<AuditRow>().Where(r => r.Item == $"report/{id}").Select(r => r.Action).SingleAsync()));
    }

    [Fact]
    public async Task What_the_reporter_does_with_its_report_is_kept_here_under_a_keyed_hash_and_told_to_nobody()
    {
        var reporter = intake.Directory.Telecom[2].OrganisationId;
        var http = intake.Http(Role.Operator, reporter, "c-the-reporter");
        var id = (await (await http.PostAsJsonAsync("/api/reports", intake.Report())).Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id;
        (await http.PostAsJsonAsync($"/api/reports/{id}/versions", intake.Report())).EnsureSuccessStatusCode();
        var key = await intake.Db<IntakeDb, CaseKey>(db => db.Set<CaseKey>().SingleAsync(k => k.CaseId == id));
        var actor = intake.Services.GetRequiredService<OwnerKey>().Of("c-the-reporter", intake.Case.OpenBytes(key.Wrapped));
        (await http.PostAsJsonAsync($"/api/reports/{id}/withdrawal", new { })).EnsureSuccessStatusCode();

        var rows = await intake.Db<IntakeDb, List<AuditRow>>(db => db.Set<AuditRow>().Where(r => r.Item == $"report/{id}").OrderBy(r => r.At).ToListAsync());
        Assert.Equal(["report.submitted", "report.versionAdded", "report.withdrawn"], rows.Select(r => r.Action));
        Assert.All(rows, r => Assert.Equal((actor, null), (r.Actor, r.Organisation)));
        Assert.DoesNotContain(await intake.AllPublished<AuditRecorded>(), m => JsonSerializer.Serialize(m) is var said
            && (said.Contains(id.ToString(), StringComparison.Ordinal) || said.Contains("c-the-reporter", StringComparison.Ordinal) || said.Contains(reporter.ToString(), StringComparison.Ordinal)));
        var stored = await intake.EverythingStored();
        Assert.DoesNotContain("c-the-reporter", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(reporter.ToString(), stored, StringComparison.Ordinal);
    }
}
