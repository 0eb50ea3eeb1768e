using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Anonymisation.Tests.Cases;

/// <summary>A person approves exactly one text, edits it or refuses it (I5).</summary>
public class DecideRenditionTests(AnonymisationFixture anonymisation) : IClassFixture<AnonymisationFixture>
{
    [Fact]
    public async Task Approving_the_right_hash_lets_exactly_that_text_go()
    {
        var id = await anonymisation.Rendered();
        var rendition = (await anonymisation.Read(id))!.Value;

        var receipt = await Receipt(await anonymisation.Approve(id));

        Assert.Equal(("approved", "ready", false), (Text(receipt, "status"), Text(receipt, "flashState"), receipt.GetProperty("secondApprovalNeeded").GetBoolean()));
        var approved = await Narrative(id);
        Assert.Equal((Text(rendition.GetProperty("narrative"), "title"), Text(rendition.GetProperty("narrative"), "body"), Text(rendition, "hash")), (approved.Title, approved.Body, approved.Hash));
        Assert.Equal(approved.Hash, RenditionHash.Of(approved.Title, approved.Body, approved.Flash));
        Assert.Equal((1, Tlp.Amber, "1.k5"), (approved.ReportVersion, approved.Tlp, approved.PolicyVersion));
        var json = JsonSerializer.Serialize(approved, Readable);
        foreach (var identifying in anonymisation.Directory.AllStringsOf(anonymisation.Reporter).Append(id.ToString()).Append(anonymisation.Reporter.OrganisationId.ToString()))
        {
            Assert.DoesNotContain(identifying, json, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_decision_is_recorded_here_under_a_keyed_hash_and_told_to_nobody()
    {
        var id = await anonymisation.Rendered();

        await Receipt(await anonymisation.Approve(id, subject: "c-the-approver"));

        var row = await anonymisation.Db<AnonymisationDb, AuditRow>(db => db.Set<AuditRow>().SingleAsync(r => r.Item == $"report/{id}"));
        var key = await anonymisation.Db<AnonymisationDb, CaseKey>(db => db.Set<CaseKey>().SingleAsync(k => k.CaseId == id));
        var actor = anonymisation.Services.GetRequiredService<OwnerKey>().Of("c-the-approver", anonymisation.Case.OpenBytes(key.Wrapped));
        Assert.Equal(("rendition.decided", actor, null), (row.Action, row.Actor, row.Organisation));
        Assert.StartsWith("decision=approve version=", row.Detail, StringComparison.Ordinal);
        Assert.Empty(await anonymisation.AllPublished<AuditRecorded>());
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("edit")]
    [InlineData("refuse")]
    public async Task A_decision_on_another_text_is_refused(string decision)
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));
        var hash = await anonymisation.Hash(id);
        await anonymisation.Hears(anonymisation.Classified(anonymisation.Report(releaseMode: "review") with { Title = "続報" }, id: id, version: 2));

        var answer = await anonymisation.Decide(id, new { decision, hash, title = "a", body = "b" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("awaitingApproval", Text((await anonymisation.Read(id))!.Value, "status"));
        await NothingLeft(id);
    }

    [Fact]
    public async Task A_text_is_approved_once()
    {
        var id = await anonymisation.Rendered();
        await anonymisation.Approve(id);

        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Approve(id)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Decide(id, new { decision = "refuse", hash = await anonymisation.Hash(id) })).StatusCode);
        await Narrative(id);
    }

    [Fact]
    public async Task What_is_refused_stays_home_with_a_flash_that_waited()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));

        var receipt = await Receipt(await anonymisation.Decide(id, new { decision = "refuse", hash = await anonymisation.Hash(id), comment = "出さない" }));

        Assert.Equal(("refused", "none"), (Text(receipt, "status"), Text(receipt, "flashState")));
        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Approve(id)).StatusCode);
        await NothingLeft(id);
        Assert.Equal("refused", (await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == id)).MaxBy(m => m.Version)!.Narrative);
    }

    [Fact]
    public async Task Approving_lets_a_flash_go_that_waited_together_with_the_text()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));

        await anonymisation.Approve(id);

        var approved = await Narrative(id);
        Assert.Equal("203.0.113.7", Assert.Single(approved.Flash.Indicators).Value);
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == approved.SourceId));
    }

    [Theory]
    [InlineData(Tlp.Clear, null, false)]
    [InlineData(Tlp.Clear, true, true)]
    [InlineData(Tlp.Green, null, false)]
    [InlineData(Tlp.Green, false, false)]
    [InlineData(Tlp.Green, true, true)]
    [InlineData(Tlp.Amber, null, true)]
    [InlineData(Tlp.Amber, false, false)]
    [InlineData(Tlp.AmberStrict, null, true)]
    [InlineData(Tlp.AmberStrict, false, false)]
    public async Task At_GREEN_and_CLEAR_the_text_goes_only_where_the_approver_says_so(Tlp tlp, bool? narrative, bool goes)
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"), tlp);

        (await anonymisation.Approve(id, narrative, subject: "first")).EnsureSuccessStatusCode();
        // six members are too few for the wider rings: a second person approves, and the flash goes with the first
        var wide = tlp is Tlp.Green or Tlp.Clear;
        if (wide) (await anonymisation.Approve(id, narrative, subject: "second")).EnsureSuccessStatusCode();

        var source = await Source(id);
        Assert.Equal(goes ? 1 : 0, (await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source)).Count);
        Assert.Equal(goes && !wide ? 0 : 1, (await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source)).Count);
    }

    [Fact]
    public async Task An_edited_text_passes_every_stage_again_and_gets_a_hash_of_its_own()
    {
        var id = await anonymisation.Rendered();
        var (before, own, other) = (await anonymisation.Hash(id), anonymisation.Directory.StringsOf(anonymisation.Reporter), anonymisation.Directory.Telecom[2].Name);

        var receipt = await Receipt(await anonymisation.Decide(id, new
        {
            decision = "edit",
            hash = before,
            title = $"{own.Names[0]}より",
            body = $"担当 {own.People[0]}、{own.Domains[0]}、198.18.1.77、{other}。復旧した。",
        }));

        Assert.Equal("awaitingApproval", Text(receipt, "status"));
        Assert.NotEqual(before, Text(receipt, "hash"));
        var narrative = (await anonymisation.Read(id))!.Value.GetProperty("narrative");
        foreach (var identifying in anonymisation.Directory.AllStringsOf(anonymisation.Reporter).Append("198.18.1.77").Append(other))
        {
            Assert.DoesNotContain(identifying, Text(narrative, "title") + Text(narrative, "body"), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("復旧した。", Text(narrative, "body"), StringComparison.Ordinal);
        Assert.Empty(await anonymisation.AllPublished<NarrativeApproved>(m => m.Hash == Text(receipt, "hash")));
        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Decide(id, new { decision = "approve", hash = before })).StatusCode);
        await anonymisation.Approve(id);
        Assert.Equal((Text(narrative, "title"), Text(narrative, "body")), ((await Narrative(id)).Title, (await Narrative(id)).Body));
    }

    [Theory]
    [InlineData("auto", "ready", 1)]
    [InlineData("review", "held", 0)]
    public async Task Editing_lets_no_further_flash_go(string releaseMode, string flash, int flashes)
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: releaseMode));

        var receipt = await Receipt(await anonymisation.Decide(id, new { decision = "edit", hash = await anonymisation.Hash(id), title = "件名", body = "本文" }));

        Assert.Equal(flash, Text(receipt, "flashState"));
        var source = await Source(id);
        Assert.Equal(flashes, (await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source)).Count);
    }

    [Fact]
    public async Task Where_the_risk_is_high_the_first_approval_lets_the_flash_go_and_a_second_person_the_text()
    {
        var reporter = anonymisation.Directory.Aviation[0];
        var id = await anonymisation.Rendered(anonymisation.Report(reporter));
        var source = await Source(id);

        var first = await Receipt(await anonymisation.Approve(id, organisation: reporter, subject: "alice"));
        Assert.Equal(("awaitingApproval", "ready", true), (Text(first, "status"), Text(first, "flashState"), first.GetProperty("secondApprovalNeeded").GetBoolean()));
        Assert.Single(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source));
        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Approve(id, organisation: reporter, subject: "alice")).StatusCode);
        Assert.Empty(await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source));

        var second = await Receipt(await anonymisation.Approve(id, organisation: reporter, subject: "bob"));

        Assert.Equal("approved", Text(second, "status"));
        await anonymisation.Published<NarrativeApproved>(m => m.SourceId == source);
        Assert.Single(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source));
    }

    [Fact]
    public async Task Where_the_risk_is_high_an_edit_between_the_two_approvals_starts_anew()
    {
        var reporter = anonymisation.Directory.Aviation[1];
        var id = await anonymisation.Rendered(anonymisation.Report(reporter));
        await anonymisation.Approve(id, organisation: reporter, subject: "alice");
        await anonymisation.Decide(id, new { decision = "edit", hash = await anonymisation.Hash(id, reporter), title = "件名", body = "本文" }, reporter, "bob");

        var receipt = await Receipt(await anonymisation.Approve(id, organisation: reporter, subject: "bob"));

        Assert.Equal("awaitingApproval", Text(receipt, "status"));
        var source = await Source(id);
        Assert.Empty(await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source));
    }

    [Fact]
    public async Task A_member_that_came_in_the_meantime_is_not_named()
    {
        var newcomer = Fake.Organisation("ict", "telecom") with { Name = "群青無線網" };
        var id = await anonymisation.Rendered(anonymisation.Report() with { Body = "群青無線網の回線でも発生。" });
        Assert.Contains("群青無線", Text((await anonymisation.Read(id))!.Value.GetProperty("narrative"), "body"), StringComparison.Ordinal);
        await anonymisation.Hears(new Contracts.Registry.IdentifyingStringsChanged
        {
            OrganisationId = newcomer.OrganisationId,
            Version = 1,
            Strings = anonymisation.Identifying.Seal(new Contracts.Registry.IdentifyingStrings { Names = [newcomer.Name] }),
        });
        await anonymisation.Hears(newcomer);

        var answer = await anonymisation.Approve(id);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var source = await Source(id);
        Assert.Empty(await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source));
        await anonymisation.Decide(id, new { decision = "edit", hash = await anonymisation.Hash(id), title = "件名", body = "群青無線網の回線でも発生。" });
        (await anonymisation.Approve(id)).EnsureSuccessStatusCode();
        Assert.DoesNotContain("群青無線", (await Narrative(id)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "00", "a", "b", "decision")]
    [InlineData(null, "00", "a", "b", "decision")]
    [InlineData("approve", null, null, null, "hash")]
    [InlineData("edit", "00", null, "b", "title")]
    [InlineData("edit", "00", "a", "", "body")]
    [InlineData("edit", "00", "a\0", "b", "title")]
    public async Task Names_what_is_wrong_with_a_decision(string? decision, string? hash, string? title, string? body, string field)
    {
        var id = await anonymisation.Rendered();

        var answer = await anonymisation.Decide(id, new { decision, hash, title, body });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Only_an_operator_decides()
    {
        var id = await anonymisation.Rendered();
        var hash = await anonymisation.Hash(id);

        foreach (var role in Role.All.Except([Role.Operator]))
        {
            var answer = await anonymisation.Http(role, anonymisation.Reporter.OrganisationId).PostAsJsonAsync($"/api/reports/{id}/rendition/decision", new { decision = "approve", hash });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    async Task NothingLeft(Guid id)
    {
        var source = await Source(id);
        Assert.Empty(await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source));
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source));
    }

    async Task<Guid> Source(Guid id) => (await anonymisation.Published<RenditionChanged>(m => m.ReportId == id)).SourceId;

    async Task<NarrativeApproved> Narrative(Guid id)
    {
        var source = await Source(id);
        return Assert.Single(await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source));
    }

    static async Task<JsonElement> Receipt(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();
}
