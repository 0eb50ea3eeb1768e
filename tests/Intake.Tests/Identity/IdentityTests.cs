using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Tests.Identity;

/// <summary>Who reported is opened with a reason and by two people of the centre, for a while; it is recorded, and the reporter is told.</summary>
public class IdentityTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    const string Reason = "被害の拡大が疑われ、至急の連絡を要する。";

    HttpClient Analyst => Centre(Role.Analyst, "p-analyst");

    HttpClient Approver => Centre(Role.Approver, "p-approver");

    [Fact]
    public async Task Once_an_approver_agrees_the_two_of_them_see_who_reported()
    {
        var reporter = intake.Directory.Telecom[2];
        var receipt = await intake.Submitted(intake.Report(("sourceVisibility", "hidden")), reporter.OrganisationId);

        var decided = await Opened(receipt.Id);

        foreach (var http in new[] { Analyst, Approver })
        {
            var identity = await http.GetFromJsonAsync<JsonElement>($"/api/reports/{receipt.Id}/identity");
            Assert.Equal((receipt.Number, reporter.OrganisationId, reporter.Name), (Text(identity, "number"), identity.GetProperty("organisationId").GetGuid(), Text(identity, "name")));
            Assert.Equal(decided.GetProperty("openUntil").GetDateTimeOffset(), identity.GetProperty("openUntil").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        var id = (await intake.Submitted()).Id;
        await Opened(id);

        foreach (var http in new[]
        {
            Centre(Role.Analyst, "p-other"), Centre(Role.Approver, "p-other"), Centre(Role.Administrator), Centre(Role.Auditor), intake.Http(Role.Operator, intake.Reporter),
            intake.Http(Role.Secretariat, intake.Directory.TelecomSecretariat.OrganisationId), intake.Http(Role.Liaison, intake.Directory.TelecomMinistry.OrganisationId),
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/reports/{id}/identity")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Analyst.GetAsync($"/api/reports/{(await intake.Submitted()).Id}/identity")).StatusCode);
    }

    [Fact]
    public async Task Before_and_without_approval_nothing_is_shown_and_the_reason_is_said()
    {
        var id = (await intake.Submitted()).Id;
        var opening = await Asked(id);

        Assert.Contains("承認を待っています", await Conflict(await Look(Analyst, id)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Look(Approver, id)).StatusCode);

        await Decide(Approver, id, opening, "refuse");
        Assert.Contains("承認されませんでした", await Conflict(await Look(Analyst, id)), StringComparison.Ordinal);
        Assert.Contains("承認されませんでした", await Conflict(await Look(Approver, id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_hour_it_is_closed_and_may_be_asked_for_anew()
    {
        var id = (await intake.Submitted()).Id;
        await Opened(id);
        intake.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await Look(Analyst, id)).StatusCode);

        intake.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("期限が過ぎました", await Conflict(await Look(Analyst, id)), StringComparison.Ordinal);
        Assert.Contains("期限が過ぎました", await Conflict(await Look(Approver, id)), StringComparison.Ordinal);
        await Opened(id);
        Assert.Equal(HttpStatusCode.OK, (await Look(Analyst, id)).StatusCode);
    }

    [Fact]
    public async Task A_further_question_does_not_close_what_is_open()
    {
        var id = (await intake.Submitted()).Id;
        await Opened(id);

        await Decide(Approver, id, await Asked(id), "refuse");

        Assert.Equal(HttpStatusCode.OK, (await Look(Analyst, id)).StatusCode);
    }

    [Fact]
    public async Task The_same_person_does_not_ask_and_agree()
    {
        var id = (await intake.Submitted()).Id;
        var opening = await Asked(id);

        var decided = await Decide(Centre(Role.Approver, "p-analyst"), id, opening, "approve");

        Assert.Contains("申請者とは別の方", await Conflict(decided), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Look(Analyst, id)).StatusCode);
    }

    [Fact]
    public async Task One_opening_waits_at_a_time_and_is_decided_once()
    {
        var id = (await intake.Submitted()).Id;
        var opening = await Asked(id);

        Assert.Contains("既に判断を待っています", await Conflict(await Ask(Centre(Role.Analyst, "p-other"), id)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Decide(Approver, id, opening, "refuse")).StatusCode);
        Assert.Contains("既に終了しています", await Conflict(await Decide(Approver, id, opening, "approve")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await Ask(Centre(Role.Analyst, "p-other"), id)).StatusCode);
    }

    [Fact]
    public async Task An_opening_is_decided_under_its_own_report()
    {
        var (id, other) = ((await intake.Submitted()).Id, (await intake.Submitted()).Id);
        var opening = await Asked(id);

        Assert.Equal(HttpStatusCode.NotFound, (await Decide(Approver, other, opening, "approve")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Decide(Approver, id, Guid.NewGuid(), "approve")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(Analyst, Guid.NewGuid())).StatusCode);
    }

    [Fact]
    public async Task Only_the_centre_asks_and_decides_whatever_a_ticket_says()
    {
        var id = (await intake.Submitted()).Id;
        var opening = await Asked(id);
        var ministry = intake.Directory.TelecomMinistry.OrganisationId;

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(intake.Http(Role.Analyst, ministry), id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Decide(intake.Http(Role.Approver, ministry), id, opening, "approve")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Look(intake.Http(Role.Approver, ministry), id)).StatusCode);
        Assert.Empty(await Waiting(intake.Http(Role.Approver, ministry)));
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.Http(Role.Operator, intake.Reporter).GetAsync("/api/identity-openings")).StatusCode);
    }

    [Fact]
    public async Task What_waits_is_listed_with_its_reason_oldest_first()
    {
        var (first, second) = (await intake.Submitted(), await intake.Submitted());
        var (one, two) = (await Asked(first.Id), await Asked(second.Id));

        foreach (var http in new[] { Analyst, Approver })
        {
            var mine = (await Waiting(http)).Where(o => o.GetProperty("id").GetGuid() is var id && (id == one || id == two)).ToArray();
            Assert.Equal([first.Number, second.Number], mine.Select(o => Text(o, "number")));
            Assert.Equal([first.Id, second.Id], mine.Select(o => o.GetProperty("reportId").GetGuid()));
            Assert.All(mine, o => Assert.Equal(Reason, Text(o, "reason")));
        }

        await Decide(Approver, first.Id, one, "approve");
        Assert.DoesNotContain(one, (await Waiting(Approver)).Select(o => o.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task The_reporter_is_told_what_was_asked_why_and_when_it_was_looked_at_but_not_by_whom()
    {
        var id = (await intake.Submitted()).Id;
        var opening = await Asked(id);

        var told = await Told(id);
        Assert.Equal(("awaiting", Reason, JsonValueKind.Null, 0), (Text(told, "state"), Text(told, "reason"), told.GetProperty("decidedAt").ValueKind, told.GetProperty("lookedAt").GetArrayLength()));
        Assert.Equal(["identity.asked"], await Notices(id));

        await Decide(Approver, id, opening, "approve");
        Assert.Equal(["identity.approved"], await Notices(id));

        await Look(Analyst, id);
        await Look(Approver, id);
        told = await Told(id);
        Assert.Equal(("approved", 2), (Text(told, "state"), told.GetProperty("lookedAt").GetArrayLength()));
        Assert.Equal(TimeSpan.FromHours(1), told.GetProperty("openUntil").GetDateTimeOffset() - told.GetProperty("decidedAt").GetDateTimeOffset());
        Assert.Equal(["identity.seen"], await Notices(id));
        Assert.DoesNotContain("p-a", (await intake.Read(id))!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_opening_and_one_after_it_are_both_told_in_their_order_beside_the_other_notices()
    {
        var id = (await intake.Submitted()).Id;
        await intake.Hears(IntakeFixture.Rendered(id, Guid.NewGuid()));
        await Decide(Approver, id, await Asked(id), "refuse");
        await Asked(id);

        Assert.Equal(["review.held", "identity.refused", "identity.asked"], await Notices(id));
        var notices = (await intake.Read(id))!.Value.GetProperty("notices").EnumerateArray();
        Assert.All(notices, n => Assert.True(Text(n, "ja").Length > 0 && Text(n, "en").Length > 0));
    }

    [Fact]
    public async Task Whom_the_reporter_lets_read_the_original_is_not_told()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "ceptoar")))).Id;
        await intake.Classified(id, Tlp.Amber);
        await Asked(id);

        var read = (await intake.Read(id, intake.Directory.TelecomSecretariat.OrganisationId, Role.Secretariat))!.Value;

        Assert.Equal((0, 0), (read.GetProperty("identityOpenings").GetArrayLength(), read.GetProperty("notices").GetArrayLength()));
    }

    [Fact]
    public async Task Of_a_report_that_a_desk_entered_the_operator_is_shown_also_after_a_follow_up()
    {
        var desk = intake.Http(Role.Secretariat, intake.Directory.TelecomSecretariat.OrganisationId);
        var onBehalf = ("onBehalf", (object)new { organisationId = intake.Reporter, means = "telephone" });
        var id = (await (await desk.PostAsJsonAsync("/api/reports", intake.Report(onBehalf))).Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id;
        (await desk.PostAsJsonAsync($"/api/reports/{id}/versions", intake.Report(onBehalf))).EnsureSuccessStatusCode();

        await Opened(id);

        Assert.Equal(intake.Reporter, (await Analyst.GetFromJsonAsync<JsonElement>($"/api/reports/{id}/identity")).GetProperty("organisationId").GetGuid());
    }

    [Fact]
    public async Task The_reason_is_kept_encrypted_also_where_the_answer_is_kept()
    {
        var id = (await intake.Submitted()).Id;
        var http = Analyst;
        http.DefaultRequestHeaders.Add("Idempotency-Key", "opening-1");
        var answer = await http.PostAsJsonAsync($"/api/reports/{id}/identity", new { reason = "Because of the okapi." });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        var stored = await intake.EverythingStored();

        Assert.Contains("idempotency", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("okapi", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToHexString("okapi"u8), stored, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Because of the okapi.", Text(await Told(id), "reason"));
    }

    [Fact]
    public async Task A_withdrawn_report_is_not_opened_and_what_waited_is_over()
    {
        var (asked, opened, untouched) = ((await intake.Submitted()).Id, (await intake.Submitted()).Id, (await intake.Submitted()).Id);
        var opening = await Asked(asked);
        await Opened(opened);

        foreach (var id in new[] { asked, opened, untouched }) (await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{id}/withdrawal", content: null)).EnsureSuccessStatusCode();

        Assert.Contains("取り下げられています", await Conflict(await Ask(Analyst, untouched)), StringComparison.Ordinal);
        Assert.Contains("取り下げられています", await Conflict(await Look(Analyst, opened)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Decide(Approver, asked, opening, "approve")).StatusCode);
        Assert.DoesNotContain(opening, (await Waiting(Approver)).Select(o => o.GetProperty("id").GetGuid()));
        Assert.Equal(("withdrawn", JsonValueKind.Null), (Text(await Told(asked), "state"), (await Told(asked)).GetProperty("reason").ValueKind));
        Assert.Equal("approved", Text(await Told(opened), "state"));
        Assert.Equal(["identity.withdrawn"], await Notices(asked));
        Assert.Equal(0, await intake.Sql<long>($"select count(*) from identity_opening where report_id in ('{asked}', '{opened}') and reason is not null"));
    }

    [Theory]
    [InlineData("identity", "{}", "reason")]
    [InlineData("identity", """{"reason": " "}""", "reason")]
    [InlineData("identity", """{"reason": "a\u0000b"}""", "reason")]
    [InlineData("identity", """{"reason": 7}""", "reason")]
    [InlineData("identity/decision", """{"decision": "approve"}""", "opening")]
    [InlineData("identity/decision", """{"opening": "7", "decision": "approve"}""", "opening")]
    [InlineData("identity/decision", """{"opening": "0b7d3c52-94d1-4f0e-8a4e-5a5b1c0c7f11"}""", "decision")]
    [InlineData("identity/decision", """{"opening": "0b7d3c52-94d1-4f0e-8a4e-5a5b1c0c7f11", "decision": "agree"}""", "decision")]
    public async Task Names_what_is_wrong(string path, string body, string field)
    {
        var http = path == "identity" ? Analyst : Approver;

        var answer = await http.PostAsync($"/api/reports/{Guid.NewGuid()}/{path}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task A_reason_has_2000_characters_at_most()
    {
        var id = (await intake.Submitted()).Id;

        Assert.Equal(HttpStatusCode.BadRequest, (await Analyst.PostAsJsonAsync($"/api/reports/{id}/identity", new { reason = new string('あ', 2_001) })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Analyst.PostAsJsonAsync($"/api/reports/{id}/identity", new { reason = new string('あ', 2_000) })).StatusCode);
    }

    [Fact]
    public async Task Each_step_stands_in_the_trail_with_who_did_it_and_never_with_whose_report_it_is()
    {
        var reporter = intake.Directory.Telecom[3];
        var id = (await intake.Submitted(organisation: reporter.OrganisationId)).Id;

        await Decide(Approver, id, await Asked(id), "refuse");
        await Opened(id);
        await Look(Analyst, id);
        await Look(Approver, id);

        var trail = await Trail(id);
        Assert.Equal(
            [("identity.openingAsked", "p-analyst"), ("identity.openingRefused", "p-approver"), ("identity.openingAsked", "p-analyst"), ("identity.openingApproved", "p-approver"), ("identity.openingSeen", "p-analyst"), ("identity.openingSeen", "p-approver")],
            trail.Select(m => (m.Action, m.Actor)));
        Assert.All(trail, m => Assert.Equal(intake.Directory.Centre.OrganisationId, m.Organisation));
        Assert.All(trail, m => Assert.Matches("^opening=[0-9a-f-]{36}$", m.Detail));
        Assert.DoesNotContain(await intake.AllPublished<AuditRecorded>(), m => JsonSerializer.Serialize(m, Unescaped) is var said
            && (said.Contains(reporter.OrganisationId.ToString(), StringComparison.OrdinalIgnoreCase) || said.Contains(reporter.Name, StringComparison.Ordinal) || said.Contains(Reason, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_is_not_let_stands_in_the_trail_too()
    {
        var id = (await intake.Submitted()).Id;
        var opening = await Asked(id);

        await Ask(Centre(Role.Analyst, "p-second"), id);
        await Look(Analyst, id);
        await Look(Centre(Role.Analyst, "p-curious"), id);
        await Decide(Centre(Role.Approver, "p-analyst"), id, opening, "approve");

        Assert.Equal([("p-second", "act=ask"), ("p-analyst", "act=look"), ("p-curious", "act=look"), ("p-analyst", "act=decide")],
            (await Trail(id)).Where(m => m.Action == "identity.openingDenied").Select(m => (m.Actor, m.Detail)));
        Assert.Equal(0, (await Told(id)).GetProperty("lookedAt").GetArrayLength());
    }

    [Fact]
    public async Task The_trail_that_is_told_is_the_trail_that_is_kept()
    {
        var id = (await intake.Submitted()).Id;
        await Opened(id);
        await Look(Analyst, id);

        var kept = await intake.Db<IntakeDb, List<AuditRow>>(db => db.Set<AuditRow>().Where(r => r.Item == $"report/{id}" && r.Action.StartsWith("identity.")).ToListAsync());

        Assert.Equal(kept.Select(r => r.EntryId).Order(), (await Trail(id)).Select(m => m.EntryId).Order());
    }

    static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    HttpClient Centre(string role, string? subject = null) => intake.Http(role, intake.Directory.Centre.OrganisationId, subject);

    static Task<HttpResponseMessage> Ask(HttpClient http, Guid report) => http.PostAsJsonAsync($"/api/reports/{report}/identity", new { reason = Reason });

    static Task<HttpResponseMessage> Look(HttpClient http, Guid report) => http.GetAsync($"/api/reports/{report}/identity");

    static Task<HttpResponseMessage> Decide(HttpClient http, Guid report, Guid opening, string decision) =>
        http.PostAsJsonAsync($"/api/reports/{report}/identity/decision", new { opening, decision });

    async Task<Guid> Asked(Guid report)
    {
        var answer = await Ask(Analyst, report);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    async Task<JsonElement> Opened(Guid report)
    {
        var answer = await Decide(Approver, report, await Asked(report), "approve");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    async Task<JsonElement> Told(Guid report) => (await intake.Read(report))!.Value.GetProperty("identityOpenings").EnumerateArray().Single();

    async Task<string[]> Notices(Guid report) => [.. (await intake.Read(report))!.Value.GetProperty("notices").EnumerateArray().Select(n => Text(n, "code"))];

    static async Task<JsonElement[]> Waiting(HttpClient http) => [.. (await http.GetFromJsonAsync<JsonElement>("/api/identity-openings")).GetProperty("items").EnumerateArray()];

    async Task<AuditRecorded[]> Trail(Guid report) => [.. (await intake.AllPublished<AuditRecorded>(m => m.Item == $"report/{report}")).OrderBy(m => m.At)];

    static async Task<string> Conflict(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "detail");
    }

    static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;
}
