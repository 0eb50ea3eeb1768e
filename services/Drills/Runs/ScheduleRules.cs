using Ceptoar.Hosting.Http;
using FluentValidation.Results;

namespace Ceptoar.Drills.Runs;

/// <summary>Between which times an unannounced drill (抜き打ち) begins.</summary>
public record Window(DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>From when until when a drill runs.</summary>
public sealed record Stretch(DateTimeOffset From, DateTimeOffset Until);

/// <summary>When a drill may begin, and how the moment of an unannounced one is drawn.</summary>
public static class ScheduleRules
{
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(60);

    /// <summary>Nobody plans for later than two years ahead; a slip of the pen does.</summary>
    const int FurthestYears = 2;

    /// <summary>A drill that could not begin for so long, because the service did not run, is called off: nobody expects it any more.</summary>
    public static readonly TimeSpan MaxLate = TimeSpan.FromHours(6);

    /// <summary>Japan has one time and no summer time.</summary>
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>What is wrong with a time to begin, by its field.</summary>
    public static IEnumerable<ValidationFailure> Wrong(DateTimeOffset? startsAt, Window? window, DateTimeOffset now)
    {
        if (startsAt is not null && window is not null) yield return new("window", Problems.Say("startsAt か window のいずれか一方を指定してください。", "Give either startsAt or window."));
        else if (startsAt < now) yield return new("startsAt", Later());
        else if (startsAt > now.AddYears(FurthestYears)) yield return new("startsAt", Nearer());

        if (window is null) yield break;

        if (window.From is null) yield return new("window.from", Needed());
        else if (window.From < now) yield return new("window.from", Later());
        else if (window.From > now.AddYears(FurthestYears)) yield return new("window.from", Nearer());
        if (window.Until is null) yield return new("window.until", Needed());
        else if (window.Until < now) yield return new("window.until", Later());
        else if (window.Until > now.AddYears(FurthestYears)) yield return new("window.until", Nearer());
        else if (window.Until <= window.From) yield return new("window.until", Problems.Say("開始より後の日時を指定してください。", "Must lie after its begin."));
        else if (window.Until - window.From > LongestWindow) yield return new("window.until", Problems.Say($"{LongestWindow.Days} 日以内としてください。", $"At most {LongestWindow.Days} days long."));
    }

    /// <summary>The day in Japan.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Japan).Date);

    /// <summary>Whether a drill that begins then and lasts so long is in the way of another of its CEPTOAR: on one day both begin, or at one time both run.</summary>
    public static bool Collide(DateTimeOffset begin, TimeSpan lasts, Stretch other) =>
        DayOf(begin) == DayOf(other.From) || (begin < other.Until && other.From < begin + lasts);

    /// <summary>The days on which a drill that lasts so long could not begin at any moment.</summary>
    public static IReadOnlySet<DateOnly> Taken(IEnumerable<Stretch> others, TimeSpan lasts) => others.SelectMany(o => Days(DayOf(o.From - lasts), DayOf(o.Until))).ToHashSet();

    static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1)) yield return day;
    }

    /// <summary>Draws a moment of a window, to the second, any as likely as another.</summary>
    /// <param name="from">Where the window begins.</param>
    /// <param name="until">Where it ends; not drawn itself.</param>
    /// <param name="taken">Days of Japan that are left out.</param>
    /// <param name="below">Draws a number from 0, below what it is given.</param>
    /// <returns>The moment; null where no day of the window is left.</returns>
    public static DateTimeOffset? Draw(DateTimeOffset from, DateTimeOffset until, IReadOnlySet<DateOnly> taken, Func<int, int> below)
    {
        var free = Free(from, until, taken).ToArray();
        if (free.Length == 0) return null;

        var second = below(free.Sum(part => Seconds(part)));
        foreach (var part in free)
        {
            if (second < Seconds(part)) return part.From.AddSeconds(second);

            second -= Seconds(part);
        }

        throw new ArgumentOutOfRangeException(nameof(below), "It drew what lies above.");
    }

    static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Free(DateTimeOffset from, DateTimeOffset until, IReadOnlySet<DateOnly> taken)
    {
        for (var day = DayOf(from); day <= DayOf(until); day = day.AddDays(1))
        {
            var begin = new DateTimeOffset(day, TimeOnly.MinValue, Japan).ToUniversalTime();
            var (first, last) = (begin < from ? from : begin, begin.AddDays(1) > until ? until : begin.AddDays(1));
            if (first < last && !taken.Contains(day)) yield return (first, last);
        }
    }

    static int Seconds((DateTimeOffset From, DateTimeOffset Until) part) => (int)Math.Ceiling((part.Until - part.From).TotalSeconds);

    static string Later() => Problems.Say("これからの日時を指定してください。", "Must lie in the future.");

    static string Nearer() => Problems.Say($"{FurthestYears} 年以内の日時を指定してください。", $"Must lie within {FurthestYears} years from now.");

    static string Needed() => Problems.Say("日時を指定してください。", "Must be given.");
}
