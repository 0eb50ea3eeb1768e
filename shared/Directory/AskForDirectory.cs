using System.Linq.Expressions;
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
        var organisations = (await Held<DirectoryOrganisation>(db, o => o.Version, ct))!;
        var groups = (await Held<DirectoryGroup>(db, g => g.Version, ct))!;
        var strings = await Held<KeptIdentifyingStrings>(db, k => k.Version, ct);
        var contacts = await Held<KeptContacts>(db, k => k.Version, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Publish(new DirectoryWanted
        {
            Service = service.Name,
            Organisations = organisations.Rows,
            OrganisationVersions = organisations.Versions,
            Groups = groups.Rows,
            GroupVersions = groups.Versions,
            IdentifyingStrings = strings?.Rows,
            IdentifyingStringVersions = strings?.Versions,
            Contacts = contacts?.Rows,
            ContactVersions = contacts?.Versions,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What the service keeps of a kind; null where it has no table for it.</summary>
    static async Task<Kept?> Held<T>(HubDb db, Expression<Func<T, long>> version, CancellationToken ct) where T : class =>
        db.Model.FindEntityType(typeof(T)) is null ? null : new(await db.Set<T>().CountAsync(ct), await db.Set<T>().SumAsync(version, ct));

    sealed record Kept(int Rows, long Versions);
}
