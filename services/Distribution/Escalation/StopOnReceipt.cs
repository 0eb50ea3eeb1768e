using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Escalation;

/// <summary>A receipt that was written, of the version and mailbox it was written for.</summary>
/// <param name="Person">Who gave it; null for a system.</param>
public sealed record GivenReceipt(Guid AdvisoryId, int Version, Guid MailboxId, string State, Guid? Person, DateTimeOffset At);

public static class StopOnReceipt
{
    /// <summary>
    /// Ends the escalation of those that as many people confirmed as are needed; goes on at once with those that cannot act. One statement for many
    /// receipts; rows are locked in their order. Who confirmed is written down only while some rule asks for more than one.
    /// </summary>
    /// <param name="db">In the transaction of the receipts.</param>
    /// <param name="given">Confirmed or cannotAct; at most one a mailbox and advisory.</param>
    /// <param name="usualResponses">How many have to confirm where no rule says it.</param>
    /// <param name="ct">Ends the work.</param>
    public static Task<int> StopEscalation(this DistributionDb db, IReadOnlyCollection<GivenReceipt> given, int usualResponses, CancellationToken ct)
    {
        Guid[] advisories = [.. given.Select(g => g.AdvisoryId)];
        int[] versions = [.. given.Select(g => g.Version)];
        Guid[] mailboxes = [.. given.Select(g => g.MailboxId)];
        bool[] confirmed = [.. given.Select(g => g.State == "confirmed")];
        Guid[] people = [.. given.Select(g => g.Person ?? Guid.Empty)];
        DateTimeOffset[] times = [.. given.Select(g => g.At)];
        return db.Database.ExecuteSqlAsync(
            $"""
            with given as (
              select * from unnest({advisories}, {versions}, {mailboxes}, {confirmed}, {people}, {times}) as g (advisory_id, version, mailbox_id, confirmed, person_id, at)
            ),
            kept as (
              insert into confirmation (advisory_id, version, mailbox_id, person_id, at)
              select advisory_id, version, mailbox_id, person_id, at from given
              where confirmed and ({usualResponses} > 1 or exists (select from escalation_rule where responses > 1))
              order by advisory_id, version, mailbox_id
              on conflict do nothing returning advisory_id, version, mailbox_id
            ),
            locked as (
              select e.advisory_id, e.mailbox_id, e.version, e.responses, g.confirmed, g.at from escalation e join given g using (advisory_id, mailbox_id, version)
              order by 1, 2, 3 for update of e
            ),
            hastened as (
              update escalation e set due_at = least(e.due_at, l.at) from locked l
              where not l.confirmed and e.due_at is not null and e.advisory_id = l.advisory_id and e.mailbox_id = l.mailbox_id and e.version = l.version
            )
            delete from escalation e using locked l
            where l.confirmed and e.advisory_id = l.advisory_id and e.mailbox_id = l.mailbox_id and e.version = l.version
              and (l.responses <= 1 or l.responses <=
                (select count(*) from confirmation c where c.advisory_id = l.advisory_id and c.mailbox_id = l.mailbox_id and c.version = l.version)
                + (select count(*) from kept k where k.advisory_id = l.advisory_id and k.mailbox_id = l.mailbox_id and k.version = l.version))
            """, ct);
    }
}
