using Ceptoar.Contracts;

namespace Ceptoar.Directory;

/// <summary>Whom a reporter lets read original and source besides its own organisation (I10).</summary>
public static class SourceVisibilityRules
{
    /// <summary>The organisations, by the code of <see cref="Taxonomy.SourceVisibilities"/>; none for any other code, or where the reporter is unknown.</summary>
    public static IReadOnlyList<Guid> ReadersOf(string sourceVisibility, Guid organisationId, DirectorySnapshot directory)
    {
        if (directory.Active(organisationId) is not { } reporter) return [];

        var ceptoars = directory.CeptoarsOf(reporter).ToArray();
        var centre = directory.Organisations.Values.Where(o => o is { Kind: "centre", Active: true }).Select(o => o.Id);
        IEnumerable<Guid> ministries = ceptoars.Select(c => c.Ministry).OfType<Guid>();
        return sourceVisibility switch
        {
            "centre" => [.. centre],
            "ministry" => [.. centre.Concat(ministries).Distinct()],
            // where a ministry runs the secretariat itself, telling the CEPTOAR is telling the ministry
            "ceptoar" => [.. ceptoars.SelectMany(c => c.Secretariat == c.Ministry ? centre.Append(c.Secretariat ?? Guid.Empty) : [c.Secretariat ?? Guid.Empty]).Where(id => id != Guid.Empty).Distinct()],
            _ => [],
        };
    }
}
