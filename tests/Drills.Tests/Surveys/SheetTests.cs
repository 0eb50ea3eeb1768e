using System.Net;
using System.Net.Http.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Drills.Tests.Surveys;

/// <summary>Participants fill in a self-check until the drill ends, and a survey for two weeks from then on.</summary>
public class SheetTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    static readonly object[] Questions =
    [
        new { id = "reached", kind = "yesNo", text = new { ja = "届きましたか" }, required = true },
        new { id = "by", kind = "choices", text = new { ja = "手段", en = "By what" }, options = new[] { new { id = "mail", text = new { ja = "メール" } }, new { id = "tel", text = new { ja = "電話" } } } },
        new { id = "minutes", kind = "number", text = new { en = "Minutes" } },
    ];

    [Fact]
    public async Task A_sheet_is_filled_in_while_it_is_open_and_read_as_it_was_filled_in()
    {
        var (id, community) = await Running("selfCheck", "survey");
        var member = drills.Http(Role.Operator, community.Members[0]);

        Assert.NotEmpty(await DrillsFixture.Told(await Answer(member, id, "survey", new { reached = new[] { "yes" } })));
        await DrillsFixture.Json(await Answer(member, id, "selfCheck", new { reached = new[] { "no" }, minutes = Array.Empty<string>() }));
        await DrillsFixture.Json(await Answer(member, id, "selfCheck", new { reached = new[] { "yes" }, by = new[] { "tel", "mail" } }));
        var sheet = await DrillsFixture.Json(await member.GetAsync($"/api/drills/{id}/sheets/selfCheck"));
        Assert.Equal(["tel", "mail"], sheet.GetProperty("answers").GetProperty("by").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(("届きましたか", true), (sheet.GetProperty("questions")[0].GetProperty("text").GetProperty("en").GetString(), sheet.GetProperty("open").GetBoolean()));
        Assert.Equal(["selfCheck True True", "survey False False"], await States(community.Members[0], id));

        await DrillsFixture.Json(await drills.Act(id, "close"));
        Assert.NotEmpty(await DrillsFixture.Told(await Answer(member, id, "selfCheck", new { reached = new[] { "yes" } })));
        await DrillsFixture.Json(await Answer(member, id, "survey", new { reached = new[] { "yes" } }));
        Assert.Equal(["selfCheck False True", "survey True True"], await States(community.Members[0], id));

        drills.Clock.Advance(TimeSpan.FromDays(14));
        Assert.NotEmpty(await DrillsFixture.Told(await Answer(member, id, "survey", new { reached = new[] { "no" } })));
        Assert.Equal("yes", (await DrillsFixture.Json(await member.GetAsync($"/api/drills/{id}/sheets/survey"))).GetProperty("answers").GetProperty("reached")[0].GetString());
    }

    [Fact]
    public async Task Answers_that_do_not_fit_are_refused_question_by_question()
    {
        var (id, community) = await Running("selfCheck");

        var answer = await Answer(drills.Http(Role.Operator, community.Members[0]), id, "selfCheck", new { by = new[] { "mail", "mail" }, minutes = new[] { "soon" }, other = new[] { "x" } });

        Assert.Equal(["answers.by", "answers.minutes", "answers.other", "answers.reached"], (await DrillsFixture.Named(answer)).Order(StringComparer.Ordinal));
        Assert.Equal(["answers"], await DrillsFixture.Named(await drills.Http(Role.Operator, community.Members[0]).PutAsJsonAsync($"/api/drills/{id}/sheets/selfCheck", new { })));
        foreach (var strange in new[] { new Dictionary<string, string[]> { ["what <b>is</b> this"] = ["x"], ["reached"] = ["yes"] }, Enumerable.Range(0, 101).ToDictionary(n => $"q{n}", _ => new[] { "x" }) })
        {
            Assert.Equal(["answers"], await DrillsFixture.Named(await Answer(drills.Http(Role.Operator, community.Members[0]), id, "selfCheck", strange)));
        }
    }

    [Fact]
    public async Task Only_who_takes_part_has_a_sheet_and_only_one_that_the_campaign_has()
    {
        var (id, community) = await Running("selfCheck");
        var other = await drills.Community();

        Assert.Equal(HttpStatusCode.NotFound, (await drills.Http(Role.Operator, other.Members[0]).GetAsync($"/api/drills/{id}/sheets/selfCheck")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(drills.Http(Role.Operator, other.Members[0]), id, "selfCheck", new { reached = new[] { "yes" } })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await drills.Http(Role.Operator, community.Members[0]).GetAsync($"/api/drills/{id}/sheets/survey")).StatusCode);
        await DrillsFixture.Json(await Answer(drills.Of(community), id, "selfCheck", new { reached = new[] { "yes" } }));
        await DrillsFixture.Json(await Answer(drills.Http(Role.Liaison, community.Ministry), id, "selfCheck", new { reached = new[] { "yes" } }));
    }

    [Fact]
    public async Task Two_people_who_fill_it_in_at_once_both_are_heard_one_after_the_other()
    {
        var (id, community) = await Running("selfCheck");
        var member = drills.Http(Role.Operator, community.Members[0]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Answer(member, id, "selfCheck", new { reached = new[] { n % 2 == 0 ? "yes" : "no" } })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    [Fact]
    public async Task A_sheet_stays_as_it_is_once_a_drill_began_or_somebody_filled_it_in()
    {
        var (campaign, community) = (await drills.Campaign(), await drills.Community());
        await Write(campaign, "selfCheck");
        await Write(campaign, "survey");
        var id = await drills.Ready(community, campaign);
        await DrillsFixture.Json(await Answer(drills.Http(Role.Operator, community.Members[0]), id, "selfCheck", new { reached = new[] { "yes" } }));

        Assert.NotEmpty(await DrillsFixture.Told(await Put(campaign, "selfCheck", Questions)));
        await DrillsFixture.Json(await Put(campaign, "survey", []));
        Assert.Equal(["selfCheck"], (await DrillsFixture.Items(drills.Of(community), $"/api/drills/campaigns/{campaign}/sheets")).Select(s => s.GetProperty("kind").GetString()));
        await DrillsFixture.Json(await drills.Act(id, "start"));
        Assert.NotEmpty(await DrillsFixture.Told(await Put(campaign, "survey", Questions)));
    }

    [Fact]
    public async Task Bad_questions_are_refused_field_by_field()
    {
        var campaign = await drills.Campaign();
        var options = new[] { new { id = "a", text = new { ja = "一" } }, new { id = "b", text = new { ja = "二" } } };
        var text = new { ja = "質問" };

        foreach (var (question, field) in new (object Question, string Field)[]
        {
            (new { id = "a b", kind = "text", text }, "questions[0].id"),
            (new { id = "q", kind = "essay", text }, "questions[0].kind"),
            (new { id = "q", kind = "text", text = new { ja = "" } }, "questions[0].text"),
            (new { id = "q", kind = "choice", text, options = options[..1] }, "questions[0].options"),
            (new { id = "q", kind = "yesNo", text, options }, "questions[0].options"),
            (new { id = "q", kind = "choices", text, options = new[] { options[0], options[0] } }, "questions[0].options"),
            (new { id = "q", kind = "choice", text, options = new object[] { options[0], new { id = "b" } } }, "questions[0].options[1].text"),
        })
        {
            Assert.Equal([field], await DrillsFixture.Named(await Put(campaign, "survey", question)));
        }

        Assert.Equal(["questions"], await DrillsFixture.Named(await Put(campaign, "survey", Questions[0], Questions[0])));
        Assert.Equal(["kind"], await DrillsFixture.Named(await Put(campaign, "exam", Questions)));
    }

    async Task<(Guid Id, Community Community)> Running(params string[] kinds)
    {
        var (campaign, community) = (await drills.Campaign(), await drills.Community());
        foreach (var kind in kinds) await Write(campaign, kind);
        return (await drills.Running(community, campaign), community);
    }

    async Task Write(Guid campaign, string kind) => await DrillsFixture.Json(await Put(campaign, kind, Questions));

    Task<HttpResponseMessage> Put(Guid campaign, string kind, params object[] questions) => drills.Controller.PutAsJsonAsync($"/api/drills/campaigns/{campaign}/sheets", new { kind, questions });

    static Task<HttpResponseMessage> Answer(HttpClient http, Guid drill, string kind, object answers) => http.PutAsJsonAsync($"/api/drills/{drill}/sheets/{kind}", new { answers });

    async Task<string[]> States(Guid member, Guid drill)
    {
        var mine = (await DrillsFixture.Items(drills.Http(Role.Operator, member), "/api/drills/mine")).Single(i => i.GetProperty("id").GetGuid() == drill);
        return [.. mine.GetProperty("sheets").EnumerateArray().Select(s => $"{s.GetProperty("kind").GetString()} {s.GetProperty("open").GetBoolean()} {s.GetProperty("answered").GetBoolean()}")];
    }
}
