using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Relays;

/// <summary>An advisory of the centre goes down: liaison, secretariat, members, second hop.</summary>
public class RelayTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Ministry => distribution.Directory.TelecomMinistry.OrganisationId;

    Guid Secretariat => distribution.Directory.TelecomSecretariat.OrganisationId;

    Guid[] Operators => [.. distribution.Directory.Telecom.Select(o => o.OrganisationId)];

    [Fact]
    public async Task Each_body_hands_it_to_the_next_with_words_of_its_own()
    {
        var id = await distribution.Written();
        await ReachedAre(id, Ministry);
        Assert.Null(await distribution.Read(id, Secretariat));

        await Relay(id, Role.Liaison, new { note = "至急、会員へ展開願います。" });
        await ReachedAre(id, Ministry, Secretariat);
        await Relay(id, Role.Secretariat, new { note = "電気通信事業者の皆様へ" });

        await ReachedAre(id, [Ministry, Secretariat, .. Operators]);
        Assert.Equal([("霞電波庁", "至急、会員へ展開願います。")], await Notes(id, Secretariat));
        Assert.Equal([("双葉連絡協議会", "電気通信事業者の皆様へ")], await Notes(id, Operators[0]));
        Assert.Equal(8, (await distribution.Advisory(id)).Recipients);
        foreach (var outsider in distribution.Directory.Aviation.Append(distribution.Directory.AviationMinistry)) Assert.Null(await distribution.Read(id, outsider.OrganisationId));
    }

    [Fact]
    public async Task A_body_shows_what_it_relays_and_until_when()
    {
        var id = await distribution.Written();

        var mine = (await Http(Role.Liaison).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/relay")).GetProperty("hops").EnumerateArray().Single();
        Assert.Equal(("secretariat", "telecom", 1), (mine.GetProperty("hop").GetString(), mine.GetProperty("ceptoar").GetString(), mine.GetProperty("recipients").GetInt32()));
        Assert.Equal(TimeSpan.FromMinutes(30), mine.GetProperty("dueAt").GetDateTimeOffset() - mine.GetProperty("openedAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.NotFound, (await Http(Role.Secretariat).GetAsync($"/api/advisories/{id}/relay")).StatusCode);

        await Relay(id, Role.Liaison, new { });
        mine = (await Http(Role.Liaison).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/relay")).GetProperty("hops").EnumerateArray().Single();
        Assert.Equal((JsonValueKind.Null, JsonValueKind.String), (mine.GetProperty("dueAt").ValueKind, mine.GetProperty("relayedAt").ValueKind));
    }

    [Fact]
    public async Task The_desk_of_a_body_shows_what_waits_for_it_and_nothing_else()
    {
        var id = await distribution.Written();
        var second = await distribution.Written();

        var item = Assert.Single(await Desk(Role.Liaison, Ministry), i => i.GetProperty("advisoryId").GetGuid() == id);
        Assert.Equal(("secretariat", "telecom", 1, "VPN装置の脆弱性について"), (item.GetProperty("hop").GetString(), item.GetProperty("ceptoar").GetString(), item.GetProperty("members").GetInt32(), item.GetProperty("title").GetString()));
        Assert.Equal(TimeSpan.FromMinutes(30), item.GetProperty("dueAt").GetDateTimeOffset() - item.GetProperty("openedAt").GetDateTimeOffset());
        Assert.False(await Waits(id, Role.Secretariat, Secretariat));
        Assert.False(await Waits(id, Role.Liaison, distribution.Directory.AviationMinistry.OrganisationId));

        await Relay(id, Role.Liaison, new { });

        Assert.False(await Waits(id, Role.Liaison, Ministry));
        Assert.True(await Waits(id, Role.Secretariat, Secretariat));
        Assert.True(await Waits(second, Role.Liaison, Ministry));
        await distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).PostAsJsonAsync($"/api/advisories/{second}/recall", new { reason = "誤報" });
        Assert.False(await Waits(second, Role.Liaison, Ministry));
    }

    [Fact]
    public async Task Relaying_twice_changes_nothing()
    {
        var id = await distribution.Written();
        await Relay(id, Role.Liaison, new { note = "一度目" });

        await Relay(id, Role.Liaison, new { note = "二度目" });

        await ReachedAre(id, Ministry, Secretariat);
        Assert.Equal([("霞電波庁", "一度目")], await Notes(id, Secretariat));
    }

    [Fact]
    public async Task A_body_narrows_and_never_widens()
    {
        var id = await distribution.Written();
        await Relay(id, Role.Liaison, new { });

        foreach (var stranger in new[] { distribution.Directory.Aviation[0].OrganisationId, Guid.NewGuid(), distribution.Directory.Centre.OrganisationId })
        {
            var answer = await Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{id}/relay", new { members = new[] { Operators[0], stranger } });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("members[1]", out _));
        }

        await Relay(id, Role.Secretariat, new { members = Operators[..2] });

        await ReachedAre(id, [Ministry, Secretariat, .. Operators[..2]]);
        Assert.Null(await distribution.Read(id, Operators[2]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_was_left_out_is_reached_by_a_second_relay(bool named)
    {
        var id = await distribution.Written();
        await Relay(id, Role.Liaison, new { });
        await Relay(id, Role.Secretariat, new { members = Operators[..2], note = "まず二社へ" });

        await Relay(id, Role.Secretariat, named ? new { members = Operators[1..] } : (object)new { });
        await Relay(id, Role.Secretariat, new { note = "誰にも届かないことば" });

        await ReachedAre(id, [Ministry, Secretariat, .. Operators]);
        foreach (var one in Operators) Assert.Equal([("双葉連絡協議会", "まず二社へ")], await Notes(id, one));
        var mine = (await Http(Role.Secretariat).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/relay")).GetProperty("hops").EnumerateArray().Single(h => h.GetProperty("hop").GetString() == "members");
        Assert.Equal(6, mine.GetProperty("recipients").GetInt32());
        foreach (var count in new[] { 2, 4 }) await distribution.Published<AuditRecorded>(m => m.Item == $"advisory/{id}" && m.Action == "advisory.relayed" && m.Detail == $"hop=members ceptoar=telecom recipients={count}");
    }

    [Fact]
    public async Task A_second_relay_widens_no_further_has_no_other_words_and_reaches_nobody_who_left()
    {
        var leaves = Fake.Organisation();
        await distribution.Hears(leaves);
        var id = await distribution.Written();
        await Relay(id, Role.Liaison, new { });
        await Relay(id, Role.Secretariat, new { members = Operators[..2], note = "まず二社へ" });
        await distribution.Hears(leaves with { Version = 2, Ceptoars = [] });

        Assert.Equal(HttpStatusCode.Conflict, (await Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{id}/relay", new { note = "別のことば" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{id}/relay", new { members = new[] { leaves.OrganisationId } })).StatusCode);
        await ReachedAre(id, [Ministry, Secretariat, .. Operators[..2]]);
        await Relay(id, Role.Secretariat, new { });
        await ReachedAre(id, [Ministry, Secretariat, .. Operators]);

        await distribution.Hears(leaves with { Version = 3, Active = false });
        await distribution.Recall(id, "誤報", distribution.Directory.Centre.OrganisationId, Role.Analyst);
        Assert.Equal(HttpStatusCode.Conflict, (await Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{id}/relay", new { })).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_no_body_of_it_relays_nothing()
    {
        var peers = await distribution.Released(distribution.Flash());
        var straight = await distribution.Written(distribution.Alert(("tlp", "AMBER+STRICT")));
        var id = await distribution.Written();

        Assert.Equal(HttpStatusCode.NotFound, (await Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{id}/relay", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(Role.Liaison, distribution.Directory.AviationMinistry.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/relay", new { })).StatusCode);
        foreach (var without in new[] { peers, straight })
        {
            Assert.Equal(HttpStatusCode.Conflict, (await Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{without}/relay", new { })).StatusCode);
        }
    }

    [Theory]
    [InlineData("AMBER+STRICT")]
    [InlineData("hotline")]
    public async Task Goes_straight_under_AMBER_STRICT_and_by_the_hotline(string how)
    {
        var id = await distribution.Written(how == "hotline" ? distribution.Alert(("template", how), ("urgency", "urgent")) : distribution.Alert(("tlp", how)));

        await ReachedAre(id, [Secretariat, .. Operators]);
        Assert.Null(await distribution.Read(id, Ministry));
    }

    [Fact]
    public async Task A_timed_hop_goes_on_by_itself_when_its_time_is_over()
    {
        var id = await distribution.Written();

        distribution.Clock.Advance(TimeSpan.FromMinutes(31));
        await Until(id, 2);
        distribution.Clock.Advance(TimeSpan.FromMinutes(31));

        await Until(id, 8);
        var entry = await distribution.Published<AuditRecorded>(m => m.Item == $"advisory/{id}" && m.Action == "advisory.relayed" && m.Detail == "hop=members ceptoar=telecom recipients=6");
        Assert.Equal("", entry.Actor);
    }

    [Fact]
    public async Task Two_automatic_hops_go_with_the_release()
    {
        var d = distribution.Directory;
        await Rule(Role.Secretariat, d.AviationMinistry.OrganisationId, "aviation", "members", new { mode = "automatic" });

        var id = await distribution.Written(distribution.Alert(("audience", new[] { d.AviationGroup.GroupId })));

        await ReachedAre(id, [d.AviationMinistry.OrganisationId, .. d.Aviation.Select(o => o.OrganisationId)]);
        Assert.Equal(["liaison", "members", "members", "members"], (await distribution.Rows(id)).Select(r => r.Hop).Order());
        await Rule(Role.Secretariat, d.AviationMinistry.OrganisationId, "aviation", "members", new { mode = "timed", afterMinutes = 30 });
    }

    [Fact]
    public async Task Each_keeps_the_rules_of_its_own_hops()
    {
        var d = distribution.Directory;
        (string Role, Guid Organisation, string Ceptoar, string Hop, bool May)[] table =
        [
            (Role.Secretariat, Secretariat, "telecom", "members", true), (Role.Secretariat, Secretariat, "telecom", "secondHop", true), (Role.Secretariat, Secretariat, "telecom", "secretariat", false),
            (Role.Secretariat, Secretariat, "aviation", "members", false), (Role.Liaison, Ministry, "telecom", "secretariat", true), (Role.Liaison, Ministry, "telecom", "members", false),
            (Role.Liaison, d.AviationMinistry.OrganisationId, "telecom", "secretariat", false), (Role.Analyst, d.Centre.OrganisationId, "aviation", "members", true),
            (Role.Analyst, d.Centre.OrganisationId, "telecom", "liaison", false), (Role.Analyst, d.Centre.OrganisationId, "moon", "members", false),
        ];
        foreach (var (role, organisation, ceptoar, hop, may) in table)
        {
            var answer = await distribution.Http(role, organisation).PutAsJsonAsync($"/api/relay-rules/{ceptoar}/{hop}", new { mode = "timed", afterMinutes = 30 });
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }

        var rules = (await Http(Role.Secretariat).GetFromJsonAsync<JsonElement>("/api/relay-rules")).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["telecom secretariat timed", "telecom members timed", "telecom secondHop timed"], rules.Select(r => $"{r.GetProperty("ceptoar").GetString()} {r.GetProperty("hop").GetString()} {r.GetProperty("mode").GetString()}"));
        foreach (var (body, field) in new (object, string)[] { (new { }, "mode"), (new { mode = "never" }, "mode"), (new { mode = "timed" }, "afterMinutes"), (new { mode = "timed", afterMinutes = 0 }, "afterMinutes"), (new { mode = "manual", afterMinutes = 3 }, "afterMinutes") })
        {
            var answer = await Http(Role.Secretariat).PutAsJsonAsync("/api/relay-rules/telecom/members", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
        }

        await distribution.Published<AuditRecorded>(m => m.Action == "relayRule.changed" && m.Item == "relayRule/telecom/members");
    }

    [Fact]
    public async Task Whoever_is_reached_twice_has_one_row_with_both_notes()
    {
        var (secretariat, twice) = (Fake.Organisation("gas", "gas") with { Kind = "secretariat" }, Fake.Organisation("gas", "gas", "telecom"));
        var gas = Fake.Group("gas", secretariat.OrganisationId, Ministry);
        await Task.WhenAll(distribution.Hears(secretariat), distribution.Hears(twice), distribution.Hears(gas));
        var id = await distribution.Written(distribution.Alert(("audience", new[] { distribution.Telecom, gas.GroupId })));
        await Relay(id, Role.Liaison, new { });

        await Relay(id, Role.Secretariat, new { note = "電気通信から" });
        await distribution.Http(Role.Secretariat, secretariat.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/relay", new { note = "ガスから" });

        Assert.Single(await distribution.Rows(id), r => r.MailboxId == twice.OrganisationId);
        Assert.Equal([("双葉連絡協議会", "電気通信から"), (secretariat.Name, "ガスから")], await Notes(id, twice.OrganisationId));
        await distribution.Hears(twice with { Version = 2, Active = false });
    }

    [Fact]
    public async Task The_second_hop_is_the_secretariats_own_decision()
    {
        var utility = Fake.Organisation("government", "local-government") with { SecondHop = ["telecom"] };
        await distribution.Hears(utility);
        await Rule(Role.Secretariat, Secretariat, "telecom", "secondHop", new { mode = "manual" });
        var id = await distribution.Written(distribution.Alert(("tlp", "GREEN")));
        await Relay(id, Role.Liaison, new { });
        await Relay(id, Role.Secretariat, new { });
        Assert.Null(await distribution.Read(id, utility.OrganisationId));

        await Relay(id, Role.Secretariat, new { hop = "secondHop", note = "水道事業者の皆様へ" });

        Assert.Equal("secondHop", Assert.Single(await distribution.Rows(id), r => r.MailboxId == utility.OrganisationId).Hop);
        Assert.NotNull(await distribution.Read(id, utility.OrganisationId));
        await distribution.Hears(utility with { Version = 2, Active = false });
        Assert.Null(await distribution.Read(id, utility.OrganisationId));
    }

    [Fact]
    public async Task Reach_counts_per_hop_and_tells_its_author_too()
    {
        var id = await distribution.Written();
        Assert.Equal(["liaison 1 0", "secretariat 0 1", "members 0 0"], await Reach(id));
        await Relay(id, Role.Liaison, new { });
        await Relay(id, Role.Secretariat, new { });
        foreach (var one in Operators[..2]) await distribution.Receipt(id, one, "confirmed");

        Assert.Equal(["liaison 1 0", "secretariat 1 0", "members 6 0"], await Reach(id));
        var hops = (await Http(Role.Analyst).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/reach")).GetProperty("hops").EnumerateArray().ToArray();
        Assert.Equal((2, 4), (hops[2].GetProperty("receipts").GetProperty("confirmed").GetInt32(), hops[2].GetProperty("receipts").GetProperty("queued").GetInt32()));
        Assert.True(hops[2].GetProperty("relayed").GetProperty("p50").GetDouble() >= hops[1].GetProperty("relayed").GetProperty("p50").GetDouble());
        Assert.All(distribution.Everyone, o => Assert.DoesNotContain(o.ToString(), JsonSerializer.Serialize(hops), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_preview_has_the_bodies_in_it()
    {
        var id = await distribution.Drafted();

        var preview = await Http(Role.Analyst).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/audience");

        Assert.Equal(8, preview.GetProperty("recipients").GetInt32());
        Assert.Equal(["liaison 1", "secretariat 1", "members 6"], preview.GetProperty("byHop").EnumerateArray().Select(h => $"{h.GetProperty("hop").GetString()} {h.GetProperty("recipients").GetInt32()}"));
    }

    [Fact]
    public async Task A_recall_is_not_overtaken_by_a_relay()
    {
        var id = await distribution.Written();
        await distribution.Recall(id, "誤報", distribution.Directory.Centre.OrganisationId, Role.Analyst);

        Assert.Equal(HttpStatusCode.Conflict, (await Http(Role.Liaison).PostAsJsonAsync($"/api/advisories/{id}/relay", new { })).StatusCode);
        var other = await distribution.Written();
        distribution.Clock.Advance(TimeSpan.FromMinutes(31));
        await Until(other, 2);
        Assert.Equal([1, 2], (await distribution.Rows(id)).Where(r => r.MailboxId == Ministry).Select(r => r.Version));
        Assert.DoesNotContain(await distribution.Rows(id), r => r.MailboxId == Secretariat);
    }

    [Fact]
    public async Task A_recall_and_a_relay_at_once_leave_nobody_with_the_first_version_alone()
    {
        for (var i = 0; i < 8; i++)
        {
            var id = await distribution.Written();
            await Relay(id, Role.Liaison, new { });

            await Task.WhenAll(
                Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{id}/relay", new { }),
                distribution.Recall(id, "誤報", distribution.Directory.Centre.OrganisationId, Role.Analyst));

            var rows = await distribution.Rows(id);
            Assert.Equal(rows.Where(r => r.Version == 1).Select(r => r.MailboxId).Order(), rows.Where(r => r.Version == 2).Select(r => r.MailboxId).Order());
        }
    }

    [Fact]
    public async Task A_correction_goes_to_whom_hops_have_reached_and_a_later_hop_brings_the_newest()
    {
        var id = await distribution.Written();
        await Relay(id, Role.Liaison, new { note = "注" });

        var corrected = await Http(Role.Analyst).PostAsJsonAsync($"/api/advisories/{id}/versions", DistributionFixture.Correction(1, "訂正した件名"));
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Equal(new[] { Ministry, Secretariat }.Order(), (await distribution.Rows(id)).Where(r => r.Version == 2).Select(r => r.MailboxId).Order());
        await Relay(id, Role.Secretariat, new { });

        Assert.Equal(2, Assert.Single(await distribution.Rows(id), r => r.MailboxId == Operators[0]).Version);
        Assert.Equal("訂正した件名", (await distribution.Read(id, Operators[0]))!.Value.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_stricter_label_ends_the_way_down()
    {
        var id = await distribution.Written();
        await Relay(id, Role.Liaison, new { });
        var stricter = DistributionFixture.Correction();
        stricter["tlp"] = "AMBER+STRICT";

        await Http(Role.Analyst).PostAsJsonAsync($"/api/advisories/{id}/versions", stricter);

        Assert.Equal(HttpStatusCode.Conflict, (await Http(Role.Secretariat).PostAsJsonAsync($"/api/advisories/{id}/relay", new { })).StatusCode);
        Assert.Null(await distribution.Read(id, Ministry));
        Assert.NotNull(await distribution.Read(id, Secretariat));
    }

    [Fact]
    public async Task Whoever_is_removed_between_release_and_relay_does_not_get_it()
    {
        var leaves = Fake.Organisation();
        await distribution.Hears(leaves);
        var id = await distribution.Written();
        await Relay(id, Role.Liaison, new { });
        await distribution.Hears(leaves with { Version = 2, Ceptoars = [] });

        await Relay(id, Role.Secretariat, new { });

        Assert.DoesNotContain(await distribution.Rows(id), r => r.MailboxId == leaves.OrganisationId);
        await distribution.Hears(leaves with { Version = 3, Active = false });
    }

    [Fact]
    public async Task Four_relays_to_the_same_members_at_once_do_not_lock_each_other_out()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++) ids.Add(await distribution.Written());
        foreach (var id in ids) await Relay(id, Role.Liaison, new { });

        await Task.WhenAll(ids.Select(id => Relay(id, Role.Secretariat, new { })));

        foreach (var id in ids) await ReachedAre(id, [Ministry, Secretariat, .. Operators]);
    }

    async Task<bool> Waits(Guid id, string role, Guid organisation) => (await Desk(role, organisation)).Any(i => i.GetProperty("advisoryId").GetGuid() == id);

    async Task<JsonElement[]> Desk(string role, Guid organisation) => [.. (await distribution.Http(role, organisation).GetFromJsonAsync<JsonElement>("/api/relays")).GetProperty("items").EnumerateArray()];

    async Task Relay(Guid id, string role, object body)
    {
        var answer = await Http(role).PostAsJsonAsync($"/api/advisories/{id}/relay", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task Rule(string role, Guid organisation, string ceptoar, string hop, object rule) =>
        Assert.Equal(HttpStatusCode.OK, (await distribution.Http(role, organisation).PutAsJsonAsync($"/api/relay-rules/{ceptoar}/{hop}", rule)).StatusCode);

    async Task ReachedAre(Guid id, params Guid[] organisations) => Assert.Equal(organisations.Order(), (await distribution.Rows(id)).Select(r => r.MailboxId).Order());

    Task Until(Guid id, int rows) => ServiceFixture<Program>.Until(async () => (await distribution.Rows(id)).Length == rows, $"It did not reach {rows} by itself.");

    async Task<(string, string)[]> Notes(Guid id, Guid organisation) =>
        [.. (await distribution.Read(id, organisation))!.Value.GetProperty("notes").EnumerateArray().Select(n => (n.GetProperty("by").GetString()!, n.GetProperty("text").GetString()!))];

    async Task<IEnumerable<string>> Reach(Guid id) => (await Http(Role.Analyst).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/reach")).GetProperty("hops").EnumerateArray()
        .Select(h => $"{h.GetProperty("name").GetString()} {h.GetProperty("recipients").GetInt32()} {h.GetProperty("waiting").GetInt32()}").ToArray();

    HttpClient Http(string role) => distribution.Http(role, distribution.BodyOf(role));
}
