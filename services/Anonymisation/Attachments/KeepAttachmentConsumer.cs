using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>Keeps what opens an attached file until its report is rendered, and with it then. Hearing it twice, after its removal or after withdrawal, changes nothing.</summary>
public class KeepAttachmentConsumer(AnonymisationDb db, CaseSealer sealer, CaseVault vault) : IConsumer<AttachmentAdded>
{
    public async Task Consume(ConsumeContext<AttachmentAdded> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        await db.LockCase(heard.ReportId, ct);
        if (await db.Withdrawn.AnyAsync(w => w.ReportId == heard.ReportId, ct) || await db.Attachments.AnyAsync(a => a.AttachmentId == heard.AttachmentId, ct)) return;

        var key = await vault.Find(heard.ReportId, ct) ?? vault.NewKey(heard.ReportId);
        var content = new AttachmentContent(sealer.Open<AttachedFile>(heard.File), heard.Sha256, Rendition: null);
        db.Attachments.Add(new() { AttachmentId = heard.AttachmentId, ReportId = heard.ReportId, Content = vault.Encrypt(key, content) });
        if (await db.Cases.AnyAsync(c => c.ReportId == heard.ReportId, ct)) db.Publish(new AttachmentDue { ReportId = heard.ReportId, AttachmentId = heard.AttachmentId });
        await db.SaveChangesAsync(ct);
    }
}
