using Ceptoar.Distribution.Relays;

namespace Ceptoar.Distribution.Tests.Relays;

/// <summary>When a hop that was opened at ten o'clock goes on by itself.</summary>
public class RelayRulesTests
{
    static readonly DateTimeOffset Ten = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RelayRule.Automatic, 0, null, 0)]
    [InlineData(RelayRule.Timed, 30, null, 30)]
    [InlineData(RelayRule.Manual, 0, null, null)]
    [InlineData(RelayRule.Automatic, 0, -60, 0)]
    [InlineData(RelayRule.Timed, 30, -60, 5)] // on before it was opened
    [InlineData(RelayRule.Timed, 3, -60, 3)]
    [InlineData(RelayRule.Manual, 0, -60, 5)]
    [InlineData(RelayRule.Timed, 30, 10, 15)] // switched on while it waits
    [InlineData(RelayRule.Timed, 30, 28, 30)]
    [InlineData(RelayRule.Manual, 0, 120, 125)]
    public void By_the_rule_and_large_scale_mode(string mode, int minutes, int? largeScaleSince, int? due)
    {
        var rule = new RelayRule { Ceptoar = "telecom", Hop = HopName.Members, Mode = mode, AfterMinutes = minutes };

        Assert.Equal(due is { } d ? Ten.AddMinutes(d) : null, RelayRules.DueAt(rule, Ten, largeScaleSince is { } since ? Ten.AddMinutes(since) : null, largeScaleMinutes: 5));
    }

    [Fact]
    public void Until_a_CEPTOAR_says_otherwise_a_body_has_half_an_hour_and_the_second_hop_is_its_own_decision()
    {
        Assert.Equal([(RelayRule.Timed, 30), (RelayRule.Timed, 30), (RelayRule.Manual, 0)], HopName.Relayed.Select(h => RelayRules.Default("water", h)).Select(r => (r.Mode, r.AfterMinutes)));
    }
}
