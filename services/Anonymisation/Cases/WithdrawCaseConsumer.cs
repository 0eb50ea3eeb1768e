using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>Destroys a withdrawn case with its key and its files and has recalled what is out of it. Hearing it twice changes nothing.</summary>
public class WithdrawCaseConsumer(AnonymisationDb db, CaseVault vault, BlobStore blobs) : IConsumer<ReportWithdrawn>
{
    public async Task Consume(ConsumeContext<ReportWithdrawn> context)
    {
        var (reportId, ct) = (context.Message.ReportId, context.CancellationToken);
        await db.LockCase(reportId, ct);
        if (await db.Withdrawn.AnyAsync(w => w.ReportId == reportId, ct)) return;

        db.Withdrawn.Add(new() { ReportId = reportId });
        if (await db.Cases.SingleOrDefaultAsync(c => c.ReportId == reportId, ct) is { } rendition)
        {
            db.Publish(new SourceWithdrawn { SourceId = rendition.SourceId });
            db.Cases.Remove(rendition);
        }

        foreach (var id in await db.Attachments.Where(a => a.ReportId == reportId).Select(a => a.AttachmentId).ToListAsync(ct)) blobs.Delete(id);
        await db.Attachments.Where(a => a.ReportId == reportId).ExecuteDeleteAsync(ct);
        await db.Terms.Where(t => t.ReportId == reportId).ExecuteDeleteAsync(ct);
        await db.Labels.Where(l => l.ReportId == reportId).ExecuteDeleteAsync(ct);
        await vault.Destroy(reportId, ct);
        await db.SaveChangesAsync(ct);
    }
}
