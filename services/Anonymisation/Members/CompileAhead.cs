namespace Ceptoar.Anonymisation.Members;

/// <summary>Compiles the directory once it has come to rest, at start and after each change, so that no report has to wait for it.</summary>
public sealed class CompileAhead(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? seen = null;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                seen = await scope.ServiceProvider.GetRequiredService<MemberDirectory>().Prepare(seen, stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // nothing is lost by it: a report compiles what it needs itself, and tells what fails
            }
        }
    }
}
