using Ceptoar.Drills.Runs;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Drills.Tests.Runs;

public class ScheduleRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    static readonly HashSet<DateOnly> NoDay = [];

    public static TheoryData<int?, int?, int?, string[]> Times => new()
    {
        { 1, null, null, [] },
        { -1, null, null, ["startsAt"] },
        { null, 1, 24, [] },
        { 1, 1, 24, ["window"] },
        { null, 24, 1, ["window.until"] },
        { null, 24, 24, ["window.until"] },
        { null, -2, 24, ["window.from"] },
        { null, -2, -1, ["window.from", "window.until"] },
        { null, 1, 1 + (60 * 24), [] },
        { null, 1, 2 + (60 * 24), ["window.until"] },
        { 24 * 731, null, null, [] }, // two years on
        { 24 * 732, null, null, ["startsAt"] },
        { null, 24 * 740, 24 * 741, ["window.from", "window.until"] },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_lies_in_the_future_and_a_window_ends_after_it_begins(int? startsIn, int? from, int? until, string[] fields) =>
        Assert.Equal(fields, ScheduleRules.Wrong(At(startsIn), from is null && until is null ? null : new(At(from), At(until)), Now).Select(f => f.PropertyName));

    [Fact]
    public void A_window_has_both_ends() => Assert.Equal(["window.from", "window.until"], ScheduleRules.Wrong(null, new(null, null), Now).Select(f => f.PropertyName));

    [Theory]
    [InlineData(0, 1, 1, 3, true)] // noon of one day in Japan
    [InlineData(0, 1, 30, 3, false)]
    [InlineData(0, 48, 30, 3, true)] // begun two days before, it still runs
    [InlineData(30, 3, 0, 48, true)]
    [InlineData(0, 30, 30, 3, false)] // one ends as the other begins
    public void Two_collide_that_begin_on_one_day_or_run_at_one_time(int begin, int lasts, int otherBegin, int otherLasts, bool collide)
    {
        var other = new Stretch(Now.AddHours(otherBegin), Now.AddHours(otherBegin + otherLasts));

        Assert.Equal(collide, ScheduleRules.Collide(Now.AddHours(begin), TimeSpan.FromHours(lasts), other));
        // no moment of a day that is left collides
        if (collide) Assert.Contains(ScheduleRules.DayOf(Now.AddHours(begin)), ScheduleRules.Taken([other], TimeSpan.FromHours(lasts)));
    }

    [Fact]
    public void The_moment_is_drawn_from_the_whole_window()
    {
        var (from, until) = (Now, Now.AddDays(3));

        Assert.Equal(from, ScheduleRules.Draw(from, until, NoDay, _ => 0));
        Assert.Equal(until.AddSeconds(-1), ScheduleRules.Draw(from, until, NoDay, below => below - 1));
    }

    [Fact]
    public void A_day_of_Japan_that_is_taken_is_never_drawn()
    {
        var windows = from start in Gen.Choose(1, 200_000) from length in Gen.Choose(1, 200_000) from days in Gen.Choose(0, 3).ListOf() select (start, length, days);

        Check.One(Seeded.Cases(500), Prop.ForAll(windows.ToArbitrary(), window =>
        {
            var (from, until) = (Now.AddSeconds(window.start), Now.AddSeconds(window.start + window.length));
            var taken = window.days.Select(d => ScheduleRules.DayOf(Now).AddDays(d)).ToHashSet();
            return ScheduleRules.Draw(from, until, taken, new Random(window.start).Next) is { } moment
                ? moment >= from && moment < until && !taken.Contains(ScheduleRules.DayOf(moment))
                : Enumerable.Range(0, 6).Select(d => ScheduleRules.DayOf(Now).AddDays(d)).Where(d => d >= ScheduleRules.DayOf(from) && d <= ScheduleRules.DayOf(until.AddTicks(-1))).All(taken.Contains);
        }));
    }

    [Fact]
    public void A_day_is_a_day_of_Japan()
    {
        Assert.Equal(new DateOnly(2026, 11, 22), ScheduleRules.DayOf(new(2026, 11, 22, 14, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 11, 23), ScheduleRules.DayOf(new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero)));
    }

    static DateTimeOffset? At(int? hours) => hours is { } h ? Now.AddHours(h) : null;
}
