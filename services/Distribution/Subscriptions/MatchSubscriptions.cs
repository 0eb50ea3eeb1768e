using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Distribution.Subscriptions;

/// <summary>Every two seconds: posts mail about what came into mailboxes and fits a subscription, and the mails of the day that are due. Several instances do no more than one.</summary>
public sealed partial class MatchSubscriptions(IServiceScopeFactory scopes, ILogger<MatchSubscriptions> log) : BackgroundService
{
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Sweep);
        do
        {
            try
            {
                while (await Do(m => m.Match(stoppingToken)))
                {
                }

                await Do(async m =>
                {
                    await m.PostDigests(stoppingToken);
                    return true;
                });
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException || DatabaseAway.IsToldBy(e))
            {
                LogLater(log, e.GetType().Name); // the next round does it
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<bool> Do(Func<Matching, Task<bool>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Matching>());
    }

    [LoggerMessage(LogLevel.Warning, "Subscriptions wait: {Error}")]
    static partial void LogLater(ILogger log, string error);
}
