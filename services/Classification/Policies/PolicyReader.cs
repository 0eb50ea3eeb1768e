using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Policies;

/// <summary>Reads the policies in force; what was loaded last is kept while nothing has changed.</summary>
public sealed class PolicyReader(ClassificationDb db, PolicyCache cache, TimeProvider clock)
{
    public async Task<PolicySet> Now(CancellationToken ct)
    {
        var revision = await db.Policies.MaxAsync(p => (long?)p.Revision, ct) ?? 0;
        if (cache.Held is not { } held || held.Revision != revision)
        {
            cache.Held = held = new(revision, await db.Policies.AsNoTracking().Where(p => p.State == PolicyVersion.Approved).ToListAsync(ct));
        }

        return new(held.Approved, clock.GetUtcNow());
    }
}

/// <summary>The approved versions a process loaded last.</summary>
public sealed class PolicyCache
{
    internal HeldPolicies? Held { get; set; }

    internal sealed record HeldPolicies(long Revision, IReadOnlyList<PolicyVersion> Approved);
}
