using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Tests.Labelling;

/// <summary>People change labels: up at once, down with the source's consent and a second person (I3).</summary>
public class ChangeLabelTests(ClassificationFixture classification) : IClassFixture<ClassificationFixture>
{
    [Fact]
    public async Task An_analyst_raises_a_label_at_once_and_everyone_is_told()
    {
        var id = await classification.Labelled(Tlp.Green);

        var change = await Json(Raise(id, "AMBER+STRICT"));

        Assert.Equal(("applied", "GREEN", "AMBER+STRICT"), (Text(change, "state"), Text(change, "fromCeiling"), Text(change, "toCeiling")));
        var said = await classification.Published<LabelChanged>(m => m.ReportId == id);
        Assert.Equal((1, 2, Tlp.AmberStrict, Tlp.AmberStrict), (said.ReportVersion, said.LabelVersion, said.Original, said.Ceiling));
        var label = (await classification.Label(id))!.Value;
        Assert.Equal(("AMBER+STRICT", "AMBER+STRICT"), (Text(label, "original"), Text(label, "ceiling")));
        Assert.Contains("担当者が TLP:AMBER+STRICT に引き上げました。", label.GetProperty("reasons").EnumerateArray().Select(r => Text(r, "ja")));
        Assert.Equal("攻撃手法が未公表のため", Text(Assert.Single(label.GetProperty("changes").EnumerateArray()), "reason"));
    }

    [Fact]
    public async Task What_a_person_raised_holds_for_the_follow_up_too()
    {
        var report = classification.Report(Tlp.Green);
        await classification.Hears(report);
        await Json(Raise(report.ReportId, "AMBER"));

        await classification.Hears(report with { Version = 2 });

        var said = await classification.Published<ReportClassified>(m => m.ReportId == report.ReportId && m.Version == 2);
        Assert.Equal((Tlp.Amber, Tlp.Amber, 3), (said.Original, said.Ceiling, said.LabelVersion));
        Assert.Contains("person.raised", said.Reasons.Select(r => r.Rule));
    }

    [Fact]
    public async Task A_liaison_raises_what_its_ministry_may_read_and_nothing_else()
    {
        var (open, hidden) = (await classification.Labelled(sourceVisibility: "ministry"), await classification.Labelled());
        var ministry = classification.Directory.TelecomMinistry.OrganisationId;

        Assert.Equal(HttpStatusCode.OK, (await Put(open, new { ceiling = "AMBER", reason = "所管の判断" }, Role.Liaison, ministry)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(hidden, new { ceiling = "AMBER", reason = "所管の判断" }, Role.Liaison, ministry)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(open, new { ceiling = "RED", reason = "別の省" }, Role.Liaison, classification.Directory.AviationMinistry.OrganisationId)).StatusCode);
    }

    [Fact]
    public async Task The_source_raises_its_own_and_nobody_elses()
    {
        var id = await classification.Labelled(Tlp.Green);

        Assert.Equal(HttpStatusCode.OK, (await Put(id, new { original = "RED", reason = "社内判断" }, Role.Operator, classification.Reporter)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(id, new { ceiling = "RED", reason = "他社" }, Role.Operator, classification.Directory.Telecom[1].OrganisationId)).StatusCode);

        Assert.Equal(("RED", "GREEN"), (Text((await classification.Label(id))!.Value, "original"), Text((await classification.Label(id))!.Value, "ceiling")));
    }

    [Fact]
    public async Task A_label_comes_down_only_once_the_source_consents_and_a_second_person_agrees()
    {
        var id = await classification.Labelled(Tlp.Green, "社外秘の資料による。", sourceVisibility: "ministry");
        var asked = await Json(Raise(id, "GREEN", original: "GREEN"));
        Assert.Equal("awaiting", Text(asked, "state"));
        var change = asked.GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.Conflict, (await Decide(id, change, Role.Analyst, "analyst-1")).StatusCode);
        Assert.Equal("awaiting", Text(await Json(Decide(id, change, Role.Analyst, "analyst-2")), "state"));
        Assert.Equal("AMBER+STRICT", Text((await classification.Label(id))!.Value, "ceiling"));
        Assert.Empty(await classification.AllPublished<LabelChanged>(m => m.ReportId == id));

        Assert.Equal("applied", Text(await Json(Consent(id, change)), "state"));

        var said = await classification.Published<LabelChanged>(m => m.ReportId == id);
        Assert.Equal((Tlp.Green, Tlp.Green, 2), (said.Original, said.Ceiling, said.LabelVersion));
        Assert.Contains("person.lowered", (await classification.Label(id))!.Value.GetProperty("reasons").EnumerateArray().Select(r => Text(r, "rule")));
    }

    [Fact]
    public async Task The_source_sees_what_would_become_visible_to_whom()
    {
        var id = await classification.Labelled(Tlp.Green, "TLP:RED", sourceVisibility: "ministry");
        await Json(Raise(id, "GREEN", original: "AMBER"));

        var task = Assert.Single(await Open(Role.Operator, classification.Reporter), t => t.GetProperty("reportId").GetGuid() == id);

        var effects = task.GetProperty("effects").EnumerateArray().ToDictionary(e => Text(e, "what"));
        Assert.Contains(classification.Directory.TelecomMinistry.Name, Text(effects["original"], "ja"), StringComparison.Ordinal);
        Assert.Equal(7, effects["rendition"].GetProperty("organisations").GetInt32());
        Assert.Contains("7 組織", Text(effects["rendition"], "ja"), StringComparison.Ordinal);
        Assert.Contains("TLP:GREEN", Text(effects["rendition"], "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_task_is_shown_to_those_alone_who_may_decide()
    {
        var id = await classification.Labelled(Tlp.Green, "TLP:AMBER");
        await Json(Raise(id, "GREEN", original: "GREEN"));

        Assert.Contains(await Open(Role.Analyst, classification.Centre), IsIt);
        Assert.DoesNotContain(await Open(Role.Operator, classification.Directory.Telecom[1].OrganisationId), IsIt);
        Assert.DoesNotContain(await Open(Role.Liaison, classification.Directory.TelecomMinistry.OrganisationId), IsIt);
        Assert.DoesNotContain(await Open(Role.Secretariat, classification.Directory.TelecomSecretariat.OrganisationId), IsIt);

        bool IsIt(JsonElement task) => task.GetProperty("reportId").GetGuid() == id;
    }

    [Fact]
    public async Task The_source_refuses_and_the_label_stays()
    {
        var id = await classification.Labelled(Tlp.Green, "TLP:AMBER");
        var change = (await Json(Raise(id, "GREEN", original: "GREEN"))).GetProperty("id").GetGuid();

        Assert.Equal("refused", Text(await Json(Consent(id, change, "refuse")), "state"));
        Assert.Equal(HttpStatusCode.Conflict, (await Decide(id, change, Role.Analyst, "analyst-2")).StatusCode);
        Assert.Equal("AMBER", Text((await classification.Label(id))!.Value, "ceiling"));
    }

    [Fact]
    public async Task The_sources_own_wish_to_lower_needs_one_of_the_centre()
    {
        var id = await classification.Labelled(Tlp.Green, "TLP:AMBER");
        var asked = await Json(Put(id, new { original = "GREEN", ceiling = "GREEN", reason = "引用した他社の表示のため" }, Role.Operator, classification.Reporter));
        Assert.Equal("awaiting", Text(asked, "state"));

        Assert.Equal("applied", Text(await Json(Decide(id, asked.GetProperty("id").GetGuid(), Role.Approver, "approver-1")), "state"));
    }

    [Fact]
    public async Task A_raise_or_a_follow_up_overtakes_what_waits()
    {
        var report = classification.Report(Tlp.Green, "TLP:AMBER");
        await classification.Hears(report);
        var first = (await Json(Raise(report.ReportId, "GREEN", original: "GREEN"))).GetProperty("id").GetGuid();
        await Json(Raise(report.ReportId, "RED"));
        Assert.Equal(HttpStatusCode.Conflict, (await Consent(report.ReportId, first)).StatusCode);

        var second = (await Json(Raise(report.ReportId, "AMBER", original: "RED"))).GetProperty("id").GetGuid();
        await classification.Hears(report with { Version = 2 });
        Assert.Equal(HttpStatusCode.Conflict, (await Consent(report.ReportId, second)).StatusCode);
    }

    [Fact]
    public async Task Asking_again_replaces_what_waits()
    {
        var id = await classification.Labelled(Tlp.Green, "TLP:RED");
        var first = (await Json(Raise(id, "AMBER", original: "RED"))).GetProperty("id").GetGuid();

        await Json(Raise(id, "GREEN", original: "GREEN"));

        Assert.Equal(HttpStatusCode.Conflict, (await Consent(id, first)).StatusCode);
        Assert.Single(await Open(Role.Operator, classification.Reporter), t => t.GetProperty("reportId").GetGuid() == id);
    }

    [Fact]
    public async Task A_person_can_hold_a_label_where_it_is()
    {
        var report = classification.Report(Tlp.Green, "TLP:AMBER");
        await classification.Hears(report);
        Assert.Equal("applied", Text(await Json(Raise(report.ReportId, "AMBER")), "state"));
        Assert.Equal(HttpStatusCode.Conflict, (await Raise(report.ReportId, "AMBER")).StatusCode);
        Assert.Empty(await classification.AllPublished<LabelChanged>(m => m.ReportId == report.ReportId));

        await classification.Hears(classification.Report(Tlp.Green) with { ReportId = report.ReportId, Version = 2 });

        Assert.Equal(Tlp.Amber, (await classification.Published<ReportClassified>(m => m.ReportId == report.ReportId && m.Version == 2)).Ceiling);
    }

    [Fact]
    public async Task The_centre_does_not_learn_from_what_waits_in_which_circles_the_reporter_is()
    {
        var id = await classification.Labelled(Tlp.Green, "TLP:RED");
        await Json(Raise(id, "GREEN", original: "GREEN"));

        var waits = Assert.Single(await Open(Role.Analyst, classification.Centre), t => t.GetProperty("reportId").GetGuid() == id);

        Assert.Empty(waits.GetProperty("effects").EnumerateArray());
        Assert.DoesNotContain("telecom", waits.GetRawText() + (await classification.Label(id, classification.Centre, Role.Analyst))!.Value.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_trail_does_not_tell_about_which_report_a_ministry_acted()
    {
        var id = await classification.Labelled(sourceVisibility: "ministry");
        await Json(Put(id, new { ceiling = "RED", reason = "所管の判断" }, Role.Liaison, classification.Directory.TelecomMinistry.OrganisationId));

        Assert.Contains(await classification.AllPublished<AuditRecorded>(), a => a is { Action: "label.raised", Item: null } && a.Organisation == classification.Directory.TelecomMinistry.OrganisationId);
        Assert.DoesNotContain(await classification.AllPublished<AuditRecorded>(), a => a.Item == $"report/{id}");
    }

    [Fact]
    public async Task A_preview_keeps_nothing_and_does_not_tell_who_is_a_member()
    {
        var before = await classification.Db<ClassificationDb, int>(db => db.Decisions.CountAsync());

        var preview = await Json(classification.Send(
            HttpMethod.Post, "/api/labels/preview", new { body = $"{classification.Directory.Telecom[3].Name}の件。取扱注意。", requestedTlp = "CLEAR", kind = "incident" }, Role.Operator, classification.Reporter));

        Assert.Equal(("AMBER", "AMBER"), (Text(preview, "original"), Text(preview, "ceiling")));
        Assert.DoesNotContain("victim.member", preview.GetProperty("reasons").EnumerateArray().Select(r => Text(r, "rule")));
        Assert.Equal(before, await classification.Db<ClassificationDb, int>(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task A_sign_with_nothing_identifying_gets_a_wider_circle_suggested()
    {
        var preview = await Json(classification.Send(
            HttpMethod.Post, "/api/labels/preview", new { body = "不審なスキャンを検知した。被害はない。", requestedTlp = "AMBER", kind = "sign" }, Role.Operator, classification.Reporter));

        Assert.Equal(("AMBER", "GREEN"), (Text(preview, "ceiling"), Text(preview.GetProperty("suggestion"), "tlp")));
    }

    [Theory]
    [InlineData("CLEAR", null, "original")]
    [InlineData(null, "CLEAR", "ceiling")]
    [InlineData("AMBER", "RED", "original")]
    public async Task Never_below_the_wish_and_the_original_never_below_the_ceiling(string? original, string? ceiling, string field)
    {
        var id = await classification.Labelled(Tlp.Green, "TLP:RED");

        var answer = await classification.AsAnalyst(HttpMethod.Put, $"/api/reports/{id}/label", new { original, ceiling, reason = "理由" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("{\"ceiling\":\"PURPLE\",\"reason\":\"x\"}", "ceiling")]
    [InlineData("{\"reason\":\"x\"}", "ceiling")]
    [InlineData("{\"ceiling\":\"RED\"}", "reason")]
    [InlineData("{\"ceiling\":\"RED\",\"reason\":\"\"}", "reason")]
    public async Task Bad_input_names_the_field(string body, string field)
    {
        var id = await classification.Labelled();

        var answer = await classification.Http(Role.Analyst, classification.Centre).PutAsync($"/api/reports/{id}/label", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task The_centre_sees_labels_and_reasons_of_a_hidden_report_but_not_where_in_the_text()
    {
        var id = await classification.Labelled(Tlp.Green, "取扱注意の資料。");

        var (own, centre) = ((await classification.Label(id))!.Value, (await classification.Label(id, classification.Centre, Role.Analyst))!.Value);

        var found = Assert.Single(Reason(own).GetProperty("found").EnumerateArray());
        Assert.Equal(("body", 0, 4), (Text(found, "field"), found.GetProperty("start").GetInt32(), found.GetProperty("length").GetInt32()));
        Assert.Empty(Reason(centre).GetProperty("found").EnumerateArray());
        Assert.Equal(Text(Reason(own), "ja"), Text(Reason(centre), "ja"));

        static JsonElement Reason(JsonElement label) => label.GetProperty("reasons").EnumerateArray().Single(r => Text(r, "rule") == "marking.restricted");
    }

    [Fact]
    public async Task The_centre_lists_every_label_and_others_those_they_may_read()
    {
        var (hidden, open) = (await classification.Labelled(), await classification.Labelled(sourceVisibility: "ceptoar"));

        Assert.Equal((true, true), await Sees(Role.Analyst, classification.Centre));
        Assert.Equal((true, true), await Sees(Role.Operator, classification.Reporter));
        Assert.Equal((false, true), await Sees(Role.Secretariat, classification.Directory.TelecomSecretariat.OrganisationId));
        Assert.Equal((false, false), await Sees(Role.Operator, classification.Directory.Telecom[1].OrganisationId));

        async Task<(bool, bool)> Sees(string role, Guid organisation)
        {
            var page = await classification.Http(role, organisation).GetFromJsonAsync<JsonElement>("/api/labels?limit=500");
            var ids = page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("reportId").GetGuid()).ToHashSet();
            return (ids.Contains(hidden), ids.Contains(open));
        }
    }

    [Fact]
    public async Task Nothing_of_a_withdrawn_report_is_left_and_what_comes_late_is_dropped()
    {
        var report = classification.Report(Tlp.Green, "TLP:AMBER");
        await classification.Hears(report);
        await Json(Raise(report.ReportId, "GREEN", original: "GREEN"));

        await classification.Hears(new ReportWithdrawn { ReportId = report.ReportId });
        await classification.Hears(report with { Version = 2 });

        Assert.Null(await classification.Label(report.ReportId));
        Assert.Equal(HttpStatusCode.NotFound, (await Raise(report.ReportId, "RED")).StatusCode);
        Assert.DoesNotContain(await Open(Role.Analyst, classification.Centre), t => t.GetProperty("reportId").GetGuid() == report.ReportId);
    }

    [Fact]
    public async Task A_person_says_how_severe_and_urgent_it_is()
    {
        var id = await classification.Labelled();

        await Json(classification.AsAnalyst(HttpMethod.Put, $"/api/reports/{id}/triage", new { severity = "critical", urgency = "urgent" }));

        var said = await classification.Published<LabelChanged>(m => m.ReportId == id);
        Assert.Equal(("critical", "urgent", Tlp.Green), (said.Severity, said.Urgency, said.Ceiling));
        var triage = (await classification.Label(id))!.Value.GetProperty("triage");
        Assert.Equal(("critical", true), (Text(triage, "severity"), triage.GetProperty("byPerson").GetBoolean()));
    }

    [Fact]
    public async Task Where_the_reporter_does_not_say_the_proposal_starts_the_timers()
    {
        var report = classification.Report(body: "基幹システムが停止し、病院で手術を延期するなど患者の安全に影響が出ている。", severity: null);
        var file = classification.Case.Open<CaseFile>(report.Case) with { ServiceImpact = "stopped", Urgency = null };
        await classification.Hears(report with { Case = classification.Case.Seal(file) });

        var said = await classification.Published<ReportClassified>(m => m.ReportId == report.ReportId);

        Assert.Equal(("critical", "urgent"), (said.Severity, said.Urgency));
        Assert.NotEmpty((await classification.Label(report.ReportId))!.Value.GetProperty("triage").GetProperty("reasons").EnumerateArray());
    }

    Task<HttpResponseMessage> Raise(Guid id, string ceiling, string? original = null) =>
        classification.AsAnalyst(HttpMethod.Put, $"/api/reports/{id}/label", new { original, ceiling, reason = "攻撃手法が未公表のため" });

    Task<HttpResponseMessage> Put(Guid id, object body, string role, Guid organisation) => classification.Send(HttpMethod.Put, $"/api/reports/{id}/label", body, role, organisation);

    Task<HttpResponseMessage> Decide(Guid id, Guid change, string role, string subject) =>
        classification.AsAnalyst(HttpMethod.Post, $"/api/reports/{id}/label/decision", new { change, decision = "agree" }, subject, role);

    Task<HttpResponseMessage> Consent(Guid id, Guid change, string decision = "agree") =>
        classification.Send(HttpMethod.Post, $"/api/reports/{id}/label/decision", new { change, decision }, Role.Operator, classification.Reporter);

    async Task<JsonElement[]> Open(string role, Guid organisation) =>
        [.. (await classification.Http(role, organisation).GetFromJsonAsync<JsonElement>("/api/label-changes")).GetProperty("items").EnumerateArray()];

    static async Task<JsonElement> Json(Task<HttpResponseMessage> answer) => await ClassificationFixture.Json(await answer);

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
