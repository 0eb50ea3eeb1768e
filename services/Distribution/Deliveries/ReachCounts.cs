using Ceptoar.Distribution.Escalation;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>How many recipients of an advisory's newest version stand on which rung; how many steps were done to reach the silent, and how many stand on the call list.</summary>
public record ReachCounts(Guid AdvisoryId, int Version, bool Drill, int Recipients, GetReach.States Receipts, int Steps = 0, int OnCallList = 0)
{
    /// <summary>The counts of several advisories, by id.</summary>
    public static async Task<Dictionary<Guid, ReachCounts>> Of(DistributionDb db, Guid[] advisories, CancellationToken ct)
    {
        // the same order of rungs as InboxRow.Receipt
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select a.id as "Id", a.version as "Version", a.drill as "Drill", s.state as "State", count(*)::int as "Count"
            from advisory a
            join inbox i on i.advisory_id = a.id and i.version = a.version
            cross join lateral (select case
              when i.confirmed_at is not null and (i.cannot_act_at is null or i.confirmed_at >= i.cannot_act_at) then 'confirmed'
              when i.cannot_act_at is not null then 'cannotAct'
              when i.opened_at is not null then 'opened'
              when i.delivered_at is not null then 'delivered'
              when i.pushed_at is not null then 'pushed'
              else 'queued' end) as s (state)
            where a.id = any({advisories})
            group by a.id, a.version, a.drill, s.state
            """).ToListAsync(ct);
        var steps = (await db.Database.SqlQuery<StepRow>(
            $"""
            select a.id as "Id", count(*)::int as "Steps", (count(*) filter (where s.kind = {StepKind.CallList}))::int as "OnCallList"
            from advisory a join escalation_step s on s.advisory_id = a.id and s.version = a.version
            where a.id = any({advisories}) group by a.id
            """).ToListAsync(ct)).ToDictionary(s => s.Id);
        return rows.GroupBy(r => (r.Id, r.Version, r.Drill)).ToDictionary(g => g.Key.Id, g =>
        {
            var at = g.ToDictionary(r => r.State, r => r.Count);
            var tried = steps.GetValueOrDefault(g.Key.Id);
            return new ReachCounts(
                g.Key.Id, g.Key.Version, g.Key.Drill, g.Sum(r => r.Count), new(At("queued"), At("pushed"), At("delivered"), At("opened"), At("confirmed"), At("cannotAct")), tried?.Steps ?? 0, tried?.OnCallList ?? 0);

            int At(string state) => at.GetValueOrDefault(state);
        });
    }

    sealed record StepRow(Guid Id, int Steps, int OnCallList);

    sealed record Row(Guid Id, int Version, bool Drill, string State, int Count);
}
