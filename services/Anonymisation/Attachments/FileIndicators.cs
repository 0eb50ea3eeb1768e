using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>The indicators of a case's files and their place in its flash.</summary>
public sealed class FileIndicators(AnonymisationDb db, CaseVault vault, AnonymitySettings anonymity, Saying saying)
{
    /// <summary>Those of all files that are rendered, but for what the report calls the victim's.</summary>
    public async Task<FlashIndicator[]> Of(CaseFile report, Guid reportId, CaseKey key, CancellationToken ct)
    {
        var files = await db.Attachments.AsNoTracking().Where(a => a.ReportId == reportId && !a.Removed).OrderBy(a => a.AttachmentId).Select(a => a.Content).ToListAsync(ct);
        var roles = new ReportedRoles(report.Indicators);
        return [.. files.SelectMany(f => vault.Decrypt<AttachmentContent>(key, f).Rendition?.Indicators ?? []).Where(i => roles.Of(i.Value) != "victim").Distinct()];
    }

    /// <summary>Has every file of a case rendered anew, as the case then stands.</summary>
    public async Task RenderAll(Guid reportId, CancellationToken ct)
    {
        foreach (var id in await db.Attachments.Where(a => a.ReportId == reportId && !a.Removed).Select(a => a.AttachmentId).ToListAsync(ct)) db.Publish(new AttachmentDue { ReportId = reportId, AttachmentId = id });
    }

    /// <summary>The flash of a waiting case as its files now stand, saved with the caller's work. One that is out is not changed: what came later waits for the report's next version.</summary>
    public async Task Rejoin(CaseRendition rendition, CaseKey key, CancellationToken ct)
    {
        if (rendition.Flash != ReleaseRules.Held) return;

        var content = vault.Decrypt<CaseContent>(key, rendition.Content);
        var before = content.OfFiles ?? [];
        var (flash, joined) = AttachmentIndicators.Join(
            AttachmentIndicators.Without(content.Rendition.Flash, before), await Of(content.Report, rendition.ReportId, key, ct), RenditionPolicy.Of(rendition.Tlp, anonymity).MostIndicators);
        if (joined.SequenceEqual(before)) return;

        content = content with { Rendition = content.Rendition with { Flash = flash }, OfFiles = joined };
        rendition.Join(RenditionHash.Of(content.Rendition.Title, content.Rendition.Body, flash), vault.Encrypt(key, content));
        saying.Changed(rendition, ReleaseRules.Flash(content, await db.Label(rendition.ReportId, ct), anonymity).Notices);
    }
}
