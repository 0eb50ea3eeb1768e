using Ceptoar.Distribution.Advisories;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Drills;

/// <summary>What is released of a drill and its end are taken one after the other, whichever is heard first. Until the transaction ends.</summary>
public static class DrillLocks
{
    /// <summary>Of who begins or ends it.</summary>
    public static Task<int> LockDrill(this DistributionDb db, Guid drillId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('drill ' || {drillId.ToString()}, 0))", ct);

    /// <summary>The drill, of whoever releases something of it; others may, too. Null where it was not heard of yet.</summary>
    public static async Task<Drill?> HeldDrill(this DistributionDb db, Guid drillId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtextextended('drill ' || {drillId.ToString()}, 0))", ct);
        return await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == drillId, ct);
    }

    /// <summary>Ids of those drills of some advisories that have ended.</summary>
    public static async Task<IReadOnlySet<Guid>> Ended(this DistributionDb db, IEnumerable<Advisory> advisories, CancellationToken ct)
    {
        Guid[] ids = [.. advisories.Select(a => a.DrillId).OfType<Guid>().Distinct()];
        return ids.Length == 0 ? new HashSet<Guid>() : await db.Drills.Where(d => ids.Contains(d.Id) && d.EndedAt != null).Select(d => d.Id).ToHashSetAsync(ct);
    }
}
