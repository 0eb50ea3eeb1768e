using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Directory;

/// <summary>Keeps a group as Registry says it. Hearing it twice, or an older one late, changes nothing.</summary>
public class KeepGroupConsumer(HubDb db) : IConsumer<GroupChanged>
{
    public async Task Consume(ConsumeContext<GroupChanged> context)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({context.Message.GroupId.ToString()}, 0))", context.CancellationToken);
        var group = await db.Set<DirectoryGroup>().SingleOrDefaultAsync(g => g.Id == context.Message.GroupId, context.CancellationToken);
        if (group is null) db.Add(group = new() { Id = context.Message.GroupId });
        group.Hear(context.Message);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
