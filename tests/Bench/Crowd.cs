using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Story;

namespace Ceptoar.Bench;

/// <summary>Many organisations of T-CEPTOAR that are connected, each with a client and a live line of its own.</summary>
public sealed class Crowd : IAsyncDisposable
{
    readonly ConcurrentDictionary<Guid, ConcurrentBag<Heard>> heard = new();

    Crowd(IReadOnlyList<(Guid Id, HubClient Client)> members) => Members = members;

    public IReadOnlyList<(Guid Id, HubClient Client)> Members { get; }

    List<LiveLine> Lines { get; } = [];

    /// <summary>What came of an advisory.</summary>
    public IReadOnlyCollection<Heard> Of(Guid advisory) => heard.TryGetValue(advisory, out var hints) ? hints : [];

    /// <summary>Waits until as many clients heard of an advisory.</summary>
    /// <exception cref="TimeoutException">They did not within a minute.</exception>
    public async Task<IReadOnlyCollection<Heard>> Hears(Guid advisory, int clients)
    {
        var end = DateTimeOffset.UtcNow.AddMinutes(1);
        while (Of(advisory).Count < clients)
        {
            if (DateTimeOffset.UtcNow > end) throw new TimeoutException($"{Of(advisory).Count} of {clients} connected organisations heard of the advisory.");
            await Task.Delay(2);
        }

        return Of(advisory);
    }

    public void Forget() => heard.Clear();

    public static async Task<Crowd> Gather(BenchHub hub, HttpClient admin, int size)
    {
        var operators = DemoDirectory.Operators().Where(o => o.Ceptoar == "telecom").ToArray();
        DemoOperator[] invented =
        [
            .. Enumerable.Range(0, size).Select(n => operators[n % operators.Length] with
            {
                Name = $"計測用通信第{n:0000}号", NameEn = $"Bench Telecom {n}", SecondHop = null, Identifying = new IdentifyingStrings { Domains = [$"bench-{n}.example"] },
            }),
        ];
        using var csv = new StringContent(DemoCsv.Of(invented), Encoding.UTF8, "text/csv");
        using (var imported = await admin.PostAsync("/api/organisations/import?dryRun=false", csv)) imported.EnsureSuccessStatusCode();
        var names = invented.Select(o => o.Name).ToHashSet();
        var ids = (await Organisations(admin)).Where(o => names.Contains(o.Name)).Select(o => o.Id).ToArray();
        if (ids.Length != size) throw new InvalidOperationException($"{ids.Length} of {size} organisations are there.");

        var members = new ConcurrentBag<(Guid, HubClient)>();
        var lines = new ConcurrentBag<LiveLine>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, ct) =>
        {
            using (var accepted = await admin.PostAsJsonAsync($"/api/organisations/{id}/handling-rules", new { version = HandlingRules.Current }, ct)) accepted.EnsureSuccessStatusCode();
            using var made = await admin.PostAsJsonAsync($"/api/organisations/{id}/clients", new { role = "operator" }, ct);
            var credentials = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
            members.Add((id, new HubClient(hub.Hub, credentials.GetProperty("clientId").GetString()!, credentials.GetProperty("clientSecret").GetString()!)));
        });
        var crowd = new Crowd([.. members]);
        await Parallel.ForEachAsync(crowd.Members, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (member, ct) =>
            lines.Add(await member.Client.Listen(h => crowd.heard.GetOrAdd(h.AdvisoryId, _ => []).Add(h), ct)));
        crowd.Lines.AddRange(lines);
        return crowd;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in Lines) await line.DisposeAsync();
        foreach (var (_, client) in Members) client.Dispose();
    }

    static async Task<List<(Guid Id, string Name)>> Organisations(HttpClient admin)
    {
        var (all, after) = (new List<(Guid, string)>(), "0");
        while (await admin.GetFromJsonAsync<JsonElement>($"/api/organisations?limit=500&after={after}") is var page && page.GetProperty("items").GetArrayLength() > 0)
        {
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(o => (o.GetProperty("id").GetGuid(), o.GetProperty("name").GetString()!)));
            after = page.GetProperty("next").GetString()!;
        }

        return all;
    }
}
