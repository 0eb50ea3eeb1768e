using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Drills;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Escalation;

/// <summary>
/// Lays down, after the inboxes were filled, who of the newest version is silent and when it is reached in another way, drops what is laid
/// down of earlier versions, and posts the copies of executives. The note that it is to be done stands in the transaction that filled the
/// inboxes, so it is done once and surely, and the release does not wait for it.
/// </summary>
public sealed class LayingDown(DistributionDb db, DirectoryReader directory, Paces paces, ContactFacts contacts, TimeProvider clock)
{
    /// <summary>Advisories at once; one of them may have thousands of recipients.</summary>
    const int Lot = 20;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> Lay(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var noted = await db.Database.SqlQuery<Guid>(
            $"""
            delete from escalation_wanted where id in (select id from escalation_wanted order by id limit {Lot} for update skip locked) returning advisory_id as "Value"
            """).ToListAsync(ct);
        if (noted.Count == 0) return false;

        var now = clock.GetUtcNow();
        Guid[] ids = [.. noted.Distinct()];
        var advisories = await db.Advisories.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        var unlaid = (await Unlaid(ids, ct)).ToLookup(u => u.AdvisoryId);
        await DropEarlier(advisories, ct);
        var (known, pace, silent) = (await directory.Now(ct), await paces.Look(ct), new List<Silence>());
        var ended = await db.Ended(advisories, ct);
        foreach (var advisory in advisories.Where(a => a.StateAt(now) != Advisory.Expired && !(a.DrillId is { } drill && ended.Contains(drill))))
        {
            var rows = unlaid[advisory.Id].ToArray();
            Guid[] mailboxes = [.. rows.Select(r => r.MailboxId)];
            var facts = await contacts.Of(mailboxes, ct);
            silent.AddRange(Silent(advisory, rows, facts, known, pace, now));
            if (!advisory.Drill) await CopyToExecutives(advisory, mailboxes, facts, now, ct);
        }

        await Insert(silent, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return noted.Count == Lot;
    }

    /// <summary>The rows of the newest versions for which nothing is laid down.</summary>
    Task<List<Row>> Unlaid(Guid[] ids, CancellationToken ct) => db.Database.SqlQuery<Row>(
        $"""
        select i.advisory_id as "AdvisoryId", i.mailbox_id as "MailboxId", i.issued_at as "IssuedAt", i.confirmed_at is not null as "Confirmed", i.cannot_act_at is not null as "CannotAct",
               (select count(*)::int from confirmation c where c.advisory_id = i.advisory_id and c.version = i.version and c.mailbox_id = i.mailbox_id) as "Confirmations"
        from advisory a join inbox i on i.advisory_id = a.id and i.version = a.version
        where a.id = any({ids}) and not exists (select from escalation e where e.advisory_id = i.advisory_id and e.mailbox_id = i.mailbox_id and e.version = i.version)
        """).ToListAsync(ct);

    static IEnumerable<Silence> Silent(Advisory advisory, Row[] rows, IReadOnlyDictionary<Guid, ContactFact> facts, DirectorySnapshot known, Paces.Now pace, DateTimeOffset now) =>
        from row in rows
        let own = pace.Of(known.Organisations.GetValueOrDefault(row.MailboxId))
        let responses = EscalationRules.Responses(own, facts.GetValueOrDefault(row.MailboxId)?.People)
        where !row.Confirmed || Math.Max(1, row.Confirmations) < responses
        select new Silence
        {
            AdvisoryId = advisory.Id,
            Version = advisory.Version,
            MailboxId = row.MailboxId,
            Drill = advisory.Drill,
            Responses = responses,
            DueAt = row.CannotAct ? now : row.IssuedAt + EscalationRules.Wait(own, advisory, pace.AtMost),
        };

    /// <summary>To each once a severity: a version that is no graver than the one before brings no further copy; a recall does, to those who had one.</summary>
    async Task CopyToExecutives(Advisory advisory, Guid[] mailboxes, IReadOnlyDictionary<Guid, ContactFact> facts, DateTimeOffset now, CancellationToken ct)
    {
        var (item, severity) = (EscalatedItem.Of(advisory), ExecutiveRules.Rank(advisory.Content.Severity));
        Guid[] told = [.. mailboxes.Where(m => ExecutiveRules.Tells(facts.GetValueOrDefault(m)?.NotifyFrom, item, advisory.Content.Severity)).Order()];
        if (told.Length == 0) return;

        var copied = advisory.State == Advisory.Recalled
            ? await db.Database.SqlQuery<Guid>($"select mailbox_id as \"Value\" from executive_copy where advisory_id = {advisory.Id} and mailbox_id = any({told})").ToListAsync(ct)
            : await db.Database.SqlQuery<Guid>(
                $"""
                insert into executive_copy as c (advisory_id, mailbox_id, severity) select {advisory.Id}, id, {severity} from unnest({told}) as t (id)
                on conflict (advisory_id, mailbox_id) do update set severity = excluded.severity where c.severity < excluded.severity
                returning mailbox_id as "Value"
                """).ToListAsync(ct);
        var had = await db.Dispatches.Where(d => d.AdvisoryId == advisory.Id && d.Version == advisory.Version && d.Purpose == "executive").Select(d => d.MailboxId).ToListAsync(ct);
        db.Dispatches.AddRange(copied.Except(had).Select(mailbox => new Dispatch
        {
            AdvisoryId = advisory.Id,
            Version = advisory.Version,
            MailboxId = mailbox,
            Channel = "mail",
            Purpose = "executive",
            Contact = "executive",
            PostedAt = now,
            DueAt = now,
        }));
    }

    Task<int> DropEarlier(List<Advisory> advisories, CancellationToken ct)
    {
        Guid[] ids = [.. advisories.Select(a => a.Id)];
        int[] versions = [.. advisories.Select(a => a.Version)];
        // locked in their order, as by receipts: neither waits for the other in a ring
        return db.Database.ExecuteSqlAsync(
            $"""
            with earlier as (
              select e.advisory_id, e.mailbox_id, e.version from escalation e join unnest({ids}, {versions}) as n (id, version) on n.id = e.advisory_id
              where e.version < n.version order by 1, 2, 3 for update of e
            )
            delete from escalation e using earlier where e.advisory_id = earlier.advisory_id and e.mailbox_id = earlier.mailbox_id and e.version = earlier.version
            """, ct);
    }

    Task<int> Insert(List<Silence> silent, CancellationToken ct)
    {
        Guid[] advisories = [.. silent.Select(s => s.AdvisoryId)];
        int[] versions = [.. silent.Select(s => s.Version)];
        Guid[] mailboxes = [.. silent.Select(s => s.MailboxId)];
        int[] responses = [.. silent.Select(s => s.Responses)];
        DateTimeOffset[] due = [.. silent.Select(s => s.DueAt!.Value)];
        bool[] drills = [.. silent.Select(s => s.Drill)];
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into escalation (advisory_id, version, mailbox_id, responses, due_at, drill)
            select * from unnest({advisories}, {versions}, {mailboxes}, {responses}, {due}, {drills}) as s (advisory_id, version, mailbox_id, responses, due_at, drill)
            order by advisory_id, mailbox_id on conflict do nothing
            """, ct);
    }

    sealed record Row(Guid AdvisoryId, Guid MailboxId, DateTimeOffset IssuedAt, bool Confirmed, bool CannotAct, int Confirmations);
}
