using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Directory;

/// <summary>Keeps an organisation as Registry says it. Hearing it twice, or an older one late, changes nothing.</summary>
public class KeepOrganisationConsumer(HubDb db) : IConsumer<OrganisationChanged>
{
    public async Task Consume(ConsumeContext<OrganisationChanged> context)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({context.Message.OrganisationId.ToString()}, 0))", context.CancellationToken);
        var organisation = await db.Set<DirectoryOrganisation>().SingleOrDefaultAsync(o => o.Id == context.Message.OrganisationId, context.CancellationToken);
        if (organisation is null) db.Add(organisation = new() { Id = context.Message.OrganisationId });
        organisation.Hear(context.Message);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
