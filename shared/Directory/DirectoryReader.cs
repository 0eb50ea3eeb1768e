using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Directory;

/// <summary>Reads the directory; what was loaded last is kept while nothing has changed, so that a look costs the reading of one row.</summary>
public sealed class DirectoryReader(HubDb db, DirectoryCache cache)
{
    public async Task<DirectorySnapshot> Now(CancellationToken ct)
    {
        var change = await db.DirectoryChange(ct);
        if (cache.Held is { } held && held.Change == change) return held.Snapshot;

        var snapshot = new DirectorySnapshot(
            await db.Set<DirectoryOrganisation>().AsNoTracking().ToListAsync(ct),
            await db.Set<DirectoryGroup>().AsNoTracking().ToListAsync(ct));
        cache.Held = new(change, snapshot);
        return snapshot;
    }
}

/// <summary>The snapshot a process loaded last.</summary>
public sealed class DirectoryCache
{
    internal HeldSnapshot? Held { get; set; }

    internal sealed record HeldSnapshot(long Change, DirectorySnapshot Snapshot);
}

public static class DirectoryChanges
{
    /// <summary>Rises with each change of what is held of the directory. Read it before what it stands for: it may be newer, never older.</summary>
    public static Task<long> DirectoryChange(this HubDb db, CancellationToken ct) => db.Database.SqlQuery<long>($"select n as \"Value\" from directory_change").SingleAsync(ct);
}
