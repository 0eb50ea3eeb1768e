using Ceptoar.Contracts.Anonymisation;
using MassTransit;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// Adds an approved narrative to the advisory of its source, as a new version; where the flash was held until now, this is the first.
/// Hearing it twice, an older one late, one of a withdrawn source, or an answer to a drill that has ended changes nothing.
/// </summary>
public class ReleaseNarrativeConsumer(Issuing issuing) : IConsumer<NarrativeApproved>
{
    public async Task Consume(ConsumeContext<NarrativeApproved> context)
    {
        var heard = context.Message;
        var source = await issuing.Source(heard.SourceId, context.CancellationToken);
        // a text that a later flash has overtaken was approved for that report's label and audience, not for this one's
        if (source.Withdrawn || heard.ReportVersion < source.ReportVersion) return;
        if (heard.ReportVersion < source.NarrativeVersion || (heard.ReportVersion == source.NarrativeVersion && heard.LabelVersion <= source.NarrativeLabelVersion)) return;

        if (!await issuing.MayAnswer(source, heard.DrillId, context.CancellationToken)) return;

        var isFirst = heard.ReportVersion > source.ReportVersion || source.Flash is null;
        if (isFirst) source.FlashLabelVersion = heard.LabelVersion;
        source.Release(heard.ReportVersion, heard.LabelVersion, heard.Tlp, isFirst ? heard.Flash : source.Flash!);
        (source.NarrativeVersion, source.NarrativeLabelVersion, source.NarrativeTlp) = (heard.ReportVersion, heard.LabelVersion, heard.Tlp);
        (source.NarrativeTitle, source.NarrativeBody) = (heard.Title, AdvisoryText.WithFiles(heard.Body, heard.Files));
        await issuing.Issue(source, heard.Audience, revives: true, context.CancellationToken);
    }
}
