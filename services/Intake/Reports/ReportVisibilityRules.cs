using Ceptoar.Contracts;
using Ceptoar.Directory;

namespace Ceptoar.Intake.Reports;

/// <summary>
/// Who may read the original of a report and learn who reported it (I10): the reporter's own organisation, and whom it named.
/// A RED original is for named people alone, so no other organisation reads it.
/// </summary>
public static class ReportVisibilityRules
{
    /// <summary>The organisations besides its own that the reporter lets read, by the code of <see cref="Taxonomy.SourceVisibilities"/>.</summary>
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

    public static bool MayRead(Report report, byte[] callerKey) =>
        report.OwnerKey.AsSpan().SequenceEqual(callerKey)
        || (report.Original is { } original && original != Tlp.Red && report.ReaderKeys.Any(k => k.AsSpan().SequenceEqual(callerKey)));

    /// <summary>The same rule, for a query; it names the labels that let read, for in the database any other text is RED, too.</summary>
    public static IQueryable<Report> ReadableBy(this IQueryable<Report> reports, byte[] callerKey) => reports.Where(r => r.OwnerKey == callerKey
        || ((r.Original == Tlp.Clear || r.Original == Tlp.Green || r.Original == Tlp.Amber || r.Original == Tlp.AmberStrict) && r.ReaderKeys.Contains(callerKey)));
}
