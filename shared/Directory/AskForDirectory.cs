using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Ceptoar.Directory;

/// <summary>Tells Registry, at the start and every five minutes, which directory this service holds, so that Registry says again what it lacks.</summary>
public sealed class AskForDirectory(IServiceScopeFactory scopes, HubService service, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
        do
        {
            try
            {
                await Ask(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // the next round asks again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task Ask(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var state = await db.DirectoryState(ct);
        var strings = db.Model.FindEntityType(typeof(KeptIdentifyingStrings)) is null ? null : await StringsState(db, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Publish(new DirectoryWanted
        {
            Service = service.Name,
            Organisations = state.Organisations,
            OrganisationVersions = state.OrganisationVersions,
            Groups = state.Groups,
            GroupVersions = state.GroupVersions,
            IdentifyingStrings = strings?.Rows,
            IdentifyingStringVersions = strings?.Versions,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    static async Task<KeptStrings> StringsState(HubDb db, CancellationToken ct)
    {
        var kept = db.Set<KeptIdentifyingStrings>();
        return new(await kept.CountAsync(ct), await kept.SumAsync(k => k.Version, ct));
    }

    sealed record KeptStrings(int Rows, long Versions);
}
