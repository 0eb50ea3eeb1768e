using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>Reports of one attack each, so that each becomes an advisory of its own.</summary>
static class Reports
{
    static int made;

    public static object Next(Guid audience, string tlp = "AMBER")
    {
        var number = Interlocked.Increment(ref made);
        return new
        {
            kind = "incident",
            title = "DDoS 攻撃の観測",
            body = "大量の通信を観測しています。",
            requestedTlp = tlp,
            audience = new[] { audience },
            events = new[] { "availability.serviceDown" },
            causes = new[] { "intentional.dos" },
            releaseMode = "auto",
            indicators = new[] { new { type = "domain", value = string.Create(CultureInfo.InvariantCulture, $"attack-{number}.example.net"), role = "attacker" } },
        };
    }

    /// <summary>Submits as a careful client does: with a key, again and again until the hub has answered.</summary>
    /// <returns>The id of the report.</returns>
    public static async Task<Guid> SubmitUntilAccepted(HubClient reporter, object report)
    {
        var key = Guid.NewGuid().ToString();
        JsonElement? receipt = null;
        await RunningHub.Until(async () =>
        {
            receipt = await reporter.Write("/api/reports", report, key);
            return true;
        }, "A report was not accepted.");
        return receipt!.Value.GetProperty("id").GetGuid();
    }

    /// <summary>The advisory of each report, once its flash is out.</summary>
    public static async Task<ConcurrentDictionary<Guid, Guid>> Advisories(HubClient reporter, IReadOnlyCollection<Guid> reports)
    {
        var advisories = new ConcurrentDictionary<Guid, Guid>();
        await RunningHub.Until(async () =>
        {
            foreach (var id in reports.Where(r => !advisories.ContainsKey(r)))
            {
                if ((await reporter.Read($"/api/reports/{id}")).GetProperty("flash").GetProperty("advisoryId") is { ValueKind: JsonValueKind.String } advisory) advisories[id] = advisory.GetGuid();
                else return false;
            }

            return true;
        }, "Not every accepted report's flash went out.");
        return advisories;
    }

    /// <summary>The whole inbox after a number, as the list shows it.</summary>
    public static async Task<List<JsonElement>> Inbox(HubClient receiver, long after = 0)
    {
        var items = new List<JsonElement>();
        var cursor = after.ToString(CultureInfo.InvariantCulture);
        while (true)
        {
            var page = await receiver.Read($"/api/advisories?limit=500&after={cursor}");
            if (page.GetProperty("items").GetArrayLength() == 0) return items;

            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString()!;
        }
    }
}
