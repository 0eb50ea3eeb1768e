using System.Net.Http.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Npgsql;

namespace Ceptoar.Hosting.Tests;

/// <summary>What every service has alike is tried on Intake, which uses all of it.</summary>
public class ProbeFixture : ServiceFixture<Program>, IAsyncLifetime
{
    public SmallDirectory Directory { get; } = new();

    public Guid Reporter => Directory.Telecom[0].OrganisationId;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Directory.HeardBy(this);
    }

    public object Report(string title = "件名") =>
        new { kind = "sign", title, body = "本文", requestedTlp = "GREEN", audience = new[] { Directory.TelecomGroup.GroupId } };

    public HttpClient Operator(string? key = null, Guid? organisation = null, string? subject = null)
    {
        var http = Http(Role.Operator, organisation ?? Reporter, subject);
        if (key is not null) http.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return http;
    }

    public async Task<Guid> Submitted() => (await (await Operator().PostAsJsonAsync("/api/reports", Report())).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Receipt>())!.Id;

    public ReportClassified Classified(Guid reportId, Tlp tlp, int version = 1) =>
        new() { ReportId = reportId, Version = version, Original = tlp, Ceiling = tlp, Reasons = [], Case = Case.Seal("") };

    public Task<T> Sql<T>(string sql) => With<NpgsqlDataSource, T>(async database =>
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync() ?? default(T)!);
    });

    public Task Run(string sql) => With<NpgsqlDataSource, int>(async database =>
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    });

    public record Receipt(Guid Id, string Number, string Status);
}
