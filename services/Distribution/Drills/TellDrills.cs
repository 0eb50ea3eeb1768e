using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Advisories;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Drills;

/// <summary>
/// Each second: tells Drills of recipients and hops of a drill where something moved since it was last told, while it runs and a minute longer;
/// once more of all of them, when it has ended and what was said until then is written.
/// What was told stands in the transaction of the message, so that nothing is skipped; of several instances one at a time does it.
/// </summary>
public sealed partial class TellDrills(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TellDrills> log) : BackgroundService
{
    const int Most = 500;
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>A receipt is stamped, then written with others: so long after the end was heard, what was stamped before it is there.</summary>
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
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
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(log, e.GetType().Name);
            }
        }
    }

    /// <summary>Tells what is to be told now.</summary>
    public async Task Tell(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (before, settled) = (now - Afterwards, now - Settling);
        // of one that never went out, too, it is told that there is no more to come
        var drills = await In(db => db.Database.SqlQuery<Guid>(
            $"""
            select a.id as "Value" from advisory a left join drill d on d.id = a.id
            where a.drill_id = a.id and (d.ended_at is null or d.ended_at > {before} or d.told_at is null or d.told_at < d.ended_at + {Afterwards})
            union
            select id from drill where ended_at <= {settled} and final_at is null
            """).ToListAsync(ct));
        foreach (var drill in drills)
        {
            try
            {
                await In(db => Tell(db, drill, ct));
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogDrillLater(log, drill, e.GetType().Name); // the others do not wait for it
            }
        }
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
        var final = await IsFinal(db, drill, now, ct);
        if (final)
        {
            recipients = (await Told(db, drill, "organisationId", ct)).ConvertAll(Read<ReachedRecipient>);
            hops = (await Told(db, drill, "body", ct)).ConvertAll(Read<ReachedHop>);
        }

        ReachedRecipient[][] lots = [.. recipients.Chunk(Most).DefaultIfEmpty([])];
        foreach (var (index, lot) in lots.Index())
        {
            if (!final && lot.Length + hops.Count == 0) continue;

            db.Publish(new DrillReached { DrillId = drill, Recipients = lot, Hops = index == 0 ? [.. hops] : [], FinalPart = final ? index + 1 : null, FinalParts = final ? lots.Length : null });
        }

        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"update drill set told_at = {now} where id = {drill} and ended_at is not null", ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Whether everything is to be told now, once.</summary>
    static async Task<bool> IsFinal(DistributionDb db, Guid drill, DateTimeOffset now, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"update drill set final_at = {now} where id = {drill} and ended_at <= {now - Settling} and final_at is null", ct) > 0;

    /// <summary>All that was told and has a field, recipients or hops, as it stands now.</summary>
    static Task<List<string>> Told(DistributionDb db, Guid drill, string field, CancellationToken ct) =>
        db.Database.SqlQuery<string>($"select told::text as \"Value\" from drill_told where drill_id = {drill} and told ? {field} order by what").ToListAsync(ct);

    static T Read<T>(string told) => JsonSerializer.Deserialize<T>(told, JsonSerializerOptions.Web)!;

    /// <summary>Those that stand otherwise than they were told. What was tried: by the hub to reach the silent, and calls by hand.</summary>
    static Task<List<string>> Recipients(DistributionDb db, Guid drill, CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""
        with tried as (
          select mailbox_id, jsonb_agg(jsonb_build_object('channel', channel, 'state', state, 'cause', cause, 'at', at, 'postedAt', posted_at) order by posted_at, n) as all_of_it
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

    [LoggerMessage(LogLevel.Warning, "Drill {Drill} is told later: {Error}")]
    static partial void LogDrillLater(ILogger log, Guid drill, string error);

    [LoggerMessage(LogLevel.Warning, "Drills are told later: {Error}")]
    static partial void LogLater(ILogger log, string error);
}
