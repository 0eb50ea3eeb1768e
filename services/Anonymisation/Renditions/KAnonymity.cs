using System.Globalization;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>
/// How finely a reporter may be described so that enough operators fit: a code where it may be told, null where it may not.
/// <see cref="K"/> operators share the description.
/// </summary>
public sealed record AnonymityClass(string? Sector, string? Region, string? Size, int K);

/// <summary>How fine a time may be told.</summary>
public enum TimeGrain
{
    Hour,
    Day,
    Month,
}

/// <summary>How many operators a reader must hesitate between. The population is the directory, not the reports (ANON.md section 5.5).</summary>
public static class KAnonymity
{
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);
    static readonly string[] East = ["hokkaido", "tohoku", "kanto", "chubu"];

    /// <summary>Active operators in the smallest of the reporter's CEPTOARs; 0 where it is in none, for then nobody shares its place.</summary>
    public static int K(OrganisationChanged reporter, IdentifyingDirectory directory) =>
        reporter.Ceptoars.Length == 0 ? 0 : reporter.Ceptoars.Min(directory.OperatorsInCeptoar);

    /// <summary>
    /// The finest description that enough operators share: size goes before the region, the region (one of eight, then half of
    /// Japan) before the sector. Where not even all operators are enough, nothing is told.
    /// </summary>
    public static AnonymityClass Finest(OrganisationChanged reporter, IdentifyingDirectory directory, int threshold)
    {
        foreach (var (sectors, region, size) in Steps(reporter))
        {
            foreach (var sector in sectors)
            {
                var k = directory.Operators(o => (sector is null || o.Sectors.Contains(sector)) && (region is null || Within(o.Region, region)) && (size is null || o.Size == size));
                if (k >= threshold) return new(sector, region, size, k);
            }
        }

        return new(null, null, null, directory.Operators(_ => true));
    }

    static IEnumerable<(string?[] Sectors, string? Region, string? Size)> Steps(OrganisationChanged reporter)
    {
        string?[] named = reporter.Sectors;
        var regions = reporter.Region is { } region ? new[] { region, Half(region) } : [];
        foreach (var near in regions)
        {
            if (reporter.Size is not null) yield return (named, near, reporter.Size);
            yield return (named, near, null);
        }

        if (reporter.Size is not null) yield return (named, null, reporter.Size);
        yield return (named, null, null);
        foreach (var near in regions) yield return ([null], near, null);
    }

    /// <summary>east or west of Japan, for one of the eight regions.</summary>
    static string Half(string region) => East.Contains(region) ? "east" : "west";

    static bool Within(string? own, string region) => own is not null && (own == region || Half(own) == region);

    /// <summary>The start of the hour, the day or the month in Japan, in UTC.</summary>
    public static DateTimeOffset? Coarser(DateTimeOffset? time, TimeGrain grain)
    {
        if (time?.ToOffset(Japan) is not { } at) return null;

        var start = grain switch
        {
            TimeGrain.Hour => new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, Japan),
            TimeGrain.Day => new(at.Year, at.Month, at.Day, 0, 0, 0, Japan),
            _ => new(at.Year, at.Month, 1, 0, 0, 0, Japan),
        };
        return start.ToUniversalTime();
    }

    /// <summary>Says in words that too few operators fit.</summary>
    public static Notice TooFew(int k) => new()
    {
        Code = "k.tooFew",
        Ja = string.Create(CultureInfo.InvariantCulture, $"この条件に当てはまる事業者は {k} 者しかありません。受け取った側に発信元を推測されるおそれがあります。"),
        En = string.Create(CultureInfo.InvariantCulture, $"Only {k} operators fit this description: readers may guess who reported."),
    };

    /// <summary>Says in words between how many a reader hesitates.</summary>
    public static Notice OneOf(AnonymityClass found) => new()
    {
        Code = "k.oneOf",
        Ja = string.Create(CultureInfo.InvariantCulture, $"受け取った側から見ると、発信元は {found.K} 組織のうちの 1 つです。"),
        En = string.Create(CultureInfo.InvariantCulture, $"To readers the source is one of {found.K} organisations."),
    };
}
