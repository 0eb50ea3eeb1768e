using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Drills.Rehearsals;
using Ceptoar.Story;

namespace Ceptoar.DrillPlay;

/// <summary>What is played.</summary>
public sealed record DrillSettings
{
    /// <summary>Codes of CEPTOARs; none: all of them.</summary>
    public IReadOnlyList<string> Ceptoars { get; init; } = [];

    /// <summary>At most so many members of each.</summary>
    public int Members { get; init; } = int.MaxValue;

    /// <summary>Of the draws of delays and failures.</summary>
    public int Seed { get; init; } = 20261120;

    /// <summary>How long each drill lasts in life.</summary>
    public int Minutes { get; init; } = 120;

    /// <summary>How much faster it runs.</summary>
    public int Pace { get; init; } = 150;
}

/// <summary>How it went.</summary>
/// <param name="Agrees">Whether the report says what was done.</param>
/// <param name="Took">From the start to the report of the last drill.</param>
/// <param name="Reporting">From the close of a drill to its report, the longest.</param>
/// <param name="Foretold">How many the rehearsal said would confirm.</param>
public sealed record Played(bool Agrees, TimeSpan Took, TimeSpan Reporting, int Participants, int Confirmed, int Foretold);

/// <summary>
/// A campaign from its plan to its report, by everyone's own calls: the controller plans, rehearses and starts, secretariats choose who takes part, bodies relay,
/// participants open, confirm and answer when the draw of their behaviour says.
/// </summary>
public sealed class PlayDrill(Uri hub, DemoFile demo, HttpClient admin, string clientsFile, TextWriter console, DrillSettings settings) : IAsyncDisposable
{
    /// <summary>The CEPTOAR whose drill is answered by reports.</summary>
    const string TwoWay = "telecom";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly ConcurrentDictionary<string, HubClient> seats = new();
    readonly ConcurrentDictionary<(Guid Organisation, Guid Drill), DateTimeOffset> confirmed = new();
    readonly ConcurrentDictionary<Guid, Planned> drills = new();
    readonly ConcurrentBag<Task> acts = [];
    readonly SemaphoreSlim calls = new(32);
    readonly Players players = new(hub, admin, clientsFile);
    readonly CancellationTokenSource over = new();

    sealed record Planned(Guid Id, string Ceptoar, Guid[] Members);

    HubClient Controller => Seat(demo.Clients.First(c => c.Role == "controller"));

    /// <returns>Null where every CEPTOAR that was wanted had its drill today.</returns>
    public async Task<Played?> Run(CancellationToken ct = default)
    {
        var campaign = await Plan(ct);
        if (drills.IsEmpty)
        {
            await Say("nothing to play: every CEPTOAR has its drill today already, and two on one day the hub refuses; name others, or play again tomorrow");
            return null;
        }

        var members = drills.Values.SelectMany(d => d.Members).Distinct().ToArray();
        await Say($"planned: {drills.Count} drills, {members.Length} members take part");
        await players.Gather(members, ct);
        var foretold = await Rehearse(campaign, ct);
        var drawn = members.ToDictionary(id => id, id => SimulatedParticipant.Draw(settings.Seed, id));
        await players.Connect(members.Where(id => drawn[id].Connected), (id, heard) => Hear(id, heard, drawn[id], ct), ct);
        var bodies = demo.Clients.Where(c => c.Role is "liaison" or "secretariat").ToArray();
        foreach (var body in bodies)
        {
            var behaviour = SimulatedParticipant.Draw(settings.Seed, body.OrganisationId);
            await Seat(body).Listen(heard => Hand(body, heard, behaviour, ct), ct);
        }

        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(drills.Keys, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (id, token) => await Controller.Write($"/api/drills/{id}/start", body: null, idempotencyKey: null, token));
        await Say($"started after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        foreach (var drill in drills.Values)
        {
            // those who are not connected look for themselves, as they would once a mail or a call told them
            foreach (var id in drill.Members.Where(id => !drawn[id].Connected && drawn[id].Opens.ContainsKey("mail"))) Act(drawn[id].Opens["mail"], () => Answer(id, drill.Id, drawn[id], ct));
        }

        var report = await Report(campaign, ct);
        var took = Stopwatch.GetElapsedTime(began);
        await over.CancelAsync();
        await Task.WhenAll(acts);
        return await Told(report, took, foretold);
    }

    async Task<Guid> Plan(CancellationToken ct)
    {
        var now = DateTimeOffset.UtcNow;
        var campaign = (await Controller.Write("/api/drills/campaigns", new
        {
            year = now.AddHours(9).AddMonths(-3).Year,
            title = new { ja = "セプター訓練", en = "CEPTOAR drill" },
            aims = new { ja = "連絡先と手順が生きていることを確かめる。", en = "To see that contacts and procedures are alive." },
            text = new
            {
                title = new { ja = "遠隔保守の接続口を狙う攻撃について", en = "Attacks on remote maintenance" },
                summary = new { ja = "不要な接続口を閉じ、記録を確かめてください。", en = "Close what is not needed and look through your logs." },
                body = "## 状況\n\n遠隔保守の接続口を狙う攻撃が続いているという想定です。\n\n## 対策\n\n1. 不要な接続口を閉じる\n2. 受領を確認する\n",
                requiredAction = "受領の確認を返してください。",
                severity = "high",
                urgency = "urgent",
            },
        }, idempotencyKey: null, ct)).GetProperty("id").GetGuid();
        foreach (var secretariat in demo.Clients.Where(c => c.Role == "secretariat" && (settings.Ceptoars.Count == 0 || settings.Ceptoars.Contains(c.Ceptoar!))))
        {
            if (await Plan(campaign, secretariat.Ceptoar!, now.AddMinutes(5), ct) is { } drill) drills[drill] = new(drill, secretariat.Ceptoar!, await Choose(Seat(secretariat), drill, ct));
        }

        return campaign;
    }

    /// <returns>Null where the CEPTOAR has a drill today already.</returns>
    async Task<Guid?> Plan(Guid campaign, string ceptoar, DateTimeOffset at, CancellationToken ct)
    {
        using var answer = await Controller.Post("/api/drills", new { campaignId = campaign, ceptoar, startsAt = at, minutes = settings.Minutes, pace = settings.Pace }, idempotencyKey: null, ct);
        if (answer.StatusCode == HttpStatusCode.Conflict) return null;
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException(await answer.Content.ReadAsStringAsync(ct));

        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetGuid();
    }

    async Task<Guid[]> Choose(HubClient secretariat, Guid drill, CancellationToken ct)
    {
        var listed = (await secretariat.Read($"/api/drills/{drill}/participants", ct)).GetProperty("items");
        Guid[] members = [.. listed.EnumerateArray().Select(o => o.GetProperty("organisationId").GetGuid()).Order().Take(settings.Members)];
        await Put(secretariat, "/api/drills/consents", new { consents = members.Select(id => new { organisationId = id, agreed = true, how = "電話 / by telephone" }) }, ct);
        var seen = await secretariat.Read($"/api/drills/{drill}", ct);
        var revision = seen.GetProperty("revision").GetInt32();
        if (seen.GetProperty("ceptoar").GetString() == TwoWay)
        {
            var changed = await Put(secretariat, $"/api/drills/{drill}", new { revision, text = new { }, twoWay = true, withoutLiaison = false, contentInMail = true, channelsOff = Array.Empty<string>() }, ct);
            revision = changed.GetProperty("revision").GetInt32();
        }

        await Put(secretariat, $"/api/drills/{drill}/participants", new { organisations = members, revision }, ct);
        return members;
    }

    /// <returns>How many would confirm.</returns>
    async Task<int> Rehearse(Guid campaign, CancellationToken ct)
    {
        var path = $"/api/drills/campaigns/{campaign}/rehearsals";
        var id = (await Controller.Write(path, new { seed = settings.Seed }, idempotencyKey: null, ct)).GetProperty("id").GetGuid();
        var began = Stopwatch.GetTimestamp();
        var rehearsed = await Until(async () => await Controller.Read($"{path}/{id}", ct) is var seen && seen.GetProperty("state").GetString() == "done" ? seen : null, "The rehearsal did not end.", ct);
        var played = rehearsed.GetProperty("drills").EnumerateArray().ToArray();
        var (recipients, foretold) = (played.Sum(d => d.GetProperty("figures").GetProperty("participants").GetInt32()), played.Sum(d => d.GetProperty("figures").GetProperty("confirmed").GetInt32()));
        await Say($"rehearsed in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s: {foretold} of {recipients} would confirm; {played.Sum(d => d.GetProperty("holes").GetArrayLength())} holes in contacts");
        return foretold;
    }

    void Hear(Guid member, Heard heard, SimulatedParticipant behaviour, CancellationToken ct)
    {
        if (heard.Method == "advisoryAvailable" && drills.ContainsKey(heard.AdvisoryId) && behaviour.Opens.TryGetValue("hub", out var opens)) Act(opens, () => Answer(member, heard.AdvisoryId, behaviour, ct));
    }

    /// <summary>A body hands on what it got; where it never does, the timed rule has to.</summary>
    void Hand(DemoClient body, Heard heard, SimulatedParticipant behaviour, CancellationToken ct)
    {
        if (heard.Method != "advisoryAvailable" || !drills.ContainsKey(heard.AdvisoryId) || !behaviour.Opens.TryGetValue("hub", out var opens)) return;

        Act(opens + behaviour.Confirms, () => Receipt(body.OrganisationId, Seat(body), heard.AdvisoryId, behaviour, ct));
        if (behaviour.Relays is { } relays) Act(opens + relays, async () => (await Seat(body).Post($"/api/advisories/{heard.AdvisoryId}/relay", new { note = (string?)null }, idempotencyKey: null, ct)).Dispose());
    }

    async Task Answer(Guid member, Guid drill, SimulatedParticipant behaviour, CancellationToken ct)
    {
        var client = players.Of(member);
        using var opened = await client.Get($"/api/advisories/{drill}", ct);
        if (opened.StatusCode == HttpStatusCode.NotFound) return; // it has not come down to it yet

        Act(behaviour.Confirms, () => Receipt(member, client, drill, behaviour, ct));
        if (drills[drill].Ceptoar == TwoWay && behaviour.Answers is { } answers) Act(behaviour.Confirms + answers, () => Report(client, drill, ct));
    }

    async Task Receipt(Guid organisation, HubClient client, Guid drill, SimulatedParticipant behaviour, CancellationToken ct)
    {
        using var answer = await client.Post($"/api/advisories/{drill}/receipts", new { state = behaviour.CannotAct ? "cannotAct" : "confirmed" }, idempotencyKey: null, ct);
        if (answer.IsSuccessStatusCode && !behaviour.CannotAct) confirmed[(organisation, drill)] = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("at").GetDateTimeOffset();
    }

    async Task Report(HubClient client, Guid drill, CancellationToken ct) => (await client.Post("/api/reports", new
    {
        kind = "sign",
        title = "遠隔保守の接続口の点検結果",
        body = "指示のとおり接続口を点検しました。異常はありません。",
        requestedTlp = "GREEN",
        audience = new[] { demo.Groups.Single(g => g.Name == "T-CEPTOAR").Id },
        releaseMode = "review",
        exercise = drill,
    }, idempotencyKey: null, ct)).Dispose();

    /// <summary>Does something after so long of the drill's time, unless it is over by then.</summary>
    void Act(TimeSpan after, Func<Task> what) => acts.Add(Task.Run(async () =>
    {
        try
        {
            await Task.Delay(after / settings.Pace, over.Token);
            await calls.WaitAsync(over.Token);
            try
            {
                await what();
            }
            finally
            {
                calls.Release();
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // the drill is over
        }
    }));

    async Task<JsonElement> Report(Guid campaign, CancellationToken ct) => await Until(
        async () =>
        {
            using var answer = await Controller.Get($"/api/drills/campaigns/{campaign}/report", ct);
            // the service may have been killed
            return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<JsonElement>(ct) is var report
                && report.GetProperty("drills").EnumerateArray().All(d => d.GetProperty("figures").ValueKind == JsonValueKind.Object) ? report : null;
        },
        "The drills did not close, or were not reported.", ct);

    async Task<Played> Told(JsonElement report, TimeSpan took, int foretold)
    {
        var figures = report.GetProperty("figures");
        var (participants, counted) = (figures.GetProperty("participants").GetInt32(), figures.GetProperty("confirmed").GetInt32());
        await Say($"closed and reported {took.TotalSeconds:0.0} s after the start: {participants} participants, {counted} confirmed ({Percent((double)counted / participants)}), {figures.GetProperty("answered").GetInt32()} answered by a report");
        await console.WriteLineAsync($"{"stage",-12} {"recipients",10} {"confirmed",10} {"rate",7} {"10 min",8} {"30 min",8} {"1 h",8} {"2 h",8}");
        foreach (var stage in figures.GetProperty("stages").EnumerateArray())
        {
            var reach = stage.GetProperty("reach");
            await console.WriteLineAsync($"{stage.GetProperty("hop").GetString(),-12} {stage.GetProperty("recipients").GetInt32(),10} {stage.GetProperty("confirmed").GetInt32(),10} {Share(stage, "rate"),7} {Share(reach, "within10Min"),8} {Share(reach, "within30Min"),8} {Share(reach, "within1H"),8} {Share(reach, "within2H"),8}");
        }

        foreach (var fault in figures.GetProperty("faults").EnumerateArray().Take(5)) await console.WriteLineAsync($"fault {fault.GetProperty("code").GetString()}: {fault.GetProperty("count").GetInt32()}");
        var reporting = report.GetProperty("drills").EnumerateArray().Select(d => d.GetProperty("drill")).Max(d => d.GetProperty("reportedAt").GetDateTimeOffset() - d.GetProperty("endedAt").GetDateTimeOffset());
        await Say($"the last report came {reporting.TotalSeconds:0.0} s after its drill had closed");
        // by the hub's own stamps: who confirms once the drill has closed is answered as ever, and measured no more
        var ended = report.GetProperty("drills").EnumerateArray().Select(d => d.GetProperty("drill")).ToDictionary(d => d.GetProperty("id").GetGuid(), d => d.GetProperty("endedAt").GetDateTimeOffset());
        var intime = confirmed.Count(c => c.Value <= ended[c.Key.Drill]);
        if (confirmed.Count > intime) await Say($"{confirmed.Count - intime} more confirmed after their drill had closed");
        if (intime != counted) await Say($"the hub stamped {intime} in time: the report says otherwise");
        return new(intime == counted, took, reporting, participants, counted, foretold);

        static string Share(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } share ? Percent(share.GetDouble()) : "-";
    }

    static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    HubClient Seat(DemoClient seat) => seats.GetOrAdd(seat.ClientId, _ => new(hub, seat.ClientId, seat.ClientSecret));

    static async Task<JsonElement> Put(HubClient client, string path, object body, CancellationToken ct)
    {
        using var content = JsonContent.Create(body);
        using var answer = await client.Send(HttpMethod.Put, path, content, idempotencyKey: null, ct);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{(int)answer.StatusCode} {path}: {await answer.Content.ReadAsStringAsync(ct)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
    }

    static async Task<JsonElement> Until(Func<Task<JsonElement?>> look, string otherwise, CancellationToken ct)
    {
        for (var end = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < end; await Task.Delay(250, ct))
        {
            if (await look() is { } found) return found;
        }

        throw new TimeoutException(otherwise);
    }

    Task Say(string what) => console.WriteLineAsync(what);

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await players.DisposeAsync();
        foreach (var seat in seats.Values) seat.Dispose();
        calls.Dispose();
        over.Dispose();
    }
}
