using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Anonymisation.Tests.Cases;

/// <summary>"Remove this too" and "keep this": a word of the approver holds for the whole case and is never approved unseen.</summary>
public class MarkRenditionTests(AnonymisationFixture anonymisation) : IClassFixture<AnonymisationFixture>
{
    const string Tower = "青い塔";

    [Fact]
    public async Task What_is_marked_is_removed_wherever_it_stands_and_the_text_waits_under_a_new_hash()
    {
        var id = await anonymisation.Rendered(Report());
        var before = await anonymisation.Hash(id);

        var receipt = await Receipt(await Mark(id, Tower, "remove"));

        Assert.Equal("awaitingApproval", receipt.GetProperty("status").GetString());
        Assert.NotEqual(before, receipt.GetProperty("hash").GetString());
        Assert.DoesNotContain(Tower, await Narrative(id), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Decide(id, new { decision = "approve", hash = before })).StatusCode);
    }

    [Fact]
    public async Task A_word_taken_back_stands_again()
    {
        var id = await anonymisation.Rendered(Report());
        var before = await Narrative(id);
        await Receipt(await Mark(id, Tower, "remove"));

        await Receipt(await Mark(id, Tower, "none"));

        Assert.Equal(before, await Narrative(id));
    }

    [Fact]
    public async Task A_guess_may_be_kept_but_not_what_is_certain()
    {
        var id = await anonymisation.Rendered(Report());
        var own = anonymisation.Directory.StringsOf(anonymisation.Reporter).Names[0];
        Assert.DoesNotContain("大橋", await Narrative(id), StringComparison.Ordinal);

        await Receipt(await Mark(id, "大橋", "keep"));
        await Receipt(await Mark(id, own, "keep"));

        Assert.Contains("大橋", await Narrative(id), StringComparison.Ordinal);
        Assert.DoesNotContain(own, await Narrative(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_holds_for_the_next_version_an_edited_text_and_a_wider_ring()
    {
        var report = Report();
        var heard = anonymisation.Classified(report, Tlp.Amber);
        await anonymisation.Hears(heard);
        await Receipt(await Mark(heard.ReportId, Tower, "remove"));

        await anonymisation.Hears(anonymisation.Classified(report with { Body = $"続報。{Tower}は無事。" }, Tlp.Amber, heard.ReportId, version: 2));
        Assert.Contains("続報", await Narrative(heard.ReportId), StringComparison.Ordinal);
        Assert.DoesNotContain(Tower, await Narrative(heard.ReportId), StringComparison.Ordinal);

        await Receipt(await anonymisation.Decide(heard.ReportId, new { decision = "edit", hash = await anonymisation.Hash(heard.ReportId), title = "件名", body = $"書き直した。{Tower}の話。" }));
        Assert.Contains("書き直した", await Narrative(heard.ReportId), StringComparison.Ordinal);
        Assert.DoesNotContain(Tower, await Narrative(heard.ReportId), StringComparison.Ordinal);

        await anonymisation.Hears(new LabelChanged { ReportId = heard.ReportId, ReportVersion = 2, LabelVersion = 3, Original = Tlp.Green, Ceiling = Tlp.Green, Severity = "low", Urgency = "normal", Handling = [] });
        Assert.Contains("書き直した", await Narrative(heard.ReportId), StringComparison.Ordinal);
        Assert.DoesNotContain(Tower, await Narrative(heard.ReportId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_marks_nothing_and_an_analyst_neither()
    {
        var id = await anonymisation.Rendered(Report());
        var mark = new { hash = await anonymisation.Hash(id), span = new { field = "body", start = 0, length = 1 }, action = "remove" };

        Assert.Equal(HttpStatusCode.NotFound, (await Post(id, mark, anonymisation.Directory.Telecom[2].OrganisationId)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anonymisation.Http(Role.Analyst, anonymisation.Reporter.OrganisationId).PostAsJsonAsync($"/api/reports/{id}/rendition/marks", mark)).StatusCode);
    }

    [Theory]
    [InlineData("""{"span":{"field":"body","start":0,"length":1},"action":"remove"}""", "hash")]
    [InlineData("""{"hash":"x","action":"remove"}""", "span")]
    [InlineData("""{"hash":"x","span":{"field":"footer","start":0,"length":1},"action":"remove"}""", "span.field")]
    [InlineData("""{"hash":"x","span":{"field":"body","start":-1,"length":1},"action":"remove"}""", "span.start")]
    [InlineData("""{"hash":"x","span":{"field":"body","start":0,"length":0},"action":"remove"}""", "span.length")]
    [InlineData("""{"hash":"x","span":{"field":"body","start":0,"length":1},"action":"blank"}""", "action")]
    public async Task A_bad_mark_is_answered_with_the_field(string body, string field)
    {
        var id = await anonymisation.Rendered(Report());

        var answer = await anonymisation.Http(Role.Operator, anonymisation.Reporter.OrganisationId)
            .PostAsync($"/api/reports/{id}/rendition/marks", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains(problem.GetProperty("errors").EnumerateObject(), e => e.Name == field);
    }

    [Fact]
    public async Task A_place_behind_the_text_and_another_hash_are_conflicts()
    {
        var id = await anonymisation.Rendered(Report());
        var hash = await anonymisation.Hash(id);

        Assert.Equal(HttpStatusCode.Conflict, (await Post(id, new { hash, span = new { field = "body", start = 90_000, length = 2 }, action = "remove" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Post(id, new { hash = "0", span = new { field = "body", start = 0, length = 2 }, action = "remove" })).StatusCode);
        Assert.Equal(hash, await anonymisation.Hash(id));
    }

    CaseFile Report()
    {
        var report = anonymisation.Report();
        return report with { Title = $"{Tower}の停止", Body = $"{report.Body}{Tower}も停止し、大橋さんが向かった。" };
    }

    Task<HttpResponseMessage> Mark(Guid id, string words, string action) => anonymisation.Mark(id, Report().Body, words, action);

    Task<HttpResponseMessage> Post(Guid id, object mark, Guid? organisation = null) =>
        anonymisation.Http(Role.Operator, organisation ?? anonymisation.Reporter.OrganisationId).PostAsJsonAsync($"/api/reports/{id}/rendition/marks", mark);

    async Task<string> Narrative(Guid id)
    {
        var narrative = (await anonymisation.Read(id))!.Value.GetProperty("narrative");
        return narrative.GetProperty("title").GetString() + "\n" + narrative.GetProperty("body").GetString();
    }

    static async Task<JsonElement> Receipt(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
