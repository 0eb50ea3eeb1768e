using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ceptoar.Hosting.Tests.Database;

public class DatabaseTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    [Fact]
    public async Task Migrations_applied_again_change_nothing_also_by_several_at_once()
    {
        var before = await probe.Sql<string>("select string_agg(name || hash || applied_at, ' ' order by name) from migration");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Apply()));

        Assert.Equal(before, await probe.Sql<string>("select string_agg(name || hash || applied_at, ' ' order by name) from migration"));
        Assert.Equal("0000_hosting 0001_directory", string.Join(' ', (await probe.Sql<string>("select string_agg(name, ' ' order by name) from migration")).Split(' ').Take(2)));
    }

    [Fact]
    public async Task A_migration_that_changed_after_it_was_applied_is_refused()
    {
        var hash = await probe.Sql<string>("select hash from migration where name = '0010_reports'");
        await probe.Run("update migration set hash = 'other' where name = '0010_reports'");
        try
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(Apply);
            Assert.Contains("0010_reports", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            await probe.Run($"update migration set hash = '{hash}' where name = '0010_reports'");
        }

        await Apply();
    }

    [Theory]
    [InlineData("CLEAR", Tlp.Clear)]
    [InlineData("AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("RED", Tlp.Red)]
    [InlineData("clear", Tlp.Red)]
    [InlineData("PURPLE", Tlp.Red)]
    [InlineData("", Tlp.Red)]
    [InlineData("-4", Tlp.Red)]
    public async Task A_label_that_cannot_be_read_is_RED(string stored, Tlp read)
    {
        var id = await probe.Submitted();
        await probe.Run($"update report set requested_tlp = '{stored}', original = '{stored}' where id = '{id}'");

        var report = await probe.Db<IntakeDb, Ceptoar.Intake.Reports.Report>(db => db.Reports.AsNoTracking().SingleAsync(r => r.Id == id));

        Assert.Equal((read, read), (report.RequestedTlp, report.Original));
    }

    [Fact]
    public async Task An_original_whose_label_cannot_be_read_is_shown_to_nobody_but_its_owner()
    {
        var answer = await probe.Operator().PostAsJsonAsync("/api/reports", new
        {
            kind = "sign",
            title = "a",
            body = "b",
            requestedTlp = "GREEN",
            sourceVisibility = "centre",
            audience = new[] { probe.Directory.TelecomGroup.GroupId },
        });
        var id = (await answer.Content.ReadFromJsonAsync<ProbeFixture.Receipt>())!.Id;
        await probe.Run($"update report set original = 'PURPLE' where id = '{id}'");
        var centre = probe.Http(Role.Analyst, probe.Directory.Centre.OrganisationId);

        Assert.Equal(HttpStatusCode.NotFound, (await centre.GetAsync($"/api/reports/{id}")).StatusCode);
        var listed = await centre.GetFromJsonAsync<JsonElement>("/api/reports");
        Assert.DoesNotContain(listed.GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task Live_says_that_the_process_answers()
    {
        var answer = await probe.Http().GetAsync("/health/live");

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Ready_says_what_is_well_and_what_is_not()
    {
        // no broker is configured here, so that check alone fails
        var answer = await probe.Http().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var health = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Unhealthy", health.GetProperty("status").GetString());
        var checks = health.GetProperty("checks");
        Assert.Equal(("Healthy", "Healthy", "Unhealthy"), (Status("database"), Status("outbox"), Status("errorQueues")));
        Assert.Equal(["oldestSeconds", "waiting"], checks.GetProperty("outbox").GetProperty("data").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));

        string? Status(string check) => checks.GetProperty(check).GetProperty("status").GetString();
    }

    Task Apply() => Migrations.Apply(probe.Services.GetRequiredService<NpgsqlDataSource>(), typeof(IntakeDb).Assembly, CancellationToken.None);
}
