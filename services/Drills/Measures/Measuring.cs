using Ceptoar.Directory;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Measures;

/// <summary>Reads what was measured of drills, up to their end.</summary>
public sealed class Measuring(DrillsDb db, DirectoryReader directory)
{
    public async Task<PlayedDrill> Of(Drill drill, CancellationToken ct) => (await Of([drill], ct))[drill.Id];

    /// <summary>What was measured of each of the drills, by its id.</summary>
    public async Task<Dictionary<Guid, PlayedDrill>> Of(IReadOnlyCollection<Drill> drills, CancellationToken ct)
    {
        Guid[] ids = [.. drills.Select(d => d.Id)];
        var ends = drills.ToDictionary(d => d.Id, d => d.EndedAt);
        var measures = (await db.Measures.AsNoTracking().Where(m => ids.Contains(m.DrillId)).ToListAsync(ct)).Select(m => MeasureRules.Until(m, ends[m.DrillId])).OfType<Measure>().ToLookup(m => m.DrillId);
        var hops = (await db.MeasuredHops.AsNoTracking().Where(h => ids.Contains(h.DrillId)).ToListAsync(ct)).Select(h => MeasureRules.Until(h, ends[h.DrillId])).ToLookup(h => h.DrillId);
        var participants = (await db.Participants.AsNoTracking().Where(p => ids.Contains(p.DrillId)).ToListAsync(ct)).ToLookup(p => p.DrillId);
        var reported = await db.ClosedReports.AsNoTracking().Where(r => ids.Contains(r.DrillId) && r.Waiting != null).ToDictionaryAsync(r => r.DrillId, r => r.Waiting, ct);
        var now = await directory.Now(ct);
        return drills.ToDictionary(
            d => d.Id,
            d => new PlayedDrill(d.StartedAt ?? d.StartsAt, d.Pace, [.. measures[d.Id]], [.. hops[d.Id]], reported.GetValueOrDefault(d.Id) ?? Waiting(d, participants[d.Id], measures[d.Id], now)) { ChannelsOff = d.ChannelsOff });
    }

    /// <summary>Whom it did not reach, by the directory of now; of a drill whose report is written, it stands there.</summary>
    static Dictionary<Guid, string> Waiting(Drill drill, IEnumerable<Participant> participants, IEnumerable<Measure> measures, DirectorySnapshot now)
    {
        var (reached, ceptoar) = (measures.Select(m => m.OrganisationId).ToHashSet(), DrillRules.GroupOf(drill.Ceptoar, now));
        return (from participant in participants
                where !reached.Contains(participant.OrganisationId) && now.Organisations.ContainsKey(participant.OrganisationId)
                let stage = StageRules.Of(now.Organisations[participant.OrganisationId], participant.IsBody, ceptoar, drill.WithoutLiaison)
                where stage is not null
                select (participant.OrganisationId, Stage: stage)).ToDictionary(p => p.OrganisationId, p => p.Stage);
    }
}
