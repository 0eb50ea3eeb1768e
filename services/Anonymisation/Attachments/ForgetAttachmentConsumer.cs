using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>Destroys a removed file and what was made of it; a flash that still waits gives up its indicators. Hearing it twice, or before the file's addition, changes nothing more.</summary>
public class ForgetAttachmentConsumer(AnonymisationDb db, BlobStore blobs, CaseVault vault, FileIndicators files) : IConsumer<AttachmentRemoved>
{
    public async Task Consume(ConsumeContext<AttachmentRemoved> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        await db.LockCase(heard.ReportId, ct);
        blobs.Delete(heard.AttachmentId);
        if (await db.Withdrawn.AnyAsync(w => w.ReportId == heard.ReportId, ct)) return;

        var attachment = await db.Attachments.SingleOrDefaultAsync(a => a.AttachmentId == heard.AttachmentId, ct);
        if (attachment is null) db.Attachments.Add(attachment = new() { AttachmentId = heard.AttachmentId, ReportId = heard.ReportId });
        attachment.Remove();
        await db.SaveChangesAsync(ct);

        if (await db.Cases.SingleOrDefaultAsync(c => c.ReportId == heard.ReportId, ct) is { } rendition && await vault.Find(heard.ReportId, ct) is { } key) await files.Rejoin(rendition, key, ct);
        await db.SaveChangesAsync(ct);
    }
}
