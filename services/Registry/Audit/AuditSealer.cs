using Ceptoar.Hosting.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.Audit;

/// <summary>
/// Seals, each second, the entries that came since the last block. Of several instances one seals at a time. Blocks whose retention
/// has passed lose their entries, never themselves.
/// </summary>
public sealed partial class AuditSealer(IServiceScopeFactory scopes, IOptions<AuditSettings> settings, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    const int MaxEntries = 10_000;
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan ForgetInterval = TimeSpan.FromHours(1);

    /// <summary>
    /// Keeps the sealer away until the transaction ends. An entry gets its number after this, so the sealer, which waits for all who
    /// hold it, never passes over a number whose entry is still to be committed.
    /// </summary>
    public static Task WhileNobodySeals(RegistryDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtextextended('audit', 0))", ct);

    /// <summary>Makes one block of what waits, or none where nothing does.</summary>
    /// <returns>How many entries it sealed.</returns>
    public async Task<int> SealOnce(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        if (!await db.AuditEntries.AnyAsync(e => e.Number > (db.AuditBlocks.Max(b => (long?)b.LastEntry) ?? 0), ct)) return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('audit', 0))", ct);
        var previous = await db.AuditBlocks.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);
        var sealedTo = previous?.LastEntry ?? 0;
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Number > sealedTo).OrderBy(e => e.Number).Take(MaxEntries).ToListAsync(ct);
        if (entries.Count == 0) return 0;

        db.Add(AuditChain.Seal(previous, entries, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return entries.Count;
    }

    /// <summary>Deletes the entries of the blocks that were sealed longer ago than entries are kept.</summary>
    public async Task Forget(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var before = clock.GetUtcNow().AddDays(-settings.Value.RetentionDays);
        await db.AuditEntries.Where(e => e.Number <= db.AuditBlocks.Where(b => b.SealedAt < before).Max(b => (long?)b.LastEntry)).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var forgotten = clock.GetTimestamp();
        do
        {
            try
            {
                while (await SealOnce(stoppingToken) == MaxEntries)
                {
                }

                if (clock.GetElapsedTime(forgotten) < ForgetInterval) continue;
                await Forget(stoppingToken);
                forgotten = clock.GetTimestamp();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // what waits is sealed the next time; a trail that is not sealed must never end the process that records it
                LogUnsealed(log, e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail could not be sealed: {Error}")]
    static partial void LogUnsealed(ILogger log, string error);
}
