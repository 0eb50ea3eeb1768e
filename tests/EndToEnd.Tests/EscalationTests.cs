using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>Over a thousand banks are silent, and the processes that reach them are killed while they do.</summary>
[Collection("hub")]
public class EscalationTests(RunningHub hub)
{
    static readonly string[] Instances = ["distribution-1", "distribution-2"];

    [Fact]
    public async Task Killing_Distribution_while_a_thousand_silent_are_reached_skips_and_doubles_no_step()
    {
        var id = await Released();
        var silent = 0;
        await RunningHub.Until(async () =>
        {
            silent = await Count($"select count(*) from escalation where advisory_id = '{id}'");
            return silent > 1_000 && silent == await Count($"select count(*) from inbox where advisory_id = '{id}'");
        }, "The silent were not laid down.");

        for (var round = 1; round <= 8 && await Count($"select count(*) from escalation where advisory_id = '{id}' and due_at is not null") > 0; round++)
        {
            var before = await Count($"select count(*) from escalation_step where advisory_id = '{id}'");
            await hub.Query("distribution", $"update escalation set due_at = now() where advisory_id = '{id}' and due_at is not null");
            await RunningHub.Until(async () => await Count($"select count(*) from escalation_step where advisory_id = '{id}'") > before, "Nothing was done with the silent.");
            await Task.WhenAll(Instances.Select(i => hub.Signal(i, "KILL")));
            foreach (var instance in Instances) await hub.Ready(instance);
            await RunningHub.Until(async () => await Count($"select count(*) from escalation where advisory_id = '{id}' and due_at <= now()") == 0, "What was due was not done.");
        }

        Assert.Equal(silent, await Count($"select count(*) from escalation_step where advisory_id = '{id}' and kind = 'callList'"));
        foreach (var kind in (string[])["reminder", "onDuty", "deputy"]) Assert.Equal(silent, await Count($"select count(*) from escalation_step where advisory_id = '{id}' and kind = '{kind}'"));
        Assert.Equal(0, await Count($"select count(*) from (select 1 from escalation_step where advisory_id = '{id}' group by mailbox_id, kind, contact having count(*) > 1) doubled"));
        Assert.Equal(0, await Count($"select count(*) from (select 1 from escalation_step where advisory_id = '{id}' group by mailbox_id having max(step) <> count(*)) skipped"));
        Assert.Equal(silent, await Count($"select count(*) from reminder where advisory_id = '{id}'"));
        Assert.Equal(
            await Count($"select count(*) from escalation_step where advisory_id = '{id}' and outcome = 'posted'"),
            await Count($"select count(*) from dispatch where advisory_id = '{id}' and purpose = 'escalation'"));
    }

    async Task<int> Count(string sql) => int.Parse((await hub.Query("distribution", sql))[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A hotline message of the centre to the CEPTOAR of the banks; so many recipients need a second person.</summary>
    async Task<Guid> Released()
    {
        var banks = Guid.Parse((await hub.Query("distribution", "select id from directory_group where kind = 'ceptoar' and members::text like '%\"banks\"%'")).Single());
        var draft = await hub.As(hub.One("analyst")).Write("/api/advisories", new
        {
            template = "hotline",
            title = new { ja = "未確認先への連絡の試験" },
            summary = new { ja = "対象製品の利用状況を確認してください。" },
            severity = "high",
            urgency = "normal",
            purpose = "prevention",
            requiredAction = "確認してください。",
            tlp = "AMBER",
            audience = new[] { banks },
        });
        var (id, revision) = (draft.GetProperty("id").GetGuid(), new { revision = draft.GetProperty("revision").GetInt32() });
        await hub.As(hub.One("analyst")).Write($"/api/advisories/{id}/release", revision);
        Assert.Equal("released", (await hub.As(hub.One("approver")).Write($"/api/advisories/{id}/release", revision)).GetProperty("state").GetString());
        return id;
    }
}
