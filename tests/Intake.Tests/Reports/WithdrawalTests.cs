using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>A withdrawn report leads to its reporter for a day, so that it sees what became of it, and then to nobody.</summary>
public class WithdrawalTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    const string Subject = "c-the-reporter";

    [Fact]
    public async Task For_a_day_the_reporter_sees_that_its_report_is_withdrawn_and_then_it_is_there_for_nobody()
    {
        var id = await Withdrawn();
        await Later(TimeSpan.FromHours(23));
        Assert.Equal("withdrawn", (await intake.Read(id))!.Value.GetProperty("status").GetString());

        await Later(TimeSpan.FromHours(1));

        Assert.Null(await intake.Read(id));
        Assert.DoesNotContain(id, (await intake.Listed(intake.Reporter)).Select(i => i.GetProperty("id").GetGuid()));
        var http = Reporter();
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync($"/api/reports/{id}/withdrawal", content: null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync($"/api/reports/{id}/confirmation", content: null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"/api/reports/{id}/versions", intake.Report())).StatusCode);
        var analyst = intake.Http(Role.Analyst, intake.Directory.Centre.OrganisationId);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.PostAsJsonAsync($"/api/reports/{id}/identity", new { reason = "?" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/api/reports/{id}/identity")).StatusCode);
    }

    [Fact]
    public async Task A_report_that_stands_is_never_forgotten()
    {
        var id = (await intake.Submitted()).Id;

        await Later(TimeSpan.FromDays(400));

        Assert.NotNull(await intake.Read(id));
    }

    [Fact]
    public async Task Whom_it_was_shown_to_and_who_entered_it_goes_at_once()
    {
        var secretariat = intake.Directory.TelecomSecretariat.OrganisationId;
        var entered = await intake.Http(Role.Secretariat, secretariat).PostAsJsonAsync("/api/reports", intake.Report(
            ("sourceVisibility", "ceptoar"), ("onBehalf", new { organisationId = intake.Reporter, means = "fax", toldAt = DateTimeOffset.UtcNow.AddHours(-1) })));
        var id = (await entered.Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id;
        await intake.Classified(id, Tlp.Amber);
        (await Reporter().PostAsync($"/api/reports/{id}/confirmation", content: null)).EnsureSuccessStatusCode();
        Assert.NotNull(await intake.Read(id, secretariat, Role.Secretariat));

        await Withdraw(id);

        Assert.Null(await intake.Read(id, secretariat, Role.Secretariat));
        Assert.Equal(1, await intake.Sql<long>($"select count(*) from report where id = '{id}' and reader_keys = '{{}}' and entered_by is null and means is null and told_at is null and confirmed_at is null"));
        Assert.NotNull(await intake.Read(id));
    }

    [Fact]
    public async Task Who_holds_the_database_and_the_key_and_tries_everyone_finds_nobody()
    {
        var id = await Withdrawn(key: "everyone-1");
        // as long as the reporter sees it, so does who tries
        Assert.Contains(await StoredOf(id), Tried());

        await Later(TimeSpan.FromHours(24));

        Assert.DoesNotContain(await StoredOf(id), Tried());
        Assert.Equal(["report.submitted", "report.withdrawn"], await Actions(id));
    }

    [Fact]
    public async Task In_the_trail_the_actor_cannot_be_found_from_the_moment_of_withdrawal()
    {
        var id = (await intake.Submitted()).Id;
        var wrapped = (await intake.Db<IntakeDb, CaseKey>(db => db.Set<CaseKey>().SingleAsync(k => k.CaseId == id))).Wrapped;
        var salt = intake.Case.OpenBytes(wrapped);

        await Withdraw(id);

        var owner = intake.Services.GetRequiredService<OwnerKey>();
        var submitter = $"test-operator-{intake.Reporter:N}";
        var actors = await intake.Db<IntakeDb, List<string>>(db => db.Set<AuditRow>().Where(r => r.Item == $"report/{id}").OrderBy(r => r.At).Select(r => r.Actor).ToListAsync());
        Assert.Equal([owner.Of(submitter, salt), owner.Of(Subject, salt)], actors); // whoever kept the key can
        Assert.DoesNotContain(owner.Of(submitter), actors);
        Assert.DoesNotContain(owner.Of(Subject), actors);
        Assert.DoesNotContain(Convert.ToHexString(wrapped), await intake.EverythingStored(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task While_it_is_seen_a_call_that_is_made_again_gets_its_answer_and_makes_no_new_report()
    {
        var id = await Withdrawn(key: "again-1");
        await Later(TimeSpan.FromHours(2));

        var again = await Reporter("again-1").PostAsJsonAsync("/api/reports", intake.Report());

        Assert.Equal(id, (await again.Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id);
        Assert.Equal(HttpStatusCode.OK, (await Reporter("again-1").PostAsync($"/api/reports/{id}/withdrawal", content: null)).StatusCode);
    }

    [Fact]
    public async Task The_answers_of_other_reports_stay()
    {
        var other = (await (await Reporter("other-1").PostAsJsonAsync("/api/reports", intake.Report())).Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id;
        await Withdrawn(key: "other-2");

        await Later(TimeSpan.FromHours(24));

        Assert.Equal(other, (await (await Reporter("other-1").PostAsJsonAsync("/api/reports", intake.Report())).Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id);
        Assert.Equal(0, await intake.Sql<long>("select count(*) from idempotency where key = 'other-2'"));
    }

    [Fact]
    public async Task News_that_comes_for_a_forgotten_report_changes_nothing()
    {
        var (id, source) = (await Withdrawn(), Guid.NewGuid());
        await Later(TimeSpan.FromHours(24));

        await intake.Classified(id, Tlp.Amber);
        await intake.Hears(new LabelChanged { ReportId = id, ReportVersion = 1, LabelVersion = 9, Original = Tlp.Clear, Ceiling = Tlp.Clear, Severity = "low", Urgency = "normal", Handling = [] });
        await intake.Hears(IntakeFixture.Rendered(id, source, version: 9));

        var report = await intake.Db<IntakeDb, Report>(db => db.Reports.SingleAsync(r => r.Id == id));
        Assert.Equal((ReportStatus.Withdrawn, null, 0), (report.Status, report.Original, report.Notices.Length));
        Assert.Null(report.OwnerKey);
    }

    HttpClient Reporter(string? key = null)
    {
        var http = intake.Http(Role.Operator, intake.Reporter, Subject);
        if (key is not null) http.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return http;
    }

    async Task<Guid> Withdrawn(string? key = null)
    {
        var id = (await (await Reporter(key).PostAsJsonAsync("/api/reports", intake.Report())).Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id;
        await Withdraw(id, key);
        return id;
    }

    async Task Withdraw(Guid id, string? key = null) => (await Reporter(key).PostAsync($"/api/reports/{id}/withdrawal", content: null)).EnsureSuccessStatusCode();

    async Task Later(TimeSpan by)
    {
        intake.Clock.Advance(by);
        await intake.Services.GetServices<IHostedService>().OfType<ForgetReporters>().Single().Sweep(CancellationToken.None);
    }

    /// <summary>What stands for the reporter's organisation and its client, in every way the hub makes it without a secret of the case.</summary>
    Predicate<string> Tried()
    {
        var owner = intake.Services.GetRequiredService<OwnerKey>();
        var mark = HMACSHA256.HashData(Encoding.UTF8.GetBytes(intake.Services.GetRequiredService<IConfiguration>()["Hub:OwnerKey"]!), Encoding.UTF8.GetBytes(Subject));
        string[] all = [.. intake.Directory.Organisations.Select(o => Convert.ToHexString(owner.Of(o.OrganisationId))), owner.Of(Subject), Convert.ToHexString(mark)];
        return row => all.Any(a => row.Contains(a, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The rows that speak of a report, in clear or in an answer that is kept.</summary>
    async Task<string[]> StoredOf(Guid id) =>
    [
        .. (await intake.EverythingStored()).Split('\n').Where(row => row.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase)
            || row.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(id.ToString())), StringComparison.OrdinalIgnoreCase)),
    ];

    Task<List<string>> Actions(Guid id) => intake.Db<IntakeDb, List<string>>(db => db.Set<AuditRow>().Where(r => r.Item == $"report/{id}").OrderBy(r => r.At).Select(r => r.Action).ToListAsync());
}
