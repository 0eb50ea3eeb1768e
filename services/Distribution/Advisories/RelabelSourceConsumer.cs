using Ceptoar.Contracts.Anonymisation;
using MassTransit;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Gives what is out of a source a stricter label, or another severity and urgency. Hearing it twice, an older one late, or one of a withdrawn source changes nothing.</summary>
public class RelabelSourceConsumer(Issuing issuing) : IConsumer<SourceRelabelled>
{
    public async Task Consume(ConsumeContext<SourceRelabelled> context)
    {
        var source = await issuing.Source(context.Message.SourceId, context.CancellationToken);
        if (!source.Withdrawn) await issuing.Relabel(source, source.Change(context.Message), context.CancellationToken);
    }
}
