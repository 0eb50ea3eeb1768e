using System.Globalization;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Writes what an advisory says from the flashes and approved narratives of its sources: sentences from codes alone, in both languages.</summary>
public static class AdvisoryText
{
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);
    static readonly List<string> Grains = [.. Taxonomy.TimeGrains.Select(g => g.Value)];

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
            Sector = Shared(flashes, f => f.Sector),
            Region = Shared(flashes, f => f.Region),
            Size = Shared(flashes, f => f.Size),
            DetectedGrain = flashes.Select(f => f.DetectedGrain).MaxBy(g => Grains.IndexOf(g)) ?? "hour",
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

    /// <summary>An approved text with the texts of the files that were approved with it.</summary>
    public static string WithFiles(string body, IEnumerable<ApprovedFile> files) =>
        string.Concat(files.Select(f => $"\n\n---- 添付（匿名化済み） / attachment, anonymised: {f.Name} ----\n\n{f.Text}").Prepend(body));

    static string TitleJa(AdvisoryContent c) =>
        $"{SectorJa(c)}{Kind(c).Ja}：{What(c.Events, Taxonomy.Events, e => e.Ja, "・", "内容確認中")}（{What(c.Causes, Taxonomy.Causes, e => e.Ja, "・", "原因確認中")}）";

    static string TitleEn(AdvisoryContent c) =>
        $"{SectorEn(c)}{Kind(c).En}: {What(c.Events, Taxonomy.Events, e => e.En, ", ", "being clarified")} ({What(c.Causes, Taxonomy.Causes, e => e.En, ", ", "cause not yet known")})";

    static string SummaryJa(AdvisoryContent c) =>
        $"{c.Reports} 件の情報連絡に基づく情報です。{SourceJa(c)}サービス影響：{Taxonomy.ServiceImpacts.Of(c.ServiceImpact).Ja}。重要度：{Taxonomy.Severities.Of(c.Severity).Ja}。"
        + (c.DetectedHour is { } start ? $"検知：{TimeJa(start.ToOffset(Japan), c.DetectedGrain)}。" : "")
        + (c.Indicators.Length > 0 ? $"攻撃に関する指標 {c.Indicators.Length} 件を確認し、自組織の記録と照合してください。" : "");

    static string SummaryEn(AdvisoryContent c) =>
        $"Based on {c.Reports} report(s). {SourceEn(c)}Service impact: {Taxonomy.ServiceImpacts.Of(c.ServiceImpact).En}. Severity: {Taxonomy.Severities.Of(c.Severity).En}."
        + (c.DetectedHour is { } start ? $" Detected {TimeEn(start, c.DetectedGrain)}." : "")
        + (c.Indicators.Length > 0 ? $" Check your own records for {c.Indicators.Length} indicator(s) of the attack." : "");

    static Code Kind(AdvisoryContent c) => Taxonomy.Kinds.Of(c.Kind);

    static string SectorJa(AdvisoryContent c) => c.Sector is null ? "" : $"{Sectors.All.Of(c.Sector).Ja}分野の";

    static string SectorEn(AdvisoryContent c) => c.Sector is null ? "" : $"{Sectors.All.Of(c.Sector).En}: ";

    static string SourceJa(AdvisoryContent c) => c is { Region: null, Size: null } ? "" : $"提供元：{(c.Region is null ? "" : Taxonomy.Regions.Of(c.Region).Ja)}{(c is { Region: not null, Size: not null } ? "・" : "")}{(c.Size is null ? "" : Taxonomy.OrganisationSizes.Of(c.Size).Ja)}の事業者。";

    static string SourceEn(AdvisoryContent c) =>
        c is { Region: null, Size: null } ? "" : $"Source: {(c.Size is null ? "an" : $"a {Taxonomy.OrganisationSizes.Of(c.Size).En}")} operator{(c.Region is null ? "" : $" in {Taxonomy.Regions.Of(c.Region).En}")}. ";

    static string TimeJa(DateTimeOffset start, string grain) => grain switch { "month" => $"{start:yyyy年M月}", "day" => $"{start:yyyy年M月d日}", _ => $"{start:yyyy年M月d日H時}台" };

    static string TimeEn(DateTimeOffset start, string grain) => grain switch
    {
        "month" => $"in {start.ToOffset(Japan).ToString("MMMM yyyy", CultureInfo.InvariantCulture)} (Japan time)",
        "day" => $"on {start.ToOffset(Japan):yyyy-MM-dd} (Japan time)",
        _ => $"in the hour from {start:yyyy-MM-dd HH}:00 UTC",
    };

    /// <summary>What all of them say; null where they differ.</summary>
    static string? Shared(Flash[] flashes, Func<Flash, string?> part) => flashes.Select(part).Distinct().ToArray() is [{ } one] ? one : null;

    static string What(string[] values, IReadOnlyList<Code> codes, Func<Code, string> name, string separator, string unknown) =>
        values.Length == 0 ? unknown : string.Join(separator, values.Select(v => name(codes.Of(v))));

    static string Highest(IEnumerable<string?> values, params string[] order)
    {
        var given = values.ToHashSet();
        return order.FirstOrDefault(given.Contains) ?? "unknown";
    }
}
