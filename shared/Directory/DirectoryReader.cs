using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Directory;

/// <summary>Reads the directory; what was loaded last is kept while nothing has changed, so that a look costs one small query.</summary>
public sealed class DirectoryReader(HubDb db, DirectoryCache cache)
{
    public async Task<DirectorySnapshot> Now(CancellationToken ct)
    {
        var state = await db.DirectoryState(ct);
        if (cache.Held is { } held && held.State == state) return held.Snapshot;

        var snapshot = new DirectorySnapshot(
            await db.Set<DirectoryOrganisation>().AsNoTracking().ToListAsync(ct),
            await db.Set<DirectoryGroup>().AsNoTracking().ToListAsync(ct));
        cache.Held = new(state, snapshot);
        return snapshot;
    }
}

/// <summary>The snapshot a process loaded last.</summary>
public sealed class DirectoryCache
{
    internal HeldSnapshot? Held { get; set; }

    internal sealed record HeldSnapshot(DirectoryState State, DirectorySnapshot Snapshot);
}

/// <summary>Tells one state of the directory from another: numbers of rows and sums of their versions, which only rise.</summary>
public record DirectoryState(int Organisations, long OrganisationVersions, int Groups, long GroupVersions);

static class DirectoryStateQuery
{
    public static Task<DirectoryState> DirectoryState(this HubDb db, CancellationToken ct) => db.Database.SqlQuery<DirectoryState>(
        $"""
        select o.rows as "Organisations", o.versions as "OrganisationVersions", g.rows as "Groups", g.versions as "GroupVersions"
        from (select count(*)::int as rows, coalesce(sum(version), 0)::bigint as versions from directory_organisation) o,
             (select count(*)::int as rows, coalesce(sum(version), 0)::bigint as versions from directory_group) g
        """).SingleAsync(ct);
}
