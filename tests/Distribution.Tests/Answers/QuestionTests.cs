using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Answers;

/// <summary>A recipient asks back: the reporter answers as "source", the author in words, and no other recipient sees either.</summary>
public class QuestionTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    Guid Asker => Small.Telecom[0].OrganisationId;

    [Fact]
    public async Task The_question_goes_to_the_reporters_of_every_source_and_tells_them_no_name()
    {
        var attacker = DistributionFixture.Address();
        var (one, other) = (distribution.Flash(indicators: attacker), distribution.Flash(indicators: attacker));
        var id = await distribution.Released(one);
        await distribution.Hears(other);

        var question = await distribution.Asked(id, Asker, "送信元ポートは分かりますか。");

        var asked = await distribution.Published<QuestionAsked>(m => m.QuestionId == question);
        Assert.Equal((id, "送信元ポートは分かりますか。"), (asked.AdvisoryId, asked.Text));
        Assert.Equal(new[] { one.SourceId, other.SourceId }.Order(), asked.SourceIds);
        var wire = JsonSerializer.Serialize(asked);
        Assert.DoesNotContain(Asker.ToString(), wire, StringComparison.Ordinal);
        Assert.DoesNotContain(Small.Telecom[0].Name, wire, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reporters_answer_comes_back_as_source_in_a_sentence_of_the_hub()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        var question = await distribution.Asked(id, Asker);

        await distribution.Hears(Answered(question, flash.SourceId, 1, "checking"));
        await distribution.Hears(Answered(question, flash.SourceId, 2, "yes"));

        var thread = Assert.Single((await Questions(id, Asker, language: "en")).GetProperty("items").EnumerateArray());
        Assert.Equal([("source", "It is being checked; an answer will follow."), ("source", "Yes.")], thread.GetProperty("replies").EnumerateArray().Select(r => (r.GetProperty("saidBy").GetString(), r.GetProperty("text").GetString())));
        Assert.All(thread.GetProperty("replies").EnumerateArray(), r => Assert.Equal((0, 0), (r.GetProperty("at").GetDateTimeOffset().Minute, r.GetProperty("at").GetDateTimeOffset().Second)));
        Assert.DoesNotContain(flash.SourceId.ToString(), thread.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_heard_twice_or_late_or_in_unknown_words_changes_nothing()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        var question = await distribution.Asked(id, Asker);
        await distribution.Hears(Answered(question, flash.SourceId, 2, "no"));

        await distribution.Hears(Answered(question, flash.SourceId, 2, "no"));
        await distribution.Hears(Answered(question, flash.SourceId, 1, "yes"));
        await distribution.Hears(Answered(question, flash.SourceId, 3, "我が社は青葉通信です"));
        await distribution.Hears(Answered(Guid.NewGuid(), flash.SourceId, 1, "yes"));

        var reply = Assert.Single(Assert.Single((await Questions(id, Asker)).GetProperty("items").EnumerateArray()).GetProperty("replies").EnumerateArray());
        Assert.Equal("いいえ。", reply.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Other_recipients_learn_how_many_questions_there_are_and_nothing_else()
    {
        var id = await distribution.Released(distribution.Flash(audience: [distribution.Telecom, Small.CentreGroup.GroupId]));
        for (var i = 0; i < 3; i++) await distribution.Asked(id, Asker, $"ひみつの質問 {i}");

        var peer = await Questions(id, Small.Telecom[1].OrganisationId);
        var secretariat = await Questions(id, Small.TelecomSecretariat.OrganisationId, Role.Secretariat);
        var centre = await Questions(id, Small.Centre.OrganisationId, Role.Analyst);

        Assert.All([peer, secretariat], view =>
        {
            Assert.Empty(view.GetProperty("items").EnumerateArray());
            Assert.Equal((3, 0), (view.GetProperty("counts").GetProperty("asked").GetInt32(), view.GetProperty("counts").GetProperty("replied").GetInt32()));
            Assert.DoesNotContain("ひみつ", view.GetRawText(), StringComparison.Ordinal);
        });
        Assert.All(centre.GetProperty("items").EnumerateArray(), thread => Assert.Equal(Small.Telecom[0].Name, thread.GetProperty("name").GetString()));
        Assert.Equal(3, (await Questions(id, Asker)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Where_a_report_stands_behind_it_nobody_answers_in_its_place()
    {
        var id = await distribution.Released(distribution.Flash(audience: [distribution.Telecom, Small.CentreGroup.GroupId]));
        var question = await distribution.Asked(id, Asker);

        Assert.Equal(HttpStatusCode.Conflict, (await Reply(id, question, Small.Centre.OrganisationId, Role.Analyst)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Reply(id, question, Asker, Role.Operator)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Reply(id, question, Small.Telecom[1].OrganisationId, Role.Operator)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Reply(id, question, Small.Aviation[1].OrganisationId, Role.Operator)).StatusCode);
    }

    [Fact]
    public async Task Of_an_advisory_that_no_report_stands_behind_asker_and_author_make_a_thread()
    {
        var id = await distribution.Written(role: Role.Secretariat);
        var question = await distribution.Asked(id, Asker);

        Assert.Equal(HttpStatusCode.Created, (await Reply(id, question, Small.TelecomSecretariat.OrganisationId, Role.Secretariat, "該当する版は 9.1 です。")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Reply(id, question, Asker, Role.Operator, "9.0 は？")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Reply(id, question, Small.Telecom[1].OrganisationId, Role.Operator)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Reply(id, question, Small.Centre.OrganisationId, Role.Analyst)).StatusCode);

        var thread = Assert.Single((await Questions(id, Asker)).GetProperty("items").EnumerateArray());
        Assert.Equal([("author", "該当する版は 9.1 です。"), ("asker", "9.0 は？")], thread.GetProperty("replies").EnumerateArray().Select(r => (r.GetProperty("saidBy").GetString(), r.GetProperty("text").GetString())));
        Assert.DoesNotContain(await distribution.AllPublished<QuestionAsked>(), m => m.QuestionId == question);
    }

    [Fact]
    public async Task No_more_than_ten_questions_of_one_recipient_wait()
    {
        var id = await distribution.Released(distribution.Flash());
        for (var i = 0; i < 10; i++) await distribution.Asked(id, Asker);

        var eleventh = await distribution.Http(Role.Operator, Asker).PostAsJsonAsync($"/api/advisories/{id}/questions", new { text = "もう一つ" });

        Assert.Equal(HttpStatusCode.Conflict, eleventh.StatusCode);
        await distribution.Asked(id, Small.Telecom[1].OrganisationId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public async Task Names_what_is_wrong_with_a_question(string? text)
    {
        var id = await distribution.Released(distribution.Flash());

        var answer = await distribution.Http(Role.Operator, Asker).PostAsJsonAsync($"/api/advisories/{id}/questions", new { text });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("text", out _));
    }

    static QuestionAnswered Answered(Guid question, Guid source, long version, string answer) => new() { QuestionId = question, SourceId = source, Version = version, Answer = answer };

    async Task<JsonElement> Questions(Guid id, Guid organisation, string role = Role.Operator, string language = "ja") => (await distribution.Get($"/api/advisories/{id}/questions", organisation, role, language))!.Value;

    Task<HttpResponseMessage> Reply(Guid id, Guid question, Guid organisation, string role, string text = "はい。") =>
        distribution.Http(role, organisation).PostAsJsonAsync($"/api/advisories/{id}/questions/{question}/replies", new { text });
}
