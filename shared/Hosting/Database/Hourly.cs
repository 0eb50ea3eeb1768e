using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Ceptoar.Hosting.Database;

/// <summary>Work on the database that is done at the start and each hour; a database that is away is met again the next hour.</summary>
public abstract class Hourly(TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock => clock;

    /// <summary>Does it once.</summary>
    public abstract Task Sweep(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // the next hour does it
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
