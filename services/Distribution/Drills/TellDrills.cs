using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Advisories;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Drills;

/// <summary>
/// Each second: tells Drills of recipients and hops of a drill where something moved since it was last told, while it runs and a minute longer.
/// What was told stands in the transaction of the message, so that nothing is skipped; of several instances one at a time does it.
/// </summary>
public sealed partial class TellDrills(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TellDrills> log) : BackgroundService
{
    const int Most = 500;
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Tell(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                LogLater(log, e.GetType().Name);
            }
        }
    }

    /// <summary>Tells what is to be told now.</summary>
    public async Task Tell(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Afterwards;
        foreach (var drill in await In(db => db.Database.SqlQuery<Guid>(
            $"""
            select a.id as "Value" from advisory a left join drill d on d.id = a.id
            where a.drill_id = a.id and (d.ended_at is null or d.ended_at > {before} or d.told_at is null or d.told_at < d.ended_at + {Afterwards})
            """).ToListAsync(ct))) await In(db => Tell(db, drill, ct));
    }

    async Task<T> In<T>(Func<DistributionDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DistributionDb>());
    }

    async Task<bool> Tell(DistributionDb db, Guid drill, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended('tell drill ' || {drill.ToString()}, 0)) as \"Value\"").SingleAsync(ct)) return false;

        var now = clock.GetUtcNow();
        var recipients = (await Recipients(db, drill, ct)).ConvertAll(Read<ReachedRecipient>);
        var hops = (await Hops(db, drill, ct)).ConvertAll(Read<ReachedHop>);
        foreach (var lot in recipients.Chunk(Most).DefaultIfEmpty([]).Index())
        {
            if (lot.Item.Length + hops.Count > 0) db.Publish(new DrillReached { DrillId = drill, Recipients = lot.Item, Hops = lot.Index == 0 ? [.. hops] : [] });
        }

        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"update drill set told_at = {now} where id = {drill} and ended_at is not null", ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    static T Read<T>(string told) => JsonSerializer.Deserialize<T>(told, JsonSerializerOptions.Web)!;

    /// <summary>Those that stand otherwise than they were told. What was tried: by the hub to reach the silent, and calls by hand.</summary>
    static Task<List<string>> Recipients(DistributionDb db, Guid drill, CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""
        with tried as (
          select mailbox_id, jsonb_agg(jsonb_build_object('channel', channel, 'state', state, 'cause', cause, 'at', at) order by posted_at, n) as all_of_it
          from (
            select mailbox_id, channel, state, coalesce(status, code::text) as cause, coalesce(ended_at, posted_at) as at, posted_at, id as n from dispatch where advisory_id = {drill} and purpose = 'escalation'
            union all
            select recipient_id, 'call', case when reached then 'reached' else 'notReached' end, null, called_at, called_at, position from call where advisory_id = {drill}) t
          group by mailbox_id
        ), stands as (
          select i.mailbox_id::text as what, jsonb_build_object(
            'organisationId', i.mailbox_id, 'hop', i.hop, 'queuedAt', i.issued_at, 'pushedAt', i.pushed_at, 'deliveredAt', i.delivered_at, 'openedAt', i.opened_at,
            'confirmedAt', i.confirmed_at, 'cannotActAt', i.cannot_act_at, 'tried', coalesce(t.all_of_it, '[]')) as told
          from inbox i left join tried t using (mailbox_id) where i.advisory_id = {drill} and i.event = {Advisory.Released}
        ), moved as (
          insert into drill_told as t (drill_id, what, told)
          select {drill}, s.what, s.told from stands s left join drill_told before on before.drill_id = {drill} and before.what = s.what where before.told is distinct from s.told
          on conflict (drill_id, what) do update set told = excluded.told
          returning t.told)
        select told::text as "Value" from moved
        """).ToListAsync(ct);

    static Task<List<string>> Hops(DistributionDb db, Guid drill, CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""
        with stands as (
          select name || ' ' || ceptoar as what, jsonb_build_object(
            'name', name, 'ceptoar', ceptoar, 'body', body, 'openedAt', opened_at, 'relayedAt', relayed_at, 'recipients', cardinality(reached)) as told
          from relay_hop where advisory_id = {drill}
        ), moved as (
          insert into drill_told as t (drill_id, what, told)
          select {drill}, s.what, s.told from stands s left join drill_told before on before.drill_id = {drill} and before.what = s.what where before.told is distinct from s.told
          on conflict (drill_id, what) do update set told = excluded.told
          returning t.told)
        select told::text as "Value" from moved
        """).ToListAsync(ct);

    [LoggerMessage(LogLevel.Warning, "Drills are told later: {Error}")]
    static partial void LogLater(ILogger log, string error);
}
