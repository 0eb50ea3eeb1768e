using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Directory;

/// <summary>Keeps an organisation as Registry says it. Hearing it twice, or an older one late, changes nothing.</summary>
public class KeepOrganisationConsumer(HubDb db) : IConsumer<OrganisationChanged>
{
    public Task Consume(ConsumeContext<OrganisationChanged> context) => db.Keep([context.Message], context.CancellationToken);
}

/// <inheritdoc cref="KeepOrganisationConsumer"/>
public class KeepOrganisationsConsumer(HubDb db) : IConsumer<OrganisationsPage>
{
    public Task Consume(ConsumeContext<OrganisationsPage> context) => db.Keep(context.Message.Organisations, context.CancellationToken);
}

static class OrganisationsKept
{
    public static async Task Keep(this HubDb db, OrganisationChanged[] heard, CancellationToken ct)
    {
        var ids = heard.Select(o => o.OrganisationId).Order().ToArray();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest({ids}) as id order by id", ct);
        var known = await db.Set<DirectoryOrganisation>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var one in heard)
        {
            if (!known.TryGetValue(one.OrganisationId, out var organisation)) db.Add(known[one.OrganisationId] = organisation = new() { Id = one.OrganisationId });
            organisation.Hear(one);
        }

        await db.SaveChangesAsync(ct);
    }
}
