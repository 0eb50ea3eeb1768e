using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Each second: lets out what was released under an embargo that has ended. Several instances do no more than one.</summary>
public sealed partial class ReleaseScheduled(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReleaseScheduled> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                foreach (var draft in await Due(stoppingToken)) await Try(draft, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogWaits(log, e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<IReadOnlyList<Guid>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<DistributionDb>().Drafts.Where(d => d.State == Draft.Scheduled && d.EmbargoUntil <= now).OrderBy(d => d.EmbargoUntil).Select(d => d.Id).ToListAsync(ct);
    }

    async Task Try(Guid draftId, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await db.Drafts.FromSql($"select * from draft where id = {draftId} and state = {Draft.Scheduled} for update skip locked").SingleOrDefaultAsync(ct) is not { } draft) return;

            await scope.ServiceProvider.GetRequiredService<Authoring>().EndEmbargo(draft, ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // one that cannot go out holds up no other, and is tried again in the next round
            LogHeld(log, draftId, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The embargo of advisory {Id} has ended, and it could not go out: {Error}")]
    static partial void LogHeld(ILogger log, Guid id, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scheduled releases wait: {Error}")]
    static partial void LogWaits(ILogger log, string error);
}
