using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Reports;

/// <summary>
/// Writes the report of each drill that has ended, once Distribution told everything up to the end, or after <see cref="Patience"/> without it.
/// What others say has <see cref="Grace"/> to come in; both as long again after this process began to hear, for what waited while it did not.
/// Several instances write each report once; one that is killed leaves it to the next.
/// </summary>
public sealed class CloseReports(IServiceScopeFactory scopes, IBusControl bus, TimeProvider clock, ILogger<CloseReports> log) : BackgroundService
{
    /// <summary>How long is waited for what is under way, such as answering reports.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How long is waited for what Distribution tells last.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? hearing = null;
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            hearing = bus.CheckHealth().Status == BusHealthStatus.Healthy ? hearing ?? clock.GetTimestamp() : null;
            if (hearing is not { } since) continue;

            var heard = clock.GetElapsedTime(since);
            if (heard < Grace) continue;

            try
            {
                await Write(heard, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Reports are written later: {Error}", e.GetType().Name);
            }
        }
    }

    /// <summary>Writes the reports that are due now.</summary>
    /// <param name="heard">For how long this process has heard.</param>
    /// <param name="ct">Ends it.</param>
    public async Task Write(TimeSpan heard, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrillsDb>();
        var now = clock.GetUtcNow();
        var (toldBefore, longBefore, heardLong) = (now - Grace, now - Patience, heard >= Patience);
        var due = await db.Drills.AsNoTracking()
            .Where(d => (d.State == Drill.Closed || d.State == Drill.Stopped) && d.EndToldAt <= toldBefore && (d.FinalParts.Length == d.FinalOf || (heardLong && d.EndToldAt <= longBefore)) && !db.ClosedReports.Any(r => r.DrillId == d.Id))
            .OrderBy(d => d.EndedAt).Select(d => d.Id).ToListAsync(ct);
        foreach (var id in due)
        {
            try
            {
                await Write(db, scope.ServiceProvider.GetRequiredService<Measuring>(), id, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // the others do not wait for it
                log.LogWarning("The report of drill {Drill} is written later: {Error}", id, e.GetType().Name);
            }
        }
    }

    async Task Write(DrillsDb db, Measuring measuring, Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // from here on nothing is measured; another instance may have written it
        if (!await db.TakesMeasures(id, ct)) return;

        var drill = await db.Drills.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        var played = await measuring.Of(drill, ct);
        db.ClosedReports.Add(new() { DrillId = drill.Id, Figures = FigureRules.Of([played]), Waiting = played.Waiting, MadeAt = clock.GetUtcNow() });
        if (FaultRules.Stale(played.Measures).ToArray() is { Length: > 0 } stale) db.Publish(new StaleContactsFound { DrillId = drill.Id, OrganisationIds = stale });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        log.LogInformation("The report of drill {Drill} is written, {Seconds:0.0} s after its end was told", drill.Id, (clock.GetUtcNow() - drill.EndToldAt!.Value).TotalSeconds);
    }
}
