using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Statistics;

/// <summary>The official indicators: issued by the centre, shared in CEPTOARs, judged useful by operators; never of drills.</summary>
public class SharingIndicatorsTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    [Fact]
    public async Task Counts_items_issued_and_shared_and_operators_that_found_them_useful_without_drills()
    {
        var month = $"{distribution.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)):yyyy-MM}";
        await distribution.Written(distribution.Alert(("audience", new[] { Small.CentreGroup.GroupId })));
        var drill = await distribution.Drilled();
        await distribution.Relayed(drill);
        (await distribution.Answer(drill, Small.Telecom[1].OrganisationId, "no", useful: true)).EnsureSuccessStatusCode();
        await distribution.Released(distribution.Flash() with { DrillId = drill });
        var wide = await distribution.Released(distribution.Flash(audience: [Small.AllCeptoars.GroupId]));
        var narrow = await distribution.Released(distribution.Flash());
        foreach (var (advisory, organisation, useful) in new[]
        {
            (wide, Small.Telecom[0], true), (narrow, Small.Telecom[0], true), (wide, Small.Aviation[0], true), (wide, Small.Telecom[1], false), (wide, Small.TelecomSecretariat, true),
        })
        {
            (await distribution.Answer(advisory, organisation.OrganisationId, "no", useful)).EnsureSuccessStatusCode();
        }

        // what is said later in the month takes the place of what was said before
        (await distribution.Answer(wide, Small.Telecom[2].OrganisationId, "no", useful: true)).EnsureSuccessStatusCode();
        (await distribution.Answer(wide, Small.Telecom[2].OrganisationId, "yes", useful: false)).EnsureSuccessStatusCode();

        var all = await Indicators(Small.Centre.OrganisationId, Role.Analyst, $"?from={month}&to={month}");
        var own = await Indicators(Small.TelecomSecretariat.OrganisationId, Role.Secretariat, $"?from={month}&to={month}");

        var total = Assert.Single(all.GetProperty("months").EnumerateArray());
        Assert.Equal((1, 2, 2), (total.GetProperty("issued").GetInt32(), total.GetProperty("shared").GetInt32(), total.GetProperty("useful").GetInt32()));
        Assert.Equal([(Small.TelecomGroup.GroupId, 2, 1), (Small.AviationGroup.GroupId, 1, 1)], Ceptoars(all).OrderByDescending(c => c.Shared));
        Assert.Equal(JsonValueKind.Null, own.GetProperty("months").ValueKind);
        Assert.Equal((Small.TelecomGroup.GroupId, 2, 1), Assert.Single(Ceptoars(own)));
    }

    [Fact]
    public async Task Shows_the_fiscal_year_from_April_unless_asked_otherwise()
    {
        var today = distribution.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        var april = new DateOnly(today.Month >= 4 ? today.Year : today.Year - 1, 4, 1);

        var months = (await Indicators(Small.Centre.OrganisationId, Role.Approver, "")).GetProperty("months").EnumerateArray().Select(m => m.GetProperty("name").GetString()).ToArray();

        Assert.Equal(($"{april:yyyy-MM}", $"{today:yyyy-MM}"), (months[0], months[^1]));
    }

    [Theory]
    [InlineData("from=2026", "from")]
    [InlineData("from=2026-13", "from")]
    [InlineData("to=April", "to")]
    [InlineData("from=2026-04&to=2026-03", "to")]
    [InlineData("from=2020-04&to=2026-03", "to")]
    public async Task Names_what_is_wrong(string query, string field)
    {
        var answer = await distribution.Http(Role.Analyst, Small.Centre.OrganisationId).GetAsync("/api/sharing-indicators?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Whoever_is_neither_centre_nor_secretariat_counts_nothing()
    {
        Assert.Empty((await Indicators(Small.TelecomMinistry.OrganisationId, Role.Secretariat, "")).GetProperty("ceptoars").EnumerateArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await distribution.Http(Role.Operator, Small.Telecom[0].OrganisationId).GetAsync("/api/sharing-indicators")).StatusCode);
    }

    async Task<JsonElement> Indicators(Guid organisation, string role, string query) => (await distribution.Get("/api/sharing-indicators" + query, organisation, role))!.Value;

    static (Guid Group, int Shared, int Useful)[] Ceptoars(JsonElement view) =>
        [.. view.GetProperty("ceptoars").EnumerateArray().Select(c => (c.GetProperty("groupId").GetGuid(), c.GetProperty("months")[0].GetProperty("shared").GetInt32(), c.GetProperty("months")[0].GetProperty("useful").GetInt32()))];
}
