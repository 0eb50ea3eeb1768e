using System.Diagnostics;
using System.Net.Http.Json;

namespace Ceptoar.Story;

/// <summary>At last: one organisation is silent. It is reminded, mailed and put on the call list, until it confirms; large-scale mode makes the steps follow each other quickly.</summary>
public sealed partial class Play
{
    async Task Silence(DemoGroup audience, DemoClient[] operators, DemoClient secretariat)
    {
        var silent = operators[4];
        using var analyst = Client(demo.Clients.First(c => c.Role == "analyst"));
        using var desk = Client(secretariat);
        var address = $"soc-{Guid.NewGuid():N}@silent.example";
        await Put(desk, $"/api/organisations/{silent.OrganisationId}/channels", new
        {
            channels = new object[]
            {
                new { channel = "hub" },
                new { channel = "mail", contact = address, holder = "SOC" },
                new { channel = "telephone", contact = "03-5555-0142", holder = "当直" },
            },
        });
        await Put(analyst, "/api/large-scale-mode", new { on = true, reason = "未確認先への連絡を短い間隔で示すため / to show the steps in quick succession" });
        try
        {
            await Reached(audience, operators, silent, address, analyst, desk);
        }
        finally
        {
            await Put(analyst, "/api/large-scale-mode", new { on = false, reason = "終了 / over" });
        }
    }

    async Task Reached(DemoGroup audience, DemoClient[] operators, DemoClient silent, string address, HubClient analyst, HubClient desk)
    {
        var draft = await analyst.Write("/api/advisories", new
        {
            template = "hotline",
            title = new { ja = "遠隔保守回線の停止のお願い", en = "Please cut your remote maintenance lines" },
            summary = new { ja = "保守用回線が悪用されています。", en = "Maintenance lines are being abused." },
            severity = "critical",
            urgency = "urgent",
            purpose = "containment",
            requiredAction = "直ちに遠隔保守回線を停止し、確認を返してください。",
            tlp = "AMBER",
            audience = new[] { audience.Id },
        });
        var path = $"/api/advisories/{draft.GetProperty("id").GetGuid()}";
        var released = Stopwatch.GetTimestamp();
        await analyst.Write(path + "/release", new { revision = draft.GetProperty("revision").GetInt32() });
        foreach (var client in operators.Where(o => o != silent)) await Confirm(client, path, "confirmed");
        Say("沈黙", $"{operators.Length - 1} 事業者が確認、1 事業者が未確認 / one of {operators.Length} is silent");

        var board = await Until(desk, path + "/escalation", b => b.GetProperty("items").EnumerateArray().Any(i => i.GetProperty("organisationId").GetGuid() == silent.OrganisationId && i.GetProperty("onCallList").GetBoolean()));
        var steps = board.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("organisationId").GetGuid() == silent.OrganisationId).GetProperty("steps").EnumerateArray().ToArray();
        foreach (var step in steps)
        {
            console.WriteLine($"{"",14}{step.GetProperty("at").GetDateTimeOffset().ToLocalTime():HH:mm:ss} {Text(step, "kind"),-9} {Text(step, "contact"),-10} {Text(step, "outcome")}");
        }

        if (!steps.Any(s => Text(s, "kind") == "reminder") || !steps.Any(s => Text(s, "channel") == "mail" && s.GetProperty("outcome").GetString() is "sent" or "waiting")) throw new InvalidOperationException("The silent organisation was not reminded and mailed.");
        var mail = await box.Newest(address, m => m.Subject.Contains("[TLP:AMBER]", StringComparison.Ordinal));
        if ((mail.Subject + mail.Text + mail.Html).Contains("遠隔保守", StringComparison.Ordinal)) throw new InvalidOperationException("A mail about an AMBER advisory says more than where to read it.");
        Say("連絡", $"再通知、メール（TLP:AMBER は所在のみ）、電話連絡リストまで {Milliseconds(released, Stopwatch.GetTimestamp()) / 1000.0:0.0} 秒 / reminded, mailed a pointer, put on the call list");

        await Confirm(silent, path, "confirmed");
        await Until(desk, path + "/calls", c => c.GetProperty("silent").EnumerateArray().All(s => s.GetProperty("organisationId").GetGuid() != silent.OrganisationId));
        Say("応答", "確認が届き、連絡は止まりました / it confirms, and nothing more is sent");
    }

    static async Task Put(HubClient client, string path, object body)
    {
        using var answer = await client.Send(HttpMethod.Put, path, JsonContent.Create(body), idempotencyKey: null, CancellationToken.None);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{(int)answer.StatusCode} {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
