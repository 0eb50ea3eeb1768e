using Ceptoar.Contracts.Anonymisation;
using MassTransit;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Makes an advisory of a flash. Hearing it twice, an older one late, one of a withdrawn source, or an answer to a drill that has ended changes nothing.</summary>
public class ReleaseFlashConsumer(Issuing issuing) : IConsumer<FlashReady>
{
    public async Task Consume(ConsumeContext<FlashReady> context)
    {
        var heard = context.Message;
        var source = await issuing.Source(heard.SourceId, context.CancellationToken);
        if (source.Holds(heard.ReportVersion, heard.LabelVersion) || !await issuing.MayAnswer(source, heard.DrillId, context.CancellationToken)) return;

        // what only has another label now does not bring back what a person recalled
        var revives = heard.ReportVersion > source.ReportVersion || source.Flash is null;
        source.FlashLabelVersion = heard.LabelVersion;
        source.Release(heard.ReportVersion, heard.LabelVersion, heard.Tlp, heard.Flash);
        await issuing.Issue(source, heard.Audience, revives, context.CancellationToken);
    }
}
