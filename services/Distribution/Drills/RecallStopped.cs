using Ceptoar.Distribution.Advisories;
using Microsoft.EntityFrameworkCore;

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
                var passed = new List<Guid>();
                while (await RecallNext(passed, stoppingToken))
                {
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(log, e.GetType().Name); // the next round does it
            }
        }
    }

    /// <param name="passed">Advisories that wait for the next round.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Whether there was one.</returns>
    async Task<bool> RecallNext(List<Guid> passed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // the drill's own first
        var found = await db.Database.SqlQuery<Guid>(
            $"""
            select a.id as "Value" from advisory a join drill d on d.id = a.drill_id
            where d.state = {Drill.Stopped} and a.state = {Advisory.Released} and a.id <> all ({passed.ToArray()}) order by a.id <> a.drill_id, a.id limit 1 for update of a skip locked
            """).ToListAsync(ct);
        if (found.Count == 0) return false;

        try
        {
            var advisory = await db.Advisories.SingleAsync(a => a.Id == found[0], ct);
            var drill = await db.Drills.AsNoTracking().SingleAsync(d => d.Id == advisory.DrillId, ct);
            await scope.ServiceProvider.GetRequiredService<Issuing>().Recall(advisory, drill.RecallReason, ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogOneLater(log, found[0], e.GetType().Name);
            passed.Add(found[0]); // the others do not wait for it
        }

        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Advisory {Advisory} of a stopped drill is recalled later: {Error}")]
    static partial void LogOneLater(ILogger log, Guid advisory, string error);

    [LoggerMessage(LogLevel.Warning, "Stopped drills are recalled later: {Error}")]
    static partial void LogLater(ILogger log, string error);
}
