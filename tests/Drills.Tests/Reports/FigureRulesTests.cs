using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Reports;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;
using static Ceptoar.Drills.Tests.PlayedWords;

namespace Ceptoar.Drills.Tests.Reports;

public class FigureRulesTests
{
    static readonly Gen<TriedChannel> Attempts =
        from channel in Gen.Elements("mail", "webhook", "sms", "call")
        from state in Gen.Elements("waiting", "sent", "bounced", "refused", "givenUp", "dropped", "reached", "notReached")
        from minute in Gen.Choose(0, 200)
        select Tried(channel, state, state == "bounced" ? "5.1.1" : null, minute);

    static readonly Gen<Measure> Measures =
        from id in Gen.Choose(0, int.MaxValue)
        from hop in Gen.Elements("liaison", "secretariat", "members", "members", "secondHop", "audience")
        from queued in Gen.Choose(0, 100)
        from rung in Gen.Choose(0, 4)
        from takes in Gen.Choose(-5, 300)
        from cannotAct in Gen.Elements(false, false, true)
        from answered in Gen.Elements(false, true)
        from tried in Gen.Choose(0, 3).SelectMany(n => Attempts.ArrayOf(n))
        select new Measure
        {
            DrillId = Guid.Empty,
            OrganisationId = new Guid(id, 0, 0, new byte[8]),
            Hop = hop,
            QueuedAt = Minute(queued),
            PushedAt = rung > 0 ? Minute(queued) : null,
            DeliveredAt = rung > 1 ? Minute(queued) : null,
            OpenedAt = rung > 2 ? Minute(queued + takes) : null,
            ConfirmedAt = rung > 3 ? Minute(queued + takes) : null,
            CannotActAt = cannotAct ? Minute(queued + takes) : null,
            AnsweredAt = answered ? Minute(queued + takes) : null,
            Tried = tried,
        };

    static readonly Gen<PlayedDrill> Drills =
        from measures in Gen.Choose(0, 80).SelectMany(n => Measures.ArrayOf(n))
        from pace in Gen.Elements(1, 60)
        from waiting in Gen.Choose(0, 5)
        from relayed in Gen.Elements(false, true)
        select new PlayedDrill(
            Begin, pace, measures.DistinctBy(m => m.OrganisationId).ToArray(), [Hop("members", relayed ? 12 : null)],
            Enumerable.Range(1, waiting).ToDictionary(n => new Guid(0, (short)n, 1, new byte[8]), n => n % 2 == 0 ? "members" : "audience"));

    [Fact]
    public void Counts_add_up_rates_are_shares_and_curves_rise() => Check.One(
        Seeded.Cases(200),
        Prop.ForAll(Gen.Choose(0, 3).SelectMany(n => Drills.ArrayOf(n)).ToArbitrary(), drills =>
        {
            var figures = FigureRules.Of(drills);

            Assert.Equal(figures.Participants, drills.Sum(d => d.Measures.Count + d.Waiting.Count));
            Assert.Equal(figures.Participants, figures.Stages.Sum(s => s.Recipients));
            Assert.Equal(figures.Confirmed, figures.Stages.Sum(s => s.Confirmed));
            Assert.Equal(figures.Answered, figures.Stages.Sum(s => s.Answered));
            Assert.Equal(figures.Confirmed, figures.Channels.Sum(c => c.Confirmed));
            Assert.True(figures.Participants >= figures.Queued && figures.Queued >= figures.Pushed && figures.Pushed >= figures.Delivered && figures.Delivered >= figures.Opened && figures.Opened >= figures.Confirmed + figures.CannotAct);
            // each participant that did not confirm has one cause
            Assert.Equal(figures.Participants - figures.Confirmed, figures.Faults.Where(f => !f.Code.Contains(':', StringComparison.Ordinal)).Sum(f => f.Count));
            Assert.Equal(figures.Faults.OrderByDescending(f => f.Count).Select(f => f.Count), figures.Faults.Select(f => f.Count));
            Assert.All(figures.Stages, stage =>
            {
                Assert.InRange(stage.Rate!.Value, 0, 1);
                double[] shares = [0, stage.Reach.Within10Min!.Value, stage.Reach.Within30Min!.Value, stage.Reach.Within1H!.Value, stage.Reach.Within2H!.Value, stage.Rate.Value];
                Assert.Equal(shares.Order(), shares);
                Assert.InRange(stage.Reach.Curve.Length, 0, 60);
                Assert.Equal(stage.Reach.Curve.OrderBy(p => p.Seconds).ThenBy(p => p.Share), stage.Reach.Curve);
                Assert.Equal(stage.Rate.Value, stage.Reach.Curve.LastOrDefault()?.Share ?? 0);
            });
        }));

    [Fact]
    public void Stages_stand_in_the_order_of_the_way_down() =>
        Assert.Equal(StageRules.All, FigureRules.Of([Played(1, [.. StageRules.All.Reverse().Select(s => Measured(confirmed: 1, s))])]).Stages.Select(s => s.Hop));

    [Fact]
    public void A_share_is_of_all_recipients_a_percentile_of_those_who_confirmed()
    {
        var stage = Assert.Single(FigureRules.Of([Played(1, Measured(5), Measured(20), Measured(90), Measured(confirmed: null))]).Stages);

        Assert.Equal((0.75, 0.25, 0.5, 0.5, 0.75), (stage.Rate, stage.Reach.Within10Min, stage.Reach.Within30Min, stage.Reach.Within1H, stage.Reach.Within2H));
        Assert.Equal((20 * 60.0, 90 * 60.0), (stage.Reach.P50, stage.Reach.P90));
    }

    [Fact]
    public void Times_of_a_drill_in_fast_motion_are_those_of_life()
    {
        var figures = FigureRules.Of([Played(60, Measured(1))]);

        Assert.Equal(3_600, figures.Stages[0].Reach.P50);
        Assert.Equal(12 * 3_600, Assert.Single(FigureRules.Of([new(Begin, 60, [Measured(20)], [Hop("members", 12)], new Dictionary<Guid, string>())]).Stages).RelaySeconds);
    }

    [Fact]
    public void Those_whom_no_body_handed_it_on_count_against_the_rate()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var drill = new PlayedDrill(Begin, 1, [Measured(3, "secretariat")], [Hop("members", relayed: null)], new Dictionary<Guid, string> { [one] = "members", [other] = "members" });

        var figures = FigureRules.Of([drill]);

        Assert.Equal((3, 1, 0.0), (figures.Participants, figures.Queued, figures.Stages[1].Rate));
        Assert.Equal([new FaultFigures("notRelayed", 2)], figures.Faults);
    }

    [Fact]
    public void A_channel_counts_those_who_confirmed_after_it_was_the_last_that_went_out()
    {
        var figures = FigureRules.Of([Played(
            1, Measured(1), Measured(30, tried: [Tried("mail", "sent", at: 10)]), Measured(30, tried: [Tried("mail", "sent", at: 10), Tried("sms", "sent", at: 20)]),
            Measured(30, tried: [Tried("mail", "bounced", "5.1.1", at: 10)]), Measured(30, tried: [Tried("mail", "sent", at: 60)]))]);

        Assert.Equal([new("hub", 5, 5, 3), new("mail", 4, 3, 1), new("sms", 1, 1, 1)], figures.Channels);
    }

    [Fact]
    public void Nothing_comes_to_nothing() => Assert.Equivalent(new DrillFigures(0, 0, 0, 0, 0, 0, 0, 0, [], [], []), FigureRules.Of([]));

    [Fact]
    public void A_drill_without_hints_tried_nobody_by_the_hub()
    {
        var (hinted, without) = (Played(1, Measured(3)), Played(1, Measured(4), Measured(5)) with { ChannelsOff = ["hub"] });

        var hub = FigureRules.Of([hinted, without]).Channels.Single(c => c.Channel == "hub");

        Assert.Equal((1, 3), (hub.Tried, hub.Confirmed)); // those who looked by themselves confirmed by it all the same
    }

    static PlayedDrill Played(int pace, params Measure[] measures) => new(Begin, pace, measures, [], new Dictionary<Guid, string>());

    static Measure Measured(double? confirmed, string hop = "members", params TriedChannel[] tried) => MeasureRules.Merge(Guid.Empty, known: null, Recipient(Guid.NewGuid(), confirmed, hop, tried: tried));

    static MeasuredHop Hop(string name, double? relayed) => new() { DrillId = Guid.Empty, Name = name, Ceptoar = "telecom", Body = Guid.Empty, OpenedAt = Minute(0), RelayedAt = relayed is { } at ? Minute(at) : null, Recipients = 1 };
}
