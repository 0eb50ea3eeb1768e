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
        var state = await State(db, ct);
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

    static Task<DirectoryState> State(HubDb db, CancellationToken ct) => db.Database.SqlQuery<DirectoryState>(
        $"""
        select o.rows as "Organisations", o.versions as "OrganisationVersions", g.rows as "Groups", g.versions as "GroupVersions"
        from (select count(*)::int as rows, coalesce(sum(version), 0)::bigint as versions from directory_organisation) o,
             (select count(*)::int as rows, coalesce(sum(version), 0)::bigint as versions from directory_group) g
        """).SingleAsync(ct);

    static async Task<KeptStrings> StringsState(HubDb db, CancellationToken ct)
    {
        var kept = db.Set<KeptIdentifyingStrings>();
        return new(await kept.CountAsync(ct), await kept.SumAsync(k => k.Version, ct));
    }

    sealed record DirectoryState(int Organisations, long OrganisationVersions, int Groups, long GroupVersions);

    sealed record KeptStrings(int Rows, long Versions);
}
