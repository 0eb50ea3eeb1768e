using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Escalation;

namespace Ceptoar.Distribution.Tests.Escalation;

/// <summary>In which order a silent recipient is reached.</summary>
public class EscalationPlanTests
{
    static readonly DateTimeOffset Ten = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    static readonly Guid Duty = Guid.Parse("00000000-0000-0000-0000-000000000001");
    static readonly Guid Deputy = Guid.Parse("00000000-0000-0000-0000-000000000002");
    static readonly UsableChannels All = new(new HashSet<string>(), _ => true);

    static readonly ContactSheet Sheet = new()
    {
        Desk = new("当直", "03-0000-0001", "desk@aoba.example"),
        Turns = [new("duty", Ten.AddHours(-1), Ten.AddHours(1), Duty), new("deputy", Ten.AddHours(-1), Ten.AddHours(1), Deputy)],
        People = [new(Duty, "当番", "duty@aoba.example"), new(Deputy, "副当番", "deputy@aoba.example")],
        Channels =
        [
            new(1, "hub", null, null, false), new(2, "mail", "office@aoba.example", null, false), new(3, "telephone", "03-0000-0002", null, false), new(4, "fax", "03-0000-0003", null, false),
            new(5, "mobile", "090-0000-0004", null, false),
        ],
        Webhook = new("https://hook.aoba.example/", "whsec_x"),
    };

    [Fact]
    public void By_the_hub_its_machine_who_is_on_duty_the_deputy_each_channel_and_the_call_list() => Assert.Equal(
        ["reminder", "webhook webhook webhook", "onDuty mail duty", "deputy mail deputy", "channel mail channel:2", "channel telephone channel:3", "channel fax channel:4 byHand", "channel mobile channel:5", "callList"],
        Told(Plan()));

    [Fact]
    public void What_leaves_the_hub_names_whom_it_is_for() =>
        Assert.Equal(["webhook", $"person:{Duty}", $"person:{Deputy}", "channel:2", "channel:3", "channel:5"], Plan().Where(s => s.LeavesTheHub).Select(s => s.Target));

    [Fact]
    public void The_webhook_goes_with_the_reminder() => Assert.Equal([StepKind.Webhook], Plan().Where(s => s.IsAtOnce).Select(s => s.Kind));

    [Theory]
    [InlineData(Tlp.Red, "alert", "reminder callList")]
    [InlineData(Tlp.Red, "newsletter", "reminder")]
    [InlineData(Tlp.Amber, "newsletter", "reminder")]
    [InlineData(Tlp.Green, "threatSheet", "reminder")]
    [InlineData(Tlp.Clear, "caseStudy", "reminder")]
    public void Nothing_of_RED_leaves_the_hub_and_what_only_informs_is_reminded_of(Tlp tlp, string kind, string expected) =>
        Assert.Equal(expected, string.Join(' ', Told(Plan(item: new(tlp, kind, IsUrgent: true)))));

    [Theory]
    [InlineData("incident")]
    [InlineData("sign")]
    [InlineData("alert")]
    [InlineData("earlyWarning")]
    [InlineData("question")]
    [InlineData("hotline")]
    public void Whatever_asks_something_of_its_readers_comes_to_the_call_list(string kind) => Assert.Equal(StepKind.CallList, Plan(item: new(Tlp.Amber, kind, IsUrgent: false))[^1].Kind);

    [Fact]
    public void Who_is_on_duty_changes_with_the_time_and_where_nobody_is_the_desk_answers()
    {
        Assert.Equal("onDuty mail desk", Told(Plan(now: Ten.AddHours(2)))[2]);
        Assert.Equal("deputy deputy noContact", Told(Plan(now: Ten.AddHours(2)))[3]);
        Assert.Equal("onDuty telephone desk", Told(Plan(Sheet with { Desk = new(null, "03-0000-0001", null) }, now: Ten.AddHours(2)))[2]);
        Assert.Equal("onDuty duty noContact", Told(Plan(Sheet with { Desk = null }, now: Ten.AddHours(2)))[2]);
        Assert.Equal("onDuty mail duty", Told(Plan(now: Ten.AddHours(-1)))[2]);
        Assert.Equal("onDuty mail desk", Told(Plan(now: Ten.AddHours(1)))[2]);
    }

    [Fact]
    public void An_organisation_of_which_nothing_is_known_comes_to_the_call_list() =>
        Assert.Equal(["reminder", "onDuty duty noContact", "deputy deputy noContact", "callList"], Told(Plan(new())));

    [Fact]
    public void A_step_without_contact_whose_channel_is_off_or_comes_back_is_passed_over()
    {
        var sheet = new ContactSheet { Channels = [new(1, "hub", null, null, false), new(2, "mail", null, null, false), new(3, "mail", "a@aoba.example", null, true), new(4, "sms", "090", null, false), new(5, "telephone", "03", null, false)] };

        Assert.Equal(
            ["channel mail channel:2 noContact", "channel mail channel:3 bouncing", "channel sms channel:4 channelOff", "channel telephone channel:5 noSender"],
            Told(Plan(sheet, channels: new(new HashSet<string> { "sms" }, c => c != "telephone")))[3..^1]);
    }

    [Fact]
    public void No_address_is_used_twice_however_it_is_written()
    {
        var sheet = Sheet with { Channels = [new(2, "mail", " DUTY@aoba.example", null, false), new(3, "mail", "new@aoba.example", null, false), new(4, "telephone", "0312345678", null, false), new(5, "telephone", "03-1234-5678", null, false)] };

        Assert.Equal(["channel mail channel:2 sameAddress", "channel mail channel:3", "channel telephone channel:4", "channel telephone channel:5 sameAddress"], Told(Plan(sheet))[4..^1]);
        Assert.Equal("channel mail channel:3 sameAddress", Told(Plan(sheet with { People = [new(Duty, "当番", "new@aoba.example")] }, progress: new(new HashSet<string> { StepKind.OnDuty }, [$"person:{Duty}"])))[4]);
    }

    [Fact]
    public void What_is_done_is_known_by_what_it_was_also_when_the_plan_has_changed()
    {
        HashSet<string> done = [.. Plan().Take(5).Select(s => s.Key)];
        var changed = Sheet with { Webhook = null, Turns = [], Channels = [.. Sheet.Channels, new(6, "mail", "late@aoba.example", null, false)] };

        Assert.Equal(["channel:3", "channel:4", "channel:5", "channel:6", "callList"], Plan(changed, progress: new(done, [])).Select(s => s.Key));
    }

    [Fact]
    public void Whoever_takes_over_the_duty_after_it_was_asked_can_still_be_asked_as_deputy()
    {
        var sheet = Sheet with { Turns = [new("duty", Ten, Ten.AddHours(1), Duty), new("duty", Ten, Ten.AddHours(1), Deputy), new("deputy", Ten, Ten.AddHours(1), Deputy)] };

        Assert.Equal("deputy mail deputy", Told(Plan(sheet, progress: new(new HashSet<string> { StepKind.Reminder, StepKind.Webhook, StepKind.OnDuty }, ["webhook", $"person:{Duty}"])))[0]);
    }

    [Fact]
    public void Whatever_the_sheet_a_plan_begins_with_the_reminder_ends_with_the_call_list_repeats_nothing_and_uses_no_channel_that_is_off()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 2_000; i++)
        {
            var (sheet, item) = (AnySheet(random), new EscalatedItem(Any(random, Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.AmberStrict, Tlp.Red), Any(random, [.. Template.Codes, "incident", "sign"]), random.Next(2) == 0));
            var off = ChannelSwitch.Channels.Where(_ => random.Next(4) == 0).ToHashSet();
            var now = Ten.AddHours(random.Next(-30, 30));

            var plan = Plan(sheet, item, new(off, c => c != "mobile"), now: now);

            Assert.Equal(StepKind.Reminder, plan[0].Kind);
            Assert.Equal(plan.Count, plan.DistinctBy(s => s.Key).Count());
            Assert.Equal(item.Informs ? StepKind.Reminder : StepKind.CallList, plan[^1].Kind);
            if (!item.MayLeave || item.Informs) Assert.DoesNotContain(plan, s => s.LeavesTheHub);
            Assert.All(plan.Where(s => s.LeavesTheHub), s => Assert.True(!off.Contains(s.Channel!) && s.Channel is "mail" or "webhook" or "sms" or "telephone"));
            var addresses = plan.Where(s => s.LeavesTheHub).Select(s => (s.Channel, Place(sheet, s.Target!))).ToArray();
            Assert.Equal(addresses.Length, addresses.Distinct().Count());

            // one step after the other, each with the plan as it is then, comes to the same end
            var (done, posted) = (new HashSet<string>(), new List<string>());
            while (Plan(sheet, item, new(off, c => c != "mobile"), new(done, posted), now).Count > 0)
            {
                var next = Plan(sheet, item, new(off, c => c != "mobile"), new(done, posted), now)[0];
                Assert.Equal(plan[done.Count], next);
                done.Add(next.Key);
                if (next.LeavesTheHub) posted.Add(next.Target!);
            }

            Assert.Equal(plan.Count, done.Count);
        }
    }

    [Theory]
    [InlineData("high", "critical", true)]
    [InlineData("high", "high", true)]
    [InlineData("high", "medium", false)]
    [InlineData("low", "low", true)]
    [InlineData("critical", "unknown", true)]
    [InlineData("critical", "high", false)]
    [InlineData(null, "critical", false)]
    public void An_executive_has_a_copy_from_a_severity_on(string? notifyFrom, string severity, bool expected)
    {
        Assert.Equal(expected, ExecutiveRules.Tells(notifyFrom, new(Tlp.Amber, "alert", IsUrgent: false), severity));
        Assert.False(ExecutiveRules.Tells(notifyFrom, new(Tlp.Red, "alert", IsUrgent: false), severity));
        Assert.False(ExecutiveRules.Tells(notifyFrom, new(Tlp.Amber, "newsletter", IsUrgent: false), severity));
    }

    static IReadOnlyList<PlannedStep> Plan(ContactSheet? sheet = null, EscalatedItem? item = null, UsableChannels? channels = null, Progress? progress = null, DateTimeOffset? now = null) =>
        EscalationPlan.Of(sheet ?? Sheet, item ?? new(Tlp.Amber, "alert", IsUrgent: true), channels ?? All, progress ?? Progress.None, now ?? Ten);

    static string[] Told(IEnumerable<PlannedStep> plan) => [.. plan.Select(s => string.Join(' ', new[] { s.Kind, s.Channel, s.Contact, s.PassedOver }.OfType<string>()))];

    static string Place(ContactSheet sheet, string target) => target switch
    {
        "desk" => sheet.Desk!.Email ?? sheet.Desk.Telephone!,
        "webhook" => sheet.Webhook!.Url,
        _ when target.StartsWith("person:", StringComparison.Ordinal) => sheet.People.First(p => target == "person:" + p.Id).Email!,
        _ => sheet.Channels.First(c => target == $"channel:{c.Position}").Address!,
    };

    static ContactSheet AnySheet(Random random)
    {
        string?[] mails = [null, "", "a@x.example", "b@x.example", "c@x.example"];
        var people = Enumerable.Range(1, random.Next(4)).Select(n => new ContactPerson(new Guid(n, 0, 0, new byte[8]), "人", Any(random, mails))).ToArray();
        return new()
        {
            Desk = random.Next(2) == 0 ? null : new(null, Any(random, null, "03"), Any(random, null, "a@x.example")),
            People = people,
            Turns = people.Length == 0 ? [] : [.. Enumerable.Range(0, random.Next(5)).Select(_ => new ContactTurn(Any(random, "duty", "deputy"), Ten.AddHours(random.Next(-30, 0)), Ten.AddHours(random.Next(0, 30)), Any(random, people).Id))],
            Channels = [.. Enumerable.Range(1, random.Next(8)).Select(n => new ContactChannel(n, Any(random, [.. ChannelSwitch.Channels.Where(c => c != "webhook")]), Any(random, [.. mails, "03", "090"]), null, random.Next(5) == 0))],
            Webhook = random.Next(2) == 0 ? null : new("https://x.example/", "whsec_x"),
        };
    }

    static T Any<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
