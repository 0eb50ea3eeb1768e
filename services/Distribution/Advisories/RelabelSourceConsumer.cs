using Ceptoar.Contracts.Anonymisation;
using MassTransit;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Gives what is out of a source another label, severity and urgency. Hearing it twice, an older one late, or one of a withdrawn source changes nothing.</summary>
public class RelabelSourceConsumer(Issuing issuing) : IConsumer<SourceRelabelled>
{
    public async Task Consume(ConsumeContext<SourceRelabelled> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        var source = await issuing.Source(heard.SourceId, ct);
        if (source.Withdrawn || heard.ReportVersion < source.ReportVersion || !source.IsNewer(heard.ReportVersion, heard.LabelVersion)) return;

        source.Label(heard.ReportVersion, heard.LabelVersion, heard.Tlp);
        if (heard.ReportVersion == source.ReportVersion && source.Flash is { } flash)
        {
            source.Flash = flash with { Severity = heard.Severity, Urgency = heard.Urgency, Handling = heard.Handling };
        }

        await issuing.Relabel(source, heard.ReportVersion, ct);
    }
}
