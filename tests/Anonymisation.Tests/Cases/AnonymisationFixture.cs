using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Anonymisation.Tests.Cases;

/// <summary>Anonymisation with the small directory heard and everything that identifies its members.</summary>
public class AnonymisationFixture : ServiceFixture<Program>, IAsyncLifetime
{
    public SmallDirectory Directory { get; } = new();

    public OrganisationChanged Reporter => Directory.Telecom[0];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Directory.StringsHeardBy(this, but: [.. Unknown.Select(o => o.OrganisationId)]);
        await Directory.HeardBy(this);
    }

    /// <summary>Organisations whose identifying strings have not been heard.</summary>
    protected virtual IEnumerable<OrganisationChanged> Unknown => [];

    /// <summary>A report that names its reporter in every way, and an attacker.</summary>
    public CaseFile Report(OrganisationChanged? reporter = null, string releaseMode = "auto")
    {
        var by = reporter ?? Reporter;
        var own = Directory.StringsOf(by);
        return Fake.CaseFile(by.OrganisationId, Directory.TelecomGroup.GroupId) with
        {
            Title = $"{own.Names[0]}の予約受付が停止",
            Body = $"{own.Names[0]}の{own.Systems[0]}が停止した。{own.Vendors[0]}が調査中。担当は{own.People[0]}、窓口は soc@{own.Domains[0]}。攻撃元は 203.0.113.7 とみられる。",
            ReleaseMode = releaseMode,
            Indicators = [new() { Type = "ipv4", Value = "203.0.113.7", Role = "attacker" }],
        };
    }

    public ReportClassified Classified(CaseFile report, Tlp ceiling = Tlp.Amber, Guid? id = null, int version = 1) => new()
    {
        ReportId = id ?? Guid.NewGuid(),
        Version = version,
        Original = ceiling,
        Ceiling = ceiling,
        Reasons = [],
        Case = Case.Seal(report),
    };

    /// <summary>Lets the service hear a report and gives back its id.</summary>
    public async Task<Guid> Rendered(CaseFile? report = null, Tlp ceiling = Tlp.Amber)
    {
        var heard = Classified(report ?? Report(), ceiling);
        await Hears(heard);
        return heard.ReportId;
    }

    /// <summary>The rendition as an organisation reads it; null where it answers 404.</summary>
    public async Task<JsonElement?> Read(Guid reportId, OrganisationChanged? organisation = null)
    {
        var answer = await Http(Role.Operator, (organisation ?? Reporter).OrganisationId).GetAsync($"/api/reports/{reportId}/rendition");
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<string> Hash(Guid reportId, OrganisationChanged? organisation = null) => (await Read(reportId, organisation))!.Value.GetProperty("hash").GetString()!;

    public Task<HttpResponseMessage> Decide(Guid reportId, object decision, OrganisationChanged? organisation = null, string? subject = null) =>
        Http(Role.Operator, (organisation ?? Reporter).OrganisationId, subject).PostAsJsonAsync($"/api/reports/{reportId}/rendition/decision", decision);

    /// <summary>Says of the first place where the words stand in the body that they are to be removed, kept or neither.</summary>
    public async Task<HttpResponseMessage> Mark(Guid reportId, string body, string words, string action) =>
        await Http(Role.Operator, Reporter.OrganisationId).PostAsJsonAsync(
            $"/api/reports/{reportId}/rendition/marks",
            new { hash = await Hash(reportId), span = new { field = "body", start = body.IndexOf(words, StringComparison.Ordinal), length = words.Length }, action });

    /// <summary>The words that somebody may decide about.</summary>
    public async Task<JsonElement[]> Terms(string role, OrganisationChanged organisation) =>
        [.. (await Http(role, organisation.OrganisationId).GetFromJsonAsync<JsonElement>("/api/terms")).GetProperty("items").EnumerateArray()];

    public async Task<HttpResponseMessage> Approve(Guid reportId, bool? narrative = null, OrganisationChanged? organisation = null, string? subject = null) =>
        await Decide(reportId, new { decision = "approve", hash = await Hash(reportId, organisation), narrative }, organisation, subject);
}
