using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>The label is the law for what is already out (I3).</summary>
[Collection("hub")]
public class LabelTests(RunningHub hub)
{
    [Fact]
    public async Task A_label_that_an_analyst_raises_to_RED_is_recalled_from_everyone_and_comes_back_only_by_the_source_and_two_people()
    {
        var (reporter, peer) = (hub.As(hub.Operators("telecom")[0]), hub.As(hub.Operators("telecom")[1]));
        var (analyst, approver) = (hub.As(hub.One("analyst", ceptoar: null)), hub.As(hub.One("approver", ceptoar: null)));
        var heard = new ConcurrentBag<Heard>();
        await using var line = await peer.Listen(heard.Add);
        var report = await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR")));
        var advisory = (await Reports.Advisories(reporter, [report]))[report];
        await Put(analyst, $"/api/reports/{report}/label", new { ceiling = "AMBER+STRICT", reason = "手口が未公表のため" });
        await RunningHub.Until(async () => Text(await peer.Read($"/api/advisories/{advisory}"), "tlp") == "AMBER+STRICT", "The raised label did not reach the recipient's item.");

        await Put(analyst, $"/api/reports/{report}/label", new { ceiling = "RED", reason = "捜査への影響" });

        await RunningHub.Until(() => Task.FromResult(heard.Any(h => h.Method == "advisoryRecalled" && h.AdvisoryId == advisory)), "The recall was not pushed.");
        Assert.Equal(("recalled", JsonValueKind.Null), await peer.Read($"/api/advisories/{advisory}") is var gone ? (Text(gone, "state"), gone.GetProperty("title").ValueKind) : default);
        Assert.Equal("blocked", Text(await reporter.Read($"/api/reports/{report}"), "status"));

        var asked = await Put(analyst, $"/api/reports/{report}/label", new { original = "AMBER", ceiling = "AMBER", reason = "公表されたため" });
        var decision = new { change = asked.GetProperty("id").GetGuid(), decision = "agree" };
        Assert.Equal(HttpStatusCode.Conflict, (await analyst.Post($"/api/reports/{report}/label/decision", decision)).StatusCode);
        Assert.Contains((await reporter.Read("/api/label-changes")).GetProperty("items").EnumerateArray(), c => c.GetProperty("reportId").GetGuid() == report && c.GetProperty("effects").GetArrayLength() > 0);
        await reporter.Write($"/api/reports/{report}/label/decision", decision);
        await approver.Write($"/api/reports/{report}/label/decision", decision);

        await RunningHub.Until(
            async () => Text(await reporter.Read($"/api/reports/{report}"), "ceiling") == "AMBER" && heard.Any(h => h.Method == "advisoryAvailable" && h.Tlp == "AMBER" && h.AdvisoryId != advisory),
            "The lowered label did not let the flash go out anew.");
    }

    [Fact]
    public async Task A_rule_of_the_centre_holds_for_the_next_report_once_a_second_person_approved_it()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        var (analyst, approver) = (hub.As(hub.One("analyst", ceptoar: null)), hub.As(hub.One("approver", ceptoar: null)));
        var national = (await analyst.Read("/api/policies")).GetProperty("items").EnumerateArray().Single(p => Text(p, "scope") == "national").GetProperty("rules").EnumerateArray().Select(r => (object)r).ToArray();
        object insiders = new { id = "insider", when = new { causes = new[] { "intentional.insider" } }, tlp = "AMBER+STRICT", raises = "both", ja = "内部不正に関する情報です。", en = "It is about an insider." };
        var policy = new { rules = national.Append(insiders).ToArray(), note = "内部不正の情報の取扱い" };

        Assert.Contains("would change", Text(await analyst.Write("/api/policies/national/dry-run", policy), "en"), StringComparison.Ordinal);
        var draft = await analyst.Write("/api/policies/national/versions", policy);
        var path = $"/api/policies/national/versions/{draft.GetProperty("number").GetInt32()}/decision";
        Assert.Equal(HttpStatusCode.Conflict, (await analyst.Post(path, new { decision = "approve" })).StatusCode);
        Assert.Equal("approved", Text(await approver.Write(path, new { decision = "approve" }), "state"));

        var report = await Reports.SubmitUntilAccepted(reporter, new
        {
            kind = "incident",
            title = "権限の不正利用",
            body = "退職予定者による持ち出しの疑い。",
            requestedTlp = "CLEAR",
            audience = new[] { hub.Group("T-CEPTOAR") },
            causes = new[] { "intentional.insider" },
        });
        await RunningHub.Until(async () => (await reporter.Get($"/api/reports/{report}/label")).IsSuccessStatusCode, "The report was not labelled.");
        var label = await reporter.Read($"/api/reports/{report}/label");
        Assert.Equal("AMBER+STRICT", Text(label, "ceiling"));
        Assert.Contains("内部不正に関する情報です。", label.GetProperty("reasons").EnumerateArray().Select(r => Text(r, "ja")));
    }

    static async Task<JsonElement> Put(HubClient client, string path, object body)
    {
        using var answer = await client.Send(HttpMethod.Put, path, JsonContent.Create(body), idempotencyKey: null, CancellationToken.None);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
