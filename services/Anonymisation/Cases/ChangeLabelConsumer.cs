using Ceptoar.Anonymisation.Members;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>
/// Follows a change of labels. Stricter: at once, for what is out too. Less strict: the flash by its rules, and the text once it is approved
/// for the new label; until then what is out keeps the old one. Hearing it twice, or older news late, changes nothing.
/// </summary>
public class ChangeLabelConsumer(AnonymisationDb db, CaseVault vault, MemberDirectory members, AnonymitySettings anonymity, Saying saying, TimeProvider clock) : IConsumer<LabelChanged>
{
    public async Task Consume(ConsumeContext<LabelChanged> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        await db.LockCase(heard.ReportId, ct);
        if (await db.Withdrawn.AnyAsync(w => w.ReportId == heard.ReportId, ct)) return;

        var label = await db.Label(heard.ReportId, ct);
        if (!label.Hear(heard)) return;

        var rendition = await db.Cases.SingleOrDefaultAsync(c => c.ReportId == heard.ReportId, ct);
        // before its version is rendered there is nothing to change, and then the label is known
        if (rendition?.ReportVersion == heard.ReportVersion && await vault.Find(heard.ReportId, ct) is { } key) await Follow(rendition, label, key, ct);
        await db.SaveChangesAsync(ct);
    }

    async Task Follow(CaseRendition rendition, CaseLabel label, CaseKey key, CancellationToken ct)
    {
        var content = vault.Decrypt<CaseContent>(key, rendition.Content);
        var flashBefore = content.Rendition.Flash;
        content = content with { Rendition = content.Rendition with { Flash = label.On(content.Rendition.Flash) } };
        var (hash, kept) = (RenditionHash.Of(content.Rendition.Title, content.Rendition.Body, content.Rendition.Flash), vault.Encrypt(key, content));
        if (label.Ceiling == rendition.Tlp && (label.Severity, label.Urgency) == (flashBefore.Severity, flashBefore.Urgency))
        {
            rendition.Note(label); // the original alone, or nothing that leaves
        }
        else if (label.Ceiling >= rendition.Tlp)
        {
            rendition.Raise(label, hash, kept);
            saying.Relabelled(rendition, content.Rendition.Flash);
            saying.Changed(rendition, Notices(rendition));
        }
        else
        {
            await Lower(rendition, label, content, key, ct);
        }
    }

    /// <summary>A wider ring takes more out: the text as it stands, edited or not, passes every stage again.</summary>
    async Task Lower(CaseRendition rendition, CaseLabel label, CaseContent content, CaseKey key, CancellationToken ct)
    {
        var rendered = await members.Complete(content.Report.OrganisationId, ct) is { } directory
            ? content.Render(directory, RenditionPolicy.Of(label.Ceiling, anonymity))
            : Anonymiser.NotReleasable(content.Report, "directory.incomplete");
        content = content with { Rendition = rendered with { Flash = label.On(rendered.Flash) with { Indicators = content.Rendition.Flash.Indicators } } };
        var flash = ReleaseRules.Flash(content, label, anonymity);
        rendition.Render(
            rendition.ReportVersion, label, flash, content.Rendition, RenditionHash.Of(content.Rendition.Title, content.Rendition.Body, content.Rendition.Flash), vault.Encrypt(key, content), clock.GetUtcNow());
        saying.Changed(rendition, flash.Notices);
        if (rendition.Flash == ReleaseRules.Ready) saying.FlashReady(rendition, content);
    }

    static Notice[] Notices(CaseRendition rendition) => rendition.Narrative == CaseRendition.Blocked && rendition.Flash == ReleaseRules.None ? [ReleaseRules.NamedPeopleOnly] : [];
}
