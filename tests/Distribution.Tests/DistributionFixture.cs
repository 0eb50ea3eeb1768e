using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Drills;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests;

/// <summary>Distribution with the small directory heard.</summary>
public class DistributionFixture : ServiceFixture<Program>, IAsyncLifetime
{
    static int addresses;

    public SmallDirectory Directory { get; } = new();

    public Guid Telecom => Directory.TelecomGroup.GroupId;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Directory.HeardBy(this);
    }

    /// <summary>A flash of a source of its own, with an indicator that no other shares unless the test gives some.</summary>
    public FlashReady Flash(Tlp tlp = Tlp.Amber, Guid? source = null, int version = 1, Guid[]? audience = null, params FlashIndicator[] indicators) => new()
    {
        SourceId = source ?? Guid.NewGuid(),
        ReportVersion = version,
        Tlp = tlp,
        Audience = audience ?? [Telecom],
        Flash = new()
        {
            Kind = "incident",
            Events = ["availability.serviceDown"],
            Causes = ["intentional.dos"],
            ServiceImpact = "degraded",
            Severity = "high",
            Urgency = "urgent",
            Sector = "ict",
            DetectedHour = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero),
            Indicators = indicators.Length > 0 ? indicators : [Address()],
        },
    };

    /// <summary>The narrative of a flash's source, for the same audience and under the same label.</summary>
    public static NarrativeApproved Narrative(FlashReady flash, string title = "承認された件名", string body = "承認された本文") => new()
    {
        SourceId = flash.SourceId,
        ReportVersion = flash.ReportVersion,
        Tlp = flash.Tlp,
        Audience = flash.Audience,
        Flash = flash.Flash,
        Title = title,
        Body = body,
        Hash = "00",
        PolicyVersion = "1",
    };

    /// <summary>A drill of the telecom CEPTOAR as Drills says it.</summary>
    public static DrillChanged Drill(Guid id, Guid[] participants, string state = "running", long version = 1) => new()
    {
        DrillId = id,
        Version = version,
        State = state,
        Ceptoar = "telecom",
        Participants = participants,
        TwoWay = true,
        ReasonJa = state == "stopped" ? "実際の障害が発生したため" : "",
        ReasonEn = state == "stopped" ? "a real failure" : "",
    };

    /// <summary>What goes out in a drill of the telecom CEPTOAR.</summary>
    public DrillAdvisoryReady Mock(Guid id, Guid[]? participants = null, Tlp tlp = Tlp.Green, string title = "通信障害の発生について") => new()
    {
        DrillId = id,
        Participants = participants ?? Agreed,
        Ceptoar = "telecom",
        Author = Directory.Centre.OrganisationId,
        Tlp = tlp,
        TitleJa = title,
        TitleEn = "A failure of telecommunications",
        SummaryJa = "訓練の要旨",
        SummaryEn = "what the drill is about",
        Body = "訓練の本文",
        RequiredAction = "受領を確認してください。",
        Severity = "high",
        Urgency = "urgent",
    };

    /// <summary>Those of the telecom CEPTOAR that agreed to its drills: its first three operators, and the bodies on the way.</summary>
    public Guid[] Agreed => [.. Directory.Telecom.Take(3).Append(Directory.TelecomSecretariat).Append(Directory.TelecomMinistry).Append(Directory.Centre).Select(o => o.OrganisationId)];

    /// <summary>A drill that runs, its mock advisory out.</summary>
    public async Task<Guid> Drilled(Func<DrillAdvisoryReady, DrillAdvisoryReady>? change = null, Guid[]? participants = null)
    {
        var id = Guid.NewGuid();
        var mock = Mock(id, participants);
        await Hears(Drill(id, mock.Participants));
        await Hears(change is null ? mock : change(mock));
        return id;
    }

    /// <summary>Hands a drill down through liaison and secretariat.</summary>
    public async Task Relayed(Guid advisory)
    {
        foreach (var role in new[] { Role.Liaison, Role.Secretariat }) (await Http(role, BodyOf(role)).PostAsJsonAsync($"/api/advisories/{advisory}/relay", new { })).EnsureSuccessStatusCode();
    }

    public static FlashIndicator Address(string? value = null) =>
        new() { Type = "ipv4", Value = value ?? (Interlocked.Increment(ref addresses) is var n ? $"203.0.{n / 250}.{n % 250}" : "") };

    public async Task<Guid> Released(FlashReady flash)
    {
        await Hears(flash);
        return (await AdvisoryOf(flash.SourceId))!.Value;
    }

    public Task<Guid?> AdvisoryOf(Guid source) => Db<DistributionDb, Guid?>(db => db.Sources.AsNoTracking().Where(s => s.SourceId == source).Select(s => s.AdvisoryId).SingleOrDefaultAsync());

    public Task<Advisory> Advisory(Guid id) => Db<DistributionDb, Advisory>(db => db.Advisories.AsNoTracking().SingleAsync(a => a.Id == id));

    public Task<InboxRow[]> Rows(Guid advisory) => Db<DistributionDb, InboxRow[]>(db => db.Inbox.AsNoTracking().Where(r => r.AdvisoryId == advisory).OrderBy(r => r.Version).ToArrayAsync());

    /// <summary>The advisory as an organisation reads it; null where it answers 404.</summary>
    public async Task<JsonElement?> Read(Guid advisory, Guid organisation, string role = Role.Operator, string language = "ja")
    {
        var http = Http(role, organisation);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = await http.GetAsync($"/api/advisories/{advisory}");
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<Guid[]> Listed(Guid organisation, string query = "") => (await List(organisation, query)).Ids;

    public async Task<(Guid[] Ids, string? Next)> List(Guid organisation, string query = "")
    {
        var page = await Http(Role.Operator, organisation).GetFromJsonAsync<JsonElement>("/api/advisories" + query);
        return ([.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid())], page.GetProperty("next").GetString());
    }

    public Task<HttpResponseMessage> Receipt(Guid advisory, Guid organisation, string state, string? comment = null, string role = Role.Operator) =>
        Http(role, organisation).PostAsJsonAsync($"/api/advisories/{advisory}/receipts", new { state, comment });

    public Task<HttpResponseMessage> Answer(Guid advisory, Guid organisation, string affected, bool? useful = null, string? comment = null, string role = Role.Operator) =>
        Http(role, organisation).PostAsJsonAsync($"/api/advisories/{advisory}/answers", new { affected, useful, comment });

    /// <summary>The id of a question that an organisation asked.</summary>
    public async Task<Guid> Asked(Guid advisory, Guid organisation, string text = "同様の通信を見ましたか。")
    {
        var answer = await Http(Role.Operator, organisation).PostAsJsonAsync($"/api/advisories/{advisory}/questions", new { text });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>What a path answers to an organisation; null where that is 404.</summary>
    public async Task<JsonElement?> Get(string path, Guid organisation, string role = Role.Operator, string language = "ja")
    {
        var http = Http(role, organisation);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = await http.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> Recall(Guid advisory, string reason = "誤報", Guid? organisation = null, string role = Role.Secretariat) =>
        Http(role, organisation ?? Directory.TelecomSecretariat.OrganisationId).PostAsJsonAsync($"/api/advisories/{advisory}/recall", new { reason });

    /// <summary>A live line of an organisation to the hub.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="hear">Called with each hint.</param>
    /// <param name="hearOther">Called with method and argument of whatever else the hub says.</param>
    /// <param name="role">As which role.</param>
    /// <param name="server">The instance; the fixture's own unless given.</param>
    public async Task<LiveLine> Line(Guid organisation, Action<Heard> hear, Action<string, JsonElement>? hearOther = null, string role = Role.Operator, TestServer? server = null)
    {
        var sockets = (server ?? Server).CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Authorization = "Bearer " + Token(role, organisation);
        return await LiveLine.Over(await sockets.ConnectAsync(new Uri("ws://localhost/hubs/advisories"), CancellationToken.None), hear, hearOther);
    }

    /// <summary>Every path that may be read of an advisory and of a file of it, with <c>{id}</c> and <c>{attachmentId}</c> for their ids, as the table of permissions has them.</summary>
    public IEnumerable<string> GetsOfAnAdvisory => PermissionTable.All.Where(p => p is { Service: "distribution", Method: "GET" } && p.Path.Replace("{attachmentId}", "", StringComparison.Ordinal).Count(c => c == '{') == 1).Select(p => p.Path);

    /// <summary>An alert as it is posted; the changes are laid over it, field by field, a null takes the field away.</summary>
    public Dictionary<string, object?> Alert(params (string Field, object? Value)[] changes)
    {
        var alert = Correction();
        alert.Remove("revision");
        (alert["tlp"], alert["audience"]) = ("AMBER", new[] { Telecom });
        foreach (var (field, value) in changes) alert[field] = value;
        return alert;
    }

    /// <summary>The content of an alert as a correction is posted.</summary>
    public static Dictionary<string, object?> Correction(int revision = 1, string title = "VPN装置の脆弱性について") => new()
    {
        ["revision"] = revision,
        ["template"] = "alert",
        ["title"] = new { ja = title },
        ["summary"] = new { ja = "遠隔から操作されるおそれがあります。", en = "It can be taken over from afar." },
        ["severity"] = "high",
        ["purpose"] = "prevention",
        ["requiredAction"] = "修正版を適用してください。",
    };

    /// <summary>An alert that the centre's analyst, or another body's writer, has drafted.</summary>
    public async Task<Guid> Drafted(Dictionary<string, object?>? alert = null, string role = Role.Analyst, string? subject = null)
    {
        var answer = await Http(role, BodyOf(role), subject).PostAsJsonAsync("/api/advisories", alert ?? Alert());
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public Task<HttpResponseMessage> Release(Guid id, int revision = 1, string role = Role.Analyst, string? subject = null) =>
        Http(role, BodyOf(role), subject).PostAsJsonAsync($"/api/advisories/{id}/release", new { revision });

    /// <summary>An alert that is out.</summary>
    public async Task<Guid> Written(Dictionary<string, object?>? alert = null, string role = Role.Analyst)
    {
        var id = await Drafted(alert, role);
        var answer = await Release(id, role: role);
        Assert.Equal("released", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        return id;
    }

    /// <summary>The body whose people have the role: the centre, the telecom CEPTOAR's secretariat or its ministry.</summary>
    public Guid BodyOf(string role) => role switch
    {
        Role.Secretariat => Directory.TelecomSecretariat.OrganisationId,
        Role.Liaison => Directory.TelecomMinistry.OrganisationId,
        _ => Directory.Centre.OrganisationId,
    };

    /// <summary>Everyone in the telecom CEPTOAR: six operators and the secretariat.</summary>
    public IEnumerable<Guid> TelecomMembers => Directory.Telecom.Append(Directory.TelecomSecretariat).Select(o => o.OrganisationId);

    public IEnumerable<Guid> Everyone => Directory.Organisations.Select(o => o.OrganisationId);
}
