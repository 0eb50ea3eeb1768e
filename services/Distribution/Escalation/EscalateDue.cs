using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Distribution.Escalation;

/// <summary>Each second: lays down who is silent, and does what is due. Several instances share the work. What was missed while none ran is done once; while the clock stands back, it waits.</summary>
public sealed class EscalateDue(IServiceScopeFactory scopes, IOptions<EscalationSettings> settings, ILogger<EscalateDue> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.Every);
        do
        {
            await Try(() => Lay(stoppingToken));
            await Try(() => Escalate(stoppingToken));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Lays down everything that is noted.</summary>
    public async Task Lay(CancellationToken ct)
    {
        while (await In<LayingDown, bool>(laying => laying.Lay(ct)))
        {
        }
    }

    /// <summary>Does everything that is due, a lot after the other.</summary>
    public async Task Escalate(CancellationToken ct)
    {
        while (await In<Escalating, int>(escalating => escalating.Hasten(ct)) == Escalating.Most)
        {
        }

        while (await In<Escalating, int>(escalating => escalating.Lot(Escalating.Most, ct)) == Escalating.Most)
        {
        }
    }

    async Task<TResult> In<T, TResult>(Func<T, Task<TResult>> work) where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            log.LogWarning("Escalation waits: {Error}", e.GetType().Name);
        }
    }
}
