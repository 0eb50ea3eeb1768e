using System.Globalization;

namespace Ceptoar.Story;

/// <summary>
/// By which instance of Distribution clients are served. nginx keeps a client with one by its token, requests and live lines alike, and
/// its log says with which.
/// </summary>
/// <param name="log">nginx's access log.</param>
public sealed class Instances(string log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>1 or 2 for each client.</returns>
    /// <exception cref="TimeoutException">The log does not tell.</exception>
    public async Task<int[]> Of(IReadOnlyList<HubClient> clients, CancellationToken ct = default)
    {
        var requests = await Task.WhenAll(clients.Select(c => Ask(c, ct)));
        for (var end = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < end; await Task.Delay(200, ct)) // nginx writes its log each second
        {
            var served = (await Lines(ct)).Select(l => l.Split(' ')).Where(l => l.Length > 2).GroupBy(l => l[^1]).ToDictionary(l => l.Key, l => l.Last()[^2]);
            if (requests.All(served.ContainsKey)) return [.. requests.Select((r, i) => InstanceAt(served[r], clients[i].Hub.Port))];
        }

        throw new TimeoutException("nginx does not say who served a request.");
    }

    /// <returns>The id of a request to Distribution, as the log has it.</returns>
    static async Task<string> Ask(HubClient client, CancellationToken ct)
    {
        using var answer = await client.Get("/api/advisories/templates", ct);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("X-Request-Id").Single();
    }

    /// <summary>The instance by its port, counted from nginx's as infra/env.sh does; of several that were asked the one that answered.</summary>
    static int InstanceAt(string upstreams, int front) => int.Parse(upstreams[(upstreams.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture) - front - 4;

    async Task<string[]> Lines(CancellationToken ct)
    {
        await using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(ct)).Split('\n');
    }
}
