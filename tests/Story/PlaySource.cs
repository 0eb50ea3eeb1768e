using System.Net;
using System.Text.Json;

namespace Ceptoar.Story;

/// <summary>Then: another report, whose reporter lets its CEPTOAR's secretariat read the original; the reporter learns who first did.</summary>
public sealed partial class Play
{
    async Task Source(HubClient reporter, DemoGroup audience, DemoClient[] operators, DemoClient secretariat)
    {
        // held for review, so that it goes out to nobody
        var receipt = await reporter.Write("/api/reports", new
        {
            kind = "sign",
            title = "保守用の接続口への不審な接続の試み",
            body = "夜間に保守用の接続口へ繰り返し接続が試みられました。いずれも失敗しています。",
            requestedTlp = "AMBER",
            audience = new[] { audience.Id },
            language = "ja",
            releaseMode = "review",
            sourceVisibility = "ceptoar",
        }, idempotencyKey: Guid.NewGuid().ToString());
        var path = $"/api/reports/{receipt.GetProperty("id").GetGuid()}";
        var report = await Until(reporter, path, r => Text(r, "status") is not "received");
        if (report.GetProperty("firstRead").ValueKind != JsonValueKind.Null) throw new InvalidOperationException("The original counts as read before anybody read it.");

        foreach (var other in new[] { operators[1], demo.Clients.First(c => c.Role == "liaison"), demo.Clients.First(c => c.Role == "analyst") })
        {
            using var client = Client(other);
            using var answer = await client.Get(path);
            if (answer.StatusCode != HttpStatusCode.NotFound) throw new InvalidOperationException($"A client as {other.Role} may read an original that is for the secretariat.");
        }

        using var office = Client(secretariat);
        var original = (await office.Read(path)).GetProperty("report");
        var first = (await reporter.Read(path)).GetProperty("firstRead");
        if (Text(first, "by") != "secretariat") throw new InvalidOperationException($"The original was first read by {first}, not by the secretariat.");
        Say("受領", $"{Text(report, "number")} の原文「{Text(original, "title")}」を最初に読んだのは事務局、{first.GetProperty("at").GetDateTimeOffset().ToLocalTime():HH:mm:ss}。ほかの事業者、所管省庁、センターには 404 / first read by the secretariat, which the reporter let read the original; 404 to everyone else");
    }
}
