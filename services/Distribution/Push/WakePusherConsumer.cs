using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.Bus;
using MassTransit;

namespace Ceptoar.Distribution.Push;

/// <summary>Tells this instance's pusher to look. Hearing it twice costs a look.</summary>
[EachInstance]
public class WakePusherConsumer(PushSignal signal) : IConsumer<InboxesFilled>
{
    public Task Consume(ConsumeContext<InboxesFilled> context)
    {
        signal.Wake();
        return Task.CompletedTask;
    }
}
