using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Channels;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Push;

/// <summary>Reads what came into mailboxes after a number, as far as <see cref="AudienceRules"/> lets them see it at this moment.</summary>
public sealed class Hints(DistributionDb db, DirectoryReader directory)
{
    /// <summary>For how long clients spread the fetching of what is not urgent.</summary>
    const int SpreadMs = 2000;

    /// <summary>The number a mailbox has reached.</summary>
    public Task<long> LastOf(Guid mailbox, CancellationToken ct) =>
        db.Database.SqlQuery<long>($"select coalesce(max(last), 0) as \"Value\" from mailbox where id = {mailbox}").SingleAsync(ct);

    /// <param name="mailboxes">Which mailboxes.</param>
    /// <param name="after">The number of each after which to look.</param>
    /// <param name="limit">At most so many rows.</param>
    /// <param name="ct">Ends the look.</param>
    public Task<List<Hint>> After(Mailbox[] mailboxes, long[] after, int limit, CancellationToken ct) => After(mailboxes, after, limit, lane: null, ct);

    /// <inheritdoc cref="After(Mailbox[], long[], int, CancellationToken)"/>
    /// <param name="lane">What is pushed now; null for whoever asks by itself, and so has everything.</param>
    public async Task<List<Hint>> After(Mailbox[] mailboxes, long[] after, int limit, PushLane? lane, CancellationToken ct)
    {
        var (urgent, live, drill) = (lane == PushLane.Urgent, lane == PushLane.Live, lane == PushLane.Drill);
        long[] last = [.. after];
        Guid[] ids = [.. mailboxes.Select(m => m.Id)];
        while (true)
        {
            var rows = await db.Database.SqlQuery<Row>(
                $"""
                select i.mailbox_id as "MailboxId", i.sequence as "Sequence", i.advisory_id as "AdvisoryId", i.version as "Version", i.event as "Event", i.urgent as "Urgent"
                from unnest({ids}, {last}) as c (mailbox, last)
                join lateral (select * from inbox where mailbox_id = c.mailbox and sequence > c.last and (urgent or not {urgent}) and (not drill or not {live}) and (drill or not {drill}) order by sequence limit {limit}) i on true
                limit {limit}
                """).ToListAsync(ct);
            var visible = await Visible(rows, mailboxes, isPushed: lane is not null, ct);
            if (visible.Count > 0 || rows.Count < limit) return visible;

            // none of so many may be seen: what may be seen lies behind them
            foreach (var mailbox in rows.GroupBy(r => r.MailboxId)) last[Array.IndexOf(ids, mailbox.Key)] = mailbox.Max(r => r.Sequence);
        }
    }

    /// <summary>The hints of one press, for the recipients that are silent and may see the item at this moment.</summary>
    public Task<IReadOnlyList<Hint>> Reminding(Guid press, CancellationToken ct) => Reminding(press, Mailbox.Of, ct);

    /// <inheritdoc cref="Reminding(Guid, CancellationToken)"/>
    /// <param name="mailbox">A mailbox by its id: of a person, with the organisation for which it is asked; null where there is nobody to tell.</param>
    public async Task<IReadOnlyList<Hint>> Reminding(Guid press, Func<Guid, Mailbox?> mailbox, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select i.mailbox_id as "MailboxId", i.sequence as "Sequence", i.advisory_id as "AdvisoryId", i.version as "Version", i.event as "Event", not i.drill as "Urgent"
            from reminder r join inbox i on i.advisory_id = r.advisory_id and i.mailbox_id = r.recipient_id and i.version = r.version
            where r.press = {press} and i.confirmed_at is null and i.cannot_act_at is null
            """).ToListAsync(ct);
        var told = rows.Select(r => mailbox(r.MailboxId)).OfType<Mailbox>().ToDictionary(m => m.Id);
        return [.. (await Visible([.. rows.Where(r => told.ContainsKey(r.MailboxId))], [.. told.Values], isPushed: true, ct)).Select(h => h with { Reminder = true })];
    }

    async Task<List<Hint>> Visible(List<Row> rows, Mailbox[] mailboxes, bool isPushed, CancellationToken ct)
    {
        if (rows.Count == 0) return [];

        var ids = rows.Select(r => r.AdvisoryId).Distinct().ToArray();
        var advisories = await db.Advisories.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var now = await directory.Now(ct);
        var boxes = mailboxes.ToDictionary(m => m.Id);
        return
        [
            .. from row in rows
               let advisory = advisories[row.AdvisoryId]
               where Reading.IsTold(advisory, row.Event, boxes[row.MailboxId], now)
               where !isPushed || IsHinted(advisory)
               let state = advisory.State == Advisory.Recalled ? advisory.State : row.Event // a recall that crosses the push wins
               orderby row.MailboxId, row.Sequence
               select new Hint(row.AdvisoryId, row.MailboxId, row.Sequence, row.Version, state, advisory.Tlp, advisory.Content.Severity, advisory.Content.Kind, advisory.Drill, row.Urgent ? 0 : SpreadMs),
        ];
    }

    /// <summary>A drill may do without hints, to practise other channels; that it was recalled is hinted all the same.</summary>
    static bool IsHinted(Advisory advisory) => advisory.State == Advisory.Recalled || advisory.DrillTerms?.IsOff(ChannelSwitch.Hub) != true;

    sealed record Row(Guid MailboxId, long Sequence, Guid AdvisoryId, int Version, string Event, bool Urgent);
}
