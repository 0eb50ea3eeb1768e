using Ceptoar.Directory;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>Drills for who works with them: a drill that the caller may not have is not there.</summary>
public sealed class DrillDesk(DrillsDb db, DirectoryReader directory, Caller caller)
{
    /// <summary>A drill that the caller conducts, held until the transaction ends.</summary>
    public async Task<Drill?> Conducted(Guid id, CancellationToken ct) =>
        DrillRules.MayConduct(caller, await directory.Now(ct)) ? await Held(id, ct) : null;

    /// <summary>A drill of a CEPTOAR whose secretariat the caller speaks for, held until the transaction ends.</summary>
    public async Task<Drill?> Own(Guid id, CancellationToken ct)
    {
        var own = DrillRules.OwnCeptoars(caller, await directory.Now(ct));
        return own.Length > 0 && await Held(id, ct) is { } drill && own.Contains(drill.Ceptoar) ? drill : null;
    }

    /// <summary>A drill as the caller may see it.</summary>
    public async Task<GetDrill.View?> Look(Guid id, CancellationToken ct)
    {
        var now = await directory.Now(ct);
        if (await db.Drills.AsNoTracking().Where(DrillRules.Sees(caller, now)).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } drill) return null;

        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == drill.CampaignId, ct);
        var participants = await db.Participants.CountAsync(p => p.DrillId == id && !p.IsBody, ct);
        return GetDrill.ViewOf(drill, campaign, participants, caller, now);
    }

    Task<Drill?> Held(Guid id, CancellationToken ct) => db.Drills.FromSql($"select * from drill where id = {id} for update").SingleOrDefaultAsync(ct);
}
