using Ceptoar.Distribution.Advisories;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Drills;

/// <summary>Each second: takes back what is out of drills that were stopped, its answering reports included, one in a transaction. Several instances share the work.</summary>
public sealed partial class RecallStopped(IServiceScopeFactory scopes, ILogger<RecallStopped> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RecallNext(stoppingToken))
                {
                }
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                LogLater(log, e.GetType().Name); // the next round does it
            }
        }
    }

    /// <returns>Whether there was one.</returns>
    async Task<bool> RecallNext(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // the drill's own first
        var advisory = await db.Advisories.FromSql(
            $"""
            select a.* from advisory a join drill d on d.id = a.drill_id
            where d.state = {Drill.Stopped} and a.state = {Advisory.Released} order by a.id <> a.drill_id, a.id limit 1 for update of a skip locked
            """).SingleOrDefaultAsync(ct);
        if (advisory is null) return false;

        var drill = await db.Drills.AsNoTracking().SingleAsync(d => d.Id == advisory.DrillId, ct);
        await scope.ServiceProvider.GetRequiredService<Issuing>().Recall(advisory, drill.RecallReason, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Stopped drills are recalled later: {Error}")]
    static partial void LogLater(ILogger log, string error);
}
