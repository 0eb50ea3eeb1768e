using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Channels;
using Dispatches = Ceptoar.Distribution.Channels.Dispatch;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>A mail server that refuses, hangs and asks to come again.</summary>
public class HardMailTests(HardMailTests.Fixture distribution) : IClassFixture<HardMailTests.Fixture>
{
    Guid Member(int n) => distribution.Directory.Telecom[n].OrganisationId;

    [Fact]
    public async Task Who_has_no_such_mailbox_is_refused_at_once_and_Registry_is_told()
    {
        var id = await To(0, "nobody-1@member.example");

        var refused = await distribution.Sent(id, Member(0));

        Assert.Equal((Dispatches.Refused, 550, "5.1.1", 1), (refused.State, refused.Code, refused.Status, refused.Attempts));
        Assert.Equal("5.1.1", (await distribution.Published<ContactBounced>(b => b.OrganisationId == Member(0))).Status);
    }

    [Fact]
    public async Task A_refusal_that_is_not_about_the_mailbox_marks_no_contact()
    {
        var id = await To(1, "policy-1@member.example");

        Assert.Equal((Dispatches.Refused, 554), ((await distribution.Sent(id, Member(1))) is var d ? (d.State, d.Code) : default));
        Assert.Empty(await distribution.AllPublished<ContactBounced>(b => b.OrganisationId == Member(1)));
    }

    [Fact]
    public async Task Greylisting_is_waited_out_and_the_mail_comes_once()
    {
        var address = "grey-1@member.example";
        var id = await To(2, address);
        var dispatch = await distribution.Post(id, Member(2));

        Assert.Equal(450, (await distribution.TriedAgainLater(dispatch, 1)).Code);
        distribution.Clock.Advance(TimeSpan.FromSeconds(31));
        await distribution.TriedAgainLater(dispatch, 2);
        distribution.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal((Dispatches.Sent, 3), ((await distribution.Ended(dispatch)) is var d ? (d.State, d.Attempts) : default));
        Assert.Single(distribution.Smtp.TakenBy(address));
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_and_asked_again()
    {
        var id = await To(3, "hangs-1@member.example");
        var dispatch = await distribution.Post(id, Member(3));

        Assert.Null((await distribution.TriedAgainLater(dispatch, 1)).Code);
    }

    [Fact]
    public async Task One_hanging_server_holds_up_no_other_channel()
    {
        var id = await To(4, "hangs-2@member.example", webhook: "/beside");
        var hanging = new List<long>();
        for (var step = 1; step <= 12; step++) hanging.Add(await distribution.Post(id, Member(4), step: step));

        Assert.Equal(Dispatches.Sent, (await distribution.Sent(id, Member(4), "webhook", "webhook")).State);

        Assert.Equal(Dispatches.Waiting, (await distribution.Dispatch(hanging[^1])).State);
    }

    [Fact]
    public async Task After_six_hours_what_is_urgent_is_given_up_and_other_after_a_day()
    {
        var urgent = await To(5, "full-1@member.example");
        var (hurried, tries) = (await distribution.Post(urgent, Member(5)), 1);
        await distribution.TriedAgainLater(hurried, tries);

        distribution.Clock.Advance(TimeSpan.FromHours(6) + TimeSpan.FromMinutes(1));

        Assert.Equal((Dispatches.GivenUp, 452), ((await distribution.Ended(hurried)) is var d ? (d.State, d.Code) : default));
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(7, 1800)]
    [InlineData(1000, 1800)]
    public void It_waits_longer_each_time(int attempts, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), DispatchRules.Pause(attempts));

    [Fact]
    public void Too_late_is_six_hours_of_what_is_urgent_and_a_day_else() =>
        Assert.Equal((TimeSpan.FromHours(6), TimeSpan.FromHours(24)), (DispatchRules.GivenUpAfter(urgent: true), DispatchRules.GivenUpAfter(urgent: false)));

    async Task<Guid> To(int member, string address, string? webhook = null)
    {
        await distribution.Reached(Member(member), ChannelsFixture.Desk(address) with { Webhook = webhook is null ? null : new(distribution.Receiver.Url + webhook, "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0") });
        return await distribution.Released(distribution.Flash());
    }

    public sealed class Fixture : ChannelsFixture
    {
        public ScriptedSmtp Smtp { get; } = new();

        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Smtp:Host"] = "127.0.0.1", ["Smtp:Port"] = $"{Smtp.Port}", ["Smtp:Patience"] = "00:00:01", ["Channels:Parallel"] = "3" };
    }
}
