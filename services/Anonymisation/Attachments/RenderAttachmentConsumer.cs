using System.Security.Cryptography;
using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Members;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>
/// Makes the rendition of a file as its report now stands; what it may tell defenders joins a flash that still waits. A long file takes
/// seconds: the case is locked only to keep the result, and one file is rendered at a time, or reports would wait. Hearing it twice does
/// the same again.
/// </summary>
public class RenderAttachmentConsumer(AnonymisationDb db, BlobStore blobs, CaseVault vault, MemberDirectory members, AnonymitySettings anonymity, FileIndicators files) : IConsumer<AttachmentDue>
{
    static readonly SemaphoreSlim OneAtATime = new(1);

    public async Task Consume(ConsumeContext<AttachmentDue> context)
    {
        var (due, ct) = (context.Message, context.CancellationToken);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == due.ReportId, ct) is not { } rendered
            || await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.AttachmentId == due.AttachmentId && !a.Removed, ct) is not { } found
            || await vault.Find(due.ReportId, ct) is not { } key) return;

        var content = vault.Decrypt<AttachmentContent>(key, found.Content);
        var rendition = await Render(vault.Decrypt<CaseContent>(key, rendered.Content), RenditionPolicy.Of(rendered.Tlp, anonymity), found.AttachmentId, content, ct);

        await db.LockCase(due.ReportId, ct);
        if (await db.Cases.SingleOrDefaultAsync(c => c.ReportId == due.ReportId, ct) is not { } now || now.ReportVersion != rendered.ReportVersion
            || await db.Attachments.SingleOrDefaultAsync(a => a.AttachmentId == due.AttachmentId && !a.Removed, ct) is not { } attachment) return;

        attachment.Content = vault.Encrypt(key, content with { Rendition = rendition });
        await db.SaveChangesAsync(ct);
        await files.Rejoin(now, key, ct);
        await db.SaveChangesAsync(ct);
    }

    async Task<AttachmentRendition> Render(CaseContent of, RenditionPolicy policy, Guid id, AttachmentContent content, CancellationToken ct)
    {
        if (AttachmentKinds.NeverRead(AttachmentKinds.Of(content.File.Name)) is { } never) return AttachmentRendition.Held(never);
        if (await members.Complete(of.Report.OrganisationId, ct) is not { } directory) return AttachmentAnonymiser.Stopped("directory.incomplete");

        await OneAtATime.WaitAsync(ct);
        try
        {
            var bytes = await blobs.ReadAll(id, Convert.FromBase64String(content.File.Key), ct);
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == content.Sha256
                ? AttachmentAnonymiser.Render(of.Report, content.File.Name, bytes, directory, policy, of.Marks)
                : AttachmentRendition.Held(AttachmentKinds.Gone);
        }
        catch (Exception e) when (e is CryptographicException or FileNotFoundException)
        {
            return AttachmentRendition.Held(AttachmentKinds.Gone);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
