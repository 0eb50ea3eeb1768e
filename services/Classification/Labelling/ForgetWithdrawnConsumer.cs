using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>Destroys what was kept of a withdrawn report, with its key. Hearing it twice changes nothing.</summary>
public class ForgetWithdrawnConsumer(ClassificationDb db, CaseVault vault) : IConsumer<ReportWithdrawn>
{
    public async Task Consume(ConsumeContext<ReportWithdrawn> context)
    {
        var (reportId, ct) = (context.Message.ReportId, context.CancellationToken);
        await db.LockLabel(reportId, ct);
        await db.Decisions.Where(d => d.ReportId == reportId).ExecuteDeleteAsync(ct);
        await db.Changes.Where(c => c.ReportId == reportId).ExecuteDeleteAsync(ct);
        await vault.Destroy(reportId, ct);
        if (!await db.Withdrawn.AnyAsync(w => w.ReportId == reportId, ct)) db.Withdrawn.Add(new() { ReportId = reportId });
        await db.SaveChangesAsync(ct);
    }
}
