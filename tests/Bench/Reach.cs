using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Story;

namespace Ceptoar.Bench;

/// <summary>
/// How fast one advisory reaches many connected organisations, in milliseconds, the median of five advisories. P99: from the
/// version's issue, a moment before its inbox rows are durable, to the hint at 99 % of them. FromAcceptance: from the 201 of the
/// report to the last hint.
/// </summary>
public sealed record Reach(double P99, double FromAcceptance)
{
    const int Rounds = 5;

    public static async Task<Reach> Measure(BenchHub hub, HttpClient admin, int clients)
    {
        var lines = new ConcurrentBag<LiveLine>();
        var heard = new ConcurrentDictionary<Guid, ConcurrentBag<long>>();
        await Parallel.ForEachAsync(Enumerable.Range(0, clients), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, ct) =>
        {
            var member = await Member(hub.Hub, admin, i, ct);
            lines.Add(await member.Listen(h => heard.GetOrAdd(h.AdvisoryId, _ => []).Add(h.At), ct));
        });
        await hub.Arrive(await hub.Submit(5, perSecond: 2)); // the new members have come everywhere, and the way is warm

        var rounds = new List<Reach>();
        for (var round = 0; round < Rounds; round++)
        {
            heard.Clear();
            var report = await hub.Submit(hub.Reporter, CancellationToken.None);
            await Until(() => heard.Values.Any(h => h.Count >= clients));
            var (advisory, times) = heard.Single();
            var issued = (await Read(hub.Reporter, advisory)).GetProperty("issuedAt").GetDateTimeOffset();
            var order = times.Order().ToArray();
            var sinceIssue = (Stopwatch.GetElapsedTime(order[(int)(order.Length * 0.99)]).TotalMilliseconds, (DateTimeOffset.UtcNow - issued).TotalMilliseconds);
            rounds.Add(new(sinceIssue.Item2 - sinceIssue.Item1, Stopwatch.GetElapsedTime(report.At, order[^1]).TotalMilliseconds));
            await Task.Delay(500);
        }

        foreach (var line in lines) await line.DisposeAsync();
        return new(rounds.Select(r => r.P99).Order().ElementAt(Rounds / 2), rounds.Select(r => r.FromAcceptance).Order().ElementAt(Rounds / 2));
    }

    static async Task<HubClient> Member(Uri hub, HttpClient admin, int number, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"計測用通信第{number:0000}号");
        var organisation = await Json(await admin.PostAsJsonAsync("/api/organisations", new
        {
            name,
            nameEn = $"Bench Telecom {number}",
            kind = "operator",
            ceptoars = new[] { "telecom" },
            prefecture = "tokyo",
            size = "small",
            identifying = new { domains = new[] { $"bench-{number}.example" } },
        }, ct), ct);
        var id = organisation.GetProperty("id").GetGuid();
        var client = await Json(await admin.PostAsJsonAsync($"/api/organisations/{id}/clients", new { role = "operator" }, ct), ct);
        return new(hub, client.GetProperty("clientId").GetString()!, client.GetProperty("clientSecret").GetString()!);
    }

    static Task<JsonElement> Read(HubClient reader, Guid advisory) => reader.Read($"/api/advisories/{advisory}");

    static async Task<JsonElement> Json(HttpResponseMessage answer, CancellationToken ct)
    {
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
    }

    static async Task Until(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(30)) throw new TimeoutException("Not every connected organisation heard of the advisory.");
            await Task.Delay(2);
        }
    }
}
