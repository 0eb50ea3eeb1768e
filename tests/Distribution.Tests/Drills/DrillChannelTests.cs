using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Distribution.Tests.Channels;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Drills;

/// <summary>What of a drill leaves the hub gives way to what is live, stays away from channels that are off, and is counted nowhere.</summary>
public class DrillChannelTests(ChannelsFixture distribution) : IClassFixture<ChannelsFixture>
{
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    Guid Ministry => distribution.Directory.TelecomMinistry.OrganisationId;

    Guid Centre => distribution.Directory.Centre.OrganisationId;

    [Fact]
    public async Task Receivers_that_hang_on_a_drill_hold_no_live_one_up()
    {
        distribution.Receiver.Answer("/hangs", _ => 0);
        await distribution.Reached(Ministry, new() { Webhook = new(distribution.Receiver.Url + "/hangs", Secret) });
        await distribution.Reached(distribution.Directory.Telecom[0].OrganisationId, new() { Webhook = new(distribution.Receiver.Url + "/well", Secret) });
        var (drill, live) = (await distribution.Drilled(), await distribution.Released(distribution.Flash()));
        var now = distribution.Clock.GetUtcNow();
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into dispatch (advisory_id, version, mailbox_id, channel, purpose, step, contact, posted_at, due_at, drill)
            select {drill}, 1, {Ministry}, 'webhook', 'escalation', n, 'webhook', {now}, {now}, true from generate_series(1, 200) as n
            """));
        await DistributionFixture.Until(() => Task.FromResult(distribution.Receiver.At("/hangs").Count >= 15), "The drill is not under way.");

        var sent = distribution.Clock.GetUtcNow();
        Assert.Equal("sent", (await distribution.Sent(live, distribution.Directory.Telecom[0].OrganisationId, "webhook", "webhook")).State);

        Assert.InRange(distribution.Clock.GetUtcNow() - sent, TimeSpan.Zero, TimeSpan.FromSeconds(1.9));
        Assert.InRange(distribution.Receiver.At("/hangs").Count, 15, 100);
        await distribution.Hears(DistributionFixture.Drill(drill, distribution.Agreed, "closed", version: 2));
        Assert.Equal(0, await distribution.Db<DistributionDb, int>(db => db.Dispatches.CountAsync(d => d.AdvisoryId == drill && d.State == "waiting")));
    }

    [Fact]
    public async Task Mail_of_a_drill_is_marked_and_one_by_a_channel_that_is_off_is_dropped()
    {
        var address = ChannelsFixture.NewAddress();
        await distribution.Reached(Ministry, ChannelsFixture.Desk(address));
        var (on, off) = (await distribution.Drilled(), await distribution.Drilled(m => m with { ChannelsOff = ["mail"] }));

        Assert.Equal("sent", (await distribution.Sent(on, Ministry)).State);
        Assert.Equal(("dropped", "switchedOff"), await distribution.Sent(off, Ministry) is var dropped ? (dropped.State, dropped.Status) : default);
        Assert.StartsWith($"【訓練】【至急】[TLP:GREEN] {(await distribution.Advisory(on)).Number} 通信障害", (await TestMail.Box.Newest(address, _ => true)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_is_posted_while_the_drill_ends_is_not_sent()
    {
        await distribution.Reached(Ministry, ChannelsFixture.Desk(ChannelsFixture.NewAddress()));
        var id = await distribution.Drilled();
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "closed", version: 2));

        Assert.Equal(("dropped", "drillEnded"), await distribution.Sent(id, Ministry) is var dropped ? (dropped.State, dropped.Status) : default);
    }

    [Fact]
    public async Task The_channels_counts_know_nothing_of_drills()
    {
        await distribution.Reached(Ministry, ChannelsFixture.Desk(ChannelsFixture.NewAddress()));
        var id = await distribution.Drilled();
        var before = (await distribution.Get("/api/channels", Centre, Role.Analyst))!.Value.GetRawText();

        var posted = await distribution.Db<DistributionDb, long>(async db =>
        {
            var dispatch = new Distribution.Channels.Dispatch { AdvisoryId = id, Version = 1, MailboxId = Ministry, Channel = "mail", Purpose = "escalation", Step = 1, Contact = "desk", Drill = true, PostedAt = distribution.Clock.GetUtcNow(), DueAt = distribution.Clock.GetUtcNow() };
            db.Add(dispatch);
            await db.SaveChangesAsync();
            return dispatch.Id;
        });
        await distribution.Ended(posted);

        Assert.Equal(before, (await distribution.Get("/api/channels", Centre, Role.Analyst))!.Value.GetRawText());
    }

    [Fact]
    public async Task What_is_usual_for_an_author_is_not_learnt_from_drills()
    {
        for (var i = 0; i < 3; i++) await distribution.Written(distribution.Alert(("audience", new[] { distribution.Directory.CentreGroup.GroupId })));
        await distribution.Drilled();
        var draft = await distribution.Drafted();

        var warnings = (await distribution.Get($"/api/advisories/{draft}/audience", Centre, Role.Analyst))!.Value.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString());

        Assert.Contains("largerThanUsual", warnings);
    }
}
