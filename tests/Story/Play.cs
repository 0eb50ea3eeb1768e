using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Ceptoar.Story;

/// <summary>
/// Plays two reports and two advisories of the centre end to end through the running hub, as their users would, and prints each station
/// with its time. Throws where anything is not as it must be.
/// </summary>
/// <param name="hub">Where it runs.</param>
/// <param name="demo">Who can sign in.</param>
/// <param name="box">What the hub mails.</param>
/// <param name="instances">Who serves whom.</param>
/// <param name="console">Where it is told.</param>
public sealed partial class Play(Uri hub, DemoFile demo, Maildir box, Instances instances, TextWriter console)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90); // the first report waits until the directory is compiled
    readonly long started = Stopwatch.GetTimestamp();
    readonly ConcurrentBag<(DemoClient Client, Heard Heard)> heard = [];

    public async Task Run()
    {
        var operators = demo.Clients.Where(c => c is { Role: "operator", Ceptoar: "telecom" }).ToArray();
        var secretariat = demo.Clients.Single(c => c is { Role: "secretariat", Ceptoar: "telecom" });
        var outsiders = demo.Clients.Where(c => c.Role == "operator" && c.Ceptoar != "telecom").DistinctBy(c => c.Ceptoar).ToArray();
        using var reporter = Client(operators[0]);
        var name = (await reporter.Read("/api/ceptoars")).GetProperty("items").EnumerateArray().Single(c => Text(c, "code") == "telecom").GetProperty("name").GetString();
        var audience = demo.Groups.Single(g => g.Kind == "ceptoar" && g.Name == name);

        var lines = new List<LiveLine>();
        var listeners = operators.Append(secretariat).Concat(outsiders).Select(c => (Client: c, Line: Client(c))).ToArray();
        foreach (var (client, line) in listeners) lines.Add(await line.Listen(h => heard.Add((client, h))));
        Say("接続", $"{audience.Name} の {operators.Length} 事業者と事務局、他セプターの {outsiders.Length} 事業者が接続 / connected: {operators.Length} operators and the secretariat of {audience.Name}, {outsiders.Length} operators of other CEPTOARs");

        await BothServe([.. listeners.Select(l => l.Line)]);

        var runs = (await reporter.Read("/api/reports?limit=500")).GetProperty("items").GetArrayLength();
        var invented = DemoDirectory.Operators();
        var text = new StoryText(invented[0].Identifying, invented[1].Identifying, runs);
        var accepted = Stopwatch.GetTimestamp();
        var receipt = await reporter.Write("/api/reports", new
        {
            kind = "incident",
            title = text.Title,
            body = text.Body,
            requestedTlp = "AMBER",
            audience = new[] { audience.Id },
            language = "ja",
            events = new[] { "availability.serviceDown" },
            causes = new[] { "intentional.dos" },
            serviceImpact = "degraded",
            severity = "high",
            urgency = "urgent",
            detectedAt = DateTimeOffset.UtcNow.AddMinutes(-20),
            releaseMode = "auto",
            sourceVisibility = "hidden",
            indicators = text.Indicators,
        }, idempotencyKey: Guid.NewGuid().ToString());
        var reportPath = $"/api/reports/{receipt.GetProperty("id").GetGuid()}";
        Say("受理", $"{receipt.GetProperty("number").GetString()} を受け付けました / received");

        var flash = await FirstVersion(operators.Length + 1, version: null);
        var report = await Until(reporter, reportPath, r => r.GetProperty("flash").GetProperty("state").GetString() == "released");
        var label = await reporter.Read(reportPath + "/label");
        Say("分類", $"原文 TLP:{Text(label, "original")}、提供の上限 TLP:{Text(label, "ceiling")} / classified: original and ceiling");
        foreach (var reason in label.GetProperty("reasons").EnumerateArray()) console.WriteLine($"{"",14}・{Text(reason, "ja")} / {Text(reason, "en")}");

        Say("速報", $"受理から {Milliseconds(accepted, flash.Min(h => h.At))}〜{Milliseconds(accepted, flash.Max(h => h.At))} ms で {flash.Count} の受信箱に届きました / flash at {flash.Count} inboxes");
        var advisoryPath = $"/api/advisories/{report.GetProperty("flash").GetProperty("advisoryId").GetGuid()}";
        using var peer = Client(operators[1]);
        var seen = await peer.Read(advisoryPath);
        console.WriteLine($"{"",14}「{Text(seen, "title")}」 TLP:{Text(seen, "tlp")}");
        console.WriteLine($"{"",14}{Text(seen, "summary")}");
        console.WriteLine($"{"",14}指標 / indicators: {string.Join(", ", Values(seen))}");
        Safe(seen.ToString(), text, "flash");
        await NobodyElse(outsiders, advisoryPath);

        var rendition = await reporter.Read(reportPath + "/rendition");
        var removed = rendition.GetProperty("removed").EnumerateArray().ToArray();
        Say("匿名化", $"{removed.Length} か所を除き、{rendition.GetProperty("kept").GetArrayLength()} 件の指標を残しました。k = {rendition.GetProperty("risk").GetProperty("k")}、残る危険 {Text(rendition.GetProperty("risk"), "level")} / anonymised: removed, kept, k, risk left");
        foreach (var line in Text(rendition.GetProperty("narrative"), "body").Split('\n')) console.WriteLine($"{"",14}| {line}");
        Safe(rendition.GetProperty("narrative").ToString(), text, "narrative");

        await reporter.Write(reportPath + "/rendition/decision", new { decision = "approve", hash = Text(rendition, "hash") });
        Say("承認", "報告者の組織が、この文面のハッシュに対して承認しました / approved by the reporter's organisation, for exactly this text");
        var second = flash.Max(h => h.Version) + 1;
        await FirstVersion(operators.Length + 1, second);
        seen = await peer.Read(advisoryPath);
        Say("第2版", $"{Text(seen, "number")} 第 {seen.GetProperty("version")} 版を提供 / version {seen.GetProperty("version")} is out");
        Safe(seen.ToString(), text, "version 2");
        await NobodyElse(outsiders, advisoryPath);

        foreach (var client in operators[1..]) await Confirm(client, advisoryPath, "confirmed");
        await Confirm(operators[0], advisoryPath, "confirmed");
        await Confirm(secretariat, advisoryPath, "opened");
        using var office = Client(secretariat);
        var hop = (await office.Read(advisoryPath + "/reach")).GetProperty("hops")[0];
        var receipts = hop.GetProperty("receipts");
        Say("確認", $"{hop.GetProperty("recipients")} のうち 確認 {receipts.GetProperty("confirmed")}、開封 {receipts.GetProperty("opened")}、確認までの中央値 {hop.GetProperty("confirmed").GetProperty("p50")} 秒 / reach: confirmed, opened, median seconds to confirm");
        report = await Until(reporter, reportPath, r => Text(r, "status") == "released");
        await Answers(reporter, reportPath, advisoryPath, operators);
        Say("完了", $"{Text(report, "number")}: {Text(report, "status")} / done");

        await Source(reporter, audience, operators, secretariat);
        await Centre(audience, operators, secretariat, outsiders, lines);
        await Silence(audience, operators, secretariat);
        foreach (var line in lines) await line.DisposeAsync();
        foreach (var (_, line) in listeners) line.Dispose();
    }

    async Task BothServe(HubClient[] listeners)
    {
        var servedBy = (await instances.Of(listeners)).CountBy(i => i).OrderBy(i => i.Key).ToArray();
        if (servedBy.Length != 2) throw new InvalidOperationException($"The lines are served by {servedBy.Length} instance(s), not by two.");
        Say("二台", $"{string.Join("、", servedBy.Select(i => $"distribution-{i.Key} に {i.Value} 回線"))} / the lines by the instance that serves them");
    }

    HubClient Client(DemoClient client) => new(hub, client.ClientId, client.ClientSecret);

    /// <summary>Waits until as many clients heard a version of the newest advisory.</summary>
    async Task<List<Heard>> FirstVersion(int clients, int? version)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        while (DateTimeOffset.UtcNow < end)
        {
            var those = heard.Where(h => version is null || h.Heard.Version == version).Select(h => h.Heard).ToList();
            if (those.Count >= clients) return those;

            await Task.Delay(5);
        }

        throw new TimeoutException($"Only {heard.Count} of {clients} clients heard of the advisory.");
    }

    async Task<JsonElement> Until(HubClient client, string path, Func<JsonElement, bool> isSo)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        while (true)
        {
            var now = await client.Read(path);
            if (isSo(now)) return now;
            if (DateTimeOffset.UtcNow > end) throw new TimeoutException($"{path} stays {now}");

            await Task.Delay(20);
        }
    }

    async Task Confirm(DemoClient client, string advisoryPath, string state)
    {
        using var receiver = Client(client);
        await receiver.Write(advisoryPath + "/receipts", new { state });
    }

    async Task NobodyElse(DemoClient[] outsiders, string advisoryPath)
    {
        foreach (var outsider in outsiders)
        {
            using var client = Client(outsider);
            using var answer = await client.Get(advisoryPath);
            if (answer.StatusCode != System.Net.HttpStatusCode.NotFound) throw new InvalidOperationException($"An operator of {outsider.Ceptoar} may read the advisory.");
            if (heard.Any(h => h.Client == outsider)) throw new InvalidOperationException($"An operator of {outsider.Ceptoar} heard of the advisory.");
        }

        console.WriteLine($"{"",14}宛先外の {outsiders.Length} 事業者には通知されず、読み取りは 404 / outside the audience: no hint, 404");
    }

    static void Safe(string rendition, StoryText text, string which)
    {
        if (text.Identifying.FirstOrDefault(s => rendition.Contains(s, StringComparison.OrdinalIgnoreCase)) is { } left) throw new InvalidOperationException($"The {which} still holds an identifying string of {left.Length} characters.");
        var refanged = rendition.Replace("[.]", ".", StringComparison.Ordinal);
        if (text.Attackers.FirstOrDefault(a => !refanged.Contains(a, StringComparison.Ordinal)) is { } lost) throw new InvalidOperationException($"The {which} lost the attacker's {lost}.");
    }

    static IEnumerable<string> Values(JsonElement advisory) =>
        advisory.GetProperty("indicators").EnumerateArray().Select(i => Text(i, "value")).Concat(advisory.GetProperty("references").EnumerateArray().Select(r => r.GetString()!));

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    static long Milliseconds(long from, long to) => (long)Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    void Say(string station, string what) => console.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds,7:0.000} s  {station}  {what}");
}
