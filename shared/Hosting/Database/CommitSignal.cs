using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ceptoar.Hosting.Database;

/// <summary>Wakes whoever waits for a commit of this process: the outbox goes out at once, not at the next sweep.</summary>
public sealed class CommitSignal : DbTransactionInterceptor, IDisposable
{
    readonly SemaphoreSlim committed = new(0, 1);

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake();
        return Task.CompletedTask;
    }

    /// <summary>Returns after the next commit, or after <paramref name="atMost"/>.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken ct) => committed.WaitAsync(atMost, ct);

    public void Dispose() => committed.Dispose();

    void Wake()
    {
        try
        {
            committed.Release();
        }
        catch (SemaphoreFullException)
        {
            // a wake-up is already waiting to be taken
        }
    }
}
