using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Tests.Policies;

/// <summary>Ministries and CEPTOARs own rules: two people, a dry run, a history; looser than the national default only with the centre.</summary>
public class PolicyTests(ClassificationFixture classification) : IClassFixture<ClassificationFixture>, IAsyncLifetime
{
    const string Telecom = "ceptoar.telecom";

    Guid Secretariat => classification.Directory.TelecomSecretariat.OrganisationId;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The next test finds the national default alone.</summary>
    public async Task DisposeAsync() => await classification.Db<ClassificationDb, int>(db => db.Policies.ExecuteDeleteAsync());

    [Fact]
    public async Task An_approved_rule_tightens_the_reports_of_its_CEPTOAR_and_no_others()
    {
        await InForce(Telecom, Rule("sign", "AMBER", kinds: ["incident"]));

        var (own, other) = (await classification.Labelled(Tlp.Clear), await classification.Labelled(Tlp.Clear, reporter: classification.Directory.Aviation[0].OrganisationId));

        Assert.Equal(Tlp.Amber, (await Said(own)).Ceiling);
        Assert.Equal(Tlp.Clear, (await Said(other)).Ceiling);
        var reason = (await classification.Label(own))!.Value.GetProperty("reasons").EnumerateArray().Single(r => Text(r, "rule") == "sign");
        Assert.Equal(($"{Telecom}/1", "この規則の理由"), (Text(reason, "policy"), Text(reason, "ja")));
        Assert.DoesNotContain((await Said(own)).Reasons, r => r.Policy.Contains("telecom", StringComparison.Ordinal));
        var centre = (await classification.Label(own, classification.Centre, Role.Analyst))!.Value.GetProperty("reasons").EnumerateArray().Single(r => Text(r, "rule") == "owner");
        Assert.Equal(("owner", "報告者の所管省庁またはCEPTOARの規則によるものです。"), (Text(centre, "policy"), Text(centre, "ja")));
    }

    [Fact]
    public async Task A_draft_changes_nothing_until_a_second_person_of_its_owner_approves()
    {
        await Json(Draft(Telecom, Policy(Rule("all", "RED")), "secretary-1"));
        Assert.Equal(Tlp.Green, (await Said(await classification.Labelled())).Ceiling);

        Assert.Equal(HttpStatusCode.Conflict, (await Decide(Telecom, 1, "secretary-1")).StatusCode);
        await Json(Decide(Telecom, 1, "secretary-2"));

        Assert.Equal(Tlp.Red, (await Said(await classification.Labelled())).Ceiling);
    }

    [Fact]
    public async Task The_ministrys_rules_hold_beside_the_CEPTOARs()
    {
        var ministry = classification.Directory.TelecomMinistry.OrganisationId;
        var scope = $"ministry.{ministry}";
        await Json(classification.Send(HttpMethod.Post, $"/api/policies/{scope}/versions", Policy(Rule("ministry", "AMBER")), Role.Liaison, ministry, "liaison-1"));
        await Json(classification.Send(HttpMethod.Post, $"/api/policies/{scope}/versions/1/decision", new { decision = "approve" }, Role.Liaison, ministry, "liaison-2"));
        await InForce(Telecom, Rule("secretariat", "GREEN"));

        var id = await classification.Labelled(Tlp.Clear);

        Assert.Equal(Tlp.Amber, (await Said(id)).Ceiling);
        Assert.Equal(["secretariat", "ministry"], (await classification.Label(id))!.Value.GetProperty("reasons").EnumerateArray().Where(r => Text(r, "policy").Length > 0).Select(r => Text(r, "rule")).OrderDescending());
    }

    [Fact]
    public async Task What_relaxes_the_national_default_waits_for_an_approver_of_the_centre()
    {
        var relaxed = new { rules = Array.Empty<object>(), relaxed = new[] { new { rule = "marking.internal", tlp = "AMBER" } }, note = "会員間の慣行" };
        await Json(Draft(Telecom, relaxed, "secretary-1"));
        Assert.Equal("awaitingCentre", Text(await Json(Decide(Telecom, 1, "secretary-2")), "state"));
        Assert.Equal(Tlp.AmberStrict, (await Said(await classification.Labelled(body: "社外秘の資料。"))).Ceiling);
        Assert.Equal(HttpStatusCode.Conflict, (await Decide(Telecom, 1, "secretary-3")).StatusCode);

        Assert.Equal("approved", Text(await Json(classification.AsAnalyst(HttpMethod.Post, $"/api/policies/{Telecom}/versions/1/decision", new { decision = "approve" }, "approver-1", Role.Approver)), "state"));

        Assert.Equal(Tlp.Amber, (await Said(await classification.Labelled(body: "社外秘の資料。"))).Ceiling);
        Assert.Equal(Tlp.AmberStrict, (await Said(await classification.Labelled(body: "社外秘の資料。", reporter: classification.Directory.Aviation[0].OrganisationId))).Ceiling);
    }

    [Fact]
    public async Task No_relaxation_goes_below_the_wish_or_a_failure()
    {
        await Json(Draft(Telecom, new { rules = Array.Empty<object>(), relaxed = new[] { new { rule = "marking.unknown", tlp = "CLEAR" } }, note = "試し" }, "secretary-1"));
        await Json(Decide(Telecom, 1, "secretary-2"));
        await Json(classification.AsAnalyst(HttpMethod.Post, $"/api/policies/{Telecom}/versions/1/decision", new { decision = "approve" }, "approver-1", Role.Approver));

        Assert.Equal(Tlp.AmberStrict, (await Said(await classification.Labelled(Tlp.AmberStrict, "TLP:ZEBRA"))).Ceiling);
    }

    [Fact]
    public async Task A_policy_that_this_program_does_not_understand_makes_the_reports_it_is_for_RED()
    {
        await InForce(Telecom, Rule("plain", "GREEN"));
        await classification.Db<ClassificationDb, int>(db => db.Database.ExecuteSqlAsync($"update policy_version set format = 99, revision = nextval('policy_revision')"));

        var said = await Said(await classification.Labelled());

        Assert.Equal((Tlp.Red, Tlp.Red), (said.Original, said.Ceiling));
        Assert.Contains("failure.policy", said.Reasons.Select(r => r.Rule));
        Assert.Equal(Tlp.Green, (await Said(await classification.Labelled(reporter: classification.Directory.Aviation[0].OrganisationId))).Ceiling);
    }

    [Fact]
    public async Task A_reporter_that_the_directory_does_not_know_is_RED()
    {
        var said = await Said(await classification.Labelled(reporter: Guid.NewGuid()));

        Assert.Equal((Tlp.Red, "failure.directory"), (said.Ceiling, said.Reasons.Single(r => r.Rule.StartsWith("failure", StringComparison.Ordinal)).Rule));
    }

    [Fact]
    public async Task A_version_holds_from_its_effective_date_on()
    {
        var later = new { effectiveFrom = classification.Clock.GetUtcNow().AddDays(7), rules = new[] { Rule("later", "AMBER") }, note = "来週から" };
        await Json(Draft(Telecom, later, "secretary-1"));
        await Json(Decide(Telecom, 1, "secretary-2"));

        Assert.Equal(Tlp.Green, (await Said(await classification.Labelled())).Ceiling);
        Assert.False((await History(Telecom))[0].GetProperty("inForce").GetBoolean());
    }

    [Fact]
    public async Task A_version_that_was_scheduled_earlier_does_not_undo_a_later_one()
    {
        await Json(Draft(Telecom, new { effectiveFrom = classification.Clock.GetUtcNow().AddDays(1), rules = Array.Empty<object>(), note = "緩和の予定" }, "secretary-1"));
        await Json(Decide(Telecom, 1, "secretary-2"));
        await Json(Draft(Telecom, Policy(Rule("urgent", "AMBER")), "secretary-1"));
        await Json(Decide(Telecom, 2, "secretary-2"));

        classification.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(Tlp.Amber, (await Said(await classification.Labelled())).Ceiling);
    }

    [Fact]
    public async Task What_was_granted_of_a_milder_default_is_not_granted_of_a_stricter_one()
    {
        await Json(Draft(Telecom, new { rules = Array.Empty<object>(), relaxed = new[] { new { rule = "marking.restricted", tlp = "GREEN" } }, note = "慣行" }, "secretary-1"));
        await Json(Decide(Telecom, 1, "secretary-2"));
        await Json(classification.AsAnalyst(HttpMethod.Post, $"/api/policies/{Telecom}/versions/1/decision", new { decision = "approve" }, "approver-1", Role.Approver));
        Assert.Equal(Tlp.Green, (await Said(await classification.Labelled(body: "取扱注意"))).Ceiling);

        await Json(classification.AsAnalyst(HttpMethod.Post, "/api/policies/national/versions", Policy(Rule("marking.restricted", "AMBER+STRICT", signals: ["marking.restricted"]))));
        await Json(classification.AsAnalyst(HttpMethod.Post, "/api/policies/national/versions/2/decision", new { decision = "approve" }, "approver-1", Role.Approver));

        Assert.Equal(Tlp.AmberStrict, (await Said(await classification.Labelled(body: "取扱注意"))).Ceiling);
    }

    [Fact]
    public async Task A_dry_run_tells_how_many_of_the_last_reports_would_change_and_of_hidden_ones_no_more()
    {
        for (var i = 0; i < 12; i++) await classification.Labelled(Tlp.Clear, i < 3 ? "取扱注意" : "本文");
        var readable = await classification.Labelled(Tlp.Clear, "取扱注意", sourceVisibility: "ceptoar");
        var policy = Policy(Rule("tighter", "RED", signals: ["marking.restricted"]));
        Assert.Empty((await Json(Try(Telecom, policy))).GetProperty("changes").EnumerateArray());
        classification.Clock.Advance(TimeSpan.FromDays(1));

        var tried = await Json(Try(Telecom, policy));

        Assert.Contains("would change", Text(tried, "en"), StringComparison.Ordinal);
        Assert.Equal((0, 0), (tried.GetProperty("changed").GetInt32() % 5, tried.GetProperty("reports").GetInt32() % 5));
        Assert.InRange(tried.GetProperty("changed").GetInt32(), 5, tried.GetProperty("reports").GetInt32());
        var change = Assert.Single(tried.GetProperty("changes").EnumerateArray());
        Assert.Equal((readable, "AMBER", "RED"), (change.GetProperty("reportId").GetGuid(), Text(change, "ceiling"), Text(change, "newCeiling")));
    }

    [Fact]
    public async Task A_dry_run_over_few_reports_tells_nothing_of_hidden_ones()
    {
        var aviation = classification.Directory.AviationMinistry.OrganisationId;
        await classification.Labelled(Tlp.Clear, "取扱注意", reporter: classification.Directory.Aviation[1].OrganisationId);
        classification.Clock.Advance(TimeSpan.FromDays(1));

        var tried = await Json(classification.Send(HttpMethod.Post, "/api/policies/ceptoar.aviation/dry-run", Policy(Rule("probe", "RED")), Role.Secretariat, aviation));

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, 0), (tried.GetProperty("reports").ValueKind, tried.GetProperty("changed").ValueKind, tried.GetProperty("changes").GetArrayLength()));
    }

    [Fact]
    public async Task The_centre_changes_the_national_default_with_two_people()
    {
        var stricter = Policy(Rule("everything", "AMBER"));
        await Json(classification.AsAnalyst(HttpMethod.Post, "/api/policies/national/versions", stricter));
        Assert.Equal(HttpStatusCode.Conflict, (await classification.AsAnalyst(HttpMethod.Post, "/api/policies/national/versions/2/decision", new { decision = "approve" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await classification.AsAnalyst(HttpMethod.Post, "/api/policies/national/versions/2/decision", new { decision = "approve" }, "analyst-2")).StatusCode);
        await Json(classification.AsAnalyst(HttpMethod.Post, "/api/policies/national/versions/2/decision", new { decision = "approve" }, "approver-1", Role.Approver));

        Assert.Equal((Tlp.Amber, "national/2"), await Said(await classification.Labelled(Tlp.Clear)) is var s ? (s.Ceiling, s.Reasons.Single(r => r.Rule == "everything").Policy) : default);
        Assert.Equal([2, 1], (await History("national")).Select(v => v.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Nobody_writes_the_rules_of_another()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await classification.Send(HttpMethod.Post, "/api/policies/ceptoar.aviation/versions", Policy(), Role.Secretariat, Secretariat)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classification.Send(HttpMethod.Post, "/api/policies/national/versions", Policy(), Role.Secretariat, Secretariat)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classification.AsAnalyst(HttpMethod.Post, $"/api/policies/{Telecom}/versions", Policy())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classification.Send(HttpMethod.Post, "/api/policies/ceptoar.zebra/versions", Policy(), Role.Secretariat, Secretariat)).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_for_its_owner_and_the_centre_to_read_what_holds_is_for_all()
    {
        await Json(Draft(Telecom, Policy(Rule("draft", "RED")), "secretary-1"));
        Assert.Single(await History(Telecom, Role.Secretariat, Secretariat));
        Assert.Single(await History(Telecom, Role.Analyst, classification.Centre));
        Assert.Empty(await History(Telecom));

        await Json(Decide(Telecom, 1, "secretary-2"));
        Assert.Single(await History(Telecom));
        Assert.Contains(await InForceNow(), p => Text(p, "scope") == Telecom);
        Assert.Contains(await InForceNow(), p => Text(p, "scope") == "national");
    }

    [Theory]
    [InlineData("""{"rules":[{"id":"a b","when":{},"tlp":"RED","raises":"both","ja":"x","en":"x"}],"note":"n"}""", "rules[0].id")]
    [InlineData("""{"rules":[{"id":"a","when":{},"tlp":"PINK","raises":"both","ja":"x","en":"x"}],"note":"n"}""", "rules[0].tlp")]
    [InlineData("""{"rules":[{"id":"a","when":{},"raises":"both","ja":"x","en":"x"}],"note":"n"}""", "rules[0].tlp")]
    [InlineData("""{"rules":[{"id":"a","when":{"signals":["no.such"]},"tlp":"RED","raises":"both","ja":"x","en":"x"}],"note":"n"}""", "rules[0].when.signals[0]")]
    [InlineData("""{"rules":[{"id":"a","when":{},"tlp":"RED","raises":"all","ja":"x","en":"x"}],"note":"n"}""", "rules[0].raises")]
    [InlineData("""{"rules":[{"id":"a","when":{},"tlp":"RED","raises":"both","ja":"","en":"x"}],"note":"n"}""", "rules[0].ja")]
    [InlineData("""{"rules":[null],"note":"n"}""", "rules[0]")]
    [InlineData("""{"note":"n"}""", "rules")]
    [InlineData("""{"rules":[]}""", "note")]
    [InlineData("""{"rules":[],"relaxed":[{"rule":"no.such","tlp":"CLEAR"}],"note":"n"}""", "relaxed[0].rule")]
    [InlineData("""{"rules":[],"relaxed":[{"rule":"marking.amber","tlp":"RED"}],"note":"n"}""", "relaxed[0].tlp")]
    public async Task Bad_input_names_the_field(string body, string field)
    {
        foreach (var path in new[] { "versions", "dry-run" })
        {
            var answer = await classification.Http(Role.Secretariat, Secretariat).PostAsync($"/api/policies/{Telecom}/{path}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _), await answer.Content.ReadAsStringAsync());
        }
    }

    async Task InForce(string scope, params object[] rules)
    {
        await Json(Draft(scope, Policy(rules), "secretary-1"));
        await Json(Decide(scope, 1, "secretary-2"));
    }

    Task<HttpResponseMessage> Draft(string scope, object policy, string subject) => classification.Send(HttpMethod.Post, $"/api/policies/{scope}/versions", policy, Role.Secretariat, Secretariat, subject);

    Task<HttpResponseMessage> Decide(string scope, int number, string subject) =>
        classification.Send(HttpMethod.Post, $"/api/policies/{scope}/versions/{number}/decision", new { decision = "approve" }, Role.Secretariat, Secretariat, subject);

    Task<HttpResponseMessage> Try(string scope, object policy) => classification.Send(HttpMethod.Post, $"/api/policies/{scope}/dry-run", policy, Role.Secretariat, Secretariat);

    async Task<JsonElement[]> History(string scope, string role = Role.Operator, Guid? organisation = null) =>
        [.. (await classification.Http(role, organisation ?? classification.Reporter).GetFromJsonAsync<JsonElement>($"/api/policies/{scope}")).GetProperty("items").EnumerateArray()];

    async Task<JsonElement[]> InForceNow() =>
        [.. (await classification.Http(Role.Operator, classification.Reporter).GetFromJsonAsync<JsonElement>("/api/policies")).GetProperty("items").EnumerateArray()];

    Task<ReportClassified> Said(Guid id) => classification.Published<ReportClassified>(m => m.ReportId == id);

    static object Policy(params object[] rules) => new { rules, note = "理由" };

    static object Rule(string id, string tlp, string[]? signals = null, string[]? kinds = null) =>
        new { id, when = new { signals, kinds }, tlp, raises = "both", ja = "この規則の理由", en = "Why this rule is there" };

    static async Task<JsonElement> Json(Task<HttpResponseMessage> answer) => await ClassificationFixture.Json(await answer);

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
