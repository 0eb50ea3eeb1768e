using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Npgsql;

namespace Ceptoar.Intake.Tests;

/// <summary>Intake with the small directory heard.</summary>
public class IntakeFixture : ServiceFixture<Program>, IAsyncLifetime
{
    public SmallDirectory Directory { get; } = new();

    /// <summary>The operator that reports unless a test names another.</summary>
    public Guid Reporter => Directory.Telecom[0].OrganisationId;

    public Guid Telecom => Directory.TelecomGroup.GroupId;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Directory.HeardBy(this);
    }

    /// <summary>A report that is taken as it is, with the fields that a test names.</summary>
    public Dictionary<string, object?> Report(params (string Field, object? Value)[] fields)
    {
        var report = new Dictionary<string, object?>
        {
            ["kind"] = "incident",
            ["title"] = "予約受付が利用できない",
            ["body"] = "本日未明から予約受付の画面が表示されない。",
            ["requestedTlp"] = "AMBER",
            ["audience"] = new[] { Telecom },
        };
        foreach (var (field, value) in fields) report[field] = value;
        return report;
    }

    public Task<HttpResponseMessage> Submit(object report, Guid? organisation = null) =>
        Http(Role.Operator, organisation ?? Reporter).PostAsJsonAsync("/api/reports", report);

    public async Task<Receipt> Submitted(object? report = null, Guid? organisation = null)
    {
        var answer = await Submit(report ?? Report(), organisation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!;
    }

    public async Task<Receipt> FollowedUp(Guid reportId, object report)
    {
        var answer = await Http(Role.Operator, Reporter).PostAsJsonAsync($"/api/reports/{reportId}/versions", report);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!;
    }

    /// <summary>The report as an organisation reads it; null where it answers 404.</summary>
    public async Task<JsonElement?> Read(Guid reportId, Guid? organisation = null, string role = Role.Operator)
    {
        var answer = await Http(role, organisation ?? Reporter).GetAsync($"/api/reports/{reportId}");
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound) return null;

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement[]> Listed(Guid organisation, string role = Role.Operator, string query = "") =>
        [.. (await Http(role, organisation).GetFromJsonAsync<JsonElement>("/api/reports" + query)).GetProperty("items").EnumerateArray()];

    public Task Classified(Guid reportId, Tlp original, int version = 1, Tlp? ceiling = null) => Hears(new ReportClassified
    {
        ReportId = reportId,
        Version = version,
        Original = original,
        Ceiling = ceiling ?? original,
        Reasons = [],
        Case = Case.Seal(Fake.CaseFile()),
    });

    public static RenditionChanged Rendered(Guid reportId, Guid sourceId, long version = 1, string narrative = "awaitingApproval", string flash = "held", int reportVersion = 1) => new()
    {
        ReportId = reportId,
        SourceId = sourceId,
        Version = version,
        ReportVersion = reportVersion,
        Narrative = narrative,
        Flash = flash,
        Notices = [new() { Code = "review.held", Ja = "速報は承認を待っています。", En = "The flash waits for your approval." }],
    };

    /// <summary>What one query of the service's database answers.</summary>
    public Task<T> Sql<T>(string sql) => With<NpgsqlDataSource, T>(async database =>
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    });

    /// <summary>Every row of every table but the directory's, as text; binary columns as hex.</summary>
    public Task<string> EverythingStored() => With<NpgsqlDataSource, string>(async database =>
    {
        var everything = new System.Text.StringBuilder();
        var tables = new List<string>();
        await using (var names = database.CreateCommand("select table_name from information_schema.tables where table_schema = 'public' and table_name not like 'directory\\_%'"))
        await using (var reader = await names.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        }

        foreach (var table in tables)
        {
            await using var rows = database.CreateCommand($"select t::text from \"{table}\" t");
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync()) everything.Append(table).Append(' ').AppendLine(reader.GetString(0));
        }

        return everything.ToString();
    });

    public record Receipt(Guid Id, string Number, string Status, int Version = 1);
}
