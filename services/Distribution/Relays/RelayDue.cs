using Ceptoar.Distribution.Advisories;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Relays;

/// <summary>Each second: relays the hops whose time has come, those of drills last. Several instances do no more than one.</summary>
public sealed class RelayDue(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            await Try(async () =>
            {
                // one that cannot go on holds up no other
                foreach (var advisory in await Waiting(stoppingToken)) await Try(() => Run(advisory, stoppingToken));
            });
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    static async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            // the next round does it
        }
    }

    async Task<IReadOnlyList<Guid>> Waiting(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        var now = clock.GetUtcNow();
        var hops = await db.RelayHops.AsNoTracking().Where(h => h.OpenedAt != null && h.RelayedAt == null && h.EndedAt == null)
            .Where(h => db.Advisories.Any(a => a.Id == h.AdvisoryId && a.State == Advisory.Released && (a.ExpiresAt == null || a.ExpiresAt > now)))
            .ToListAsync(ct);
        if (hops.Count == 0) return [];

        var dueAt = await scope.ServiceProvider.GetRequiredService<Relaying>().DueAt(ct);
        return [.. hops.Where(h => dueAt(h) <= now).OrderBy(h => h.Pace is not null).Select(h => h.AdvisoryId).Distinct()];
    }

    async Task Run(Guid advisoryId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Advisories.FromSql($"select * from advisory where id = {advisoryId} and state = {Advisory.Released} for update skip locked").SingleOrDefaultAsync(ct) is not { } advisory) return;

        var deliveries = await scope.ServiceProvider.GetRequiredService<Relaying>().RelayDue(advisory, ct);
        await scope.ServiceProvider.GetRequiredService<Issuing>().Fill(advisory, deliveries, ct);
        await transaction.CommitAsync(ct);
    }
}
