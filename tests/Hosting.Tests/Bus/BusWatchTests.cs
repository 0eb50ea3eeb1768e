using Ceptoar.Hosting.Bus;
using MassTransit;

namespace Ceptoar.Hosting.Tests.Bus;

/// <summary>A process whose bus is broken for good does not stay.</summary>
public class BusWatchTests
{
    [Theory]
    [InlineData(BusHealthStatus.Healthy, false, 1, null)]
    [InlineData(BusHealthStatus.Healthy, true, 1, "messages stay unconfirmed")]
    [InlineData(BusHealthStatus.Healthy, false, 0, "nobody consumes intake-record-classification")]
    [InlineData(BusHealthStatus.Degraded, false, 1, "it calls itself Degraded")]
    [InlineData(BusHealthStatus.Unhealthy, false, 1, "it calls itself Unhealthy")]
    public void A_bus_is_at_fault_that_is_unwell_confirms_nothing_or_hears_nothing(BusHealthStatus status, bool unconfirmed, uint consumers, string? fault) =>
        Assert.Equal(fault, BusWatch.Fault(status, unconfirmed, [("intake-withdraw", 2), ("intake-record-classification", consumers)]));

    [Fact]
    public void Patience_runs_out_only_where_a_fault_lasts()
    {
        var clock = new Clock();
        var patience = new Patience(clock, TimeSpan.FromSeconds(20));

        Assert.False(patience.RunsOut(failing: true));
        clock.Now += TimeSpan.FromSeconds(19);
        Assert.False(patience.RunsOut(failing: true));
        Assert.False(patience.RunsOut(failing: false));
        clock.Now += TimeSpan.FromSeconds(19);
        Assert.False(patience.RunsOut(failing: true));
        clock.Now += TimeSpan.FromSeconds(20);
        Assert.True(patience.RunsOut(failing: true));
    }

    sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
