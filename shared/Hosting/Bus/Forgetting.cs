using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Ceptoar.Hosting.Bus;

/// <summary>Forgets, each hour, which messages were heard over a week ago, which answers were given over a day ago and which void tickets have run out.</summary>
public sealed class Forgetting(NpgsqlDataSource database, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var command = database.CreateCommand("""
                    delete from heard where heard_at < now() - interval '7 days';
                    delete from idempotency where created_at < now() - interval '24 hours';
                    delete from void_ticket where issued_before < now() - interval '1 hour';
                    """);
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // the next hour forgets it
            }
        }
    }
}
