using Ceptoar.Contracts.Drills;
using Ceptoar.Distribution.Channels;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Drills;

/// <summary>
/// Keeps who takes part in a drill and whether it runs. Where it ended, nothing of it is relayed, escalated or sent any more; what was
/// stopped <see cref="RecallStopped"/> takes back. Hearing it twice, an older one late, or anything after the end changes nothing.
/// </summary>
public class KeepDrillConsumer(DistributionDb db, TimeProvider clock) : IConsumer<DrillChanged>
{
    public async Task Consume(ConsumeContext<DrillChanged> context)
    {
        var (heard, ct, now) = (context.Message, context.CancellationToken, clock.GetUtcNow());
        await db.LockDrill(heard.DrillId, ct);
        var drill = await db.Drills.SingleOrDefaultAsync(d => d.Id == heard.DrillId, ct);
        if (drill is null) db.Drills.Add(drill = new() { Id = heard.DrillId });
        if (!drill.Hear(heard, now)) return;

        await db.SaveChangesAsync(ct);
        if (drill.HasEnded) await End(drill.Id, now, ct);
    }

    async Task End(Guid drillId, DateTimeOffset now, CancellationToken ct)
    {
        // whoever relays it holds its row; whoever escalates it only refers to it, and does not wait
        var advisories = await db.Database.SqlQuery<Guid>($"select id as \"Value\" from advisory where drill_id = {drillId} order by id for no key update").ToArrayAsync(ct);
        await db.Database.ExecuteSqlAsync($"update relay_hop set ended_at = {now} where advisory_id = any({advisories}) and relayed_at is null", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with ended as (select advisory_id, mailbox_id, version from escalation where advisory_id = any({advisories}) order by 1, 2, 3 for update)
            delete from escalation e using ended where e.advisory_id = ended.advisory_id and e.mailbox_id = ended.mailbox_id and e.version = ended.version
            """, ct);
        // a mail of the day may tell of live ones, too: its lines are looked at when it is sent
        await db.Database.ExecuteSqlAsync(
            $"""
            update dispatch set state = {Dispatch.Dropped}, status = {DispatchRules.DrillEnded}, ended_at = {now}
            where advisory_id = any({advisories}) and state = {Dispatch.Waiting} and purpose <> {DispatchPurpose.Digest}
            """, ct);
    }
}
