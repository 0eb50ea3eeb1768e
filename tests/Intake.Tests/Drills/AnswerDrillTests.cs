using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Drills;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Reports;

namespace Ceptoar.Intake.Tests.Drills;

/// <summary>A participant of a two-way drill answers it by a report, which carries the mark from its number to its last version.</summary>
public class AnswerDrillTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    const string NotThere = "回答できる訓練ではありません";
    const string Mark = "drill.participantsOnly";

    Guid Other => intake.Directory.Telecom[1].OrganisationId;

    Guid Secretariat => intake.Directory.TelecomSecretariat.OrganisationId;

    [Fact]
    public async Task An_answering_report_has_a_number_of_its_own_series_and_leaves_no_hole_in_the_live_one()
    {
        var drill = await Drill();

        var before = Running((await intake.Submitted()).Number, "R");
        var first = Running((await Answered(drill)).Number, "RT");
        var second = Running((await Answered(drill)).Number, "RT");
        var after = Running((await intake.Submitted()).Number, "R");

        Assert.Equal((before + 1, first + 1), (after, second));
    }

    [Fact]
    public async Task It_is_said_that_the_organisation_answered_with_its_first_report_alone()
    {
        var drill = await Drill();

        var first = await Answered(drill);
        await Answered(drill);
        await Answered(drill, Other);

        var said = (await intake.AllPublished<DrillAnswered>(m => m.DrillId == drill)).Select(m => (m.OrganisationId, m.Number)).ToArray();
        Assert.Equal(new HashSet<Guid> { intake.Reporter, Other }, said.Select(s => s.OrganisationId).ToHashSet());
        Assert.Equal((2, first.Number), (said.Length, said.Single(s => s.OrganisationId == intake.Reporter).Number));
    }

    [Fact]
    public async Task A_report_of_life_is_no_answer()
    {
        var receipt = await intake.Submitted();

        Assert.Null((await intake.Published<ReportSubmitted>(m => m.ReportId == receipt.Id)).DrillId);
        Assert.Empty(await intake.AllPublished<DrillAnswered>(m => m.ReportId == receipt.Id));
        Assert.Equal((false, JsonValueKind.Null), (Flag((await intake.Read(receipt.Id))!.Value), (await intake.Read(receipt.Id))!.Value.GetProperty("exercise").ValueKind));
    }

    [Theory]
    [InlineData("EX-1")]
    [InlineData("")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    public async Task What_is_no_drill_is_refused_and_nothing_becomes_a_live_report(string exercise) => Assert.Contains(NotThere, await Refused(exercise), StringComparison.Ordinal);

    [Fact]
    public async Task Who_takes_no_part_learns_no_more_than_of_a_drill_that_is_not_there()
    {
        foreach (var drill in new[] { await Drill(participants: [Other]), await Drill("closed", participants: [Other]), await Drill(twoWay: false, participants: [Other]) })
        {
            Assert.Equal(await Refused(Guid.NewGuid().ToString()), await Refused(drill.ToString()));
        }
    }

    [Theory]
    [InlineData("closed", true, "終了しています")]
    [InlineData("stopped", true, "終了しています")]
    [InlineData("running", false, "回答を求めていません")]
    public async Task A_drill_that_has_ended_or_asks_for_none_is_not_answered(string state, bool twoWay, string why) =>
        Assert.Contains(why, await Refused((await Drill(state, twoWay)).ToString()), StringComparison.Ordinal);

    [Fact]
    public async Task Older_news_of_a_drill_heard_late_changes_nothing()
    {
        var drill = await Drill("stopped", version: 3);

        await Drill("running", version: 2, id: drill);

        Assert.Contains("終了しています", await Refused(drill.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_it_sees_the_mark()
    {
        var drill = await Drill();
        var receipt = await Answered(drill, fields: [("title", "模擬の障害"), ("sourceVisibility", "ceptoar")]);
        await intake.Classified(receipt.Id, Tlp.Amber);

        var own = (await intake.Read(receipt.Id))!.Value;
        var others = (await intake.Read(receipt.Id, Secretariat, Role.Secretariat))!.Value;
        var listed = (await intake.Listed(intake.Reporter)).Single(r => r.GetProperty("id").GetGuid() == receipt.Id);

        Assert.All([own, others, listed], view => Assert.Equal((drill, true), (view.GetProperty("exercise").GetGuid(), Flag(view))));
        Assert.Equal(("模擬の障害", "【訓練】模擬の障害", "【訓練】模擬の障害"), (Title(own.GetProperty("report")), Title(others.GetProperty("report")), Title(listed)));
        Assert.Contains(own.GetProperty("notices").EnumerateArray(), n => n.GetProperty("code").GetString() == Mark);
    }

    [Fact]
    public async Task Whom_the_reporter_lets_read_it_reads_it_only_as_a_participant()
    {
        var receipt = await Answered(await Drill(participants: [intake.Reporter]), fields: [("sourceVisibility", "ceptoar")]);
        await intake.FollowedUp(receipt.Id, intake.Report(("sourceVisibility", "ceptoar")));
        await intake.Classified(receipt.Id, Tlp.Amber, version: 2);

        Assert.Null(await intake.Read(receipt.Id, Secretariat, Role.Secretariat));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("hidden")]
    [InlineData("centre")]
    [InlineData("ceptoar")]
    public async Task The_ministry_and_the_centre_that_take_part_read_it_as_a_drills_whatever_it_hides_in_life(string? visibility)
    {
        var (ministry, centre) = (intake.Directory.TelecomMinistry.OrganisationId, intake.Directory.Centre.OrganisationId);
        var drill = await Drill(participants: [intake.Reporter, ministry, centre]);
        var receipt = await Answered(drill, fields: [("title", "模擬の障害"), ("sourceVisibility", visibility)]);
        await intake.Classified(receipt.Id, Tlp.Amber);

        foreach (var (organisation, role) in new[] { (ministry, Role.Liaison), (centre, Role.Controller), (centre, Role.Analyst) })
        {
            var view = (await intake.Read(receipt.Id, organisation, role))!.Value;
            Assert.Equal((drill, true, "【訓練】模擬の障害"), (view.GetProperty("exercise").GetGuid(), Flag(view), Title(view.GetProperty("report"))));
        }

        Assert.Null(await intake.Read(receipt.Id, intake.Directory.AviationMinistry.OrganisationId, Role.Liaison));
        var live = await intake.Submitted(intake.Report(("sourceVisibility", visibility is "ceptoar" ? "hidden" : visibility)));
        await intake.Classified(live.Id, Tlp.Amber);
        Assert.Null(await intake.Read(live.Id, ministry, Role.Liaison));
    }

    [Fact]
    public async Task A_ministry_that_its_drills_way_leaves_out_reads_no_answer_to_it()
    {
        var receipt = await Answered(await Drill(participants: [intake.Reporter, intake.Directory.Centre.OrganisationId]));
        await intake.Classified(receipt.Id, Tlp.Amber);

        Assert.Null(await intake.Read(receipt.Id, intake.Directory.TelecomMinistry.OrganisationId, Role.Liaison));
        Assert.NotNull(await intake.Read(receipt.Id, intake.Directory.Centre.OrganisationId, Role.Analyst));
    }

    [Fact]
    public async Task A_title_that_says_so_itself_is_not_marked_twice()
    {
        var receipt = await Answered(await Drill(), fields: [("title", "【訓練】模擬の障害")]);

        Assert.Equal("【訓練】模擬の障害", Title((await intake.Listed(intake.Reporter)).Single(r => r.GetProperty("id").GetGuid() == receipt.Id)));
    }

    [Fact]
    public async Task Consent_to_pass_it_on_is_not_used_and_the_answer_says_that_nothing_leaves()
    {
        var answer = await (await intake.Submit(intake.Report(("exercise", await Drill()), ("onwardConsent", new[] { "ipa" })))).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(Mark, Assert.Single(answer.GetProperty("notices").EnumerateArray()).GetProperty("code").GetString());
        var id = answer.GetProperty("id").GetGuid();
        Assert.Empty((await intake.Read(id))!.Value.GetProperty("report").GetProperty("onwardConsent").EnumerateArray());
        Assert.Empty(intake.Case.Open<CaseFile>((await intake.Published<ReportSubmitted>(m => m.ReportId == id)).Case).OnwardConsent);
        Assert.Empty((await (await intake.Submit(intake.Report())).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("notices").EnumerateArray());
    }

    [Fact]
    public async Task Its_follow_ups_keep_the_mark_whether_they_say_so_or_not()
    {
        var drill = await Drill();
        var receipt = await Answered(drill);

        await intake.FollowedUp(receipt.Id, intake.Report(("onwardConsent", new[] { "ipa" })));
        await intake.FollowedUp(receipt.Id, intake.Report(("exercise", drill)));

        var said = await intake.AllPublished<ReportSubmitted>(m => m.ReportId == receipt.Id);
        Assert.Equal([1, 2, 3], said.Select(m => m.Version).Order());
        Assert.All(said, m => Assert.Equal((drill, receipt.Number), (m.DrillId, m.Number)));
        Assert.All(said, m => Assert.Empty(intake.Case.Open<CaseFile>(m.Case).OnwardConsent));
        Assert.True(Flag((await intake.Read(receipt.Id))!.Value));
        Assert.Single(await intake.AllPublished<DrillAnswered>(m => m.ReportId == receipt.Id));
    }

    [Fact]
    public async Task The_mark_is_neither_put_on_later_nor_changed_nor_taken_off()
    {
        var (drill, another) = (await Drill(), await Drill());
        var (live, answer) = (await intake.Submitted(), await Answered(drill));

        Assert.Contains("後から付けることはできません", await Refused(FollowUp(live.Id, drill.ToString())), StringComparison.Ordinal);
        Assert.Contains("変えることも外すこともできません", await Refused(FollowUp(answer.Id, another.ToString())), StringComparison.Ordinal);
        Assert.Contains("変えることも外すこともできません", await Refused(FollowUp(answer.Id, "")), StringComparison.Ordinal);
        Assert.Equal((1, 1), ((await intake.Read(live.Id))!.Value.GetProperty("version").GetInt32(), (await intake.Read(answer.Id))!.Value.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task When_the_drill_has_ended_nothing_is_added_to_its_reports_any_more()
    {
        var drill = await Drill();
        var receipt = await Answered(drill);
        await Drill("stopped", version: 2, id: drill);

        Assert.Contains("終了しています", await Refused(FollowUp(receipt.Id, null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretariat_answers_for_a_member_that_takes_part_and_for_no_other()
    {
        var drill = await Drill(participants: [intake.Reporter, Secretariat]);

        Assert.Equal(HttpStatusCode.Created, (await Entered(intake.Reporter)).StatusCode);
        Assert.Contains(NotThere, await Refused(Entered(Other)), StringComparison.Ordinal);

        Assert.Equal(intake.Reporter, (await intake.Published<DrillAnswered>(m => m.DrillId == drill)).OrganisationId);

        Task<HttpResponseMessage> Entered(Guid member) => intake.Http(Role.Secretariat, Secretariat)
            .PostAsJsonAsync("/api/reports", intake.Report(("exercise", drill), ("onBehalf", new { organisationId = member, means = "telephone" })));
    }

    [Fact]
    public async Task It_is_withdrawn_as_any_report_and_keeps_its_mark()
    {
        var receipt = await Answered(await Drill());

        (await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{receipt.Id}/withdrawal", null)).EnsureSuccessStatusCode();

        await intake.Published<ReportWithdrawn>(m => m.ReportId == receipt.Id);
        var report = (await intake.Read(receipt.Id))!.Value;
        Assert.Equal((true, "withdrawn"), (Flag(report), report.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_draft_keeps_the_drill_and_a_follow_up_is_marked_by_its_report()
    {
        var drill = await Drill();
        var receipt = await Answered(drill);
        var http = intake.Http(Role.Operator, intake.Reporter);

        var typed = await Kept(new { report = new { title = "模擬", exercise = drill.ToString() } });
        var followUp = await Kept(new { report = new { title = "続報" }, followsUp = receipt.Id });
        var live = await Kept(new { report = new { title = "本物" } });

        Assert.Equal((drill.ToString(), true), (typed.GetProperty("report").GetProperty("exercise").GetString(), Flag(typed)));
        Assert.Equal((true, false), (Flag(followUp), Flag(live)));
        var listed = (await http.GetFromJsonAsync<JsonElement>("/api/report-drafts")).GetProperty("items").EnumerateArray().Select(i => (Title(i), Flag(i), i.GetProperty("exercise").ToString())).ToHashSet();
        Assert.Equal(new HashSet<(string?, bool, string)> { ("【訓練】模擬", true, drill.ToString()), ("【訓練】続報", true, drill.ToString()), ("本物", false, "") }, listed);

        async Task<JsonElement> Kept(object draft)
        {
            var started = await (await http.PostAsJsonAsync("/api/report-drafts", draft)).Content.ReadFromJsonAsync<JsonElement>();
            return await http.GetFromJsonAsync<JsonElement>($"/api/report-drafts/{started.GetProperty("id").GetGuid()}");
        }
    }

    [Theory]
    [InlineData(12, false, "R-2027-000012")]
    [InlineData(12, true, "RT-2027-000012")]
    public void Numbers_count_the_year_in_Japan(long running, bool drill, string number) => Assert.Equal(number, Report.NumberOf(running, drill, new(2026, 12, 31, 15, 0, 0, TimeSpan.Zero)));

    async Task<Guid> Drill(string state = "running", bool twoWay = true, long version = 1, Guid? id = null, Guid[]? participants = null)
    {
        var drill = new DrillChanged { DrillId = id ?? Guid.NewGuid(), Version = version, State = state, Ceptoar = "telecom", TwoWay = twoWay, Participants = participants ?? [intake.Reporter, Other, Secretariat] };
        await intake.Hears(drill);
        return drill.DrillId;
    }

    Task<IntakeFixture.Receipt> Answered(Guid drill, Guid? organisation = null, params (string Field, object? Value)[] fields) =>
        intake.Submitted(intake.Report([("exercise", drill), .. fields]), organisation);

    Task<HttpResponseMessage> FollowUp(Guid reportId, string? exercise) =>
        intake.Http(Role.Operator, intake.Reporter).PostAsJsonAsync($"/api/reports/{reportId}/versions", intake.Report(("exercise", exercise)));

    Task<string> Refused(string exercise) => Refused(intake.Submit(intake.Report(("exercise", exercise))));

    /// <summary>Why; the exercise is all that is wrong.</summary>
    static async Task<string> Refused(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject());
        Assert.Equal("exercise", error.Name);
        return Assert.Single(error.Value.EnumerateArray()).GetString()!;
    }

    static bool Flag(JsonElement view) => view.GetProperty("drill").GetBoolean();

    static string? Title(JsonElement view) => view.GetProperty("title").GetString();

    static int Running(string number, string series)
    {
        var parts = number.Split('-');
        Assert.Equal((3, series), (parts.Length, parts[0]));
        return int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture);
    }
}
