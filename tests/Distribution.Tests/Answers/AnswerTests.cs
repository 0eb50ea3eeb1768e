using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Answers;

/// <summary>Recipients say whether they are affected and whether it was of use: counted for all, told to the centre alone.</summary>
public class AnswerTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    Guid[] WithCentre => [distribution.Telecom, Small.CentreGroup.GroupId];

    [Fact]
    public async Task The_newest_answer_of_a_recipient_counts_and_the_earlier_ones_are_kept()
    {
        var (id, member) = (await distribution.Released(distribution.Flash()), Small.Telecom[0].OrganisationId);

        foreach (var affected in new[] { "investigating", "yes", "no" }) Assert.Equal(HttpStatusCode.Created, (await distribution.Answer(id, member, affected, useful: true)).StatusCode);

        var counts = (await Answers(id, Small.TelecomSecretariat.OrganisationId, Role.Secretariat)).GetProperty("counts");
        Assert.Equal((0, 1, 0, 1, 0), (Count(counts, "yes"), Count(counts, "no"), Count(counts, "investigating"), Count(counts, "useful"), Count(counts, "notUseful")));
        Assert.Equal(["investigating", "yes", "no"], await distribution.Db<DistributionDb, string[]>(db => db.Answers.Where(a => a.AdvisoryId == id).OrderBy(a => a.Position).Select(a => a.Affected).ToArrayAsync()));
        Assert.Equal("no", (await Answers(id, member)).GetProperty("mine").GetProperty("affected").GetString());
    }

    [Fact]
    public async Task Few_answers_are_not_counted_out_to_recipients()
    {
        var id = await distribution.Released(distribution.Flash());
        for (var i = 0; i < 5; i++) await distribution.Answer(id, Small.Telecom[i].OrganisationId, i < 2 ? "yes" : "no");

        var recipients = (await Answers(id, Small.Telecom[5].OrganisationId)).GetProperty("counts");
        var exact = (await Answers(id, Small.TelecomSecretariat.OrganisationId, Role.Secretariat)).GetProperty("counts");

        Assert.Equal((JsonValueKind.Null, 3, 0), (recipients.GetProperty("yes").ValueKind, Count(recipients, "no"), Count(recipients, "investigating")));
        Assert.Equal((2, 3, 0), (Count(exact, "yes"), Count(exact, "no"), Count(exact, "investigating")));
    }

    [Fact]
    public async Task Who_answered_what_is_told_to_the_centre_alone()
    {
        var id = await distribution.Released(distribution.Flash(audience: WithCentre));
        var member = Small.Telecom[1];
        await distribution.Answer(id, member.OrganisationId, "yes", comment: "こちらも同じ宛先です");

        foreach (var (organisation, role) in new[]
        {
            (Small.Telecom[0], Role.Operator), (member, Role.Operator), (Small.TelecomSecretariat, Role.Secretariat), (Small.Centre, Role.Controller), (Small.Centre, Role.Auditor),
        })
        {
            var view = await Answers(id, organisation.OrganisationId, role);
            Assert.Equal(JsonValueKind.Null, view.GetProperty("items").ValueKind);
            if (organisation == member) continue;
            Assert.DoesNotContain("同じ宛先", view.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(member.OrganisationId.ToString(), view.GetRawText(), StringComparison.Ordinal);
        }

        var item = Assert.Single((await Answers(id, Small.Centre.OrganisationId, Role.Analyst)).GetProperty("items").EnumerateArray());
        Assert.Equal((member.Name, "yes", "こちらも同じ宛先です"), (item.GetProperty("name").GetString(), item.GetProperty("affected").GetString(), item.GetProperty("comment").GetString()));
    }

    [Fact]
    public async Task The_centre_reads_on_page_by_page()
    {
        var id = await distribution.Released(distribution.Flash(audience: WithCentre));
        foreach (var member in Small.Telecom) await distribution.Answer(id, member.OrganisationId, "no");
        await distribution.Answer(id, Small.Telecom[0].OrganisationId, "yes");

        var seen = new List<Guid>();
        var after = "0";
        while (true)
        {
            var page = (await distribution.Get($"/api/advisories/{id}/answers?after={after}&limit=2", Small.Centre.OrganisationId, Role.Analyst))!.Value;
            var items = page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("organisationId").GetGuid()).ToArray();
            if (items.Length == 0) break;

            seen.AddRange(items);
            after = page.GetProperty("next").GetString();
        }

        Assert.Equal(Small.Telecom.Skip(1).Append(Small.Telecom[0]).Select(o => o.OrganisationId), seen);
    }

    [Fact]
    public async Task Who_is_not_in_the_audience_neither_answers_nor_reads_answers()
    {
        var id = await distribution.Released(distribution.Flash());

        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Answer(id, Small.Aviation[0].OrganisationId, "yes")).StatusCode);
        Assert.Null(await distribution.Get($"/api/advisories/{id}/answers", Small.Aviation[0].OrganisationId));
        Assert.Null(await distribution.Get($"/api/advisories/{id}/answers", Small.Centre.OrganisationId, Role.Analyst));
    }

    [Fact]
    public async Task A_recalled_advisory_takes_no_answer()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Recall(id);

        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Answer(id, Small.Telecom[0].OrganisationId, "yes")).StatusCode);
    }

    [Theory]
    [InlineData(null, null, "affected")]
    [InlineData("", null, "affected")]
    [InlineData("perhaps", null, "affected")]
    [InlineData("yes", "a\0b", "comment")]
    public async Task Names_what_is_wrong_with_an_answer(string? affected, string? comment, string field)
    {
        var id = await distribution.Released(distribution.Flash());

        var answer = await distribution.Answer(id, Small.Telecom[0].OrganisationId, affected!, comment: comment);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task An_answer_is_recorded_without_what_it_says()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Answer(id, Small.Telecom[2].OrganisationId, "yes", comment: "ひみつのこと");

        var row = await distribution.Db<DistributionDb, AuditRow>(db => db.Set<AuditRow>().SingleAsync(r => r.Item == $"advisory/{id}"));

        Assert.Equal((AuditActions.AnswerGiven.Value, Small.Telecom[2].OrganisationId, "affected=yes"), (row.Action, row.Organisation!.Value, row.Detail));
    }

    async Task<JsonElement> Answers(Guid id, Guid organisation, string role = Role.Operator) => (await distribution.Get($"/api/advisories/{id}/answers", organisation, role))!.Value;

    static int? Count(JsonElement counts, string name) => counts.GetProperty(name).ValueKind == JsonValueKind.Null ? null : counts.GetProperty(name).GetInt32();
}
