using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>A written advisory goes out: preview, four eyes, embargo, expiry, correction, recall. Templates that go straight: hops have tests of their own.</summary>
public class WrittenReleaseTests(WrittenReleaseTests.Fixture distribution) : IClassFixture<WrittenReleaseTests.Fixture>
{
    /// <summary>Distribution that wants a second person for more than seven recipients: the telecom CEPTOAR has seven.</summary>
    public sealed class Fixture : DistributionFixture
    {
        protected override Dictionary<string, string?> Settings => new() { ["Release:FourEyesAbove"] = "7" };
    }

    Guid Reader => distribution.Directory.Telecom[0].OrganisationId;

    Guid AllCeptoars => distribution.Directory.AllCeptoars.GroupId;

    [Fact]
    public async Task Goes_to_its_audience_and_nobody_else()
    {
        var id = await distribution.Written(Hotline());

        Assert.Equal(distribution.TelecomMembers.Order(), (await distribution.Rows(id)).Select(r => r.MailboxId).Order());
        foreach (var organisation in distribution.Everyone.Where(o => o != distribution.Directory.Centre.OrganisationId))
        {
            Assert.Equal(distribution.TelecomMembers.Contains(organisation), await distribution.Read(id, organisation) is not null);
        }

        var released = await distribution.Published<AdvisoryReleased>(m => m.AdvisoryId == id);
        Assert.Equal((1, 0), (released.Version, released.SourceIds.Length));
    }

    [Fact]
    public async Task A_second_click_changes_nothing()
    {
        var id = await distribution.Written(Hotline());

        var again = await distribution.Release(id);

        Assert.Equal(("released", 1), await StateOf(again));
        Assert.Equal(7, (await distribution.Rows(id)).Length);
    }

    [Fact]
    public async Task The_preview_counts_and_warns_and_names_nobody()
    {
        var id = await distribution.Drafted(Hotline(("audience", new[] { AllCeptoars })));

        var preview = await Preview(id);

        Assert.Equal((11, 0, true), (preview.GetProperty("recipients").GetInt32(), preview.GetProperty("outsideCeptoars").GetInt32(), preview.GetProperty("fourEyes").GetBoolean()));
        Assert.Equal(["aviation 4", "telecom 7"], preview.GetProperty("byCeptoar").EnumerateArray().Select(c => $"{c.GetProperty("ceptoar").GetString()} {c.GetProperty("recipients").GetInt32()}"));
        Assert.Contains("ministryIncluded", preview.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()));
        Assert.All(distribution.Everyone, o => Assert.DoesNotContain(o.ToString(), preview.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_preview_of_a_correction_counts_those_it_reached_and_agrees_on_the_second_person()
    {
        var relayed = await distribution.Drafted(distribution.Alert());
        await distribution.Release(relayed, role: Role.Approver);
        var ceptoar = $"gas-{Guid.NewGuid():N}";
        var (group, members) = (Fake.Group(ceptoar), Enumerable.Range(0, 9).Select(_ => Fake.Organisation("gas", ceptoar)).ToArray());
        await Task.WhenAll([distribution.Hears(group), .. members.Select(m => distribution.Hears(m))]);
        var straight = await distribution.Drafted(Hotline(("audience", new[] { group.GroupId })));
        await distribution.Release(straight, role: Role.Approver);
        await Task.WhenAll([distribution.Hears(Fake.Organisation("gas", ceptoar)), .. members[..6].Select(m => distribution.Hears(m with { Version = 2, Active = false }))]);

        // eight and nine were meant: the second person is asked for although fewer have it
        foreach (var (id, reached, hop) in new[] { (relayed, 1, "liaison 1"), (straight, 3, "audience 3") })
        {
            var preview = await Preview(id);
            Assert.Equal((reached, true), (preview.GetProperty("recipients").GetInt32(), preview.GetProperty("fourEyes").GetBoolean()));
            Assert.Equal([hop], preview.GetProperty("byHop").EnumerateArray().Select(h => $"{h.GetProperty("hop").GetString()} {h.GetProperty("recipients").GetInt32()}"));
        }

        Assert.Equal("awaitingApproval", (await StateOf(await Correct(straight, "訂正"))).State);
        Assert.Equal("released", (await StateOf(await distribution.Release(straight, revision: 2, role: Role.Approver))).State);
        Assert.Equal(3, (await distribution.Rows(straight)).Count(r => r.Version == 2));
    }

    [Fact]
    public async Task The_preview_warns_of_more_than_usual_and_of_a_circle_that_points_to_the_source()
    {
        var ceptoar = $"gas-{Guid.NewGuid():N}";
        var secretariat = Fake.Organisation("gas", ceptoar) with { Kind = "secretariat" };
        var members = Enumerable.Range(0, 5).Select(_ => Fake.Organisation("gas", ceptoar)).ToArray();
        var all = Fake.Group(ceptoar, secretariat.OrganisationId);
        var few = Fake.Group() with { Kind = "workingGroup", Ceptoars = [], Organisations = [secretariat.OrganisationId, members[0].OrganisationId] };
        await Task.WhenAll([distribution.Hears(secretariat), distribution.Hears(all), distribution.Hears(few), .. members.Select(m => distribution.Hears(m))]);
        var http = distribution.Http(Role.Secretariat, secretariat.OrganisationId);
        async Task<Guid> Draft(Guid group) => (await (await http.PostAsJsonAsync("/api/advisories", Hotline(("audience", new[] { group })))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        async Task<string[]> Warnings(Guid id) => [.. (await http.GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/audience")).GetProperty("warnings").EnumerateArray().Select(w => $"{w.GetProperty("code").GetString()} {w.GetProperty("count").GetInt32()}")];

        Assert.Equal(["noChannel 6"], await Warnings(await Draft(all.GroupId))); // no habit yet
        for (var i = 0; i < 3; i++) (await http.PostAsJsonAsync($"/api/advisories/{await Draft(few.GroupId)}/release", new { revision = 1 })).EnsureSuccessStatusCode();

        Assert.Equal(["largerThanUsual 6", "noChannel 6"], await Warnings(await Draft(all.GroupId)));
        Assert.Equal(["noChannel 2", "smallCircle 1"], await Warnings(await Draft(few.GroupId)));
    }

    [Fact]
    public async Task The_preview_of_RED_warns_of_few_people_and_that_nothing_but_the_hub_reaches_them()
    {
        foreach (var (people, expected) in new[] { (2, new[] { "noChannel 2", "smallCircle 2" }), (5, new[] { "noChannel 5" }) })
        {
            var id = await distribution.Drafted(Hotline(("tlp", "RED"), ("people", Enumerable.Range(0, people).Select(_ => Guid.NewGuid()).ToArray())));

            var preview = await Preview(id);

            Assert.Equal(expected, preview.GetProperty("warnings").EnumerateArray().Select(w => $"{w.GetProperty("code").GetString()} {w.GetProperty("count").GetInt32()}"));
            Assert.Equal((people, people), (preview.GetProperty("recipients").GetInt32(), preview.GetProperty("unreachableByChannel").GetInt32()));
        }
    }

    [Theory]
    [InlineData("CLEAR", false)]
    [InlineData("GREEN", true)]
    public async Task More_than_a_few_or_CLEAR_needs_an_approver_of_the_centre(string tlp, bool many)
    {
        var id = await distribution.Drafted(Hotline(("tlp", tlp), ("audience", new[] { many ? AllCeptoars : distribution.Telecom })));

        Assert.Equal(("awaitingApproval", 0), await StateOf(await distribution.Release(id)));
        Assert.Equal(("awaitingApproval", 0), await StateOf(await distribution.Release(id, subject: "another analyst")));
        Assert.Empty(await distribution.Rows(id));
        Assert.Equal(("released", 1), await StateOf(await distribution.Release(id, role: Role.Approver)));

        Assert.Equal(many ? 11 : 7, (await distribution.Rows(id)).Length);
        await distribution.Published<AuditRecorded>(m => m.Item == $"advisory/{id}" && m.Action == "advisory.approvalAsked");
    }

    [Fact]
    public async Task Who_wrote_it_is_not_the_second_person()
    {
        const string both = "writes and approves";
        var id = await distribution.Drafted(Hotline(("tlp", "CLEAR")), subject: both);

        Assert.Equal("awaitingApproval", (await StateOf(await distribution.Release(id, role: Role.Approver, subject: both))).State);
    }

    [Fact]
    public async Task Where_an_organisation_has_no_approvers_another_of_its_people_approves()
    {
        var id = await distribution.Drafted(distribution.Alert(("tlp", "CLEAR")), Role.Secretariat, "one");

        Assert.Equal("awaitingApproval", (await StateOf(await distribution.Release(id, role: Role.Secretariat, subject: "one"))).State);
        Assert.Equal("released", (await StateOf(await distribution.Release(id, role: Role.Secretariat, subject: "other"))).State);
    }

    [Fact]
    public async Task A_change_after_the_question_is_asked_about_again()
    {
        var id = await distribution.Drafted(Hotline(("tlp", "CLEAR")));
        await distribution.Release(id);
        await Http(Role.Analyst).PutAsJsonAsync($"/api/advisories/{id}", Hotline(("tlp", "CLEAR"), ("revision", 1), ("title", new { ja = "別の文面" })));

        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Release(id, role: Role.Approver)).StatusCode);
        Assert.Empty(await distribution.Rows(id));
    }

    [Fact]
    public async Task An_audience_that_one_may_not_name_any_more_is_refused_by_its_field()
    {
        var group = Fake.Group() with { Kind = "named", Ceptoars = [], Organisations = [Reader] };
        await distribution.Hears(group);
        var id = await distribution.Drafted(Hotline(("audience", new[] { group.GroupId })));
        await distribution.Hears(group with { Version = 2, Closed = true });

        var answer = await distribution.Release(id);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("audience[0]", out _));
    }

    [Fact]
    public async Task Whoever_left_between_release_and_embargo_does_not_get_it()
    {
        var embargo = distribution.Clock.GetUtcNow().AddHours(1);
        var stays = Fake.Organisation("gas", "gas");
        var leaves = Fake.Organisation("gas", "gas");
        var group = Fake.Group("gas");
        await Task.WhenAll(distribution.Hears(stays), distribution.Hears(leaves), distribution.Hears(group));
        var id = await distribution.Drafted(Hotline(("audience", new[] { group.GroupId }), ("embargoUntil", embargo)));

        Assert.Equal(("scheduled", 0), await StateOf(await distribution.Release(id)));
        Assert.Equal(("scheduled", 0), await StateOf(await distribution.Release(id)));
        Assert.Empty(await distribution.Rows(id));
        Assert.Null(await distribution.Read(id, stays.OrganisationId));
        await distribution.Hears(leaves with { Version = 2, Active = false });
        distribution.Clock.Advance(TimeSpan.FromHours(2));

        await ServiceFixture<Program>.Until(async () => (await distribution.Rows(id)).Length > 0, "It did not go out when its embargo ended.");
        Assert.Equal(stays.OrganisationId, Assert.Single(await distribution.Rows(id)).MailboxId);
        Assert.Equal(["advisory.drafted", "advisory.scheduled", "advisory.released"], await Trail(id));
    }

    [Theory]
    [InlineData("its circle grew", "awaitingApproval", "advisory.approvalAsked")]
    [InlineData("it was seen by two", "released", "advisory.released")]
    [InlineData("it expired", "draft", "advisory.putBack")]
    [InlineData("its author left", "draft", "advisory.putBack")]
    [InlineData("its group was closed", "draft", "advisory.putBack")]
    public async Task What_a_release_asks_is_asked_again_when_the_embargo_ends(string what, string state, string recorded)
    {
        var ceptoar = $"gas-{Guid.NewGuid():N}";
        var secretariat = Fake.Organisation("gas", ceptoar) with { Kind = "secretariat" };
        var group = Fake.Group(ceptoar, secretariat.OrganisationId);
        await Task.WhenAll(distribution.Hears(secretariat), distribution.Hears(group), distribution.Hears(Fake.Organisation("gas", ceptoar)));
        var now = distribution.Clock.GetUtcNow();
        var alert = Hotline(("audience", new[] { group.GroupId }), ("embargoUntil", now.AddHours(1)), ("expiresAt", now.AddHours(what == "it expired" ? 2 : 9)));
        var answer = await distribution.Http(Role.Secretariat, secretariat.OrganisationId, "one").PostAsJsonAsync("/api/advisories", alert);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var by = distribution.Http(Role.Secretariat, secretariat.OrganisationId, what == "it was seen by two" ? "other" : "one");
        Assert.Equal("scheduled", (await StateOf(await by.PostAsJsonAsync($"/api/advisories/{id}/release", new { revision = 1 }))).State);

        if (what is "its circle grew" or "it was seen by two") await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => distribution.Hears(Fake.Organisation("gas", ceptoar))));
        if (what is "its author left") await distribution.Hears(secretariat with { Version = 2, Active = false });
        if (what is "its group was closed") await distribution.Hears(group with { Version = 2, Closed = true });
        distribution.Clock.Advance(TimeSpan.FromHours(3));

        await ServiceFixture<Program>.Until(async () => await StoredState(id) != "scheduled", "Nothing became of it when its embargo ended.");
        Assert.Equal((state, state == "released"), (await StoredState(id), (await distribution.Rows(id)).Length > 0));
        await distribution.Published<AuditRecorded>(m => m.Item == $"advisory/{id}" && m.Action == recorded);
        Assert.Equal(["advisory.drafted", "advisory.scheduled", recorded], await Trail(id));
    }

    [Fact]
    public async Task One_whose_release_fails_holds_up_no_other()
    {
        var embargo = distribution.Clock.GetUtcNow().AddHours(1);
        var (broken, whole) = (await distribution.Drafted(Hotline(("embargoUntil", embargo))), await distribution.Drafted(Hotline(("embargoUntil", embargo.AddSeconds(1)))));
        foreach (var id in new[] { broken, whole }) Assert.Equal("scheduled", (await StateOf(await distribution.Release(id))).State);
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"update draft set content = jsonb_set(content, '{{kind}}', '\"nothing\"') where id = {broken}"));

        distribution.Clock.Advance(TimeSpan.FromHours(2));

        await ServiceFixture<Program>.Until(async () => (await distribution.Rows(whole)).Length > 0, "The one behind it did not go out.");
        Assert.Equal("scheduled", await StoredState(broken));
        Assert.Empty(await distribution.Rows(broken));
    }

    [Fact]
    public async Task Is_shown_as_expired_after_its_time()
    {
        var id = await distribution.Written(Hotline(("expiresAt", distribution.Clock.GetUtcNow().AddHours(1))));
        Assert.Contains(id, await distribution.Listed(Reader, "?status=released"));

        distribution.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal("expired", (await distribution.Read(id, Reader))!.Value.GetProperty("state").GetString());
        Assert.Contains(id, await distribution.Listed(Reader, "?status=expired"));
        Assert.DoesNotContain(id, await distribution.Listed(Reader, "?status=released"));
    }

    [Fact]
    public async Task A_flash_never_joins_what_a_person_wrote()
    {
        var id = await distribution.Written(Hotline(("indicators", new object[] { new { type = "ipv4", value = "198.51.100.201" } })));

        Assert.NotEqual(id, await distribution.Released(distribution.Flash(indicators: DistributionFixture.Address("198.51.100.201"))));
    }

    [Fact]
    public async Task A_correction_reaches_exactly_those_who_got_the_first_and_still_may_see_it()
    {
        var (stays, leaves, comes) = (Fake.Organisation("water", "water"), Fake.Organisation("water", "water"), Fake.Organisation("water", "water"));
        var group = Fake.Group("water");
        await Task.WhenAll(distribution.Hears(stays), distribution.Hears(leaves), distribution.Hears(group));
        var id = await distribution.Written(Hotline(("audience", new[] { group.GroupId })));
        await distribution.Hears(leaves with { Version = 2, Ceptoars = [] });
        await distribution.Hears(comes);

        Assert.Equal(("released", 2), await StateOf(await Correct(id, "訂正した件名")));

        Assert.Equal(stays.OrganisationId, Assert.Single(await distribution.Rows(id), r => r.Version == 2).MailboxId);
        var view = (await distribution.Read(id, stays.OrganisationId))!.Value;
        Assert.Equal(("訂正した件名", 2), (view.GetProperty("title").GetString(), view.GetProperty("version").GetInt32()));
        Assert.Null(await distribution.Read(id, comes.OrganisationId));
        Assert.Equal("queued", view.GetProperty("myReceipt").GetProperty("state").GetString());
        Assert.Equal(["advisory.drafted", "advisory.released", "advisory.corrected"], await Trail(id));
    }

    [Fact]
    public async Task A_correction_that_needs_two_waits_while_the_first_stands()
    {
        var id = await distribution.Drafted(Hotline(("tlp", "CLEAR")));
        await distribution.Release(id, role: Role.Approver);

        Assert.Equal(("awaitingApproval", 1), await StateOf(await Correct(id, "訂正")));
        Assert.Equal("VPN装置の脆弱性について", (await distribution.Read(id, Reader))!.Value.GetProperty("title").GetString());
        Assert.Equal(("released", 2), await StateOf(await distribution.Release(id, revision: 2, role: Role.Approver)));
        Assert.Equal("訂正", (await distribution.Read(id, Reader))!.Value.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_correction_needs_two_although_only_the_first_hop_has_got_it()
    {
        var id = await distribution.Drafted(distribution.Alert());
        await distribution.Release(id, role: Role.Approver);
        Assert.Single(await distribution.Rows(id));

        var corrected = await Http(Role.Analyst).PostAsJsonAsync($"/api/advisories/{id}/versions", DistributionFixture.Correction());

        Assert.Equal(("awaitingApproval", 1), await StateOf(corrected));
    }

    [Theory]
    [InlineData("template", "newsletter")]
    [InlineData("tlp", "CLEAR")]
    [InlineData("tlp", "RED")]
    public async Task A_correction_changes_neither_the_form_nor_loosens_the_label(string field, string value)
    {
        var id = await distribution.Written(Hotline());
        var correction = Correction("訂正");
        correction[field] = value;
        if (value == "newsletter") correction["body"] = "本文";

        var answer = await Http(Role.Analyst).PostAsJsonAsync($"/api/advisories/{id}/versions", correction);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Its_author_takes_it_back_and_no_other_body_does()
    {
        var id = await distribution.Written(Hotline());

        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Recall(id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await distribution.Recall(id, "内容に誤り", distribution.Directory.Centre.OrganisationId, Role.Analyst)).StatusCode);

        var view = (await distribution.Read(id, Reader))!.Value;
        Assert.Equal(("recalled", "内容に誤り", JsonValueKind.Null), (view.GetProperty("state").GetString(), view.GetProperty("recallReason").GetString(), view.GetProperty("bodyHtml").ValueKind));
        Assert.Equal(HttpStatusCode.Conflict, (await Correct(id, "訂正")).StatusCode);
    }

    [Fact]
    public async Task A_recall_is_confirmed_too()
    {
        var id = await distribution.Written(Hotline());
        await distribution.Receipt(id, Reader, "confirmed");
        await distribution.Recall(id, "内容に誤り", distribution.Directory.Centre.OrganisationId, Role.Analyst);

        Assert.Equal("queued", (await distribution.Read(id, Reader))!.Value.GetProperty("myReceipt").GetProperty("state").GetString());
        await distribution.Receipt(id, Reader, "confirmed");

        Assert.Equal("confirmed", (await distribution.Read(id, Reader))!.Value.GetProperty("myReceipt").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Two_who_release_at_once_release_once()
    {
        var id = await distribution.Drafted(Hotline());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => distribution.Release(id)));

        Assert.Equal(7, (await distribution.Rows(id)).Length);
    }

    Dictionary<string, object?> Hotline(params (string Field, object? Value)[] changes) => distribution.Alert([("template", "hotline"), ("urgency", "urgent"), .. changes]);

    static Dictionary<string, object?> Correction(string title)
    {
        var correction = DistributionFixture.Correction(revision: 1, title);
        (correction["template"], correction["urgency"]) = ("hotline", "urgent");
        return correction;
    }

    Task<HttpResponseMessage> Correct(Guid id, string title) => Http(Role.Analyst).PostAsJsonAsync($"/api/advisories/{id}/versions", Correction(title));

    Task<string> StoredState(Guid id) => distribution.Db<DistributionDb, string>(db => db.Drafts.Where(d => d.Id == id).Select(d => d.State).SingleAsync());

    Task<JsonElement> Preview(Guid id) => Http(Role.Analyst).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/audience");

    async Task<IEnumerable<string>> Trail(Guid id) => (await distribution.AllPublished<AuditRecorded>(m => m.Item == $"advisory/{id}")).OrderBy(m => m.At).Select(m => m.Action).ToArray();

    HttpClient Http(string role) => distribution.Http(role, distribution.BodyOf(role));

    static async Task<(string State, int Version)> StateOf(HttpResponseMessage answer)
    {
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, json.GetRawText());
        return (json.GetProperty("state").GetString()!, json.GetProperty("version").GetInt32());
    }
}
