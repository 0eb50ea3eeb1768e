using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Anonymisation.Members;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>
/// Makes the renditions of a classified report and lets the flash go where it may. Hearing it twice, an older version late, or one
/// of a withdrawn report changes nothing.
/// </summary>
public class RenderReportConsumer(
    AnonymisationDb db, CaseSealer sealer, CaseVault vault, OwnerKey ownerKey, MemberDirectory members, FileIndicators files, AnonymitySettings anonymity, Saying saying, TimeProvider clock)
    : IConsumer<ReportClassified>
{
    public async Task Consume(ConsumeContext<ReportClassified> context)
    {
        var heard = context.Message;
        var ct = context.CancellationToken;
        await db.LockCase(heard.ReportId, ct);
        var rendition = await db.Cases.SingleOrDefaultAsync(c => c.ReportId == heard.ReportId, ct);
        if (rendition?.ReportVersion >= heard.Version || await db.Withdrawn.AnyAsync(w => w.ReportId == heard.ReportId, ct)) return;

        var label = await db.Label(heard.ReportId, ct);
        label.Hear(heard);
        var report = sealer.Open<CaseFile>(heard.Case);
        var directory = await members.Complete(report.OrganisationId, ct);
        var key = await vault.Find(heard.ReportId, ct) ?? vault.NewKey(heard.ReportId);
        CaseMark[] marks = rendition is null ? [] : vault.Decrypt<CaseContent>(key, rendition.Content).Marks;
        var empty = Anonymiser.NotReleasable(report, "directory.incomplete");
        var content = new CaseContent(report, empty, heard is { DrillMarked: true, DrillId: null }) { Marks = marks };
        var policy = RenditionPolicy.Of(label.Ceiling, anonymity);
        var rendered = directory is null ? empty : content.Render(directory, policy);
        var (withFiles, ofFiles) = AttachmentIndicators.Join(label.On(rendered.Flash), await files.Of(report, heard.ReportId, key, ct), policy.MostIndicators);
        rendered = rendered with { Flash = withFiles };
        if (rendition is null) db.Cases.Add(rendition = new() { ReportId = heard.ReportId, SourceId = Guid.NewGuid(), OwnerKey = ownerKey.Of(report.OrganisationId), DrillId = heard.DrillId });

        var before = rendition.Version > 0 ? rendition.Tlp : label.Ceiling;
        content = content with { Rendition = rendered, OfFiles = ofFiles };
        var flash = ReleaseRules.Flash(content, label, anonymity);
        rendition.Render(heard.Version, label, flash, rendered, RenditionHash.Of(rendered.Title, rendered.Body, rendered.Flash), vault.Encrypt(key, content), clock.GetUtcNow());
        saying.Changed(rendition, flash.Notices);
        // what is out of an earlier version takes on the stricter label, though nothing of this one may be ready
        if (label.Ceiling > before) saying.Relabelled(rendition, rendered.Flash);
        if (rendition.Flash == ReleaseRules.Ready) saying.FlashReady(rendition, content);
        await files.RenderAll(heard.ReportId, ct);
        await db.SaveChangesAsync(ct);
    }
}
