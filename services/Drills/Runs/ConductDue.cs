using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Drills.Runs;

/// <summary>Section <c>Conduct</c>.</summary>
public record ConductSettings
{
    /// <summary>How often is looked what begins or is over.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(500);
}

/// <summary>Twice a second: closes the drills whose time is over and begins those that are due. Each is one transaction, so that a process killed in the middle leaves nothing half done; several instances do no more than one. A drill that throws keeps no other from its turn.</summary>
public sealed class ConductDue(IServiceScopeFactory scopes, IOptions<ConductSettings> settings, TimeProvider clock, ILogger<ConductDue> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.Every);
        do
        {
            try
            {
                await Run(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Drills wait: {Error}", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does everything that is due.</summary>
    public async Task Run(CancellationToken ct)
    {
        var passed = new List<Guid>();
        while (await CloseOne(passed, ct))
        {
        }

        while (await StartOne(passed, ct))
        {
        }

        await CloseCampaigns(ct);
    }

    /// <param name="passed">Those that wait for the next round: they are not asked for again in this one.</param>
    /// <param name="ct">Ends it.</param>
    async Task<bool> CloseOne(List<Guid> passed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrillsDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var over = await db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from drill where state = {Drill.Running} and started_at + make_interval(secs => minutes * 60.0 / pace) <= {now} and id <> all ({passed.ToArray()})
            order by started_at limit 1 for update skip locked
            """).ToListAsync(ct);
        if (over.Count == 0) return false;

        try
        {
            await scope.ServiceProvider.GetRequiredService<Ending>().Close(await db.Drills.SingleAsync(d => d.Id == over[0], ct), ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Pass(over[0], e, passed);
        }

        return true;
    }

    /// <inheritdoc cref="CloseOne"/>
    async Task<bool> StartOne(List<Guid> passed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrillsDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var found = await db.Database.SqlQuery<Guid>(
            $"select id as \"Value\" from drill where state = {Drill.Planned} and starts_at <= {now} and id <> all ({passed.ToArray()}) order by starts_at limit 1 for update skip locked").ToListAsync(ct);
        if (found.Count == 0) return false;

        try
        {
            var due = await db.Drills.SingleAsync(d => d.Id == found[0], ct);
            var obstacle = due.StartsAt + ScheduleRules.MaxLate < now ? StartRules.Late : await scope.ServiceProvider.GetRequiredService<Starting>().Start(due, ct);
            if (obstacle == StartRules.NoCeptoar) passed.Add(due.Id);
            else if (obstacle is not null) await scope.ServiceProvider.GetRequiredService<Ending>().Cancel(due, obstacle, ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Pass(found[0], e, passed);
        }

        return true;
    }

    void Pass(Guid drill, Exception e, List<Guid> passed)
    {
        log.LogWarning("Drill {Drill} waits: {Error}", drill, e.GetType().Name);
        passed.Add(drill);
    }

    /// <summary>A campaign is over with the last of its drills, and goes on when another is planned.</summary>
    async Task CloseCampaigns(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrillsDb>();
        await db.Database.ExecuteSqlAsync(
            $"""
            update campaign set closed_at = known.closed_at
            from (select campaign_id, case when bool_or(state in ({Drill.Planned}, {Drill.Running})) then null else max(ended_at) end as closed_at from drill group by campaign_id) known
            where known.campaign_id = campaign.id and known.closed_at is distinct from campaign.closed_at
            """, ct);
    }
}
