using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>How many recipients of an advisory's newest version stand on which rung.</summary>
public record ReachCounts(Guid AdvisoryId, int Version, int Recipients, GetReach.States Receipts)
{
    /// <summary>The counts of several advisories, by id.</summary>
    public static async Task<Dictionary<Guid, ReachCounts>> Of(DistributionDb db, Guid[] advisories, CancellationToken ct)
    {
        // the same order of rungs as InboxRow.Receipt
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select a.id as "Id", a.version as "Version", s.state as "State", count(*)::int as "Count"
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
            group by a.id, a.version, s.state
            """).ToListAsync(ct);
        return rows.GroupBy(r => (r.Id, r.Version)).ToDictionary(g => g.Key.Id, g =>
        {
            var at = g.ToDictionary(r => r.State, r => r.Count);
            return new ReachCounts(g.Key.Id, g.Key.Version, g.Sum(r => r.Count), new(At("queued"), At("pushed"), At("delivered"), At("opened"), At("confirmed"), At("cannotAct")));

            int At(string state) => at.GetValueOrDefault(state);
        });
    }

    sealed record Row(Guid Id, int Version, string State, int Count);
}
