using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Intake.Tests.Reports;

public class SubmitReportTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Answers_with_a_number_and_the_place_of_the_report()
    {
        var answer = await intake.Submit(intake.Report());

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var receipt = (await answer.Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!;
        Assert.Equal($"/api/reports/{receipt.Id}", answer.Headers.Location!.ToString());
        Assert.Matches("^R-[0-9]{4}-[0-9]{6}$", receipt.Number);
        Assert.Equal("received", receipt.Status);
        Assert.NotNull(await intake.Read(receipt.Id));
    }

    [Fact]
    public async Task Numbers_rise()
    {
        var first = await intake.Submitted();
        var second = await intake.Submitted();

        Assert.True(string.CompareOrdinal(first.Number, second.Number) < 0);
    }

    [Fact]
    public async Task Five_fields_are_enough_and_the_rest_is_careful()
    {
        var receipt = await intake.Submitted();

        var report = (await intake.Read(receipt.Id))!.Value.GetProperty("report");
        Assert.Equal("hidden", report.GetProperty("sourceVisibility").GetString());
        Assert.Equal("review", report.GetProperty("releaseMode").GetString());
        Assert.Equal("ja", report.GetProperty("language").GetString());
        Assert.Empty(report.GetProperty("onwardConsent").EnumerateArray());
    }

    [Fact]
    public async Task Gives_back_to_the_reporter_what_it_reported()
    {
        var detected = new DateTimeOffset(2026, 11, 1, 2, 3, 0, TimeSpan.Zero);
        var receipt = await intake.Submitted(intake.Report(
            ("kind", "sign"), ("title", "😀 試験"), ("body", "一行目\r\n二行目"), ("plainSummary", "要約"), ("detectedAt", detected), ("events", new[] { "leading.malware" }),
            ("causes", new[] { "intentional.dos" }), ("serviceImpact", "degraded"), ("severity", "high"), ("urgency", "urgent"), ("stage", "first"), ("language", "en"),
            ("onwardConsent", new[] { "ipa" }), ("releaseMode", "auto"), ("sourceVisibility", "centre"), ("indicators", new[] { new { type = "ipv4", value = "203.0.113.7", role = "attacker" } })));

        var report = (await intake.Read(receipt.Id))!.Value.GetProperty("report").Deserialize<CaseFile>(JsonSerializerOptions.Web)!;
        Assert.Equal("😀 試験", report.Title);
        Assert.Equal("一行目\r\n二行目", report.Body);
        Assert.Equal("要約", report.PlainSummary);
        Assert.Equal(detected, report.DetectedAt);
        Assert.Equal(("sign", "degraded", "high", "urgent", "first", "en", "auto", "centre"),
            (report.Kind, report.ServiceImpact, report.Severity, report.Urgency, report.Stage, report.Language, report.ReleaseMode, report.SourceVisibility));
        Assert.Equal(["leading.malware"], report.Events);
        Assert.Equal(["intentional.dos"], report.Causes);
        Assert.Equal(["ipa"], report.OnwardConsent);
        Assert.Equal(new ReportedIndicator { Type = "ipv4", Value = "203.0.113.7", Role = "attacker" }, Assert.Single(report.Indicators));
    }

    [Fact]
    public async Task Only_an_operator_reports_or_a_desk_on_its_behalf()
    {
        foreach (var role in Role.All.Except([Role.Operator, Role.Secretariat, Role.Analyst]))
        {
            var answer = await intake.Http(role, intake.Reporter).PostAsJsonAsync("/api/reports", intake.Report());
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Http().PostAsJsonAsync("/api/reports", intake.Report())).StatusCode);
    }

    [Fact]
    public async Task An_organisation_that_the_directory_does_not_know_names_no_audience()
    {
        var answer = await intake.Submit(intake.Report(), Guid.NewGuid());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("audience[0]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_it_sealed_so_that_only_the_ring_of_the_case_opens_it()
    {
        var receipt = await intake.Submitted(intake.Report(("title", "Zebra outage"), ("requestedTlp", "GREEN")));

        var said = await intake.Published<ReportSubmitted>(m => m.ReportId == receipt.Id);

        Assert.Equal((1, Tlp.Green), (said.Version, said.RequestedTlp));
        var json = JsonSerializer.Serialize(said);
        Assert.DoesNotContain("Zebra", json, StringComparison.Ordinal);
        Assert.DoesNotContain(intake.Reporter.ToString(), json, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebra", Encoding.UTF8.GetString(Convert.FromBase64String(said.Case.Sealed)), StringComparison.Ordinal);
        var file = intake.Case.Open<CaseFile>(said.Case);
        Assert.Equal(("Zebra outage", intake.Reporter), (file.Title, file.OrganisationId));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => intake.Identifying.Open<CaseFile>(said.Case));
    }

    [Fact]
    public async Task Says_it_once()
    {
        var receipt = await intake.Submitted();

        Assert.Single(await intake.AllPublished<ReportSubmitted>(m => m.ReportId == receipt.Id));
    }
}

/// <summary>What lies in the database tells neither what was reported nor who reported it (I4); here the bus is away, so that the outbox is full, too.</summary>
public class StoredReportTests(StoredReportTests.BusAway intake) : IClassFixture<StoredReportTests.BusAway>
{
    public class BusAway : IntakeFixture
    {
        protected override void Replace(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
            services.Remove(services.Single(s => s.ImplementationType == typeof(Hosting.Bus.OutboxDispatcher)));
    }

    [Fact]
    public async Task No_row_holds_the_text_or_the_organisation_in_clear()
    {
        string[] secrets = ["Zanzibar outage", "The giraffe gateway is down.", "In plain words: llama", "okapi.example", intake.Directory.Telecom[0].Name, "目黒の設備"];
        var http = intake.Http(Role.Operator, intake.Reporter);
        http.DefaultRequestHeaders.Add("Idempotency-Key", "stored-1");
        var answer = await http.PostAsJsonAsync("/api/reports", intake.Report(
            ("title", secrets[0]), ("body", secrets[1] + " " + secrets[4] + " " + secrets[5]), ("plainSummary", secrets[2]),
            ("indicators", new[] { new { type = "domain", value = secrets[3] } }), ("sourceVisibility", "ministry")));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        var stored = await intake.EverythingStored();

        Assert.Contains("outbox", stored, StringComparison.Ordinal);
        Assert.Contains("idempotency", stored, StringComparison.Ordinal);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(JsonSerializer.Serialize(secret).Trim('"'), stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..8], stored, StringComparison.Ordinal);
        }

        foreach (var organisation in intake.Directory.Organisations.Select(o => o.OrganisationId))
        {
            Assert.DoesNotContain(organisation.ToString(), stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(organisation.ToString("N"), stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(organisation.ToByteArray()), stored, StringComparison.OrdinalIgnoreCase);
        }
    }
}
