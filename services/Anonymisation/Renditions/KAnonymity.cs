using System.Globalization;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>How many operators a reader must hesitate between. The population is the directory, not the reports (ANON.md section 5.5).</summary>
public static class KAnonymity
{
    /// <summary>Active operators in the smallest of the reporter's CEPTOARs; 0 where it is in none, for then nobody shares its place.</summary>
    public static int K(OrganisationChanged reporter, IdentifyingDirectory directory) =>
        reporter.Ceptoars.Length == 0 ? 0 : reporter.Ceptoars.Min(directory.OperatorsInCeptoar);

    /// <summary>The first of the reporter's sectors that enough operators share, or null.</summary>
    public static string? Sector(OrganisationChanged reporter, IdentifyingDirectory directory, int threshold) =>
        reporter.Sectors.FirstOrDefault(sector => directory.OperatorsInSector(sector) >= threshold);

    /// <summary>Says in words that too few operators fit.</summary>
    public static Notice TooFew(int k) => new()
    {
        Code = "k.tooFew",
        Ja = string.Create(CultureInfo.InvariantCulture, $"この条件に当てはまる事業者は {k} 者しかありません。受け取った側に発信元を推測されるおそれがあります。"),
        En = string.Create(CultureInfo.InvariantCulture, $"Only {k} operators fit this description: readers may guess who reported."),
    };
}
