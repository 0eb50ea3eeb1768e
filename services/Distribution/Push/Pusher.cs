using System.Collections.Concurrent;
using Ceptoar.Distribution.Advisories;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Push;

/// <summary>
/// Hints the clients of this instance about every row of their mailboxes that it did not hint yet: when told that inboxes were
/// filled, and every two seconds in case it was not told. What is urgent goes first, and again before each lot of what is not, so that a
/// burst holds it back no longer than one lot takes; what is of a drill goes when nothing live waits.
/// </summary>
public sealed class Pusher(ConnectedMailboxes connected, IHubContext<AdvisoryHub> hub, PushSignal signal, IServiceScopeFactory scopes, ILogger<Pusher> log) : BackgroundService
{
    const int Lot = 2_000;

    /// <summary>The lot before, being marked as pushed while the next one goes out.</summary>
    Task marking = Task.CompletedTask;

    /// <summary>Hinted and not marked as pushed yet; what could not be marked is marked with the next.</summary>
    readonly ConcurrentQueue<Hint> unmarked = new();

    /// <summary>How long a lot waits for slow clients; theirs goes on by itself, and counts as pushed when they say that they have it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await Pass(stoppingToken)) continue;

                await marking;
                await MarkPushed(stoppingToken);
                await signal.Wait(TimeSpan.FromSeconds(2), stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("Push waits: {Error}", e.GetType().Name);
                await signal.Wait(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    /// <returns>Whether there may be more at once.</returns>
    async Task<bool> Pass(CancellationToken ct)
    {
        while (await Push(PushLane.Urgent, ct))
        {
        }

        return await Push(PushLane.Live, ct) || await Push(PushLane.Drill, ct);
    }

    /// <returns>Whether there may be more at once.</returns>
    async Task<bool> Push(PushLane lane, CancellationToken ct)
    {
        var (mailboxes, last) = connected.Hinted(lane);
        if (mailboxes.Length == 0) return false;

        await using var scope = scopes.CreateAsyncScope();
        var hints = await scope.ServiceProvider.GetRequiredService<Hints>().After(mailboxes, last, Lot, lane, ct);
        if (hints.Count == 0) return false;

        var sent = hints.Select(hint => Send(hint, lane, ct)).ToArray();
        await Task.WhenAny(Task.WhenAll(sent), Task.Delay(Patience, ct));
        foreach (var hint in hints.Where((_, i) => sent[i] is { IsCompletedSuccessfully: true, Result: true })) unmarked.Enqueue(hint);
        await marking;
        marking = MarkPushed(ct);
        return true; // a full lot may have lost rows that may not be seen
    }

    /// <returns>False where the mailbox's clients have gone meanwhile.</returns>
    async Task<bool> Send(Hint hint, PushLane lane, CancellationToken ct)
    {
        var connections = connected.Hint(hint.Mailbox, hint.Sequence, urgent: hint.SpreadMs == 0, lane);
        if (connections.Length == 0) return false;

        // to each by its id: a list of ids is looked for among all connections
        await Task.WhenAll(connections.Select(connection => hub.Clients.Client(connection).SendAsync(hint.Event == Advisory.Recalled ? "advisoryRecalled" : "advisoryAvailable", hint, ct)));
        return true;
    }

    async Task MarkPushed(CancellationToken ct)
    {
        var hints = new List<Hint>();
        while (unmarked.TryDequeue(out var hint)) hints.Add(hint);
        if (hints.Count == 0) return;

        try
        {
            await Mark([.. hints.Select(h => h.Mailbox)], [.. hints.Select(h => h.Sequence)], ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // the mailboxes' numbers have gone on: nobody else comes back to these
            log.LogWarning("Marking what was pushed waits: {Error}", e.GetType().Name);
            foreach (var hint in hints) unmarked.Enqueue(hint);
        }
    }

    async Task Mark(Guid[] mailboxes, long[] sequences, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DistributionDb>().Database.ExecuteSqlAsync(
            $"""
            with locked as (
              select mailbox_id, sequence from inbox join unnest({mailboxes}, {sequences}) as h (mailbox_id, sequence) using (mailbox_id, sequence)
              where pushed_at is null order by 1, 2 for update of inbox
            )
            update inbox i set pushed_at = now() from locked where i.mailbox_id = locked.mailbox_id and i.sequence = locked.sequence and i.pushed_at is null
            """, ct);
    }
}

/// <summary>Wakes the pusher.</summary>
public sealed class PushSignal
{
    readonly System.Threading.Channels.Channel<bool> wakes = System.Threading.Channels.Channel.CreateBounded<bool>(
        new System.Threading.Channels.BoundedChannelOptions(1) { FullMode = System.Threading.Channels.BoundedChannelFullMode.DropWrite });

    public void Wake() => wakes.Writer.TryWrite(true);

    /// <summary>Returns when woken, or after <paramref name="atMost"/>.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(atMost);
        try
        {
            await wakes.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // nobody woke it: look all the same
        }
    }
}
