using Ceptoar.Hosting.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Hosting.Bus;

/// <summary>
/// Makes a consumer's work one transaction with the note that this message was heard: a message that comes again changes nothing,
/// and what the consumer says leaves with its work or not at all.
/// </summary>
public sealed class HeardOnceFilter<T>(HubDb db) : IFilter<ConsumeContext<T>> where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var ct = context.CancellationToken;
        db.ChangeTracker.Clear(); // a retry starts from what is stored
        db.Database.AutoSavepointsEnabled = false; // what fails, fails as a whole
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var queue = context.ReceiveContext.InputAddress.AbsolutePath;
        var first = await db.Database.ExecuteSqlAsync($"insert into heard (message_id, consumer) values ({context.MessageId}, {queue}) on conflict do nothing", ct);
        if (first == 0) return;

        await next.Send(context);
        await transaction.CommitAsync(ct);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("heardOnce");
}
