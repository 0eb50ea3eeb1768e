using Ceptoar.Contracts.Anonymisation;
using MassTransit;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Makes an advisory of a flash. Hearing it twice, an older one late, or one of a withdrawn source changes nothing.</summary>
public class ReleaseFlashConsumer(Issuing issuing) : IConsumer<FlashReady>
{
    public async Task Consume(ConsumeContext<FlashReady> context)
    {
        var heard = context.Message;
        var source = await issuing.Source(heard.SourceId, context.CancellationToken);
        if (source.Holds(heard.ReportVersion, heard.LabelVersion)) return;

        (source.ReportVersion, source.Flash) = (heard.ReportVersion, heard.Flash);
        source.Label(heard.ReportVersion, heard.LabelVersion, heard.Tlp);
        await issuing.Issue(source, heard.Audience, context.CancellationToken);
    }
}
