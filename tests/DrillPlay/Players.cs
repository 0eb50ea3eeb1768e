using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Story;

namespace Ceptoar.DrillPlay;

/// <summary>The simulated participants: a client of each, kept in a file, for secrets are shown once.</summary>
public sealed class Players(Uri hub, HttpClient admin, string file) : IAsyncDisposable
{
    readonly ConcurrentDictionary<Guid, HubClient> clients = new();
    readonly ConcurrentBag<LiveLine> lines = [];

    sealed record Credentials(string ClientId, string ClientSecret);

    public HubClient Of(Guid organisation) => clients[organisation];

    /// <summary>Gives a client to whoever has none, and lets each accept the handling rules.</summary>
    public async Task Gather(IReadOnlyCollection<Guid> organisations, CancellationToken ct)
    {
        var kept = File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<Guid, Credentials>>(await File.ReadAllTextAsync(file, ct))! : [];
        var all = new ConcurrentDictionary<Guid, Credentials>(kept);
        await Parallel.ForEachAsync(organisations.Where(id => !kept.ContainsKey(id)), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (id, token) =>
        {
            using (var accepted = await admin.PostAsJsonAsync($"/api/organisations/{id}/handling-rules", new { version = HandlingRules.Current }, token)) accepted.EnsureSuccessStatusCode();
            using var made = await admin.PostAsJsonAsync($"/api/organisations/{id}/clients", new { role = "operator", name = "drill" }, token);
            var told = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(token);
            all[id] = new(told.GetProperty("clientId").GetString()!, told.GetProperty("clientSecret").GetString()!);
        });
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(file, options)) await JsonSerializer.SerializeAsync(stream, all.ToDictionary(), cancellationToken: ct);
        foreach (var id in organisations) clients[id] = new(hub, all[id].ClientId, all[id].ClientSecret);
    }

    /// <summary>Connects some of them.</summary>
    public Task Connect(IEnumerable<Guid> organisations, Action<Guid, Heard> hear, CancellationToken ct) =>
        Parallel.ForEachAsync(organisations, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = ct }, async (id, token) => lines.Add(await clients[id].Listen(h => hear(id, h), token)));

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) await line.DisposeAsync();
        foreach (var client in clients.Values) client.Dispose();
    }
}
