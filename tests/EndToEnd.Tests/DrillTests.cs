using System.Globalization;
using System.Net.Http.Headers;
using Ceptoar.DrillPlay;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>A campaign of two CEPTOARs is played by everyone's own calls, and the service that conducts it is killed while it runs.</summary>
[Collection("hub")]
public class DrillTests(RunningHub hub)
{
    [Fact]
    public async Task Killing_the_service_during_a_drill_changes_nothing_in_its_report()
    {
        using var administrator = new HubClient(hub.Url, "administrator", (await File.ReadAllTextAsync(Path.Combine(hub.Folder, "secrets", "bootstrap"))).Trim());
        using var admin = new HttpClient { BaseAddress = hub.Url };
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await administrator.Token());
        using var said = new StringWriter();
        await using var play = new PlayDrill(hub.Url, hub.Demo, admin, Path.Combine(hub.Folder, "drill-clients.json"), said, new() { Ceptoars = ["telecom", "gas"], Members = 40 });
        var official = await Live();

        var playing = play.Run();
        for (var round = 0; round < 2; round++)
        {
            await RunningHub.Until(async () => playing.IsCompleted || await Count("distribution", $"select count(*) from inbox where confirmed_at is not null and {OfDrills}") > 10 * round, "Nobody confirmed.");
            await hub.Signal("drills", "KILL");
            await hub.Ready("drills");
        }

        Assert.True(await playing is { Agrees: true }, said.ToString());
        Assert.Equal(0, await Count("distribution", $"select count(*) from (select 1 from inbox where {OfDrills} group by advisory_id, mailbox_id having count(*) > 1) doubled"));
        Assert.Equal(0, await Count("drills", "select count(*) from drill d where state = 'closed' and not exists (select from closed_report r where r.drill_id = d.id)"));

        foreach (var drill in await Rows("drills", "select id || ' ' || ended_at from drill where state = 'closed'"))
        {
            // what was measured is what the inboxes say, up to the moment it closed
            var (id, end) = (drill[..36], drill[37..]);
            Assert.Equal(
                await Rows("distribution", $"select mailbox_id || ' ' || coalesce(confirmed_at <= '{end}', false) from inbox where advisory_id = '{id}' and issued_at <= '{end}' order by 1"),
                await Rows("drills", $"select organisation_id || ' ' || coalesce(confirmed_at <= '{end}', false) from measure where drill_id = '{id}' and queued_at <= '{end}' order by 1"));
        }

        Assert.Equal(official, await Live());
    }

    const string OfDrills = "advisory_id in (select id from advisory where drill)";

    /// <summary>What the official indicators and the board count.</summary>
    async Task<string> Live()
    {
        var analyst = hub.As(hub.One("analyst"));
        return (await analyst.Read("/api/sharing-indicators")).GetRawText() + (await analyst.Read("/api/situation")).GetProperty("grid").GetRawText();
    }

    async Task<int> Count(string service, string sql) => int.Parse((await hub.Query(service, sql))[0], CultureInfo.InvariantCulture);

    async Task<List<string>> Rows(string service, string sql) => await hub.Query(service, sql);
}
