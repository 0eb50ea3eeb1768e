using System.Globalization;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Subscriptions;

namespace Ceptoar.Distribution.Tests.Subscriptions;

public class SubscriptionRulesTests
{
    static readonly AdvisoryContent Alert = new() { Kind = "alert", Severity = "medium", Sector = "ict", TitleJa = "ＦｏｒｔｉＧａｔｅの脆弱性", Body = "ランサムウェアに悪用されています。" };

    public static TheoryData<SubscriptionFilter, bool> Filters => new()
    {
        { new(), true },
        { new() { Sectors = ["ict", "gas"] }, true },
        { new() { Sectors = ["gas"] }, false },
        { new() { Kinds = ["alert"] }, true },
        { new() { Kinds = ["newsletter"] }, false },
        { new() { SeverityFrom = "low" }, true },
        { new() { SeverityFrom = "medium" }, true },
        { new() { SeverityFrom = "high" }, false },
        { new() { Products = ["fortigate"] }, true },
        { new() { Products = ["Exchange"] }, false },
        { new() { Keywords = ["ﾗﾝｻﾑｳｪｱ"] }, true },
        { new() { Products = ["Exchange"], Keywords = ["ランサム"] }, true },
        { new() { Sectors = ["gas"], Keywords = ["ランサム"] }, false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void All_that_is_given_must_fit_and_one_word_is_enough(SubscriptionFilter filter, bool fits) => Assert.Equal(fits, SubscriptionRules.Fits(filter, Alert));

    [Fact]
    public void What_an_advisory_does_not_tell_it_does_not_fail_by() =>
        Assert.True(SubscriptionRules.Fits(new() { Sectors = ["gas"], SeverityFrom = "critical" }, Alert with { Sector = null, Severity = "unknown" }));

    [Theory]
    [InlineData("2026-11-20T12:00+09:00", "22:00", "07:00", "2026-11-20T12:00+09:00")]
    [InlineData("2026-11-20T22:00+09:00", "22:00", "07:00", "2026-11-21T07:00+09:00")]
    [InlineData("2026-11-20T23:59+09:00", "22:00", "07:00", "2026-11-21T07:00+09:00")]
    [InlineData("2026-11-21T03:00+09:00", "22:00", "07:00", "2026-11-21T07:00+09:00")]
    [InlineData("2026-11-21T07:00+09:00", "22:00", "07:00", "2026-11-21T07:00+09:00")]
    [InlineData("2026-11-20T13:30+09:00", "12:00", "14:00", "2026-11-20T14:00+09:00")]
    [InlineData("2026-12-31T23:30+09:00", "22:00", "07:00", "2027-01-01T07:00+09:00")]
    public void Quiet_hours_are_waited_out_in_the_time_of_Japan(string now, string from, string until, string at)
    {
        Assert.Equal(Time(at), SubscriptionRules.SendAt(Time(now).ToUniversalTime(), Day(from), Day(until), urgent: false));
        Assert.Equal(Time(now), SubscriptionRules.SendAt(Time(now), Day(from), Day(until), urgent: true));
        Assert.Equal(Time(now), SubscriptionRules.SendAt(Time(now), null, null, urgent: false));
    }

    [Fact]
    public void No_wait_is_longer_than_a_day_and_none_ends_in_quiet_hours()
    {
        var random = new Random(20261122);
        for (var run = 0; run < 5_000; run++)
        {
            var now = Time("2026-11-20T00:00+09:00").AddMinutes(random.Next(60 * 24 * 30));
            var (from, until) = (new TimeOnly(random.Next(24), random.Next(60)), new TimeOnly(random.Next(24), random.Next(60)));

            var at = SubscriptionRules.SendAt(now, from, until, urgent: false);

            Assert.InRange(at - now, TimeSpan.Zero, TimeSpan.FromDays(1));
            Assert.True(from == until || !TimeOnly.FromTimeSpan(at.ToOffset(TimeSpan.FromHours(9)).TimeOfDay).IsBetween(from, until));
        }
    }

    [Theory]
    [InlineData("2026-11-20T09:00+09:00", "09:00", "2026-11-20T09:00+09:00")]
    [InlineData("2026-11-20T08:59+09:00", "09:00", "2026-11-19T09:00+09:00")]
    [InlineData("2026-11-20T23:00+09:00", "09:00", "2026-11-20T09:00+09:00")]
    public void The_mail_of_the_day_was_due_at_its_time(string now, string at, string due) => Assert.Equal(Time(due), SubscriptionRules.LastDigest(Time(now).ToUniversalTime(), Day(at)));

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    static TimeOnly Day(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
