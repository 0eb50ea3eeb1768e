using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Each second: lets out what was released under an embargo that has ended. Several instances do no more than one.</summary>
public sealed class ReleaseScheduled(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                while (await RunOne(stoppingToken))
                {
                }
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                // the next round does it
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunOne(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Drafts.FromSql($"select * from draft where state = {Draft.Scheduled} and embargo_until <= {now} order by embargo_until limit 1 for update skip locked").SingleOrDefaultAsync(ct) is not { } draft) return false;

        var authoring = scope.ServiceProvider.GetRequiredService<Authoring>();
        if ((await authoring.Recipients(draft, ct)).Count > 0)
        {
            await authoring.Issue(draft, ct);
        }
        else
        {
            draft.PutBack(); // nobody of its audience is left: its author sees it as a draft again
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }
}
