using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Drills.Tests;

/// <summary>A CEPTOAR of one test: its secretariat, its ministry, members, and whom its second hop reaches.</summary>
public sealed record Community(string Code, GroupChanged Group, Guid Secretariat, Guid Ministry, Guid[] Members, Guid[] SecondHop);

/// <summary>Drills with the small directory heard, which looks what is due when the test says so.</summary>
public class DrillsFixture : ServiceFixture<Program>, IAsyncLifetime
{
    static int communities;

    public SmallDirectory Directory { get; } = new();

    public Guid Centre => Directory.Centre.OrganisationId;

    public HttpClient Controller => Http(Role.Controller, Centre);

    protected override Dictionary<string, string?> Settings => new() { ["Conduct:Every"] = "1.00:00:00" };

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Directory.HeardBy(this);
    }

    /// <summary>The worker of the service, or of another instance of it.</summary>
    public ConductDue Worker(IServiceProvider? services = null) => (services ?? Services).GetRequiredService<ConductDue>();

    /// <summary>Lets time pass and does what is then due.</summary>
    public Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        return Worker().Run(CancellationToken.None);
    }

    /// <summary>A CEPTOAR that the service has heard of, so that the days of other tests do not matter.</summary>
    public async Task<Community> Community(int members = 3, int secondHop = 0)
    {
        var code = $"community-{Interlocked.Increment(ref communities)}";
        var secretariat = Fake.Organisation("ict", code) with { Kind = "secretariat" };
        var ministry = Fake.Organisation("ict", code) with { Kind = "ministry", Ceptoars = [] };
        OrganisationChanged[] own = [.. Enumerable.Range(0, members).Select(_ => Fake.Organisation("ict", code))];
        OrganisationChanged[] reached = [.. Enumerable.Range(0, secondHop).Select(_ => Fake.Organisation("ict", code) with { Ceptoars = [], SecondHop = [code] })];
        var group = Fake.Group(code, secretariat.OrganisationId, ministry.OrganisationId);
        await Hears(new OrganisationsPage { Organisations = [secretariat, ministry, .. own, .. reached] });
        await Hears(group);
        return new(code, group, secretariat.OrganisationId, ministry.OrganisationId, [.. own.Select(o => o.OrganisationId)], [.. reached.Select(o => o.OrganisationId)]);
    }

    public HttpClient Of(Community community) => Http(Role.Secretariat, community.Secretariat);

    /// <summary>A campaign as it is posted, with a whole text.</summary>
    public static Dictionary<string, object?> Written(object? text = null) => new()
    {
        ["year"] = 2026,
        ["title"] = new { ja = "令和8年度セプター訓練" },
        ["aims"] = new { ja = "連絡先の確認", en = "Contacts are checked." },
        ["text"] = text ?? Text(),
    };

    public static object Text(string title = "模擬情報") =>
        new { title = new { ja = title }, summary = new { ja = "概要", en = "Summary" }, body = "本文", severity = "high", urgency = "normal" };

    public async Task<Guid> Campaign(object? text = null) =>
        (await Json(await Controller.PostAsJsonAsync("/api/drills/campaigns", Written(text)))).GetProperty("id").GetGuid();

    public DateTimeOffset In(TimeSpan time) => Clock.GetUtcNow() + time;

    /// <summary>A planned drill, for which nobody is chosen yet.</summary>
    public async Task<JsonElement> Planned(Community community, Guid? campaign = null, DateTimeOffset? startsAt = null, object? window = null, int minutes = 60, int pace = 1, string tlp = "GREEN") =>
        await Json(await Plan(community.Code, campaign ?? await Campaign(), window is null ? startsAt ?? In(TimeSpan.FromHours(1)) : startsAt, window, minutes, pace, tlp));

    public Task<HttpResponseMessage> Plan(string ceptoar, Guid campaign, DateTimeOffset? startsAt = null, object? window = null, int minutes = 60, int pace = 1, string tlp = "GREEN") =>
        Controller.PostAsJsonAsync("/api/drills", new { campaignId = campaign, ceptoar, startsAt, window, minutes, pace, tlp });

    /// <summary>Lets organisations say themselves whether they take part.</summary>
    public async Task Agree(bool agreed, params Guid[] organisations)
    {
        foreach (var id in organisations) await Json(await Http(Role.Operator, id).PutAsJsonAsync("/api/drills/consent", new { agreed }));
    }

    public async Task<HttpResponseMessage> Choose(Community community, Guid drill, params Guid[] organisations) =>
        await Of(community).PutAsJsonAsync($"/api/drills/{drill}/participants", new { organisations, revision = (await Drill(drill)).Revision });

    /// <summary>A planned drill with members that agreed and are chosen.</summary>
    public async Task<Guid> Ready(Community community, Guid? campaign = null, DateTimeOffset? startsAt = null, object? window = null, int minutes = 60, int pace = 1)
    {
        var id = (await Planned(community, campaign, startsAt, window, minutes, pace)).GetProperty("id").GetGuid();
        await Agree(agreed: true, community.Members);
        await Json(await Choose(community, id, community.Members));
        return id;
    }

    /// <summary>A drill that runs.</summary>
    public async Task<Guid> Running(Community community, Guid? campaign = null, int minutes = 60, int pace = 1)
    {
        var id = await Ready(community, campaign, minutes: minutes, pace: pace);
        await Json(await Act(id, "start"));
        return id;
    }

    /// <summary>start, close or cancellation, by a controller.</summary>
    public Task<HttpResponseMessage> Act(Guid drill, string act) => Controller.PostAsync($"/api/drills/{drill}/{act}", content: null);

    public Task<Drill> Drill(Guid id) => Db<DrillsDb, Drill>(db => db.Drills.AsNoTracking().SingleAsync(d => d.Id == id));

    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<JsonElement[]> Items(HttpClient http, string path) => [.. (await Json(await http.GetAsync(path))).GetProperty("items").EnumerateArray()];

    /// <summary>The fields that a 400 names.</summary>
    public static async Task<string[]> Named(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name)];
    }

    /// <summary>What a 409 says.</summary>
    public static async Task<string> Told(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
    }
}
