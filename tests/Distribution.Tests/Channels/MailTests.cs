using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Testing;
using Dispatches = Ceptoar.Distribution.Channels.Dispatch;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>Mail about an advisory, on a real mail server.</summary>
public class MailTests(ChannelsFixture distribution) : IClassFixture<ChannelsFixture>
{
    Guid Member(int n) => distribution.Directory.Telecom[n].OrganisationId;

    [Fact]
    public async Task GREEN_comes_with_what_it_says_and_AMBER_as_a_pointer()
    {
        foreach (var (tlp, member) in new[] { (Tlp.Green, 0), (Tlp.Amber, 1) })
        {
            var address = ChannelsFixture.NewAddress();
            await distribution.Reached(Member(member), ChannelsFixture.Desk(address));
            var id = await Released(tlp, "ひみつ件名", "ひみつ本文");

            var sent = await distribution.Sent(id, Member(member));

            var number = (await distribution.Advisory(id)).Number;
            Assert.Equal((Dispatches.Sent, 250), (sent.State, sent.Code));
            var mail = Assert.Single(TestMail.Box.To(address));
            Assert.Equal(address, mail.Head["to"]);
            Assert.StartsWith($"【至急】[TLP:{tlp.Label()}] {number}", mail.Subject, StringComparison.Ordinal);
            Assert.Equal("auto-generated", mail.Head["auto-submitted"]);
            Assert.Matches("^<dispatch\\.[0-9]+\\.[0-9a-f]{16}@hub\\.example>$", mail.Head["message-id"]);
            Assert.Matches("^bounces\\+[0-9]+-[0-9a-f]{16}@hub\\.example$", mail.MailFrom);
            foreach (var form in new[] { mail.Text, mail.Html })
            {
                Assert.Contains($"{ChannelsFixture.PublicUrl}/advisories/{id}", form, StringComparison.Ordinal);
                Assert.Contains(number, form, StringComparison.Ordinal);
                Assert.Equal(tlp == Tlp.Green, form.Contains("ひみつ本文", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task RED_never_leaves()
    {
        var address = ChannelsFixture.NewAddress();
        await distribution.Reached(Member(2), ChannelsFixture.Desk(address));
        var id = await distribution.Released(distribution.Flash(Tlp.Red));

        Assert.Equal(Dispatches.Dropped, (await distribution.Sent(id, Member(2))).State);
        Assert.Empty(TestMail.Box.To(address));
    }

    [Fact]
    public async Task What_the_audience_no_longer_lets_and_what_never_came_is_not_sent()
    {
        var (address, outsider) = (ChannelsFixture.NewAddress(), distribution.Directory.Aviation[0].OrganisationId);
        await distribution.Reached(outsider, ChannelsFixture.Desk(address));
        await distribution.Reached(Member(5), ChannelsFixture.Desk(address));
        var id = await distribution.Released(distribution.Flash());

        Assert.Equal((Dispatches.Dropped, "notReceived"), Told(await distribution.Sent(id, outsider)));
        await distribution.Hears(distribution.Directory.Telecom[5] with { Version = 2, Active = false });
        Assert.Equal((Dispatches.Dropped, "audience"), Told(await distribution.Sent(id, Member(5))));
        Assert.Empty(TestMail.Box.To(address));
    }

    [Fact]
    public async Task A_confirmation_stops_an_escalation_and_not_the_executives_copy()
    {
        var (desk, chief) = (ChannelsFixture.NewAddress(), ChannelsFixture.NewAddress("chief"));
        await distribution.Reached(Member(3), ChannelsFixture.Desk(desk) with { Executive = new("役員", chief, null, "high") });
        var id = await distribution.Released(distribution.Flash());
        await distribution.Receipt(id, Member(3), "confirmed");

        Assert.Equal((Dispatches.Dropped, "confirmed"), Told(await distribution.Sent(id, Member(3))));
        Assert.Equal(Dispatches.Sent, (await distribution.Sent(id, Member(3), contact: "executive", purpose: "executive")).State);
        Assert.Empty(TestMail.Box.To(desk));
        Assert.Contains("役員への写し", Assert.Single(TestMail.Box.To(chief)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_that_was_removed_and_a_version_that_was_replaced_get_nothing()
    {
        var address = ChannelsFixture.NewAddress();
        await distribution.Reached(Member(4), ChannelsFixture.Desk(address));
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Reached(Member(4), new());
        Assert.Equal((Dispatches.Dropped, "contact"), Told(await distribution.Sent(id, Member(4))));

        await distribution.Reached(Member(4), ChannelsFixture.Desk(address));
        distribution.Clock.Advance(TimeSpan.FromHours(-1)); // what is posted now is not due yet
        var old = await distribution.Db<DistributionDb, long>(async db =>
        {
            var dispatch = new Dispatches { AdvisoryId = id, Version = 1, MailboxId = Member(4), Channel = "mail", Purpose = "escalation", Contact = "desk", Step = 2, PostedAt = distribution.Clock.GetUtcNow(), DueAt = distribution.Clock.GetUtcNow().AddMinutes(30) };
            db.Add(dispatch);
            await db.SaveChangesAsync();
            return dispatch.Id;
        });
        await distribution.Hears(DistributionFixture.Narrative(flash));
        distribution.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((Dispatches.Dropped, "superseded"), Told(await distribution.Ended(old)));
        Assert.Empty(TestMail.Box.To(address));
    }

    [Fact]
    public async Task A_recall_is_sent_without_what_it_took_back()
    {
        var address = ChannelsFixture.NewAddress();
        await distribution.Reached(Member(0), ChannelsFixture.Desk(address));
        var id = await Released(Tlp.Green, "ひみつ件名", "ひみつ本文");
        (await distribution.Recall(id)).EnsureSuccessStatusCode();

        Assert.Equal(Dispatches.Sent, (await distribution.Sent(id, Member(0))).State);

        var mail = Assert.Single(TestMail.Box.To(address));
        Assert.Contains("撤回されました", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ひみつ", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_contact_of_the_sheet_is_found_by_its_key()
    {
        var (person, plan) = (ChannelsFixture.NewAddress("person"), ChannelsFixture.NewAddress("plan"));
        var who = Guid.NewGuid();
        await distribution.Reached(Member(1), new() { People = [new(who, "青葉 花子", person)], Channels = [new(1, "hub", null, null, false), new(2, "mail", plan, "連絡窓口", false)] });
        var id = await distribution.Released(distribution.Flash());

        Assert.Equal(Dispatches.Sent, (await distribution.Sent(id, Member(1), contact: $"person:{who}")).State);
        Assert.Equal(Dispatches.Sent, (await distribution.Sent(id, Member(1), contact: "channel:2")).State);
        foreach (var nobody in new[] { "desk", $"person:{Guid.NewGuid()}", "channel:1", "channel:9", "webhook", "moon" }) Assert.Equal((Dispatches.Dropped, "contact"), Told(await distribution.Sent(id, Member(1), contact: nobody)));
        Assert.Single(TestMail.Box.To(person));
        Assert.Single(TestMail.Box.To(plan));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_and_Registry_is_told()
    {
        await distribution.Reached(Member(2), ChannelsFixture.Desk("当直席, bcc@example.com"));
        var id = await distribution.Released(distribution.Flash());

        Assert.Equal((Dispatches.Refused, "address"), Told(await distribution.Sent(id, Member(2))));

        var bounced = await distribution.Published<ContactBounced>(b => b.OrganisationId == Member(2));
        Assert.Equal(("mail", "5.1.3", "当直席, bcc@example.com"), (bounced.Channel, bounced.Status, distribution.Services.GetService(typeof(ContactsSealer)) is ContactsSealer sealer ? sealer.Open<string>(bounced.Address) : null));
    }

    [Fact]
    public async Task A_hundred_at_once_each_get_one()
    {
        var address = ChannelsFixture.NewAddress("crowd");
        await distribution.Reached(Member(3), ChannelsFixture.Desk(address));
        var id = await distribution.Released(distribution.Flash());
        var posted = new List<long>();
        for (var step = 1; step <= 100; step++) posted.Add(await distribution.Post(id, Member(3), step: step));

        foreach (var one in posted) Assert.Equal(Dispatches.Sent, (await distribution.Ended(one)).State);

        Assert.Equal(100, TestMail.Box.To(address).Select(m => m.Head["message-id"]).Distinct().Count());
        Assert.Equal(100, TestMail.Box.To(address).Count);
    }

    static (string State, string? Status) Told(Dispatches dispatch) => (dispatch.State, dispatch.Status);

    async Task<Guid> Released(Tlp tlp, string title, string body)
    {
        var flash = distribution.Flash(tlp);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, title, body));
        return id;
    }
}
