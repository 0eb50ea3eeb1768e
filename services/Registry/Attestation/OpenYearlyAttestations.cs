using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Registry.Attestation;

/// <summary>
/// Each hour: opens the yearly task of whoever confirmed its entries, or was registered, eleven months ago, which is the first
/// reminder; and reminds once more of what has fallen due. Its managers are told by mail. Several instances do no more than one.
/// </summary>
public sealed class OpenYearlyAttestations(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await Run(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // the next round does it
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var opened = await db.Database.SqlQuery<Guid>(
            $"""
            insert into attestation_task (organisation_id, reason, opened_at, due, reminded_at)
            select id, {AttestationTask.Yearly}, {now}, due, {now}
            from (select o.id, coalesce((select max(a.at) from attestation_record a where a.organisation_id = o.id), o.registered_at) + interval '1 year' as due
                  from organisation o where o.active) as yearly
            where due <= {now + Ahead}
            on conflict (organisation_id, reason) where done_at is null do nothing
            returning organisation_id as "Value"
            """).ToListAsync(ct);
        var due = await db.Database.SqlQuery<Guid>(
            $"""update attestation_task set reminded_at = {now} where done_at is null and due <= {now} and (reminded_at is null or reminded_at < due) returning organisation_id as "Value" """).ToListAsync(ct);
        await scope.ServiceProvider.GetRequiredService<AttestationReminder>().Post([.. opened.Union(due)], ct);
        await transaction.CommitAsync(ct);
    }
}
