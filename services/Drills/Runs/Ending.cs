using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>Ends drills and tells it, in the transaction of the caller. Their reports are written afterwards, from the measures that came.</summary>
public sealed class Ending(DrillsDb db, TimeProvider clock)
{
    /// <param name="drill">A running drill whose row the caller holds.</param>
    /// <param name="ct">Ends it.</param>
    public async Task Close(Drill drill, CancellationToken ct)
    {
        var participants = await ParticipantsOf([drill], ct);
        drill.Close(clock.GetUtcNow());
        db.Publish(drill.Changed(participants[drill.Id]));
        db.Audit(AuditActions.DrillClosed, $"drill/{drill.Id}", $"ceptoar={drill.Ceptoar}");
        await db.SaveChangesAsync(ct);
    }

    /// <param name="drills">Running drills whose rows the caller holds.</param>
    /// <param name="reason">Why, for the participants.</param>
    /// <param name="ct">Ends it.</param>
    public async Task Stop(IReadOnlyList<Drill> drills, Wording reason, CancellationToken ct)
    {
        var participants = await ParticipantsOf(drills, ct);
        foreach (var drill in drills)
        {
            drill.Stop(reason, clock.GetUtcNow());
            db.Publish(drill.Changed(participants[drill.Id]));
            db.Audit(AuditActions.DrillStopped, $"drill/{drill.Id}", $"ceptoar={drill.Ceptoar}");
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Calls off a planned drill.</summary>
    /// <param name="drill">Whose row the caller holds.</param>
    /// <param name="why">What kept it from beginning; null where a controller called it off.</param>
    /// <param name="ct">Ends it.</param>
    public async Task Cancel(Drill drill, Obstacle? why, CancellationToken ct)
    {
        drill.Cancel(why);
        db.Audit(AuditActions.DrillCancelled, $"drill/{drill.Id}", $"ceptoar={drill.Ceptoar}" + (why is null ? "" : $" cause={why.Code}"));
        await db.SaveChangesAsync(ct);
    }

    async Task<Dictionary<Guid, Guid[]>> ParticipantsOf(IReadOnlyList<Drill> drills, CancellationToken ct)
    {
        var ids = drills.Select(d => d.Id).ToArray();
        var rows = await db.Participants.AsNoTracking().Where(p => ids.Contains(p.DrillId)).OrderBy(p => p.OrganisationId).ToListAsync(ct);
        return rows.GroupBy(p => p.DrillId, p => p.OrganisationId).ToDictionary(g => g.Key, g => g.ToArray());
    }
}
