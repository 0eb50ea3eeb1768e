using System.Diagnostics;
using System.Text.Json;
using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Rehearsals;
using Ceptoar.Drills.Reports;

namespace Ceptoar.Drills.Tests.Rehearsals;

public class SimulationTests
{
    static readonly Guid Liaison = Id(1);
    static readonly Guid Secretariat = Id(2);

    [Fact]
    public void The_same_seed_plays_the_same_in_whatever_order_another_another()
    {
        var plan = Plan(400);

        Assert.Equal(Figures(plan, 7), Figures([.. plan.Reverse()], 7));
        Assert.NotEqual(Figures(plan, 7), Figures(plan, 8));
    }

    [Fact]
    public void A_participant_behaves_alike_whoever_else_there_is() =>
        Assert.Equivalent(SimulatedParticipant.Draw(7, Id(50)), SimulatedParticipant.Draw(7, Id(50)), strict: true);

    [Fact]
    public void Most_have_it_within_two_hours_some_in_minutes_and_a_few_never()
    {
        var figures = FigureRules.Of([Simulation.Play(Plan(4_000, relayMinutes: 0), 2013, Settings(360))]);
        var members = figures.Stages.Single(s => s.Hop == "members");

        Assert.InRange(members.Reach.Within10Min!.Value, 0.1, 0.6);
        Assert.InRange(members.Reach.Within2H!.Value, 0.6, 0.9);
        Assert.InRange(members.Rate!.Value, 0.8, 0.99);
        Assert.Contains(figures.Faults, f => f.Code == "silent");
        Assert.Contains(figures.Faults, f => f.Code == "cannotAct");
        Assert.Contains(figures.Faults, f => f.Code == "mail:bounced:5.1.1");
    }

    [Fact]
    public void The_whole_demonstration_directory_is_played_in_well_under_a_second()
    {
        var plan = Plan(4_091);
        FigureRules.Of([Simulation.Play(plan, 1, Settings(240))]);

        var watch = Stopwatch.StartNew();
        var figures = FigureRules.Of([Simulation.Play(plan, 2, Settings(240))]);

        Assert.Equal(4_093, figures.Participants);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed.TotalSeconds:0.00} s.");
    }

    [Fact]
    public void Nobody_confirms_what_it_cannot_read_nor_by_a_channel_that_fails()
    {
        var plan = Enumerable.Range(10, 300).Select(n => Member(n, canRead: n % 2 == 0, channels: ["mail"], bouncing: ["mail"]) with { Body = null, Hop = "audience" }).ToArray();

        var played = Simulation.Play(plan, 3, Settings(600) with { ChannelsOff = ["hub"] });

        Assert.All(played.Measures, m => Assert.True(m is { ConfirmedAt: null, OpenedAt: null, PushedAt: null }));
        Assert.All(played.Measures, m => Assert.Equal("bounced", Assert.Single(m.Tried).State));
    }

    [Fact]
    public void Where_no_body_hands_it_on_the_timed_rule_does_and_without_one_nobody()
    {
        // no liaison reads, so that it hands nothing on
        PlannedRecipient[] Way(int? minutes) => [new() { OrganisationId = Liaison, Hop = "liaison", Channels = [], CanRead = false }, new() { OrganisationId = Secretariat, Hop = "secretariat", Body = Liaison, RelayMinutes = minutes, Channels = [], CanRead = true }];

        var (timed, never) = (Simulation.Play(Way(30), 1, Settings(240)), Simulation.Play(Way(null), 1, Settings(240)));

        Assert.Equal(30 * 60, FigureRules.Of([timed]).Stages.Single(s => s.Hop == "secretariat").RelaySeconds);
        Assert.Contains(FigureRules.Of([never]).Faults, f => f is { Code: "notRelayed", Count: 1 });
    }

    [Fact]
    public void The_second_hop_comes_after_the_first()
    {
        var later = 0;
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var played = Simulation.Play([.. Plan(3), Member(90) with { Hop = "secondHop" }], seed, Settings(2_000));
            if (played.Hops.SingleOrDefault(h => h.Name == "secondHop") is not { RelayedAt: { } second }) continue;

            Assert.True(second >= played.Hops.Single(h => h.Name == "members").RelayedAt);
            later++;
        }

        Assert.True(later > 5);
    }

    [Fact]
    public void Nothing_is_measured_after_the_end()
    {
        var played = Simulation.Play(Plan(500, relayMinutes: 0), 4, Settings(20) with { TwoWay = true });

        Assert.All(played.Measures, m => Assert.All([m.QueuedAt, m.PushedAt, m.DeliveredAt, m.OpenedAt, m.ConfirmedAt, m.CannotActAt, m.AnsweredAt], at => Assert.True(at is null || at <= PlayedWords.Minute(20))));
    }

    [Theory]
    [InlineData(true, new[] { "mail" }, new string[0], new string[0])]
    [InlineData(false, new[] { "mail" }, new string[0], new[] { "cannotRead" })]
    [InlineData(true, new string[0], new string[0], new[] { "noChannel" })]
    [InlineData(false, new[] { "mail", "sms" }, new[] { "mail" }, new[] { "cannotRead", "bouncing:mail" })]
    public void Finds_who_cannot_be_reached(bool canRead, string[] channels, string[] bouncing, string[] holes) => Assert.Equal(holes, HoleRules.Of(Member(5, canRead, channels, bouncing)));

    static string Figures(IReadOnlyCollection<PlannedRecipient> plan, int seed) => JsonSerializer.Serialize(FigureRules.Of([Simulation.Play(plan, seed, Settings(240))]));

    static Simulation.Settings Settings(int minutes) => new(Guid.Empty, "telecom", PlayedWords.Begin, TimeSpan.FromMinutes(minutes), [], TwoWay: false);

    /// <summary>A liaison, a secretariat, and so many members.</summary>
    static PlannedRecipient[] Plan(int members, int? relayMinutes = 60) =>
    [
        new() { OrganisationId = Liaison, Hop = "liaison", Channels = ["mail"], CanRead = true },
        new() { OrganisationId = Secretariat, Hop = "secretariat", Body = Liaison, RelayMinutes = relayMinutes, Channels = ["mail", "telephone"], CanRead = true },
        .. Enumerable.Range(100, members).Select(n => Member(n) with { RelayMinutes = relayMinutes }),
    ];

    static PlannedRecipient Member(int n, bool canRead = true, string[]? channels = null, string[]? bouncing = null) =>
        new() { OrganisationId = Id(n), Hop = "members", Body = Secretariat, RelayMinutes = 60, Channels = channels ?? ["mail", "telephone"], Bouncing = bouncing ?? [], CanRead = canRead };

    static Guid Id(int n) => new(n, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);
}
