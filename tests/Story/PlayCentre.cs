using System.Diagnostics;
using System.Text.Json;

namespace Ceptoar.Story;

/// <summary>The second half of the story: an advisory of the centre goes down three hops, is corrected, and is taken back.</summary>
public sealed partial class Play
{
    async Task Centre(DemoGroup audience, DemoClient[] operators, DemoClient secretariat, DemoClient[] outsiders, List<LiveLine> lines)
    {
        using var analyst = Client(demo.Clients.First(c => c.Role == "analyst"));
        using var desk = Client(secretariat);
        var ceptoar = (await analyst.Read("/api/ceptoars")).GetProperty("items").EnumerateArray().Single(c => Text(c, "code") == "telecom");
        var ministry = demo.Clients.Single(c => c.Role == "liaison" && c.OrganisationId == ceptoar.GetProperty("ministry").GetProperty("id").GetGuid());
        using var liaison = Client(ministry);
        lines.Add(await liaison.Listen(h => heard.Add((ministry, h))));
        DemoClient[] everyone = [ministry, secretariat, .. operators];

        var alert = new Dictionary<string, object>
        {
            ["template"] = "alert",
            ["title"] = new { ja = "VPN装置の脆弱性を悪用する攻撃について", en = "Attacks on a weakness of VPN gateways" },
            ["summary"] = new { ja = "遠隔から操作されるおそれがあります。", en = "They can be taken over from afar." },
            ["body"] = "## 対策\n\n1. 修正版を適用する\n2. 管理画面への接続元を確認する\n",
            ["severity"] = "high",
            ["purpose"] = "prevention",
            ["requiredAction"] = "三日以内に修正版を適用してください。",
            ["due"] = DateTimeOffset.UtcNow.AddDays(3),
            ["references"] = new object[] { new { cve = "CVE-2026-40999", cvssVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", cvssScore = 9.8 } },
            ["tlp"] = "AMBER",
            ["audience"] = new[] { audience.Id },
        };
        var draft = await analyst.Write("/api/advisories", alert);
        var id = draft.GetProperty("id").GetGuid();
        var path = $"/api/advisories/{id}";
        var preview = await analyst.Read(path + "/audience");
        Say("起案", $"センターが注意喚起を起案。宛先 {preview.GetProperty("recipients")}（{string.Join("、", preview.GetProperty("byHop").EnumerateArray().Select(h => $"{Text(h, "hop")} {h.GetProperty("recipients")}"))}） / drafted by the centre; recipients by hop");
        foreach (var warning in preview.GetProperty("warnings").EnumerateArray()) console.WriteLine($"{"",14}・{Text(warning, "message")}");

        var released = Stopwatch.GetTimestamp();
        await analyst.Write(path + "/release", new { revision = draft.GetProperty("revision").GetInt32() });
        Say("提供", $"リエゾンへ {await After(released, id, 1, ministry)} ms / released; at the liaison");
        await liaison.Write(path + "/relay", new { note = "至急、会員事業者への展開をお願いします。" });
        Say("展開1", $"所管省庁から事務局へ、提供から {await After(released, id, 1, ministry, secretariat)} ms / hop 1: ministry to secretariat");
        await desk.Write(path + "/relay", new { note = "会員の皆様：適用状況を事務局へお知らせください。" });
        Say("展開2", $"事務局から {operators.Length} 事業者へ、提供から {await After(released, id, 1, everyone)} ms / hop 2: secretariat to members");

        using var member = Client(operators[3]);
        var note = (await member.Read(path)).GetProperty("notes").EnumerateArray().Single();
        console.WriteLine($"{"",14}「{Text(note, "text")}」（{Text(note, "by")}）");
        await EveryoneConfirms(everyone, analyst, path);
        await NobodyElse(outsiders, path);

        alert["revision"] = draft.GetProperty("revision").GetInt32();
        alert["requiredAction"] = "本日中に修正版を適用してください。";
        foreach (var field in new[] { "tlp", "audience" }) alert.Remove(field);
        var correcting = Stopwatch.GetTimestamp();
        var corrected = await analyst.Write(path + "/versions", alert);
        Say("訂正", $"第 {corrected.GetProperty("version")} 版を、先に受けた {everyone.Length} 組織へ {await After(correcting, id, 2, everyone)} ms / corrected, for exactly those who had it");
        Say("訂正確認", $"{await EveryoneConfirms(everyone, analyst, path)} 組織が訂正を確認 / the correction is confirmed by all");

        var recalling = Stopwatch.GetTimestamp();
        await analyst.Write(path + "/recall", new { reason = "対象製品に誤りがありました。 / It named the wrong product." });
        Say("撤回", $"{everyone.Length} 組織へ {await After(recalling, id, 3, everyone)} ms / recalled");
        var seen = await member.Read(path);
        if (seen.GetProperty("body").ValueKind != JsonValueKind.Null || Text(seen, "state") != "recalled") throw new InvalidOperationException("A recalled advisory still shows its content.");

        Say("撤回確認", $"{await EveryoneConfirms(everyone, analyst, path)} 組織が撤回を確認 / the recall is confirmed by all");
    }

    /// <summary>Each confirms the version as it stands, which nobody had confirmed; the reach is told.</summary>
    async Task<int> EveryoneConfirms(DemoClient[] everyone, HubClient analyst, string path)
    {
        if (await Confirmed(analyst, path) is var early and > 0) throw new InvalidOperationException($"{early} confirmations of an earlier version count for this one.");
        foreach (var client in everyone) await Confirm(client, path, "confirmed");
        await Reach(analyst, path);
        var confirmed = await Confirmed(analyst, path);
        return confirmed == everyone.Length ? confirmed : throw new InvalidOperationException($"Only {confirmed} of {everyone.Length} confirmations are counted.");
    }

    static async Task<int> Confirmed(HubClient client, string path) =>
        (await client.Read(path + "/reach")).GetProperty("hops").EnumerateArray().Sum(h => h.GetProperty("receipts").GetProperty("confirmed").GetInt32());

    async Task Reach(HubClient client, string path)
    {
        foreach (var hop in (await client.Read(path + "/reach")).GetProperty("hops").EnumerateArray())
        {
            console.WriteLine($"{"",14}{Text(hop, "name"),-12} {hop.GetProperty("recipients"),3} 宛先、展開 {Seconds(hop, "relayed")}、確認 {hop.GetProperty("receipts").GetProperty("confirmed")}（中央値 {Seconds(hop, "confirmed")}） / relayed, confirmed after seconds");
        }

        static string Seconds(JsonElement hop, string what) => hop.GetProperty(what).GetProperty("p50") is { ValueKind: JsonValueKind.Number } p50 ? $"{p50.GetDouble():0.000} 秒" : "―";
    }

    /// <summary>Milliseconds until the last of the clients heard of a version of an advisory.</summary>
    async Task<long> After(long from, Guid advisory, int version, params DemoClient[] clients)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        while (DateTimeOffset.UtcNow < end)
        {
            var those = heard.Where(h => h.Heard.AdvisoryId == advisory && h.Heard.Version == version && clients.Contains(h.Client)).ToArray();
            if (those.DistinctBy(h => h.Client).Count() == clients.Length) return Milliseconds(from, those.Max(h => h.Heard.At));

            await Task.Delay(5);
        }

        throw new TimeoutException($"Not all of {clients.Length} clients heard of version {version} of the advisory.");
    }
}
