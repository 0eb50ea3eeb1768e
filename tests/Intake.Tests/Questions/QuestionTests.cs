using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Intake.Tests.Questions;

/// <summary>Recipients ask the reporter back through the hub; the reporter answers in a fixed sentence and stays "source".</summary>
public class QuestionTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task The_reporter_sees_the_question_and_its_answer_leaves_with_the_source_id_alone()
    {
        var (report, source) = await Rendered();
        var question = await Asked(source, "送信元ポートは分かりますか。");

        var item = Assert.Single(await Listed(report));
        Assert.Equal(("A-2026-000007", "送信元ポートは分かりますか。", JsonValueKind.Null), (item.GetProperty("number").GetString(), item.GetProperty("text").GetString(), item.GetProperty("answer").ValueKind));
        Assert.Equal(HttpStatusCode.OK, (await Answer(report, question, "checking")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Answer(report, question, "checking")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Answer(report, question, "yes")).StatusCode);

        var said = await intake.AllPublished<QuestionAnswered>(m => m.QuestionId == question);
        Assert.Equal([(1L, "checking"), (2L, "yes")], said.OrderBy(m => m.Version).Select(m => (m.Version, m.Answer)));
        Assert.All(said, m => Assert.Equal(source, m.SourceId));
        var wire = JsonSerializer.Serialize(said);
        Assert.DoesNotContain(report.ToString(), wire, StringComparison.Ordinal);
        Assert.DoesNotContain(intake.Reporter.ToString(), wire, StringComparison.Ordinal);
        Assert.Equal("yes", Assert.Single(await Listed(report)).GetProperty("answer").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("弊社の青葉通信では確認しました")]
    public async Task Nothing_but_the_hubs_sentences_is_taken(string? answer)
    {
        var (report, source) = await Rendered();
        var question = await Asked(source);

        var refused = await Answer(report, question, answer);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("answer", out _));
    }

    [Fact]
    public async Task Nobody_else_sees_or_answers_it_not_even_who_may_read_the_original()
    {
        var report = (await intake.Submitted(intake.Report(("sourceVisibility", "ceptoar")))).Id;
        var source = Guid.NewGuid();
        await intake.Classified(report, Tlp.Amber);
        await intake.Hears(IntakeFixture.Rendered(report, source));
        var question = await Asked(source);
        var (other, _) = await Rendered();

        foreach (var organisation in new[] { intake.Directory.Telecom[1].OrganisationId, intake.Directory.TelecomSecretariat.OrganisationId })
        {
            var http = intake.Http(Role.Operator, organisation);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/reports/{report}/questions")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"/api/reports/{report}/questions/{question}/answer", new { answer = "yes" })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Answer(other, question, "yes")).StatusCode);
        Assert.Empty(await Listed(other));
    }

    [Fact]
    public async Task A_question_heard_twice_is_one_and_one_that_came_before_the_report_was_rendered_waits()
    {
        var (report, source) = ((await intake.Submitted()).Id, Guid.NewGuid());
        var asked = new QuestionAsked { QuestionId = Guid.NewGuid(), AdvisoryId = Guid.NewGuid(), Number = "A-2026-000008", SourceIds = [source, Guid.NewGuid()], Text = "？", AskedAt = DateTimeOffset.UtcNow };
        await intake.Hears(asked);
        await intake.Hears(asked);
        Assert.Empty(await Listed(report));

        await intake.Hears(IntakeFixture.Rendered(report, source));

        Assert.Single(await Listed(report));
    }

    [Fact]
    public async Task With_the_withdrawal_the_questions_are_gone_and_late_ones_are_not_kept()
    {
        var (report, source) = await Rendered();
        var question = await Asked(source, "消えるはずの質問");
        (await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{report}/withdrawal", content: null)).EnsureSuccessStatusCode();

        await Asked(source, "消えるはずの質問その二");

        Assert.Empty(await Listed(report));
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(report, question, "yes")).StatusCode);
        Assert.DoesNotContain("消えるはず", await intake.EverythingStored(), StringComparison.Ordinal);
    }

    async Task<(Guid Report, Guid Source)> Rendered()
    {
        var (report, source) = ((await intake.Submitted()).Id, Guid.NewGuid());
        await intake.Hears(IntakeFixture.Rendered(report, source));
        return (report, source);
    }

    async Task<Guid> Asked(Guid source, string text = "同様の通信を見ましたか。")
    {
        var question = Guid.NewGuid();
        await intake.Hears(new QuestionAsked { QuestionId = question, AdvisoryId = Guid.NewGuid(), Number = "A-2026-000007", SourceIds = [source], Text = text, AskedAt = DateTimeOffset.UtcNow });
        return question;
    }

    async Task<JsonElement[]> Listed(Guid report) =>
        [.. (await intake.Http(Role.Operator, intake.Reporter).GetFromJsonAsync<JsonElement>($"/api/reports/{report}/questions")).GetProperty("items").EnumerateArray()];

    Task<HttpResponseMessage> Answer(Guid report, Guid question, string? answer) =>
        intake.Http(Role.Operator, intake.Reporter).PostAsJsonAsync($"/api/reports/{report}/questions/{question}/answer", new { answer });
}
