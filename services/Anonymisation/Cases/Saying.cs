using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>Says what changed of a case: to Intake how far it has come, to Distribution what may go out.</summary>
public sealed class Saying(AnonymisationDb db)
{
    public void Changed(CaseRendition rendition, IReadOnlyList<Notice> notices) => db.Publish(new RenditionChanged
    {
        ReportId = rendition.ReportId,
        Version = rendition.Version,
        ReportVersion = rendition.ReportVersion,
        SourceId = rendition.SourceId,
        Narrative = rendition.Narrative,
        Flash = rendition.Flash,
        Notices = [.. notices],
    });

    public void FlashReady(CaseRendition rendition, CaseContent content) => db.Publish(new FlashReady
    {
        SourceId = rendition.SourceId,
        ReportVersion = rendition.ReportVersion,
        LabelVersion = rendition.LabelVersion,
        Tlp = rendition.Tlp,
        Audience = content.Report.Audience,
        DrillId = rendition.DrillId,
        Flash = content.Rendition.Flash,
    });

    /// <param name="rendition">With the label that now holds.</param>
    /// <param name="flash">With the severity and urgency that now hold.</param>
    public void Relabelled(CaseRendition rendition, Flash flash) => db.Publish(new SourceRelabelled
    {
        SourceId = rendition.SourceId,
        ReportVersion = rendition.ReportVersion,
        LabelVersion = rendition.LabelVersion,
        Tlp = rendition.Tlp,
        Severity = flash.Severity,
        Urgency = flash.Urgency,
    });

    public void NarrativeApproved(CaseRendition rendition, CaseContent content, string policyVersion, ApprovedFile[] files) => db.Publish(new NarrativeApproved
    {
        SourceId = rendition.SourceId,
        ReportVersion = rendition.ReportVersion,
        LabelVersion = rendition.LabelVersion,
        Tlp = rendition.Tlp,
        Audience = content.Report.Audience,
        DrillId = rendition.DrillId,
        Flash = content.Rendition.Flash,
        Title = content.Rendition.Title,
        Body = content.Rendition.Body,
        Hash = rendition.Hash,
        PolicyVersion = policyVersion,
        Files = files,
    });
}
