using Ceptoar.Contracts;

namespace Ceptoar.Intake.Reports;

/// <summary>
/// Who may read the original of a report and learn who reported it (I10): the reporter's own organisation, and whom it named (<see cref="Directory.SourceVisibilityRules"/>).
/// A RED original is for named people alone, so no other organisation reads it.
/// </summary>
public static class ReportVisibilityRules
{
    public static bool MayRead(Report report, byte[] callerKey) =>
        report.OwnerKey.AsSpan().SequenceEqual(callerKey)
        || (report.Original is { } original && original != Tlp.Red && report.ReaderKeys.Any(k => k.AsSpan().SequenceEqual(callerKey)));

    /// <summary>The same rule, for a query; it names the labels that let read, for in the database any other text is RED, too.</summary>
    public static IQueryable<Report> ReadableBy(this IQueryable<Report> reports, byte[] callerKey) => reports.Where(r => r.OwnerKey == callerKey
        || ((r.Original == Tlp.Clear || r.Original == Tlp.Green || r.Original == Tlp.Amber || r.Original == Tlp.AmberStrict) && r.ReaderKeys.Contains(callerKey)));
}
