using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Intake.Tests.Reports;

public class ListReportsTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Shows_an_organisation_its_own_reports_newest_first()
    {
        var reporter = intake.Directory.Telecom[2].OrganisationId;
        Guid[] mine = [(await intake.Submitted(organisation: reporter)).Id, (await intake.Submitted(organisation: reporter)).Id, (await intake.Submitted(organisation: reporter)).Id];
        await intake.Submitted(organisation: intake.Directory.Telecom[3].OrganisationId);

        Assert.Equal(mine.Reverse(), (await intake.Listed(reporter)).Select(i => i.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task Names_each_report_by_its_newest_title_and_what_was_withdrawn_by_none()
    {
        var withdrawn = (await intake.Submitted(intake.Report(("title", "誤って提出")))).Id;
        (await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{withdrawn}/withdrawal", content: null)).EnsureSuccessStatusCode();
        var report = (await intake.Submitted(intake.Report(("title", "最初の件名")))).Id;
        await intake.FollowedUp(report, intake.Report(("title", "改めた件名")));

        var titles = (await intake.Listed(intake.Reporter)).ToDictionary(i => i.GetProperty("id").GetGuid(), i => i.GetProperty("title").GetString());

        Assert.Equal(("改めた件名", null), (titles[report], titles[withdrawn]));
    }

    [Fact]
    public async Task Goes_on_from_a_cursor_oldest_first_without_gap_or_repeat()
    {
        var reporter = intake.Directory.Telecom[4].OrganisationId;
        var first = await intake.Submitted(organisation: reporter);
        var cursor = (await Page(reporter, "")).Next;
        var later = new List<Guid>();
        for (var i = 0; i < 5; i++) later.Add((await intake.Submitted(organisation: reporter)).Id);

        var seen = new List<Guid>();
        for (var page = await Page(reporter, $"?after={cursor}&limit=2"); page.Ids.Length > 0; page = await Page(reporter, $"?after={page.Next}&limit=2")) seen.AddRange(page.Ids);

        Assert.Equal(later, seen);
        Assert.DoesNotContain(first.Id, seen);
    }

    [Fact]
    public async Task An_empty_page_keeps_the_cursor() => Assert.Equal(([], "123456"), await Page(intake.Directory.Telecom[5].OrganisationId, "?after=123456"));

    [Theory]
    [InlineData("after=abc", "after")]
    [InlineData("after=-1", "after")]
    [InlineData("after=99999999999999999999", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=many", "limit")]
    public async Task Names_what_is_wrong_with_a_query(string query, string field)
    {
        var answer = await intake.Http(Role.Operator, intake.Reporter).GetAsync("/api/reports?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    async Task<(Guid[] Ids, string? Next)> Page(Guid organisation, string query)
    {
        var page = await intake.Http(Role.Operator, organisation).GetFromJsonAsync<JsonElement>("/api/reports" + query);
        return ([.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid())], page.GetProperty("next").GetString());
    }
}
