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
        if (source.Withdrawn || heard.ReportVersion <= source.ReportVersion) return;

        (source.ReportVersion, source.Flash) = (heard.ReportVersion, heard.Flash);
        await issuing.Issue(source, heard.Tlp, heard.Audience, context.CancellationToken);
    }
}
