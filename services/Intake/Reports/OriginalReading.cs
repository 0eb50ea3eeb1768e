using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>The way to an original and what belongs to it, for the caller: <see cref="ReportVisibilityRules"/>, the handling rules, the audit trail.</summary>
public sealed class OriginalReading(IntakeDb db, OwnerKey ownerKey, DirectoryReader directory, Caller caller, TimeProvider clock)
{
    byte[] Reader => ownerKey.Of(caller.OrganisationId);

    /// <summary>The report, or null where the caller may not read its original.</summary>
    public async Task<Report?> Find(Guid reportId, CancellationToken ct) =>
        await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reportId, ct) is { } report && ReportVisibilityRules.MayRead(report, Reader) ? report : null;

    public bool IsOwn(Report report) => report.OwnerKey.AsSpan().SequenceEqual(Reader);

    /// <summary>The reporter is told what kind of organisation was the first, and when; which one it was it named itself.</summary>
    async Task NoteFirst(Report report, DirectorySnapshot now, CancellationToken ct)
    {
        if (report.FirstReadAt is not null || now.Active(caller.OrganisationId) is not { } reader) return;

        await db.Database.ExecuteSqlAsync(
            $"update report set first_read_by = {reader.Kind}, first_read_at = {clock.GetUtcNow()} where id = {report.Id} and first_read_at is null and status <> 'withdrawn'", ct);
    }

    /// <summary>To be called before anything of it is given out: another organisation's reading is recorded, and needs the handling rules accepted.</summary>
    /// <exception cref="Hosting.RuleViolation">They were not.</exception>
    public async Task Record(Report report, Code action, string item, CancellationToken ct)
    {
        if (IsOwn(report)) return;

        var now = await directory.Now(ct);
        now.RefuseWithoutHandlingRules(caller.OrganisationId);
        await db.AuditReadingNow(action, item);
        await NoteFirst(report, now, ct);
    }
}
