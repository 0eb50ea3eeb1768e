using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Measures;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Drills.Tests.Measures;

public class MeasureRulesTests
{
    static readonly Guid Drill = Guid.Parse("00000000-0000-4000-8000-00000000000d");
    static readonly Guid Member = Guid.Parse("00000000-0000-4000-8000-000000000001");

    static readonly Gen<DateTimeOffset?> Times = Gen.OneOf(Gen.Constant<DateTimeOffset?>(null), Gen.Choose(0, 90).Select(m => (DateTimeOffset?)PlayedWords.Minute(m)));

    static readonly Gen<TriedChannel> Attempts =
        from channel in Gen.Elements("mail", "sms", "call")
        from state in Gen.Elements("waiting", "sent", "bounced", "notReached")
        from cause in Gen.Elements(null, "5.1.1")
        from minute in Gen.Choose(0, 3)
        select PlayedWords.Tried(channel, state, cause, minute);

    static readonly Gen<ReachedRecipient> Rows =
        from queued in Gen.Choose(0, 90)
        from pushed in Times
        from delivered in Times
        from opened in Times
        from confirmed in Times
        from cannotAct in Times
        from tried in Gen.Choose(0, 3).SelectMany(n => Attempts.ArrayOf(n))
        select new ReachedRecipient
        {
            OrganisationId = Member,
            Hop = "members",
            QueuedAt = PlayedWords.Minute(queued),
            PushedAt = pushed,
            DeliveredAt = delivered,
            OpenedAt = opened,
            ConfirmedAt = confirmed,
            CannotActAt = cannotAct,
            Tried = tried,
        };

    [Fact]
    public void Rows_in_any_order_and_again_come_to_the_same() => Check.One(
        Seeded.Cases(500),
        Prop.ForAll(Gen.Choose(1, 5).SelectMany(n => Rows.ArrayOf(n)).ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), (rows, seed) =>
        {
            var otherwise = rows.Concat(rows).ToArray();
            new Random(seed).Shuffle(otherwise);

            Assert.Equivalent(Merged(rows), Merged(otherwise), strict: true);
        }));

    [Fact]
    public void The_earliest_time_of_a_rung_stays()
    {
        var merged = Merged([PlayedWords.Recipient(Member, confirmed: 7), PlayedWords.Recipient(Member, confirmed: 5), PlayedWords.Recipient(Member)]);

        Assert.Equal(PlayedWords.Minute(5), merged.ConfirmedAt);
    }

    [Fact]
    public void What_was_sent_may_still_come_back()
    {
        var sent = PlayedWords.Recipient(Member, tried: PlayedWords.Tried("mail", "sent", at: 1));
        var bounced = PlayedWords.Recipient(Member, tried: PlayedWords.Tried("mail", "bounced", "5.1.1", at: 1));

        Assert.Equal("bounced", Assert.Single(Merged([bounced, sent]).Tried).State);
    }

    [Fact]
    public void Who_confirmed_was_reached_whatever_it_said_later() =>
        Assert.Equal("confirmed", MeasureRules.StateOf(Merged([PlayedWords.Recipient(Member, confirmed: 5), PlayedWords.Recipient(Member) with { CannotActAt = PlayedWords.Minute(9) }])));

    [Fact]
    public void What_came_after_the_end_counts_nowhere() => Check.One(
        Seeded.Cases(500),
        Prop.ForAll(Rows.ToArbitrary(), Gen.Choose(0, 90).ToArbitrary(), (row, minutes) =>
        {
            var (all, end) = (Merged([row]), PlayedWords.Minute(minutes));
            var counted = MeasureRules.Until(all, end);

            Assert.Equal(row.QueuedAt > end, counted is null);
            Assert.Equivalent(all, MeasureRules.Until(all, end: null), strict: true);
            if (counted is null) return;

            var times = (Measure m) => new[] { m.PushedAt, m.DeliveredAt, m.OpenedAt, m.ConfirmedAt, m.CannotActAt };
            Assert.Equal(times(all).Select(t => t <= end ? t : null), times(counted));
            Assert.Equal(all.Tried.Count(t => t.At <= end), counted.Tried.Length);
        }));

    [Theory]
    [InlineData(5, 20, "waiting")] // its turn came in time, its answer did not
    [InlineData(5, 8, "bounced")]
    [InlineData(20, 20, null)]
    public void An_attempt_counts_by_when_its_turn_came(int posted, int at, string? state)
    {
        var tried = PlayedWords.Tried("mail", "bounced", "5.1.1", at) with { PostedAt = PlayedWords.Minute(posted) };

        var counted = MeasureRules.Until(Merged([PlayedWords.Recipient(Member, tried: tried)]), PlayedWords.Minute(10))!;

        Assert.Equal(state, counted.Tried.SingleOrDefault()?.State);
    }

    static Measure Merged(IEnumerable<ReachedRecipient> rows) => rows.Aggregate((Measure?)null, (known, row) => MeasureRules.Merge(Drill, known, row))!;
}
