using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Writes what an advisory says from the flashes and approved narratives of its sources: sentences from codes alone, in both languages.</summary>
public static class AdvisoryText
{
    public static AdvisoryContent Compose(IReadOnlyCollection<AdvisorySource> sources)
    {
        var flashes = sources.Select(s => s.Flash).OfType<Flash>().ToArray();
        var narratives = sources.Where(s => s.NarrativeBody is not null).ToArray();
        var content = new AdvisoryContent
        {
            Kind = flashes.Any(f => f.Kind == "incident") ? "incident" : "sign",
            Events = [.. flashes.SelectMany(f => f.Events).Distinct()],
            Causes = [.. flashes.SelectMany(f => f.Causes).Distinct()],
            ServiceImpact = Highest(flashes.Select(f => f.ServiceImpact), "stopped", "degraded", "none"),
            Severity = Highest(flashes.Select(f => f.Severity), "critical", "high", "medium", "low"),
            Urgency = flashes.Any(f => f.Urgency == "urgent") ? "urgent" : "normal",
            Sector = flashes.Select(f => f.Sector).Distinct().ToArray() is [{ } sector] ? sector : null,
            DetectedHour = flashes.Min(f => f.DetectedHour),
            Indicators = [.. flashes.SelectMany(f => f.Indicators).Distinct()],
            Handling = [.. flashes.SelectMany(f => f.Handling).Distinct().Order(StringComparer.Ordinal)],
            Reports = sources.Count,
            Body = string.Join("\n\n----\n\n", narratives.Select(n => narratives.Length == 1 ? n.NarrativeBody : n.NarrativeTitle + "\n\n" + n.NarrativeBody)),
        };
        var title = sources.Count == 1 ? narratives.FirstOrDefault()?.NarrativeTitle : null;
        return content with
        {
            TitleJa = title ?? TitleJa(content),
            TitleEn = title ?? TitleEn(content),
            SummaryJa = SummaryJa(content),
            SummaryEn = SummaryEn(content),
        };
    }

    static string TitleJa(AdvisoryContent c) =>
        $"{SectorJa(c)}{Kind(c).Ja}：{What(c.Events, Taxonomy.Events, e => e.Ja, "・", "内容確認中")}（{What(c.Causes, Taxonomy.Causes, e => e.Ja, "・", "原因確認中")}）";

    static string TitleEn(AdvisoryContent c) =>
        $"{SectorEn(c)}{Kind(c).En}: {What(c.Events, Taxonomy.Events, e => e.En, ", ", "being clarified")} ({What(c.Causes, Taxonomy.Causes, e => e.En, ", ", "cause not yet known")})";

    static string SummaryJa(AdvisoryContent c) =>
        $"{c.Reports} 件の情報連絡に基づく情報です。サービス影響：{Taxonomy.ServiceImpacts.Of(c.ServiceImpact).Ja}。重要度：{Taxonomy.Severities.Of(c.Severity).Ja}。"
        + (c.DetectedHour is { } hour ? $"検知：{hour.ToOffset(TimeSpan.FromHours(9)):yyyy年M月d日H時}台。" : "")
        + (c.Indicators.Length > 0 ? $"攻撃に関する指標 {c.Indicators.Length} 件を確認し、自組織の記録と照合してください。" : "");

    static string SummaryEn(AdvisoryContent c) =>
        $"Based on {c.Reports} report(s). Service impact: {Taxonomy.ServiceImpacts.Of(c.ServiceImpact).En}. Severity: {Taxonomy.Severities.Of(c.Severity).En}."
        + (c.DetectedHour is { } hour ? $" Detected in the hour from {hour:yyyy-MM-dd HH}:00 UTC." : "")
        + (c.Indicators.Length > 0 ? $" Check your own records for {c.Indicators.Length} indicator(s) of the attack." : "");

    static Code Kind(AdvisoryContent c) => Taxonomy.Kinds.Of(c.Kind);

    static string SectorJa(AdvisoryContent c) => c.Sector is null ? "" : $"{Sectors.All.Of(c.Sector).Ja}分野の";

    static string SectorEn(AdvisoryContent c) => c.Sector is null ? "" : $"{Sectors.All.Of(c.Sector).En}: ";

    static string What(string[] values, IReadOnlyList<Code> codes, Func<Code, string> name, string separator, string unknown) =>
        values.Length == 0 ? unknown : string.Join(separator, values.Select(v => name(codes.Of(v))));

    static string Highest(IEnumerable<string?> values, params string[] order)
    {
        var given = values.ToHashSet();
        return order.FirstOrDefault(given.Contains) ?? "unknown";
    }
}
