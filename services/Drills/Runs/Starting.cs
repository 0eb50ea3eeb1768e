using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>Begins a drill: who takes part is fixed, its text is fixed, and both are told, in the transaction of the caller.</summary>
public sealed class Starting(DrillsDb db, DirectoryReader directory, Scheduling scheduling, TimeProvider clock)
{
    /// <param name="drill">A planned drill whose row the caller holds.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What keeps it from beginning; null where it began.</returns>
    public async Task<Obstacle?> Start(Drill drill, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({StopDrills.Turn})", ct);
        if (await db.Holds.AsNoTracking().SingleOrDefaultAsync(ct) is { } hold) return hold.Obstacle;

        var now = await directory.Now(ct);
        if (DrillRules.GroupOf(drill.Ceptoar, now) is not { } ceptoar) return StartRules.NoCeptoar;
        if (now.Organisations.Values.Where(o => o is { Kind: "centre", Active: true }).MinBy(o => o.Id) is not { } centre) return StartRules.NoCeptoar;

        await scheduling.Turn(drill.Ceptoar, ct);
        var running = await db.Drills.AsNoTracking().Where(d => d.Ceptoar == drill.Ceptoar && d.State == Drill.Running && d.Id != drill.Id).ToListAsync(ct);
        if (running.Exists(d => d.ClosesAt > clock.GetUtcNow())) return StartRules.Another;

        // for share: nobody changes its text or sheets until the drill runs
        var campaign = await db.Campaigns.FromSql($"select * from campaign where id = {drill.CampaignId} for share").SingleAsync(ct);
        var text = drill.Text.Over(campaign.Text);
        if (StartRules.Missing(text) is { } missing) return missing;

        var chosen = await db.Participants.Where(p => p.DrillId == drill.Id).Select(p => p.OrganisationId).ToHashSetAsync(ct);
        var cast = await CastOf(drill, ceptoar, centre.Id, chosen, now, ct);
        if (cast is null) return StartRules.Refused;
        if (cast.Members.Length == 0) return StartRules.Nobody;

        await db.Participants.Where(p => p.DrillId == drill.Id && !cast.Members.Contains(p.OrganisationId)).ExecuteDeleteAsync(ct);
        db.Participants.AddRange(cast.Bodies.Select(id => new Participant { DrillId = drill.Id, OrganisationId = id, IsBody = true }));
        drill.Begin(text, cast.WithoutLiaison, clock.GetUtcNow());
        db.Publish(drill.Changed(cast.All));
        db.Publish(drill.Advisory(cast));
        db.Audit(AuditActions.DrillStarted, $"drill/{drill.Id}", $"ceptoar={drill.Ceptoar} participants={cast.Members.Length}");
        await scheduling.Save(ct);
        return null;
    }

    /// <summary>Null where the secretariat said that it takes no part.</summary>
    async Task<Cast?> CastOf(Drill drill, DirectoryGroup ceptoar, Guid centre, HashSet<Guid> chosen, DirectorySnapshot now, CancellationToken ct)
    {
        Guid[] asked = [.. chosen, .. new[] { ceptoar.Secretariat, ceptoar.Ministry }.OfType<Guid>()];
        var consents = await db.Consents.AsNoTracking().Where(c => asked.Contains(c.OrganisationId)).ToDictionaryAsync(c => c.OrganisationId, c => c.Agreed, ct);
        return ParticipantRules.Refused(ceptoar.Secretariat, consents) ? null : ParticipantRules.Of(drill, ceptoar, centre, chosen, consents, now);
    }
}
