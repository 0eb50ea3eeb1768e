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
            foreach (var connection in connected.Of(hint.Mailbox)) await hub.Clients.Client(connection).SendAsync("advisoryAvailable", hint, context.CancellationToken);
        }
    }
}
