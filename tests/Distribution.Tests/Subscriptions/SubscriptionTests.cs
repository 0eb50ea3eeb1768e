using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Tests.Channels;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Subscriptions;

/// <summary>People say what they want mail about; the inbox of their organisation is another matter.</summary>
public class SubscriptionTests(ChannelsFixture distribution) : IClassFixture<ChannelsFixture>
{
    Guid Member(int n) => distribution.Directory.Telecom[n].OrganisationId;

    [Fact]
    public async Task What_was_set_is_what_is_read_and_before_that_nothing_is_on()
    {
        var (http, _, _) = await Person(0);
        var before = await http.GetFromJsonAsync<JsonElement>("/api/subscriptions");
        Assert.Equal((false, "immediate", true), (before.GetProperty("enabled").GetBoolean(), before.GetProperty("mode").GetString(), before.GetProperty("urgentAlways").GetBoolean()));

        var set = new { enabled = true, sectors = new[] { "ict" }, kinds = new[] { "alert", "incident" }, severityFrom = "medium", products = new[] { "FortiGate" }, keywords = new[] { "ランサム" }, quietFrom = "22:00", quietUntil = "07:00", urgentAlways = true, mode = "digest", digestAt = "09:00" };
        await Set(http, set);

        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(set, JsonSerializerOptions.Web), await http.GetFromJsonAsync<JsonElement>("/api/subscriptions")));
    }

    [Theory]
    [InlineData("""{}""", "enabled")]
    [InlineData("""{"enabled": true, "sectors": ["moon"]}""", "sectors[0]")]
    [InlineData("""{"enabled": true, "kinds": ["alert", null]}""", "kinds[1]")]
    [InlineData("""{"enabled": true, "severityFrom": "unknown"}""", "severityFrom")]
    [InlineData("""{"enabled": true, "keywords": [""]}""", "keywords[0]")]
    [InlineData("""{"enabled": true, "mode": "weekly"}""", "mode")]
    [InlineData("""{"enabled": true, "mode": "digest"}""", "digestAt")]
    [InlineData("""{"enabled": true, "mode": "digest", "digestAt": "9時"}""", "digestAt")]
    [InlineData("""{"enabled": true, "quietFrom": "22:00"}""", "quietUntil")]
    [InlineData("""{"enabled": true, "quietFrom": "25:00", "quietUntil": "07:00"}""", "quietFrom")]
    [InlineData("""{"enabled": true, "quietFrom": "22:00", "quietUntil": "22:00"}""", "quietUntil")]
    [InlineData("""{"enabled": true, "urgentAlways": false}""", "urgentAlways")]
    public async Task What_is_not_filled_in_right_is_told_by_its_field(string body, string field)
    {
        var (http, _, _) = await Person(0);

        var answer = await http.PutAsync("/api/subscriptions", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task A_system_has_none()
    {
        var http = distribution.Http(Role.Operator, Member(0));

        Assert.Equal(HttpStatusCode.Conflict, (await http.GetAsync("/api/subscriptions")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await http.PutAsJsonAsync("/api/subscriptions", new { enabled = true })).StatusCode);
    }

    [Fact]
    public async Task What_fits_is_mailed_once_what_does_not_is_not_and_all_of_it_is_in_the_inbox()
    {
        var (http, address, member) = await Person(1);
        var earlier = await Flash();
        await Set(http, new { enabled = true, severityFrom = "high" });

        var (fits, not) = (await Flash(), await Flash(severity: "low"));
        await Behind();

        var mail = await TestMail.Box.Newest(address, _ => true);
        Assert.Contains((await distribution.Advisory(fits)).Number, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("配信設定", mail.Text, StringComparison.Ordinal);
        await NothingWaits(member);
        Assert.Single(TestMail.Box.To(address));
        var inbox = await distribution.Listed(member);
        Assert.All([earlier, fits, not], id => Assert.Contains(id, inbox));
    }

    [Fact]
    public async Task Whatever_a_subscription_says_the_inbox_of_the_organisation_has_all()
    {
        var (http, address, member) = await Person(2);
        await Set(http, new { enabled = true, sectors = new[] { "gas" }, kinds = new[] { "newsletter" }, severityFrom = "critical", keywords = new[] { "見つからない語" } });

        var id = await Flash();
        await Behind();

        Assert.Contains(id, await distribution.Listed(member));
        Assert.Empty(TestMail.Box.To(address));
    }

    [Fact]
    public async Task Quiet_hours_hold_back_what_is_not_urgent()
    {
        var (http, address, _) = await Person(3);
        var here = TimeOnly.FromTimeSpan(distribution.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).TimeOfDay);
        await Set(http, new { enabled = true, quietFrom = here.AddHours(-1).ToString("HH:mm"), quietUntil = here.AddHours(2).ToString("HH:mm") });

        var (calm, urgent) = (await Flash(urgency: "normal"), await Flash());
        await Behind();

        Assert.Contains((await distribution.Advisory(urgent)).Number, (await TestMail.Box.Newest(address, _ => true)).Subject, StringComparison.Ordinal);
        Assert.Equal(("waiting", true), await Dispatch(calm, distribution.Clock.GetUtcNow().AddMinutes(61)));

        distribution.Clock.Advance(TimeSpan.FromHours(2));
        await DistributionFixture.Until(() => Task.FromResult(TestMail.Box.To(address).Count == 2), "The quiet hours did not end.");
    }

    [Fact]
    public async Task A_digest_is_one_mail_a_day_with_a_line_for_each()
    {
        var (http, address, _) = await Person(4);
        var at = TimeOnly.FromTimeSpan(distribution.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).TimeOfDay).AddHours(3);
        await Set(http, new { enabled = true, mode = "digest", digestAt = at.ToString("HH:mm") });

        var (amber, green) = (await Flash(urgency: "normal", tlp: Tlp.Amber), await Flash(urgency: "normal", tlp: Tlp.Green));
        await distribution.Recall(await Flash(urgency: "normal"));
        await Behind();
        await DistributionFixture.Until(async () => await Lines(amber) == 1 && await Lines(green) == 1, "The lines were not kept.");
        Assert.Empty(TestMail.Box.To(address));

        distribution.Clock.Advance(TimeSpan.FromHours(3));

        var mail = await TestMail.Box.Newest(address, _ => true);
        var (amberNumber, greenAdvisory) = ((await distribution.Advisory(amber)).Number, await distribution.Advisory(green));
        Assert.Contains($"[TLP:AMBER] {amberNumber} IT障害 重要度:高\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"[TLP:GREEN] {greenAdvisory.Number} IT障害 重要度:高 {greenAdvisory.Content.TitleJa}\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal(2, mail.Text.Split("A-20").Length - 1);
        await DistributionFixture.Until(async () => await Lines(amber) == 0, "The lines stayed.");
        var next = await Flash(urgency: "normal");
        await DistributionFixture.Until(async () => await Lines(next) == 1, "The line was not kept.");
        distribution.Clock.Advance(TimeSpan.FromDays(1));
        await DistributionFixture.Until(() => Task.FromResult(TestMail.Box.To(address).Count == 2), "The next day's did not come.");
        Assert.Equal(1, TestMail.Box.To(address)[1].Text.Split("A-20").Length - 1);
    }

    [Fact]
    public async Task RED_is_in_no_mail_of_the_day_and_what_became_RED_leaves_it()
    {
        var (http, address, member) = await Person(5);
        var at = TimeOnly.FromTimeSpan(distribution.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).TimeOfDay).AddHours(1);
        await Set(http, new { enabled = true, mode = "digest", digestAt = at.ToString("HH:mm") });
        var id = await Flash(urgency: "normal");
        await Behind();
        await DistributionFixture.Until(async () => await Lines(id) == 1, "The line was not kept.");
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"update advisory set tlp = 'RED' where id = {id}"));

        distribution.Clock.Advance(TimeSpan.FromHours(1));

        await DistributionFixture.Until(async () => await distribution.Db<DistributionDb, bool>(db => db.Dispatches.AnyAsync(d => d.MailboxId == member && d.Purpose == "digest" && d.State == "dropped")), "The digest was not dropped.");
        Assert.Empty(TestMail.Box.To(address));
    }

    [Fact]
    public async Task A_recall_comes_to_those_who_were_told()
    {
        var (http, address, _) = await Person(0);
        await Set(http, new { enabled = true, keywords = new[] { "サービス影響" } });
        var id = await Flash();
        await TestMail.Box.Newest(address, _ => true);
        await DistributionFixture.Until(async () => (await Dispatch(id, DateTimeOffset.MaxValue)).State == "sent", "It was not settled.");

        (await distribution.Recall(id)).EnsureSuccessStatusCode();

        await DistributionFixture.Until(() => Task.FromResult(TestMail.Box.To(address).Count == 2), "The recall was not sent.");
        Assert.Contains("撤回", TestMail.Box.To(address)[1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_left_gets_nothing()
    {
        var (http, address, member) = await Person(1);
        await Set(http, new { enabled = true });
        await distribution.Reached(member, new());

        var id = await Flash();
        await Behind();

        await DistributionFixture.Until(async () => await distribution.Db<DistributionDb, bool>(db => db.Dispatches.AnyAsync(d => d.AdvisoryId == id && d.MailboxId == member && d.State == "dropped" && d.Status == "contact")), "It was not dropped.");
        Assert.Empty(TestMail.Box.To(address));
    }

    async Task<(HttpClient Http, string Address, Guid Member)> Person(int n)
    {
        // of each test its own alone
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"update subscription set enabled = false"));
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"delete from digest_line where dispatch_id is null"));
        var (person, address) = (Guid.NewGuid(), ChannelsFixture.NewAddress("person"));
        await distribution.Reached(Member(n), new() { People = [new ContactPerson(person, "青葉 花子", address)] });
        return (distribution.Http(Role.Operator, Member(n), person.ToString()), address, Member(n));
    }

    static async Task Set(HttpClient http, object subscription) => (await http.PutAsJsonAsync("/api/subscriptions", subscription)).EnsureSuccessStatusCode();

    Task<Guid> Flash(string severity = "high", string urgency = "urgent", Tlp tlp = Tlp.Amber)
    {
        var flash = distribution.Flash(tlp);
        return distribution.Released(flash with { Flash = flash.Flash with { Severity = severity, Urgency = urgency } });
    }

    /// <summary>Waits until every mailbox of a subscription was looked through.</summary>
    Task Behind() => DistributionFixture.Until(
        () => distribution.Db<DistributionDb, bool>(async db => (await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from subscription s join mailbox m on m.id = s.organisation_id where s.enabled and m.last > s.seen").SingleAsync()) == 0),
        "The mailboxes were not looked through.");

    /// <summary>Waits until all that was posted to a member has gone out or was dropped.</summary>
    Task NothingWaits(Guid member) => DistributionFixture.Until(
        () => distribution.Db<DistributionDb, bool>(db => db.Dispatches.AllAsync(d => d.MailboxId != member || d.State != "waiting")),
        "Something still waits.");

    Task<int> Lines(Guid advisory) => distribution.Db<DistributionDb, int>(db => db.DigestLines.CountAsync(l => l.AdvisoryId == advisory));

    Task<(string State, bool Later)> Dispatch(Guid advisory, DateTimeOffset after) => distribution.Db<DistributionDb, (string, bool)>(async db =>
    {
        var dispatch = await db.Dispatches.AsNoTracking().OrderByDescending(d => d.Id).FirstAsync(d => d.AdvisoryId == advisory && d.Purpose == "subscription");
        return (dispatch.State, dispatch.DueAt > after);
    });
}
