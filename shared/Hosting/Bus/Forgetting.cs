using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Database;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Hosting.Bus;

/// <summary>Forgets, each hour, which messages were heard over a week ago, which answers were given over a day ago, which void tickets have run out and what was recorded longer ago than it must be kept.</summary>
public sealed class Forgetting(NpgsqlDataSource database, IOptions<AuditSettings> audit, TimeProvider clock) : Hourly(clock)
{
    public override async Task Sweep(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            delete from heard where heard_at < now() - interval '7 days';
            delete from idempotency where created_at < now() - interval '24 hours';
            delete from void_ticket where issued_before < now() - interval '1 hour';
            delete from audit where at < now() - interval '{audit.Value.RetentionDays} days';
            """);
        await command.ExecuteNonQueryAsync(ct);
    }
}
