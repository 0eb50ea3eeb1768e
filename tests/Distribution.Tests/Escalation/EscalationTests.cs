using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Escalation;

/// <summary>A silent recipient is reminded, reached in further ways and put on the call list, until it answers. Of the members from the fourth on no contact is ever known here.</summary>
public class EscalationTests(EscalationFixture distribution) : IClassFixture<EscalationFixture>
{
    static readonly TimeSpan Wait = EscalationFixture.Urgent;

    SmallDirectory Small => distribution.Directory;

    Guid Secretariat => Small.TelecomSecretariat.OrganisationId;

    [Fact]
    public async Task A_silent_one_is_reminded_reached_by_its_people_and_channels_and_put_on_the_call_list()
    {
        await distribution.Knows((Member(0), distribution.Sheet()));
        var heard = new ConcurrentBag<Heard>();
        var id = await distribution.Released(distribution.Flash());
        await using var line = await distribution.Line(Member(0), heard.Add);
        await distribution.Pass(Wait - TimeSpan.FromMinutes(1));
        Assert.Empty(await distribution.Steps(id, Member(0)));

        foreach (var (at, told) in new[] { (1, "reminder reminded"), (10, "onDuty posted"), (10, "deputy posted"), (10, "channel posted"), (10, "channel posted"), (10, "callList callList") })
        {
            await distribution.Pass(TimeSpan.FromMinutes(at));
            Assert.Equal(told, (await distribution.Steps(id, Member(0)))[^1]);
        }

        await DistributionFixture.Until(() => Task.FromResult(heard.Any(h => h.AdvisoryId == id)), "The reminder was not heard.");
        await distribution.Pass(TimeSpan.FromDays(1));
        Assert.Equal(6, (await distribution.Steps(id, Member(0))).Length);
        Assert.Equal(["mail", "mail", "mail", "sms"], (await distribution.Dispatches(id)).Where(d => d.MailboxId == Member(0) && d.Purpose == "escalation").Select(d => d.Channel));
        Assert.Null((await distribution.Silence(id, Member(0)))!.DueAt);
    }

    [Fact]
    public async Task The_desk_sees_each_step_who_stands_on_the_call_list_and_what_comes_next_but_no_address()
    {
        var sheet = distribution.Sheet("momiji.example");
        await distribution.Knows((Member(2), sheet));
        var id = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);
        await distribution.Pass(Wait);
        await distribution.Db<DistributionDb, int>(db => db.Dispatches.Where(d => d.AdvisoryId == id && d.MailboxId == Member(2) && d.Purpose == "escalation").ExecuteUpdateAsync(s => s.SetProperty(d => d.State, "bounced").SetProperty(d => d.Code, 550)));

        var view = (await distribution.Told(id, Secretariat))!.Value;
        var mine = view.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("organisationId").GetGuid() == Member(2));

        Assert.Equal(["executive executive waiting ", "reminder  reminded ", "onDuty duty bounced 550"], mine.GetProperty("steps").EnumerateArray().Select(s => $"{s.GetProperty("kind").GetString()} {s.GetProperty("contact").GetString()} {s.GetProperty("outcome").GetString()} {s.GetProperty("code")}"));
        Assert.Equal("deputy", mine.GetProperty("next").GetProperty("kind").GetString());
        Assert.DoesNotContain("momiji.example", JsonSerializer.Serialize(view), StringComparison.Ordinal);
        Assert.False(Silent(await Calls(id), Member(2)).GetProperty("onCallList").GetBoolean());
        // of whom nothing is known the hub has come to its end
        var other = Silent(await Calls(id), Member(3));
        Assert.Equal((true, "callList", JsonValueKind.Null), (other.GetProperty("onCallList").GetBoolean(), other.GetProperty("escalation").GetProperty("lastKind").GetString(), other.GetProperty("escalation").GetProperty("nextAt").ValueKind));
        Assert.Null(await distribution.Told(id, Small.AviationMinistry.OrganisationId));
    }

    [Fact]
    public async Task Who_confirms_is_left_alone_and_a_call_that_reached_it_confirms_nothing()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);
        await distribution.Receipt(id, Member(0), "confirmed");
        await distribution.Http(Role.Secretariat, Secretariat).PostAsJsonAsync($"/api/advisories/{id}/calls", new { organisationId = Member(3), channel = "telephone", reached = true, by = "双葉" });
        await distribution.Receipt(id, Member(5), "opened");

        await distribution.Pass(Wait);

        Assert.Null(await distribution.Silence(id, Member(0)));
        Assert.Equal(["reminder reminded"], await distribution.Steps(id, Member(0)));
        foreach (var silent in new[] { Member(3), Member(5) }) Assert.Equal("callList callList", (await distribution.Steps(id, silent))[^1]);
    }

    [Fact]
    public async Task Who_cannot_act_is_gone_past_at_once_and_stands_on_the_desk_when_nobody_else_could()
    {
        await distribution.Knows((Member(1), distribution.Sheet("wakaba.example")));
        var id = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);

        await distribution.Receipt(id, Member(1), "cannotAct");
        await distribution.Receipt(id, Member(4), "cannotAct");
        await distribution.Pass(TimeSpan.Zero);

        Assert.Equal(["reminder reminded", "onDuty posted"], await distribution.Steps(id, Member(1)));
        Assert.Equal("cannotAct", Silent(await Calls(id), Member(4)).GetProperty("state").GetString());
        Assert.DoesNotContain((await Calls(id)).GetProperty("silent").EnumerateArray(), s => s.GetProperty("organisationId").GetGuid() == Member(1));
        var reminded = await (await distribution.Http(Role.Secretariat, Secretariat).PostAsJsonAsync($"/api/advisories/{id}/reminders", new { })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.DoesNotContain(reminded.GetProperty("reminded").EnumerateArray().Concat(reminded.GetProperty("tooSoon").EnumerateArray()), r => r.GetGuid() == Member(4));
    }

    [Fact]
    public async Task As_many_people_confirm_as_the_rule_asks_and_one_of_them_twice_is_one()
    {
        var (group, one) = (Fake.Group("gas", Secretariat), Fake.Organisation("gas", "gas"));
        await Task.WhenAll(distribution.Hears(group), distribution.Hears(one));
        await distribution.Knows((one.OrganisationId, distribution.Sheet("gas.example")));
        Assert.Equal(HttpStatusCode.OK, (await Rule("gas", new { urgentMinutes = 10, normalMinutes = 20, responses = 2 })).StatusCode);
        var id = await distribution.Released(distribution.Flash(audience: [group.GroupId]));
        await distribution.Pass(Wait);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        await Confirm(first);
        await Confirm(first);
        await distribution.Pass(Wait);
        Assert.Equal(["reminder reminded", "onDuty posted"], await distribution.Steps(id, one.OrganisationId));
        await Confirm(second);
        Assert.Null(await distribution.Silence(id, one.OrganisationId));
        await distribution.Pass(Wait);
        Assert.Equal(2, (await distribution.Steps(id, one.OrganisationId)).Length);
        await Rule("gas", new { urgentMinutes = 10, normalMinutes = 20, responses = 1 });

        async Task Confirm(Guid person) => (await distribution.Http(Role.Operator, one.OrganisationId, person.ToString()).PostAsJsonAsync($"/api/advisories/{id}/receipts", new { state = "confirmed" })).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_new_version_begins_anew_and_ends_what_was_laid_down_before()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Pass(Wait);
        await distribution.Receipt(id, Member(0), "confirmed");
        await distribution.Hears(DistributionFixture.Narrative(flash));

        await distribution.Pass(TimeSpan.Zero);

        Assert.All(await distribution.Silences(id), s => Assert.Equal((2, 0), (s.Version, s.Step)));
        Assert.Equal(7, (await distribution.Silences(id)).Length);
        await distribution.Pass(Wait);
        Assert.All((await distribution.Steps(id)).Where(s => s.Version == 2), s => Assert.Equal("reminder", s.Kind));
    }

    [Fact]
    public async Task A_recall_escalates_as_urgent()
    {
        var id = await distribution.Written(distribution.Alert(("template", "hotline"), ("urgency", "normal")));
        await distribution.Pass(Wait);
        Assert.Empty(await distribution.Steps(id));
        await distribution.Recall(id, "誤報", Small.Centre.OrganisationId, Role.Analyst);

        await distribution.Pass(Wait);

        Assert.Equal(7, (await distribution.Steps(id)).Count(s => s is { Version: 2, Kind: "reminder" }));
    }

    [Fact]
    public async Task What_only_informs_is_reminded_of_and_nothing_more()
    {
        await distribution.Knows((Member(0), distribution.Sheet()));
        var id = await distribution.Written(distribution.Alert(("template", "newsletter"), ("body", "今月の動向"), ("tlp", "AMBER+STRICT"), ("urgency", "urgent"), ("severity", "critical")));

        await distribution.Pass(Wait);
        await distribution.Pass(Wait);

        Assert.Equal(["reminder reminded"], await distribution.Steps(id, Member(0)));
        Assert.Empty(await distribution.Dispatches(id));
        Assert.False(Silent(await Calls(id), Member(0)).GetProperty("onCallList").GetBoolean());
    }

    [Fact]
    public async Task Of_RED_nothing_leaves_the_hub_its_person_is_reminded_and_stands_on_its_authors_desk()
    {
        var sheet = distribution.Sheet("red.example");
        await distribution.Knows((Member(0), sheet));
        var (person, heard) = (sheet.People[0], new ConcurrentBag<Heard>());
        var id = await distribution.Written(distribution.Alert(("tlp", "RED"), ("people", new[] { person.Id }), ("urgency", "urgent"), ("severity", "critical")));
        await using var line = await LineOf(person.Id, heard);

        await distribution.Pass(Wait);
        await distribution.Pass(Wait);

        Assert.Equal(["reminder reminded", "callList callList"], await distribution.Steps(id, person.Id));
        await DistributionFixture.Until(() => Task.FromResult(heard.Any(h => h.AdvisoryId == id)), "The person was not reminded.");
        Assert.Empty(await distribution.Dispatches(id));
        var silent = Silent(await distribution.Http(Role.Analyst, Small.Centre.OrganisationId).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/calls"), person.Id);
        Assert.Equal((person.Name, true), (silent.GetProperty("name").GetString(), silent.GetProperty("onCallList").GetBoolean()));
        Assert.Null(await distribution.Get($"/api/advisories/{id}/calls", Secretariat, Role.Secretariat));
        Assert.Null(await distribution.Told(id, Secretariat));
    }

    [Fact]
    public async Task Who_leaves_the_audience_gets_nothing_more()
    {
        var leaver = Fake.Organisation();
        await distribution.Hears(leaver);
        await distribution.Knows((leaver.OrganisationId, distribution.Sheet("leaver.example")));
        var id = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);
        var before = (await distribution.Dispatches(id)).Count(d => d.MailboxId == leaver.OrganisationId);
        await distribution.Hears(leaver with { Version = 2, Active = false });

        await distribution.Pass(Wait);

        Assert.Equal(["reminder reminded"], await distribution.Steps(id, leaver.OrganisationId));
        Assert.Null(await distribution.Silence(id, leaver.OrganisationId));
        Assert.Equal(before, (await distribution.Dispatches(id)).Count(d => d.MailboxId == leaver.OrganisationId));
    }

    [Fact]
    public async Task What_has_expired_is_pursued_no_more()
    {
        var id = await distribution.Written(distribution.Alert(("template", "hotline"), ("urgency", "urgent"), ("expiresAt", distribution.Clock.GetUtcNow().AddMinutes(15))));
        await distribution.Pass(Wait);
        Assert.Equal(7, (await distribution.Steps(id)).Length);

        await distribution.Pass(Wait);

        Assert.Equal(7, (await distribution.Steps(id)).Length);
        Assert.Empty(await distribution.Silences(id));
    }

    [Fact]
    public async Task A_drill_escalates_as_everything_does_but_to_executives_and_at_its_own_pace()
    {
        await distribution.Knows((Small.TelecomMinistry.OrganisationId, distribution.Sheet("kasumi.example")));
        var id = await distribution.Drilled(m => m with { Pace = 600, ChannelsOff = ["mail"] });

        await distribution.Pass(Wait / 600);
        await distribution.Pass(Wait / 600);

        Assert.Equal(["reminder reminded", "onDuty channelOff", "deputy channelOff", "channel channelOff", "channel posted"], await distribution.Steps(id, Small.TelecomMinistry.OrganisationId));
        Assert.Equal(["sms"], (await distribution.Dispatches(id)).Select(d => d.Channel));
        Assert.All(await distribution.Dispatches(id), d => Assert.True(d.Drill));
    }

    [Fact]
    public async Task Large_scale_mode_hastens_no_drill()
    {
        var id = await distribution.Drilled(m => m with { Urgency = "normal" });
        await distribution.Worker().Lay(CancellationToken.None);
        var due = (await distribution.Silence(id, Small.TelecomMinistry.OrganisationId))!.DueAt;
        await distribution.Http(Role.Approver, Small.Centre.OrganisationId).PutAsJsonAsync("/api/large-scale-mode", new { on = true, reason = "広域の通信障害" });

        await distribution.Pass(TimeSpan.FromMinutes(30));

        Assert.Equal(due, (await distribution.Silence(id, Small.TelecomMinistry.OrganisationId))!.DueAt);
        Assert.Empty(await distribution.Steps(id));
        await distribution.Http(Role.Approver, Small.Centre.OrganisationId).PutAsJsonAsync("/api/large-scale-mode", new { on = false, reason = "復旧" });
    }

    [Fact]
    public async Task A_drill_without_the_hubs_hints_passes_the_reminder_over_and_says_so()
    {
        var id = await distribution.Drilled(m => m with { ChannelsOff = ["hub"] });

        await distribution.Pass(Wait);

        Assert.Equal("reminder channelOff", (await distribution.Steps(id, Small.TelecomMinistry.OrganisationId))[0]);
        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Http(Role.Analyst, Small.Centre.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/reminders", new { })).StatusCode);
    }

    [Fact]
    public async Task What_is_live_is_done_before_a_burst_of_a_drill()
    {
        var drill = await distribution.Drilled();
        await distribution.Relayed(drill);
        var live = await distribution.Released(distribution.Flash());
        await distribution.Worker().Lay(CancellationToken.None);
        distribution.Clock.Advance(Wait);
        var due = await distribution.Db<DistributionDb, int>(db => db.Silences.CountAsync(s => !s.Drill && s.DueAt <= distribution.Clock.GetUtcNow()));

        await distribution.With<Escalating, int>(e => e.Lot(due, CancellationToken.None));

        Assert.Equal(7, (await distribution.Steps(live)).Count(s => s.Kind == StepKind.Reminder));
        Assert.Empty(await distribution.Steps(drill));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("stopped")]
    public async Task Nothing_more_is_done_for_a_drill_that_ended(string state)
    {
        await distribution.Knows((Small.TelecomMinistry.OrganisationId, distribution.Sheet("kasumi.example")));
        var id = await distribution.Drilled();
        await distribution.Pass(Wait);
        await distribution.Pass(Wait);
        Assert.Equal(["waiting"], (await distribution.Dispatches(id)).Select(d => d.State));

        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, state, version: 2));
        var before = await distribution.Steps(id);
        await distribution.Pass(Wait);
        await distribution.Pass(TimeSpan.FromDays(1));

        Assert.Empty(await distribution.Silences(id));
        Assert.Equal(before.Length, (await distribution.Steps(id)).Length);
        Assert.Equal([("dropped", "drillEnded")], (await distribution.Dispatches(id)).Select(d => (d.State, d.Status)));
    }

    [Fact]
    public async Task A_member_to_whom_it_is_relayed_later_is_waited_for_from_then_on()
    {
        var id = await distribution.Written(distribution.Alert(("urgency", "urgent")));
        await distribution.Pass(Wait);
        Assert.Equal([Small.TelecomMinistry.OrganisationId], (await distribution.Steps(id)).Select(s => s.MailboxId).Distinct());
        await distribution.Http(Role.Liaison, Small.TelecomMinistry.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/relay", new { });

        await distribution.Pass(Wait - TimeSpan.FromMinutes(1));
        Assert.Empty(await distribution.Steps(id, Secretariat));
        await distribution.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(["reminder reminded"], await distribution.Steps(id, Secretariat));
    }

    [Fact]
    public async Task An_executive_has_one_copy_a_version_and_again_when_it_gets_graver()
    {
        await distribution.Knows((Member(0), distribution.Sheet()));
        var source = Guid.NewGuid();
        var flash = distribution.Flash(source: source);
        var id = await distribution.Released(flash with { Flash = flash.Flash with { Severity = "medium" } });
        await distribution.Pass(TimeSpan.Zero);
        Assert.Empty(await Copies());

        await distribution.Hears(flash with { ReportVersion = 2, Flash = flash.Flash with { Severity = "high" } });
        await distribution.Pass(TimeSpan.Zero);
        Assert.Equal([(2, "executive", "mail")], await Copies());
        await distribution.Hears(DistributionFixture.Narrative(flash with { ReportVersion = 2, Flash = flash.Flash with { Severity = "high" } }));
        await distribution.Pass(TimeSpan.Zero);
        Assert.Single(await Copies());
        await distribution.Hears(flash with { ReportVersion = 3, Flash = flash.Flash with { Severity = "critical" } });
        await distribution.Pass(TimeSpan.Zero);
        Assert.Equal(2, (await Copies()).Length);

        async Task<(int, string, string)[]> Copies() => [.. (await distribution.Dispatches(id)).Where(d => d.Purpose == "executive" && d.MailboxId == Member(0)).Select(d => (d.Version, d.Contact, d.Channel))];
    }

    [Fact]
    public async Task Large_scale_mode_hastens_what_was_laid_down_before()
    {
        var id = await distribution.Written(distribution.Alert(("template", "hotline"), ("urgency", "normal")));
        await distribution.Pass(TimeSpan.FromMinutes(1));
        await Mode(true);

        await distribution.Pass(TimeSpan.FromMinutes(1));
        Assert.All(await distribution.Silences(id), s => Assert.InRange(s.DueAt!.Value - distribution.Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromMinutes(5)));
        await distribution.Pass(TimeSpan.FromMinutes(5));
        await Mode(false);

        Assert.Equal(7, (await distribution.Steps(id)).Length);
        async Task Mode(bool on) => (await distribution.Http(Role.Approver, Small.Centre.OrganisationId).PutAsJsonAsync("/api/large-scale-mode", new { on, reason = "広域障害" })).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Each_secretariat_keeps_the_pace_of_its_own_CEPTOAR()
    {
        foreach (var (role, organisation, ceptoar, may) in new[]
        {
            (Role.Secretariat, Secretariat, "telecom", true), (Role.Secretariat, Secretariat, "aviation", false), (Role.Secretariat, Small.AviationMinistry.OrganisationId, "aviation", true),
            (Role.Analyst, Small.Centre.OrganisationId, "aviation", true), (Role.Analyst, Small.Centre.OrganisationId, "moon", false), (Role.Liaison, Small.TelecomMinistry.OrganisationId, "telecom", false),
        })
        {
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await Rule(ceptoar, new { urgentMinutes = 10, normalMinutes = 120, responses = 1 }, role, organisation)).StatusCode);
        }

        var rules = (await distribution.Http(Role.Secretariat, Secretariat).GetFromJsonAsync<JsonElement>("/api/escalation-rules")).GetProperty("items").EnumerateArray().Where(r => r.GetProperty("ceptoar").GetString() == "telecom").ToArray();
        Assert.Equal([(10, 120, 1)], rules.Select(r => (r.GetProperty("urgentMinutes").GetInt32(), r.GetProperty("normalMinutes").GetInt32(), r.GetProperty("responses").GetInt32())));
        foreach (var (body, fields) in new (object, string[])[]
        {
            (new { }, ["normalMinutes", "responses", "urgentMinutes"]), (new { urgentMinutes = 0, normalMinutes = 1441, responses = 4 }, ["normalMinutes", "responses", "urgentMinutes"]),
            (new { urgentMinutes = 30, normalMinutes = 20, responses = 1 }, ["urgentMinutes"]),
        })
        {
            var answer = await Rule("telecom", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(fields, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        }

        await distribution.Published<AuditRecorded>(m => m is { Action: "escalationRule.changed", Item: "escalationRule/telecom", Detail: "urgent=10 normal=120 responses=1" });
    }

    [Fact]
    public async Task Who_looks_at_the_board_hears_of_each_step()
    {
        var id = await distribution.Released(distribution.Flash());
        var heard = new ConcurrentQueue<JsonElement>();
        await using var line = await distribution.Line(Secretariat, _ => { }, (_, counts) => heard.Enqueue(counts), Role.Secretariat);
        await line.Call("WatchReach", [id], CancellationToken.None);

        await distribution.Pass(Wait);
        await DistributionFixture.Until(() => Task.FromResult(heard.Any(c => Number(c, "steps") == 7)), "The board did not hear of the reminders.");
        await distribution.Pass(Wait);

        await DistributionFixture.Until(() => Task.FromResult(heard.Any(c => Number(c, "onCallList") > 0)), "The board did not hear of the call list.");
        static int Number(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task The_preview_counts_whom_nothing_but_the_hub_reaches()
    {
        await distribution.Knows((Member(0), distribution.Sheet()), (Member(1), new() { Channels = [new(1, "hub", null, null, false), new(2, "fax", "03", null, false)] }));
        var id = await distribution.Drafted(distribution.Alert(("template", "hotline"), ("urgency", "normal")));

        var preview = (await distribution.Get($"/api/advisories/{id}/audience", Small.Centre.OrganisationId, Role.Analyst))!.Value;

        var expected = preview.GetProperty("recipients").GetInt32() - await Reachable();
        Assert.InRange(expected, 1, 6);
        Assert.Equal(expected, preview.GetProperty("unreachableByChannel").GetInt32());
        Assert.Contains(preview.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("code").GetString() == "noChannel" && w.GetProperty("count").GetInt32() == expected);

        // what other tests of this class let be known stays known
        async Task<int> Reachable() => await distribution.With<ContactFacts, int>(async facts => (await facts.Of([.. distribution.TelecomMembers], CancellationToken.None)).Values.Count(f => f.IsReachable));
    }

    Guid Member(int n) => Small.Telecom[n].OrganisationId;

    async Task<LiveLine> LineOf(Guid person, ConcurrentBag<Heard> heard)
    {
        var sockets = distribution.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Authorization = "Bearer " + distribution.Token(Role.Operator, Member(0), person.ToString());
        return await LiveLine.Over(await sockets.ConnectAsync(new Uri("ws://localhost/hubs/advisories"), CancellationToken.None), heard.Add, null);
    }

    Task<JsonElement> Calls(Guid id) => distribution.Http(Role.Secretariat, Secretariat).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/calls");

    static JsonElement Silent(JsonElement calls, Guid organisation) => calls.GetProperty("silent").EnumerateArray().Single(s => s.GetProperty("organisationId").GetGuid() == organisation);

    Task<HttpResponseMessage> Rule(string ceptoar, object rule, string role = Role.Secretariat, Guid? organisation = null) =>
        distribution.Http(role, organisation ?? Secretariat).PutAsJsonAsync($"/api/escalation-rules/{ceptoar}", rule);
}
