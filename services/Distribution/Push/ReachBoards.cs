using Ceptoar.Directory;
using Ceptoar.Distribution.Deliveries;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Push;

/// <summary>
/// Tells those of this instance's clients who look at a reach board how it changes (<c>reachChanged</c>): counts alone, at most once a
/// second an advisory. It counts anew each second what is being looked at and nothing else, so it hears of every instance's receipts.
/// </summary>
public sealed class ReachBoards(IHubContext<AdvisoryHub> hub, IServiceScopeFactory scopes, ILogger<ReachBoards> log) : BackgroundService
{
    /// <summary>How many boards one connection may look at.</summary>
    public const int MaxBoards = 20;

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // by advisory: the connections that look, each with its mailboxes
    readonly Dictionary<Guid, Dictionary<string, Mailbox[]>> watchers = [];

    /// <returns>False where the connection looks at too many already.</returns>
    public bool Watch(Guid advisoryId, string connection, Mailbox[] mailboxes)
    {
        lock (watchers)
        {
            if (watchers.Values.Count(w => w.ContainsKey(connection)) >= MaxBoards) return false;

            if (!watchers.TryGetValue(advisoryId, out var looking)) watchers[advisoryId] = looking = [];
            looking[connection] = mailboxes;
            return true;
        }
    }

    public void Unwatch(Guid advisoryId, string connection)
    {
        lock (watchers)
        {
            if (watchers.TryGetValue(advisoryId, out var looking) && looking.Remove(connection) && looking.Count == 0) watchers.Remove(advisoryId);
        }
    }

    public void Remove(string connection)
    {
        lock (watchers)
        {
            foreach (var advisoryId in watchers.Keys.ToArray()) Unwatch(advisoryId, connection);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var told = new Dictionary<Guid, ReachCounts>();
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                told = await Tell(told, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("Reach boards wait: {Error}", e.GetType().Name);
            }
        }
    }

    /// <returns>What was told of each advisory that is being looked at.</returns>
    async Task<Dictionary<Guid, ReachCounts>> Tell(Dictionary<Guid, ReachCounts> told, CancellationToken ct)
    {
        var looking = Looking();
        if (looking.Count == 0) return [];

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        Guid[] ids = [.. looking.Keys];
        var counts = await ReachCounts.Of(db, ids, ct);
        var changed = counts.Values.Where(c => told.GetValueOrDefault(c.AdvisoryId) != c).ToDictionary(c => c.AdvisoryId);
        if (changed.Count == 0) return counts;

        var now = await scope.ServiceProvider.GetRequiredService<DirectoryReader>().Now(ct);
        foreach (var advisory in await db.Advisories.AsNoTracking().Where(a => changed.Keys.Contains(a.Id)).ToListAsync(ct))
        {
            string[] connections = [.. looking[advisory.Id].Where(w => w.Mailboxes.Any(m => advisory.Author == m.OrganisationId || AudienceRules.MaySee(advisory.Tlp, advisory.Scope, m, now))).Select(w => w.Connection)];
            if (connections.Length > 0) await hub.Clients.Clients(connections).SendAsync("reachChanged", changed[advisory.Id], ct);
        }

        return counts;
    }

    Dictionary<Guid, (string Connection, Mailbox[] Mailboxes)[]> Looking()
    {
        lock (watchers) return watchers.ToDictionary(w => w.Key, w => w.Value.Select(l => (l.Key, l.Value)).ToArray());
    }
}
