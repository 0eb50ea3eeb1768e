using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Days as Japanese and English reports write them, in folded text.</summary>
public static partial class WrittenDates
{
    // First years of the eras, so that their year 1 is the value + 1.
    const int BeforeReiwa = 2018;
    const int BeforeHeisei = 1988;

    const string KanjiDigits = "〇一二三四五六七八九";

    static readonly FrozenDictionary<string, int> Months = new[] { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" }.Index().ToFrozenDictionary(m => m.Item, m => m.Index + 1);

    /// <summary>Every day that is named; one without a year is the one nearest to <paramref name="today"/>.</summary>
    public static IEnumerable<DateOnly> In(string folded, DateOnly today)
    {
        foreach (Match match in Day().Matches(folded))
        {
            if (Read(match, today) is { } day) yield return day;
        }
    }

    static DateOnly? Read(Match match, DateOnly today)
    {
        int? Number(string group) => match.Groups[group] is { Success: true } g ? Value(g.ValueSpan) : null;

        var month = match.Groups["name"] is { Success: true } name ? Months[name.Value] : Number("month")!.Value;
        var day = Number("day")!.Value;
        int? year = match.Groups["era"].Value switch
        {
            "令和" or "令" or "r" => BeforeReiwa + Number("year"),
            "平成" or "平" or "h" => BeforeHeisei + Number("year"),
            _ => Number("year"),
        };
        if (year is { } known) return Of(known, month, day);

        return new[] { today.Year - 1, today.Year, today.Year + 1 }.Select(y => Of(y, month, day)).Where(d => d is not null).MinBy(d => Math.Abs(d!.Value.DayNumber - today.DayNumber));
    }

    /// <summary>Of 12 and 十二, 2026 and 二〇二六; 元 is 1.</summary>
    static int Value(ReadOnlySpan<char> digits)
    {
        if (char.IsAsciiDigit(digits[0])) return int.Parse(digits, CultureInfo.InvariantCulture);

        var value = 0;
        foreach (var c in digits)
        {
            if (c == '十') value = Math.Max(value, 1) * 10;
            else value = (value % 10 == 0 && digits.Contains('十') ? value : value * 10) + (c == '元' ? 1 : KanjiDigits.IndexOf(c, StringComparison.Ordinal));
        }

        return value;
    }

    static DateOnly? Of(int year, int month, int day) =>
        year is >= 1900 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    const string EnglishMonth = "(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";

    [GeneratedRegex(
        "(?:(?:(?<era>令和|平成)(?<year>[0-9]{1,2})年|(?<year>[0-9]{4}) ?年)? ?(?<month>[0-9]{1,2}) ?月 ?(?<day>[0-9]{1,2}) ?日)" +
        "|(?:(?<era>令和|平成)(?<year>[元一二三四五六七八九十]{1,3})年|(?<year>二[〇一二三四五六七八九]{3})年)?(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日" +
        "|(?<![0-9a-z./-])(?:(?<era>令和|平成|令|平|[rh])\\.?(?<year>[0-9]{1,2})|(?<year>20[0-9]{2}))[./-](?<month>[0-9]{1,2})[./-](?<day>[0-9]{1,2})(?![0-9])" +
        "|(?<![0-9a-z./-])(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})(?:/(?<year>20[0-9]{2}))?(?![0-9/])" +
        "|(?<![a-z0-9])(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?" + EnglishMonth + "(?![a-z])(?:(?:,? |-)(?<year>20[0-9]{2}))?" +
        "|(?<![a-z])" + EnglishMonth + " (?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])(?:,? (?<year>20[0-9]{2}))?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Day();
}
