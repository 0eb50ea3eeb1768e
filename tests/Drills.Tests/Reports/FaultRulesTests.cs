using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Reports;
using static Ceptoar.Drills.Tests.PlayedWords;

namespace Ceptoar.Drills.Tests.Reports;

public class FaultRulesTests
{
    public static TheoryData<string, ReachedRecipient, string[], bool> Recipients => new()
    {
        { "confirmed", Of(5), [], false },
        { "confirmed though a mail came back", Of(5, Tried("mail", "bounced", "5.1.1")), ["mail:bounced:5.1.1"], false },
        { "cannot act", Of(null) with { CannotActAt = Minute(3) }, ["cannotAct"], false },
        { "silent, a mail went out", Of(null, Tried("mail", "sent")), ["silent"], false },
        { "silent, each channel failed", Of(null, Tried("mail", "bounced", "5.1.1"), Tried("mail", "bounced", "5.1.1", at: 1), Tried("call", "notReached", at: 2)), ["silent", "mail:bounced:5.1.1", "call:notReached"], true },
        { "silent, a contact was gone", Of(null, Tried("mail", "dropped", "contact")), ["silent", "mail:dropped:contact"], true },
        { "silent, its channel was switched off", Of(null, Tried("sms", "dropped", "switchedOff")), ["silent"], false },
        { "silent, one still waits", Of(null, Tried("mail", "bounced", "5.1.1"), Tried("sms", "waiting", at: 1)), ["silent", "mail:bounced:5.1.1"], false },
        { "not connected and no channel", Of(null), ["noChannel"], true },
        { "it came to its client", Of(null) with { DeliveredAt = Minute(1) }, ["silent"], false },
        { "it came too late for its turn", Of(null) with { QueuedAt = Minute(60) }, ["silent"], false },
    };

    [Theory]
    [MemberData(nameof(Recipients))]
    public void A_participant_has_its_causes(string what, ReachedRecipient recipient, string[] codes, bool stale)
    {
        var measure = MeasureRules.Merge(Guid.Empty, known: null, recipient);
        var another = MeasureRules.Merge(Guid.Empty, known: null, Recipient(Guid.NewGuid(), tried: Tried("mail", "sent")));

        Assert.True(codes.SequenceEqual(FaultRules.Of(measure, FaultRules.LastTurn([measure, another]))), what);
        Assert.Equal(stale, FaultRules.Stale([measure, another]).Contains(recipient.OrganisationId));
    }

    [Fact]
    public void Nobody_lacks_a_channel_where_the_turn_of_channels_never_came() =>
        Assert.Empty(FaultRules.Stale([MeasureRules.Merge(Guid.Empty, known: null, Of(null)), MeasureRules.Merge(Guid.Empty, known: null, Of(null, Tried("webhook", "sent")))]));

    [Theory]
    [InlineData("members", true, "notSent")]
    [InlineData("members", false, "notRelayed")]
    [InlineData("liaison", false, "notSent")]
    public void Who_was_not_reached_waited_for_a_body_or_was_left_out(string stage, bool relayed, string code) => Assert.Equal(
        code, FaultRules.OfWaiting(stage, [new() { DrillId = Guid.Empty, Name = "members", Ceptoar = "telecom", Body = Guid.Empty, RelayedAt = relayed ? Begin : null, Recipients = 1 }]));

    static ReachedRecipient Of(double? confirmed, params TriedChannel[] tried) => Recipient(Guid.NewGuid(), confirmed, tried: tried);
}
