using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Classification.Tests;

/// <summary>Classification with the small directory heard.</summary>
public class ClassificationFixture : ServiceFixture<Program>, IAsyncLifetime
{
    public SmallDirectory Directory { get; } = new();

    /// <summary>An operator of the telecom CEPTOAR.</summary>
    public Guid Reporter => Directory.Telecom[0].OrganisationId;

    public Guid Centre => Directory.Centre.OrganisationId;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Directory.HeardBy(this);
    }

    public ReportSubmitted Report(Tlp requested = Tlp.Green, string body = "本文", string title = "件名", string sourceVisibility = "hidden", Guid? reporter = null, string? severity = "low") => new()
    {
        ReportId = Guid.NewGuid(),
        Version = 1,
        RequestedTlp = requested,
        Number = "R-2026-000001",
        Case = Case.Seal(Fake.CaseFile(reporter ?? Reporter, Directory.TelecomGroup.GroupId) with { Title = title, Body = body, SourceVisibility = sourceVisibility, Severity = severity, Kind = "incident", Events = ["unknown"], Causes = ["unknown"] }),
    };

    /// <summary>Lets the service hear a report and gives back its id.</summary>
    public async Task<Guid> Labelled(Tlp requested = Tlp.Green, string body = "本文", string sourceVisibility = "hidden", Guid? reporter = null)
    {
        var report = Report(requested, body, sourceVisibility: sourceVisibility, reporter: reporter);
        await Hears(report);
        return report.ReportId;
    }

    /// <summary>The labels as somebody reads them; null where it answers 404.</summary>
    public async Task<JsonElement?> Label(Guid reportId, Guid? organisation = null, string role = Role.Operator)
    {
        var answer = await Http(role, organisation ?? Reporter).GetAsync($"/api/reports/{reportId}/label");
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> AsAnalyst(HttpMethod method, string path, object body, string subject = "analyst-1", string role = Role.Analyst) => Send(method, path, body, role, Centre, subject);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, object body, string role, Guid organisation, string? subject = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        return await Http(role, organisation, subject).SendAsync(request);
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
