using Ceptoar.Directory;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Measures;

/// <summary>Reads what was measured of drills.</summary>
public sealed class Measuring(DrillsDb db, DirectoryReader directory)
{
    public async Task<PlayedDrill> Of(Drill drill, CancellationToken ct) => (await Of([drill], ct))[drill.Id];

    /// <summary>What was measured of each of the drills, by its id.</summary>
    public async Task<Dictionary<Guid, PlayedDrill>> Of(IReadOnlyCollection<Drill> drills, CancellationToken ct)
    {
        Guid[] ids = [.. drills.Select(d => d.Id)];
        var measures = (await db.Measures.AsNoTracking().Where(m => ids.Contains(m.DrillId)).ToListAsync(ct)).ToLookup(m => m.DrillId);
        var hops = (await db.MeasuredHops.AsNoTracking().Where(h => ids.Contains(h.DrillId)).ToListAsync(ct)).ToLookup(h => h.DrillId);
        var participants = (await db.Participants.AsNoTracking().Where(p => ids.Contains(p.DrillId)).ToListAsync(ct)).ToLookup(p => p.DrillId);
        var now = await directory.Now(ct);
        return drills.ToDictionary(
            d => d.Id, d => new PlayedDrill(d.StartedAt ?? d.StartsAt, d.Pace, [.. measures[d.Id]], [.. hops[d.Id]], Waiting(d, participants[d.Id], measures[d.Id], now)));
    }

    static Dictionary<Guid, string> Waiting(Drill drill, IEnumerable<Participant> participants, IEnumerable<Measure> measures, DirectorySnapshot now)
    {
        var (reached, ceptoar) = (measures.Select(m => m.OrganisationId).ToHashSet(), now.CeptoarOf(drill.Ceptoar));
        return (from participant in participants
                where !reached.Contains(participant.OrganisationId) && now.Organisations.ContainsKey(participant.OrganisationId)
                let stage = StageRules.Of(now.Organisations[participant.OrganisationId], participant.IsBody, ceptoar, drill.WithoutLiaison)
                where stage is not null
                select (participant.OrganisationId, Stage: stage)).ToDictionary(p => p.OrganisationId, p => p.Stage);
    }
}
