using Ceptoar.Contracts.Anonymisation;
using MassTransit;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Takes what a withdrawn source gave out of its advisory, or recalls it. Hearing it twice changes nothing.</summary>
public class WithdrawSourceConsumer(Issuing issuing) : IConsumer<SourceWithdrawn>
{
    public async Task Consume(ConsumeContext<SourceWithdrawn> context)
    {
        var source = await issuing.Source(context.Message.SourceId, context.CancellationToken);
        if (!source.Withdrawn) await issuing.Withdraw(source, context.CancellationToken);
    }
}
