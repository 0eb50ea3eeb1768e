using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Consents;

/// <summary>What an organisation says about taking part in drills.</summary>
/// <param name="How">How it told its secretariat; null where it says so itself.</param>
public record Said(Guid OrganisationId, bool Agreed, string? How);

/// <summary>Keeps what organisations said. A drill that runs is not touched by it.</summary>
public sealed class ConsentBook(DrillsDb db, Caller caller, TimeProvider clock)
{
    /// <summary>What these organisations said until now; others that say something wait until the transaction ends.</summary>
    public async Task<Dictionary<Guid, Consent>> Held(IEnumerable<Guid> organisations, CancellationToken ct)
    {
        var ids = organisations.Distinct().Order().ToArray();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('consent ' || id::text, 0)) from unnest({ids}) as id order by id", ct);
        return await db.Consents.Where(c => ids.Contains(c.OrganisationId)).ToDictionaryAsync(c => c.OrganisationId, ct);
    }

    /// <summary>Records what they say, over what is held.</summary>
    public async Task Record(IEnumerable<Said> said, Dictionary<Guid, Consent> held, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var one in said)
        {
            if (held.TryGetValue(one.OrganisationId, out var consent))
            {
                (consent.Agreed, consent.How, consent.RecordedBy, consent.At) = (one.Agreed, one.How, caller.Subject, now);
            }
            else
            {
                db.Consents.Add(held[one.OrganisationId] = new() { OrganisationId = one.OrganisationId, Agreed = one.Agreed, How = one.How, RecordedBy = caller.Subject, At = now });
            }

            db.Audit(AuditActions.DrillConsentRecorded, $"organisation/{one.OrganisationId}", $"agreed={(one.Agreed ? "yes" : "no")} by={(one.How is null ? "itself" : "secretariat")}");
        }

        await db.SaveChangesAsync(ct);
    }
}
