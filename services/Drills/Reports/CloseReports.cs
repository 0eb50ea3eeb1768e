using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Drills.Reports;

/// <summary>
/// Writes the report of each drill that has ended, once what was under way when it ended has had <see cref="Grace"/> to come in; as long again
/// after this process began to hear, for what waited while it did not. Several instances write each report once; one that is killed leaves it to the next.
/// </summary>
public sealed class CloseReports(IServiceScopeFactory scopes, IBusControl bus, TimeProvider clock, ILogger<CloseReports> log) : BackgroundService
{
    /// <summary>How long is waited for what is under way.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? hearing = null;
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            hearing = bus.CheckHealth().Status == BusHealthStatus.Healthy ? hearing ?? clock.GetTimestamp() : null;
            if (hearing is not { } since || clock.GetElapsedTime(since) < Grace) continue;

            try
            {
                await Write(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException or DbUpdateException)
            {
                log.LogWarning("Reports are written later: {Error}", e.GetType().Name);
            }
        }
    }

    /// <summary>Writes the reports that are due now.</summary>
    public async Task Write(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrillsDb>();
        var endedBefore = clock.GetUtcNow() - Grace;
        var due = await db.Drills.AsNoTracking()
            .Where(d => (d.State == Drill.Closed || d.State == Drill.Stopped) && d.EndedAt <= endedBefore && !db.ClosedReports.Any(r => r.DrillId == d.Id))
            .OrderBy(d => d.EndedAt).ToListAsync(ct);
        foreach (var drill in due) await Write(db, scope.ServiceProvider.GetRequiredService<Measuring>(), drill, ct);
    }

    async Task Write(DrillsDb db, Measuring measuring, Drill drill, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // from here on nothing is measured; another instance may have written it
        if (!await db.TakesMeasures(drill.Id, ct)) return;

        var played = await measuring.Of(drill, ct);
        db.ClosedReports.Add(new() { DrillId = drill.Id, Figures = FigureRules.Of([played]), MadeAt = clock.GetUtcNow() });
        if (FaultRules.Stale(played.Measures).ToArray() is { Length: > 0 } stale) db.Publish(new StaleContactsFound { DrillId = drill.Id, OrganisationIds = stale });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        log.LogInformation("The report of drill {Drill} is written, {Seconds:0.0} s after its end", drill.Id, (clock.GetUtcNow() - drill.EndedAt!.Value).TotalSeconds);
    }
}
