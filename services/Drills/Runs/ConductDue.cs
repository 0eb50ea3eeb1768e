using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Drills.Runs;

/// <summary>Section <c>Conduct</c>.</summary>
public record ConductSettings
{
    /// <summary>How often is looked what begins or is over.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(500);
}

/// <summary>Twice a second: closes the drills whose time is over and begins those that are due. Each is one transaction, so that a process killed in the middle leaves nothing half done; several instances do no more than one.</summary>
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
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("Drills wait: {Error}", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does everything that is due.</summary>
    public async Task Run(CancellationToken ct)
    {
        while (await CloseOne(ct))
        {
        }

        var waiting = new List<Guid>();
        while (await StartOne(waiting, ct))
        {
        }

        await CloseCampaigns(ct);
    }

    async Task<bool> CloseOne(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrillsDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var over = await db.Drills.FromSql(
            $"""
            select * from drill where state = {Drill.Running} and started_at + make_interval(secs => minutes * 60.0 / pace) <= {now}
            order by started_at limit 1 for update skip locked
            """).SingleOrDefaultAsync(ct);
        if (over is null) return false;

        await scope.ServiceProvider.GetRequiredService<Ending>().Close(over, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <param name="waiting">Those that wait for the directory: they are not asked for again in this round.</param>
    /// <param name="ct">Ends it.</param>
    async Task<bool> StartOne(List<Guid> waiting, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrillsDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Drills.FromSql(
            $"select * from drill where state = {Drill.Planned} and starts_at <= {now} and id <> all ({waiting.ToArray()}) order by starts_at limit 1 for update skip locked").SingleOrDefaultAsync(ct);
        if (due is null) return false;

        var obstacle = due.StartsAt + ScheduleRules.MaxLate < now ? StartRules.Late : await scope.ServiceProvider.GetRequiredService<Starting>().Start(due, ct);
        if (obstacle == StartRules.NoCeptoar) waiting.Add(due.Id);
        else if (obstacle is not null) await scope.ServiceProvider.GetRequiredService<Ending>().Cancel(due, obstacle, ct);
        await transaction.CommitAsync(ct);
        return true;
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
