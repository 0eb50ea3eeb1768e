using System.Threading.Channels;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Distribution.Reciprocity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>
/// Writes receipts. A rung once reached keeps its first time; a higher rung implies the lower ones; of confirmed and cannotAct the last
/// word counts. What comes within a few milliseconds, from POSTs and live lines alike, is one statement: a release to thousands is
/// confirmed by thousands at once.
/// </summary>
public sealed class Receipts(IServiceScopeFactory scopes, IOptions<EscalationSettings> escalation, TimeProvider clock) : BackgroundService
{
    const int BatchLimit = 1000;
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(2);

    readonly Channel<Told> waiting = Channel.CreateUnbounded<Told>(new() { SingleReader = true });

    public static IReadOnlyList<string> States { get; } = ["delivered", "opened", "confirmed", "cannotAct"];

    /// <summary>Takes a receipt for the newest version of an advisory that stands in the mailbox; returns once it is committed.</summary>
    /// <returns>Where the receipt stands now; null where the mailbox has no such advisory.</returns>
    /// <exception cref="TimeoutException">The process is about to end.</exception>
    public Task<ReceiptView?> Take(Guid mailbox, Guid advisoryId, string state, string? comment, CancellationToken ct) => Take(mailbox, advisoryId, state, comment, person: null, ct);

    /// <inheritdoc cref="Take(Guid, Guid, string, string?, CancellationToken)"/>
    /// <param name="person">Who gives it; null for a system.</param>
    public async Task<ReceiptView?> Take(Guid mailbox, Guid advisoryId, string state, string? comment, Guid? person, CancellationToken ct)
    {
        var told = new Told(mailbox, advisoryId, state, comment, person, clock.GetUtcNow());
        if (!waiting.Writer.TryWrite(told)) throw new TimeoutException("The service ends.");

        return await told.Done.Task.WaitAsync(ct);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // ends when nothing more is taken and all that was taken is written
        List<Told> left = [];
        while (left.Count > 0 || await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            if (left.Count == 0) await Task.Delay(Gathering, CancellationToken.None);
            while (left.Count < BatchLimit && waiting.Reader.TryRead(out var told)) left.Add(told);

            // two of one mailbox for one advisory are written one after the other
            var batch = left.DistinctBy(t => (t.Mailbox, t.AdvisoryId)).ToList();
            left = [.. left.Except(batch)];
            await Write(batch);
        }
    }

    async Task Write(List<Told> batch)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var rows = (await Write(db, batch)).ToDictionary(r => (r.MailboxId, r.AdvisoryId));
            var given = Given(batch, rows);
            if (given.Length > 0) await db.StopEscalation(given, escalation.Value.Responses, CancellationToken.None);
            if (given.Select(g => g.AdvisoryId).Distinct().ToArray() is { Length: > 0 } answered) await db.NoteReach(answered, CancellationToken.None);
            await transaction.CommitAsync();
            foreach (var told in batch) told.Done.TrySetResult(rows.GetValueOrDefault((told.Mailbox, told.AdvisoryId))?.Receipt);
        }
        catch (Exception e)
        {
            // whoever waits for one of them is told
            foreach (var told in batch) told.Done.TrySetException(e);
        }
    }

    /// <summary>What ends the waiting, or goes on at once.</summary>
    static GivenReceipt[] Given(List<Told> batch, Dictionary<(Guid MailboxId, Guid AdvisoryId), InboxRow> rows) =>
    [
        .. from told in batch
           where (told.State is "confirmed" or "cannotAct") && rows.ContainsKey((told.Mailbox, told.AdvisoryId))
           select new GivenReceipt(told.AdvisoryId, rows[(told.Mailbox, told.AdvisoryId)].Version, told.Mailbox, told.State, told.Person, told.At),
    ];

    static Task<List<InboxRow>> Write(DistributionDb db, List<Told> batch)
    {
        Guid[] mailboxes = [.. batch.Select(t => t.Mailbox)];
        Guid[] advisories = [.. batch.Select(t => t.AdvisoryId)];
        string[] states = [.. batch.Select(t => t.State)];
        string?[] comments = [.. batch.Select(t => t.Comment)];
        DateTimeOffset[] times = [.. batch.Select(t => t.At)];
        // rows are locked in their order, so that instances never wait for each other in a ring
        return db.Inbox.FromSql(
            $"""
            with told as (
              select i.mailbox_id, i.sequence, t.state, t.comment, t.at
              from unnest({mailboxes}, {advisories}, {states}, {comments}, {times}) as t (mailbox_id, advisory_id, state, comment, at)
              join lateral (select mailbox_id, sequence from inbox where advisory_id = t.advisory_id and mailbox_id = t.mailbox_id order by version desc limit 1) i on true
            ),
            locked as (select i.mailbox_id, i.sequence from inbox i join told using (mailbox_id, sequence) order by i.mailbox_id, i.sequence for update of i)
            update inbox i set
              pushed_at = coalesce(i.pushed_at, told.at),
              delivered_at = coalesce(i.delivered_at, told.at),
              opened_at = coalesce(i.opened_at, case when told.state <> 'delivered' then told.at end),
              confirmed_at = case told.state when 'confirmed' then coalesce(i.confirmed_at, told.at) when 'cannotAct' then null else i.confirmed_at end,
              cannot_act_at = case told.state when 'cannotAct' then coalesce(i.cannot_act_at, told.at) when 'confirmed' then null else i.cannot_act_at end,
              comment = coalesce(told.comment, i.comment)
            from told join locked using (mailbox_id, sequence)
            where i.mailbox_id = told.mailbox_id and i.sequence = told.sequence
            returning i.*
            """).AsNoTracking().ToListAsync();
    }

    sealed record Told(Guid Mailbox, Guid AdvisoryId, string State, string? Comment, Guid? Person, DateTimeOffset At)
    {
        public TaskCompletionSource<ReceiptView?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
