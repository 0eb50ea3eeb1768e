using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>A desk enters what an operator told by telephone or FAX; it is the operator's report, which the operator confirms later.</summary>
public class OnBehalfTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    HttpClient Secretariat => intake.Http(Role.Secretariat, intake.Directory.TelecomSecretariat.OrganisationId);

    HttpClient Desk => intake.Http(Role.Analyst, intake.Directory.Centre.OrganisationId);

    [Fact]
    public async Task What_the_secretariat_enters_is_the_operators_report()
    {
        var receipt = await Entered(Secretariat, intake.Reporter);

        var report = (await intake.Read(receipt.Id))!.Value;
        Assert.Equal(intake.Reporter, report.GetProperty("report").GetProperty("organisationId").GetGuid());
        Assert.Equal("telephone", report.GetProperty("onBehalf").GetProperty("means").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("onBehalf").GetProperty("confirmedAt").ValueKind);
        Assert.Equal(intake.Reporter, intake.Case.Open<CaseFile>((await intake.Published<ReportSubmitted>(m => m.ReportId == receipt.Id)).Case).OrganisationId);
        Assert.DoesNotContain(receipt.Id, (await intake.Listed(intake.Directory.TelecomSecretariat.OrganisationId, Role.Secretariat)).Select(r => r.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task The_centres_desk_enters_for_every_operator_and_a_secretariat_for_its_members_only()
    {
        var aviation = intake.Directory.Aviation[0].OrganisationId;

        Assert.Equal(HttpStatusCode.Created, (await Enter(Desk, aviation, audience: intake.Directory.AviationGroup.GroupId)).StatusCode);
        Assert.Equal(["onBehalf.organisationId"], await Fields(await Enter(Secretariat, aviation, audience: intake.Directory.AviationGroup.GroupId)));
        Assert.Equal(["onBehalf.organisationId"], await Fields(await Enter(Desk, intake.Directory.TelecomSecretariat.OrganisationId)));
        Assert.Contains("onBehalf.organisationId", await Fields(await Enter(Desk, Guid.NewGuid())));
    }

    [Fact]
    public async Task The_audience_is_what_the_operator_may_name()
    {
        Assert.Equal(["audience[0]"], await Fields(await Enter(Secretariat, intake.Reporter, audience: intake.Directory.AviationGroup.GroupId)));
    }

    [Fact]
    public async Task An_operator_reports_for_itself_and_a_desk_for_someone()
    {
        Assert.Equal(["onBehalf"], await Fields(await Enter(intake.Http(Role.Operator, intake.Reporter), intake.Directory.Telecom[1].OrganisationId)));
        Assert.Equal(["onBehalf"], await Fields(await Secretariat.PostAsJsonAsync("/api/reports", intake.Report())));
        Assert.Equal(["onBehalf.means", "onBehalf.organisationId", "onBehalf.toldAt"],
            (await Fields(await Desk.PostAsJsonAsync("/api/reports", intake.Report(("onBehalf", new { means = "pigeon", toldAt = DateTimeOffset.UtcNow.AddDays(1) }))))).Where(f => f.StartsWith("onBehalf.", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Who_entered_it_adds_to_it_until_the_operator_confirms()
    {
        var receipt = await Entered(Secretariat, intake.Reporter);

        Assert.Equal(HttpStatusCode.Created, (await FollowUp(Secretariat, receipt.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await FollowUp(Desk, receipt.Id)).StatusCode);
        var confirmed = await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{receipt.Id}/confirmation", content: null);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        intake.Clock.Advance(TimeSpan.FromHours(1));
        var again = await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{receipt.Id}/confirmation", content: null);
        Assert.Equal(await ConfirmedAt(confirmed), await ConfirmedAt(again), TimeSpan.FromMilliseconds(1));
        Assert.NotEqual(JsonValueKind.Null, (await intake.Read(receipt.Id))!.Value.GetProperty("onBehalf").GetProperty("confirmedAt").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await FollowUp(Secretariat, receipt.Id)).StatusCode);
        Assert.Equal(2, (await intake.FollowedUp(receipt.Id, intake.Report())).Version - 1);
    }

    [Fact]
    public async Task Only_its_operator_confirms_a_report_and_only_one_that_was_entered_for_it()
    {
        var (entered, own) = (await Entered(Secretariat, intake.Reporter), await intake.Submitted());

        Assert.Equal(HttpStatusCode.NotFound, (await intake.Http(Role.Operator, intake.Directory.Telecom[1].OrganisationId).PostAsync($"/api/reports/{entered.Id}/confirmation", content: null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Secretariat.PostAsync($"/api/reports/{entered.Id}/confirmation", content: null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{own.Id}/confirmation", content: null)).StatusCode);
    }

    [Fact]
    public async Task Whose_report_it_is_stands_nowhere_in_the_clear()
    {
        await Entered(Secretariat, intake.Reporter);

        var stored = await intake.EverythingStored();
        Assert.DoesNotContain(intake.Reporter.ToString(), stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(intake.Directory.TelecomSecretariat.OrganisationId.ToString(), stored, StringComparison.OrdinalIgnoreCase);
    }

    Task<HttpResponseMessage> Enter(HttpClient http, Guid operatorId, Guid? audience = null) => http.PostAsJsonAsync("/api/reports", intake.Report(
        ("audience", new[] { audience ?? intake.Telecom }), ("onBehalf", new { organisationId = operatorId, means = "telephone", toldAt = DateTimeOffset.UtcNow.AddMinutes(-3) })));

    async Task<IntakeFixture.Receipt> Entered(HttpClient http, Guid operatorId)
    {
        var answer = await Enter(http, operatorId);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!;
    }

    Task<HttpResponseMessage> FollowUp(HttpClient http, Guid report) =>
        http.PostAsJsonAsync($"/api/reports/{report}/versions", intake.Report(("onBehalf", new { organisationId = intake.Reporter, means = "fax" })));

    static async Task<DateTimeOffset> ConfirmedAt(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("confirmedAt").GetDateTimeOffset();

    static async Task<string[]> Fields(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name)];
    }
}
