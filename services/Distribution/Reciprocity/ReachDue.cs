using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Reciprocity;

public static class ReachDue
{
    /// <summary>
    /// Notes that the sources of these advisories are to be told. To be the last thing before the commit: it holds a row that others want.
    /// It is written even where it stands, so that who tells waits for what is not committed yet.
    /// </summary>
    public static Task<int> NoteReach(this DistributionDb db, Guid[] advisories, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        insert into reach_due (advisory_id)
        select s.advisory_id from (select distinct advisory_id from advisory_source where advisory_id = any({advisories})) s order by 1
        on conflict (advisory_id) do update set advisory_id = excluded.advisory_id
        """, ct);
}
