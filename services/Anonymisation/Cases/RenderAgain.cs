using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Anonymisation.Members;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Sealing;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>Makes the renditions of a case anew after its approver changed the text or said something of its words: the result waits for approval under a new hash.</summary>
public sealed class RenderAgain(AnonymisationDb db, CaseVault vault, MemberDirectory members, AnonymitySettings anonymity, Saying saying, TimeProvider clock)
{
    /// <exception cref="RuleViolation">The directory is not complete.</exception>
    public async Task Render(CaseRendition rendition, CaseContent content, CaseKey key, CancellationToken ct)
    {
        var directory = await members.Complete(content.Report.OrganisationId, ct)
            ?? throw new RuleViolation("名簿を準備中です。しばらくしてから再度お試しください。", "The directory is not ready; try again later.");
        var label = await db.Label(rendition.ReportId, ct);
        var policy = RenditionPolicy.Of(label.Ceiling, anonymity);
        var rendered = content.Render(directory, policy);
        var (withFiles, ofFiles) = AttachmentIndicators.Join(label.On(rendered.Flash), content.OfFiles ?? [], policy.MostIndicators);
        content = content with { Rendition = rendered = rendered with { Flash = withFiles }, OfFiles = ofFiles };
        var flash = rendition.Flash == ReleaseRules.Ready ? new FlashDecision(ReleaseRules.Ready, []) : ReleaseRules.Flash(content, label, anonymity);
        if (flash.State == ReleaseRules.Ready && rendition.Flash != ReleaseRules.Ready) flash = flash with { State = ReleaseRules.Held };
        rendition.Render(rendition.ReportVersion, label, flash, rendered, RenditionHash.Of(rendered.Title, rendered.Body, rendered.Flash), vault.Encrypt(key, content), clock.GetUtcNow());
        saying.Changed(rendition, flash.Notices);
    }
}
