using System.Net;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using static Ceptoar.Drills.Tests.PlayedWords;

namespace Ceptoar.Drills.Tests.Measures;

public class GetBoardTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    Guid Secretariat => drills.Directory.TelecomSecretariat.OrganisationId;
    Guid Ministry => drills.Directory.TelecomMinistry.OrganisationId;

    [Fact]
    public async Task Shows_the_secretariat_how_it_goes_and_who_is_silent()
    {
        var id = await Running();

        var board = await drills.Http(Role.Secretariat, Secretariat).Json($"/api/drills/{id}/board");

        Assert.Equal("running", board.GetProperty("state").GetString());
        Assert.Equal(Minute(240), board.GetProperty("closesAt").GetDateTimeOffset());
        Assert.Equal(5, board.GetProperty("figures").GetProperty("participants").GetInt32());
        Assert.Equal(["liaison", "secretariat", "members"], board.GetProperty("figures").GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("hop").GetString()));
        Assert.Equal(
            [(drills.Directory.TelecomSecretariat.Name, "opened"), (drills.Directory.Telecom[1].Name, "queued"), (drills.Directory.Telecom[2].Name, "waiting")],
            board.GetProperty("silent").EnumerateArray().Select(s => (s.GetProperty("name").GetString()!, s.GetProperty("state").GetString()!)).OrderBy(s => s.Item2, StringComparer.Ordinal));
        Assert.Equal(drills.Directory.TelecomSecretariat.Name, board.GetProperty("hops").EnumerateArray().Single(h => h.GetProperty("name").GetString() == "members").GetProperty("bodyName").GetString());
    }

    [Fact]
    public async Task Shows_the_ministry_figures_and_no_name_but_its_own()
    {
        var id = await Running();

        var answer = await drills.Http(Role.Liaison, Ministry).GetStringAsync($"/api/drills/{id}/board");

        Assert.Contains("\"silent\":null", answer, StringComparison.Ordinal);
        Assert.All([.. drills.Directory.Telecom, drills.Directory.TelecomSecretariat], o =>
        {
            Assert.DoesNotContain(o.Name, answer, StringComparison.Ordinal);
            Assert.DoesNotContain(o.OrganisationId.ToString(), answer, StringComparison.Ordinal);
        });
        Assert.Contains(drills.Directory.TelecomMinistry.Name, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_of_a_drill_that_runs_and_did_not_go_out()
    {
        var (silent, released) = (await drills.Running(await drills.Community()), await drills.Running(await drills.Community()));
        Assert.False(await Warned(silent));
        await drills.Hears(new AdvisoryReleased { AdvisoryId = released, Version = 1, SourceIds = [], NarrativeSourceIds = [], Drill = true });

        drills.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal((true, false), (await Warned(silent), await Warned(released)));

        async Task<bool> Warned(Guid id) => (await drills.Controller.Json($"/api/drills/{id}/board")).GetProperty("notReleased").GetBoolean();
    }

    [Fact]
    public async Task Is_not_there_for_another_ceptoar_nor_for_a_participant()
    {
        var id = await Running();

        foreach (var http in new[] { drills.Http(Role.Liaison, drills.Directory.AviationMinistry.OrganisationId), drills.Http(Role.Secretariat, drills.Directory.Telecom[0].OrganisationId), drills.Http(Role.Operator, drills.Directory.Telecom[0].OrganisationId) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/drills/{id}/board")).StatusCode);
        }
    }

    [Fact]
    public async Task Of_a_drill_that_has_not_begun_it_tells_no_moment()
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), Drill.Planned, members: drills.Directory.Telecom[0].OrganisationId);

        var board = await drills.Http(Role.Controller, drills.Directory.Centre.OrganisationId).Json($"/api/drills/{drill.Id}/board");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, board.GetProperty("startedAt").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, board.GetProperty("closesAt").ValueKind);
        Assert.Equal(1, board.GetProperty("figures").GetProperty("participants").GetInt32());
    }

    /// <summary>A drill whose ministry confirmed, whose secretariat opened, and whose members: one confirmed, one is queued, to one it was not handed on.</summary>
    async Task<Guid> Running()
    {
        var members = drills.Directory.Telecom.Take(3).Select(m => m.OrganisationId).ToArray();
        var drill = await drills.Conducted(await drills.NewCampaign(), members: members);
        await drills.Hears(new DrillReached
        {
            DrillId = drill.Id,
            Recipients = [Recipient(Ministry, confirmed: 1, hop: "liaison"), Recipient(Secretariat, hop: "secretariat") with { OpenedAt = Minute(3) }, Recipient(members[0], confirmed: 9), Recipient(members[1])],
            Hops =
            [
                new() { Name = "secretariat", Ceptoar = "telecom", Body = Ministry, OpenedAt = Minute(0), RelayedAt = Minute(1), Recipients = 1 },
                new() { Name = "members", Ceptoar = "telecom", Body = Secretariat, OpenedAt = Minute(1), RelayedAt = Minute(4), Recipients = 2 },
            ],
        });
        return drill.Id;
    }
}
