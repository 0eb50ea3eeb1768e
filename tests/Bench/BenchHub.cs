using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Story;

namespace Ceptoar.Bench;

/// <summary>A report that was accepted, and when (<see cref="Stopwatch"/> ticks).</summary>
public record Accepted(Guid Id, long At);

/// <summary>The hub under measure: submits reports that each become an advisory of their own and watches a peer's line.</summary>
public sealed class BenchHub(Uri hub, DemoFile demo, HubClient administrator)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    readonly DemoClient[] operators = [.. demo.Clients.Where(c => c is { Role: "operator", Ceptoar: "telecom" })];
    readonly Guid audience = demo.Groups.Single(g => g.Name == "T-CEPTOAR").Id;
    readonly ConcurrentDictionary<Guid, long> heard = [];
    HubClient[] reporters = [];
    LiveLine? line;
    int made = Environment.TickCount & 0xffffff;

    public Uri Hub => hub;

    public HubClient Administrator => administrator;

    /// <summary>Submits reports, as fast as 24 clients can, or paced.</summary>
    public async Task<List<Accepted>> Submit(int reports, double? perSecond)
    {
        if (line is null)
        {
            reporters = [.. operators[1..].Select(c => new HubClient(hub, c.ClientId, c.ClientSecret))];
            line = await new HubClient(hub, operators[0].ClientId, operators[0].ClientSecret).Listen(h => heard.TryAdd(h.AdvisoryId, h.At));
        }

        var accepted = new ConcurrentBag<Accepted>();
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, reports), new ParallelOptions { MaxDegreeOfParallelism = perSecond is null ? 24 : 8 }, async (i, ct) =>
        {
            if (perSecond is { } rate && TimeSpan.FromSeconds(i / rate) - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early, ct);
            accepted.Add(await Submit(reporters[i % reporters.Length], ct));
        });
        return [.. accepted];
    }

    /// <summary>Waits until the advisory of every report was heard of, and checks that each is there once.</summary>
    /// <returns>When each was heard.</returns>
    /// <exception cref="InvalidOperationException">One is missing, or stands for two.</exception>
    public async Task<List<(Accepted Report, long Heard)>> Arrive(IReadOnlyList<Accepted> reports)
    {
        var advisories = new ConcurrentDictionary<Guid, Guid>();
        var began = Stopwatch.GetTimestamp();
        var expected = heard.Count;
        while (!reports.All(r => advisories.TryGetValue(r.Id, out var a) && heard.ContainsKey(a)))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new InvalidOperationException($"Of {reports.Count} accepted reports only {advisories.Count} were heard of.");

            // not before the hints have come: reading is load, too
            if (heard.Count == expected || Stopwatch.GetElapsedTime(began) < TimeSpan.FromMilliseconds(500)) (expected, _) = (heard.Count, await Pause());
            else expected = heard.Count;
            if (expected == heard.Count && await Pause() && expected == heard.Count) await Parallel.ForEachAsync(reports.Where(r => !advisories.ContainsKey(r.Id)), async (r, ct) => await Look(r, advisories, ct));
        }

        if (advisories.Values.Distinct().Count() != reports.Count) throw new InvalidOperationException("Two reports stand in one advisory.");
        return [.. reports.Select(r => (r, heard[advisories[r.Id]]))];
    }

    public async Task<Accepted> Submit(HubClient reporter, CancellationToken ct)
    {
        var receipt = await reporter.Write("/api/reports", Report(), idempotencyKey: null, ct);
        return new(receipt.GetProperty("id").GetGuid(), Stopwatch.GetTimestamp());
    }

    public HubClient Reporter => reporters[0];

    /// <summary>An operator of the audience, signed in.</summary>
    public (Guid OrganisationId, HubClient Client) Member => (operators[2].OrganisationId, reporters[1]);

    public HubClient Analyst { get; } = Centre(hub, demo, "analyst");

    HubClient Approver { get; } = Centre(hub, demo, "approver");

    /// <summary>T-CEPTOAR.</summary>
    public Guid Whole => audience;

    /// <summary>The advisory that a report became.</summary>
    public async Task<Guid> AdvisoryOf(Accepted report)
    {
        var found = new ConcurrentDictionary<Guid, Guid>();
        for (var began = Stopwatch.GetTimestamp(); !found.ContainsKey(report.Id); await Task.Delay(10))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new InvalidOperationException("A report became no advisory.");
            await Look(report, found, CancellationToken.None);
        }

        return found[report.Id];
    }

    /// <summary>A group of these organisations, once it may be written to.</summary>
    public async Task<Guid> GroupOf(HttpClient admin, Guid[] organisations)
    {
        using var answer = await admin.PostAsJsonAsync("/api/groups", new { name = "計測用", nameEn = "Bench", kind = "workingGroup", members = new { organisations } });
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException(await answer.Content.ReadAsStringAsync());
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(50))
        {
            try
            {
                await Drafted(id, urgent: false);
                return id;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                // Distribution has not heard of it yet
            }
        }
    }

    /// <summary>A hotline message of the centre, which goes straight to its audience.</summary>
    public async Task<(Guid Id, int Revision)> Drafted(Guid group, bool urgent)
    {
        var draft = await Analyst.Write("/api/advisories", new
        {
            template = "hotline",
            title = new { ja = "計測用の情報提供" },
            summary = new { ja = "計測のための要旨。" },
            severity = "high",
            urgency = urgent ? "urgent" : "normal",
            purpose = "prevention",
            requiredAction = "なし",
            tlp = "AMBER",
            audience = new[] { group },
        });
        return (draft.GetProperty("id").GetGuid(), draft.GetProperty("revision").GetInt32());
    }

    /// <summary>An approver lets it out: when this is answered, its inbox rows are durable.</summary>
    public async Task Release((Guid Id, int Revision) draft)
    {
        var released = await Approver.Write($"/api/advisories/{draft.Id}/release", new { revision = draft.Revision });
        if (released.GetProperty("state").GetString() != "released") throw new InvalidOperationException("An advisory was not released.");
    }

    public async Task<Guid> Advisory(Guid group, bool urgent)
    {
        var draft = await Drafted(group, urgent);
        await Release(draft);
        return draft.Id;
    }

    static HubClient Centre(Uri hub, DemoFile demo, string role)
    {
        var client = demo.Clients.First(c => c.Role == role);
        return new(hub, client.ClientId, client.ClientSecret);
    }

    /// <summary>An advisory that stands in the inbox of a member.</summary>
    public async Task<Guid> AdvisoryOf(HubClient member) => (await member.Read("/api/advisories?limit=1")).GetProperty("items")[0].GetProperty("id").GetGuid();

    /// <summary>What the centre counts of life: the sharing indicators, and of the situation what stands, the grid and from where to where it spread.</summary>
    public async Task<string> LiveCounts()
    {
        var (indicators, situation) = (await Analyst.Read("/api/sharing-indicators"), await Analyst.Read("/api/situation"));
        var standing = situation.GetProperty("running").EnumerateArray().Select(a => $"{a.GetProperty("id").GetGuid()} {a.GetProperty("recipients")} {a.GetProperty("reports")}").Order();
        return string.Join('\n', [indicators.GetRawText(), .. new[] { "reportsLast24Hours", "reportsLast7Days", "grid", "spread" }.Select(counted => $"{counted} {situation.GetProperty(counted).GetRawText()}"), .. standing]);
    }

    static async Task<bool> Pause()
    {
        await Task.Delay(300);
        return true;
    }

    async Task Look(Accepted report, ConcurrentDictionary<Guid, Guid> advisories, CancellationToken ct)
    {
        foreach (var reporter in reporters)
        {
            using var answer = await reporter.Get($"/api/reports/{report.Id}", ct);
            if (!answer.IsSuccessStatusCode) continue;

            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            if (json.RootElement.GetProperty("flash").GetProperty("advisoryId") is { ValueKind: JsonValueKind.String } id) advisories[report.Id] = id.GetGuid();
            return;
        }
    }

    object Report() => new
    {
        kind = "incident",
        title = "DDoS 攻撃の観測",
        body = "大量の通信を観測しています。発信元は多数で、上流での遮断を依頼しました。加入者への影響を確認中です。",
        requestedTlp = "AMBER",
        audience = new[] { audience },
        events = new[] { "availability.serviceDown" },
        causes = new[] { "intentional.dos" },
        releaseMode = "auto",
        indicators = new[] { new { type = "domain", value = $"bench-{Interlocked.Increment(ref made):x}.example.net", role = "attacker" } },
    };
}
