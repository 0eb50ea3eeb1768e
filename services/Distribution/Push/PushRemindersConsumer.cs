using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.Bus;
using MassTransit;
using Microsoft.AspNetCore.SignalR;

namespace Ceptoar.Distribution.Push;

/// <summary>Sends the hints of one press again to this instance's clients. Hearing it twice sends them twice, which costs a look.</summary>
[EachInstance]
public class PushRemindersConsumer(Hints hints, ConnectedMailboxes connected, IHubContext<AdvisoryHub> hub) : IConsumer<RecipientsReminded>
{
    public async Task Consume(ConsumeContext<RecipientsReminded> context)
    {
        foreach (var hint in await hints.Reminding(context.Message.Press, connected.Find, context.CancellationToken))
        {
            if (connected.Of(hint.Mailbox) is { Length: > 0 } connections) await hub.Clients.Clients(connections).SendAsync("advisoryAvailable", hint, context.CancellationToken);
        }
    }
}
