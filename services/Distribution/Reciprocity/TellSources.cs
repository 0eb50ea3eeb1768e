using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Answers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Reciprocity;

/// <summary>Tells the reporters behind advisories, at most once in an interval an advisory and only what changed, how many confirmed and found it useful.</summary>
public sealed class TellSources(IServiceScopeFactory scopes, ILogger<TellSources> log) : BackgroundService
{
    const int Most = 200;
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Tell(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException or DbUpdateException)
            {
                log.LogWarning("Sources are told later: {Error}", e.GetType().Name);
            }
        }
    }

    /// <summary>Tells what is due now.</summary>
    public async Task Tell(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            delete from reach_due where advisory_id in (select advisory_id from reach_due order by advisory_id limit {Most} for update skip locked) returning advisory_id as "Value"
            """).ToListAsync(ct);
        foreach (var id in due) await Tell(db, id, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    static async Task Tell(DistributionDb db, Guid id, CancellationToken ct)
    {
        var sources = await db.Sources.Where(s => s.AdvisoryId == id).Select(s => s.SourceId).Order().ToArrayAsync(ct);
        if (sources.Length == 0) return;

        var confirmed = AnswerRules.Told(await db.Inbox.Where(r => r.AdvisoryId == id && r.Event == Advisory.Released && r.ConfirmedAt != null).Select(r => r.MailboxId).Distinct().CountAsync(ct), exact: false);
        var useful = AnswerRules.Told(await db.Answers.Newest(id).CountAsync(a => a.Useful == true, ct), exact: false);
        // as the version rises in the row of the advisory, two that tell at once are told apart
        var version = await db.Database.SqlQuery<long>(
            $"""
            insert into reach_told as t (advisory_id, version, confirmed, useful) values ({id}, 1, {confirmed}, {useful})
            on conflict (advisory_id) do update set version = t.version + 1, confirmed = excluded.confirmed, useful = excluded.useful
            where (t.confirmed, t.useful) is distinct from (excluded.confirmed, excluded.useful)
            returning version as "Value"
            """).ToListAsync(ct);
        if (version is [var told]) db.Publish(new AdvisoryReached { AdvisoryId = id, Version = told, SourceIds = sources, Confirmed = confirmed, Useful = useful });
    }
}
