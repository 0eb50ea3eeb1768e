using System.Net;
using System.Text.Json;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Statistics;

/// <summary>The centre's board counts what the centre may see: by sector and severity, by the hour, from sector to sector.</summary>
public class SituationTests : IAsyncLifetime
{
    readonly DistributionFixture distribution = new();

    public Task InitializeAsync() => ((IAsyncLifetime)distribution).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)distribution).DisposeAsync();

    Guid[] WithTheCentre => [distribution.Telecom, distribution.Directory.CentreGroup.GroupId];

    [Fact]
    public async Task Reports_stand_in_the_cell_of_their_sector_and_severity()
    {
        await Reported("ict", "high");
        await Reported("ict", "high");
        await Reported("finance", "low");
        await Reported(sector: null, "high");

        var situation = await Situation();

        Assert.Equal([(null, "high", 1, 1), ("finance", "low", 1, 1), ("ict", "high", 2, 2)], Cells(situation));
        Assert.Equal((4, 4), (situation.GetProperty("reportsLast24Hours").GetInt32(), situation.GetProperty("reportsLast7Days").GetInt32()));
    }

    [Fact]
    public async Task Yesterdays_count_for_the_week_and_last_weeks_no_more()
    {
        await Reported("ict", "high");
        distribution.Clock.Advance(TimeSpan.FromDays(3));
        await Reported("ict", "high");

        Assert.Equal([("ict", "high", 1, 2)], Cells(await Situation()));

        distribution.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal([("ict", "high", 0, 1)], Cells(await Situation()));
    }

    [Fact]
    public async Task What_the_centre_may_not_see_does_not_count()
    {
        await Reported("ict", "high", audience: [distribution.Telecom]);

        var situation = await Situation();

        Assert.Empty(Cells(situation));
        Assert.Empty(situation.GetProperty("running").EnumerateArray());
        Assert.All(situation.GetProperty("timeline").EnumerateArray(), h => Assert.Equal((0, 0), (h.GetProperty("reports").GetInt32(), h.GetProperty("advisories").GetInt32())));
    }

    [Fact]
    public async Task The_timeline_has_every_hour_and_ends_with_this_one()
    {
        await Reported("ict", "high");
        distribution.Clock.Advance(TimeSpan.FromHours(2));
        await Reported("ict", "high");

        var timeline = (await Situation("?hours=48")).GetProperty("timeline").EnumerateArray().ToArray();

        Assert.Equal(48, timeline.Length);
        var reported = timeline.Where(h => h.GetProperty("reports").GetInt32() == 1).Select(h => h.GetProperty("from").GetDateTimeOffset()).ToArray();
        Assert.InRange(reported[1] - reported[0], TimeSpan.FromHours(2), TimeSpan.FromHours(3));
        Assert.Equal(2, timeline.Sum(h => h.GetProperty("advisories").GetInt32()));
        Assert.All(timeline.Zip(timeline.Skip(1)), pair => Assert.Equal(TimeSpan.FromHours(1), pair.Second.GetProperty("from").GetDateTimeOffset() - pair.First.GetProperty("from").GetDateTimeOffset()));
    }

    [Fact]
    public async Task An_attack_that_goes_from_sector_to_sector_is_one_advisory_and_its_way_is_told()
    {
        var shared = DistributionFixture.Address();
        await Reported("ict", "high", indicator: shared);
        await Reported("finance", "high", indicator: shared);
        await Reported("ict", "critical", indicator: shared);
        await Reported("aviation", "low");

        var situation = await Situation();

        var spread = Assert.Single(situation.GetProperty("spread").EnumerateArray());
        Assert.Equal(("ict", "finance", 1, 3), (spread.GetProperty("from").GetString(), spread.GetProperty("to").GetString(), spread.GetProperty("advisories").GetInt32(), spread.GetProperty("reports").GetInt32()));
        var joined = situation.GetProperty("running").EnumerateArray().Single(r => r.GetProperty("reports").GetInt32() == 3);
        Assert.Equal(["finance", "ict"], joined.GetProperty("sectors").EnumerateArray().Select(s => s.GetString()!).Order());
    }

    [Fact]
    public async Task Running_advisories_come_with_their_reach_and_end_with_their_recall_or_time()
    {
        var (reported, written) = (await Reported("ict", "high"), await distribution.Written(distribution.Alert(("expiresAt", distribution.Clock.GetUtcNow().AddDays(1)))));
        await distribution.Receipt(reported, distribution.Directory.Telecom[0].OrganisationId, "confirmed");

        var running = (await Situation()).GetProperty("running").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetGuid());

        Assert.Equal(new[] { reported, written }.Order(), running.Keys.Order());
        Assert.Equal((8, 1), (running[reported].GetProperty("recipients").GetInt32(), running[reported].GetProperty("receipts").GetProperty("confirmed").GetInt32()));
        distribution.Clock.Advance(TimeSpan.FromDays(2));
        (await distribution.Recall(reported, organisation: distribution.Directory.Centre.OrganisationId, role: Role.Analyst)).EnsureSuccessStatusCode();
        Assert.Empty((await Situation()).GetProperty("running").EnumerateArray());
    }

    [Fact]
    public async Task A_drill_is_no_situation()
    {
        var before = await Situation();
        var drill = await distribution.Drilled();
        await distribution.Released(distribution.Flash(audience: WithTheCentre) with { DrillId = drill });

        var situation = await Situation();

        foreach (var counted in new[] { "reportsLast24Hours", "reportsLast7Days", "grid", "timeline", "running", "spread" }) Assert.True(JsonElement.DeepEquals(before.GetProperty(counted), situation.GetProperty(counted)), counted);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("169")]
    [InlineData("x")]
    public async Task How_far_back_is_bounded(string hours) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).GetAsync($"/api/situation?hours={hours}")).StatusCode);

    async Task<Guid> Reported(string? sector, string severity, FlashIndicator? indicator = null, Guid[]? audience = null)
    {
        var flash = distribution.Flash(audience: audience ?? WithTheCentre, indicators: indicator is null ? [] : [indicator]);
        return await distribution.Released(flash with { Flash = flash.Flash with { Sector = sector, Severity = severity } });
    }

    async Task<JsonElement> Situation(string query = "") => (await distribution.Get("/api/situation" + query, distribution.Directory.Centre.OrganisationId, Role.Analyst))!.Value;

    static (string? Sector, string Severity, int Day, int Week)[] Cells(JsonElement situation) =>
        [.. situation.GetProperty("grid").EnumerateArray().Select(c => (c.GetProperty("sector").GetString(), c.GetProperty("severity").GetString()!, c.GetProperty("last24Hours").GetInt32(), c.GetProperty("last7Days").GetInt32()))];
}
