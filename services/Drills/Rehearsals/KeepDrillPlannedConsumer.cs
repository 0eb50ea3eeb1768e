using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Reports;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Rehearsals;

/// <summary>Keeps the way of a drill that is rehearsed, and plays the drills once the last way is told. Hearing it twice changes nothing.</summary>
public class KeepDrillPlannedConsumer(DrillsDb db, TimeProvider clock) : IConsumer<DrillPlanned>
{
    public async Task Consume(ConsumeContext<DrillPlanned> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        // the ways of a rehearsal come at once: whoever keeps the last must see the others
        var rehearsal = (await db.Rehearsals.FromSql($"select * from rehearsal where id = {heard.RehearsalId} for update").ToListAsync(ct)).SingleOrDefault();
        if (rehearsal is not { State: Rehearsal.Planning }) return;

        var drills = await db.RehearsedDrills.Where(d => d.RehearsalId == rehearsal.Id).ToListAsync(ct);
        if (drills.SingleOrDefault(d => d.DrillId == heard.DrillId) is { Plan: null } drill) drill.Plan = heard.Recipients;
        if (drills.TrueForAll(d => d.Plan is not null)) await Play(rehearsal, drills, ct);
        await db.SaveChangesAsync(ct);
    }

    async Task Play(Rehearsal rehearsal, List<RehearsedDrill> rehearsed, CancellationToken ct)
    {
        Guid[] ids = [.. rehearsed.Select(d => d.DrillId)];
        var drills = await db.Drills.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        foreach (var one in rehearsed)
        {
            var drill = drills[one.DrillId];
            var settings = new Simulation.Settings(drill.Id, drill.Ceptoar, drill.StartsAt, TimeSpan.FromMinutes(drill.Minutes), drill.ChannelsOff, drill.TwoWay);
            one.Figures = FigureRules.Of([Simulation.Play(one.Plan!, rehearsal.Seed, settings)]);
        }

        (rehearsal.State, rehearsal.DoneAt) = (Rehearsal.Done, clock.GetUtcNow());
    }
}
