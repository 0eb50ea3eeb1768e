using System.Text;
using Ceptoar.Distribution.Advisories;

namespace Ceptoar.Distribution.Subscriptions;

/// <summary>What fits a subscription, and when its mail goes. Times of day are Japan's.</summary>
public static class SubscriptionRules
{
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);
    static readonly string[] Severities = ["low", "medium", "high", "critical"];

    /// <summary>Whether an advisory is one that the person wants mail about. What it does not tell - a sector, a severity - it does not fail by.</summary>
    public static bool Fits(SubscriptionFilter filter, AdvisoryContent content) =>
        (filter.Sectors.Length == 0 || content.Sector is null || filter.Sectors.Contains(content.Sector))
        && (filter.Kinds.Length == 0 || filter.Kinds.Contains(content.Kind))
        && (filter.SeverityFrom is null || !Severities.Contains(content.Severity) || Array.IndexOf(Severities, content.Severity) >= Array.IndexOf(Severities, filter.SeverityFrom))
        && (filter.Products.Length + filter.Keywords.Length == 0 || Mentions(content, filter.Products.Concat(filter.Keywords)));

    /// <summary>When a mail may go: at once, or when the quiet hours are over; what is urgent waits for nothing.</summary>
    public static DateTimeOffset SendAt(DateTimeOffset now, TimeOnly? quietFrom, TimeOnly? quietUntil, bool urgent)
    {
        if (urgent || quietFrom is not { } from || quietUntil is not { } until || from == until) return now;

        var here = now.ToOffset(Japan);
        // from 22:00 until 07:00 is one stretch, over midnight
        if (!TimeOnly.FromTimeSpan(here.TimeOfDay).IsBetween(from, until)) return now;

        var end = new DateTimeOffset(here.Date, Japan) + until.ToTimeSpan();
        return (end > now ? end : end.AddDays(1)).ToUniversalTime();
    }

    /// <summary>The last time that a mail of the day was due: what fitted before it goes now.</summary>
    public static DateTimeOffset LastDigest(DateTimeOffset now, TimeOnly at)
    {
        var today = new DateTimeOffset(now.ToOffset(Japan).Date, Japan) + at.ToTimeSpan();
        return (today <= now ? today : today.AddDays(-1)).ToUniversalTime();
    }

    static bool Mentions(AdvisoryContent c, IEnumerable<string> words)
    {
        var text = Folded(string.Join('\n', new[] { c.TitleJa, c.TitleEn, c.SummaryJa, c.SummaryEn, c.Body, c.Lessons, c.RequiredAction }.Concat(c.Indicators.Select(i => i.Value)).Concat(c.References.Select(r => r.Cve))));
        return words.Any(w => text.Contains(Folded(w), StringComparison.Ordinal));
    }

    static string Folded(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
