using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>Who belongs to a group, in the order in which they came, for those who may learn it and as far as they see them in the directory (invariant I6).</summary>
public static class ListMembers
{
    public record Query(Guid Id) : IRequest<IReadOnlyList<View>?>;

    public record View(Guid Id, string Name, string Kind, string? Prefecture, string? Size);

    public static void Map(IEndpointRouteBuilder groups) => groups
        .MapGet("/{groupId:guid}/members", async (Guid groupId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(groupId), ct) is { } members ? Results.Ok(Paging.Whole(members)) : Results.NotFound())
        .Produces<Page<View>>()
        .Produces(404);

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>?>
    {
        public async Task<IReadOnlyList<View>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if ((await db.GroupsWithMembers(cancellationToken)).Find(g => g.Group.Id == request.Id) is not { } found || !caller.MaySeeMembers(found.Group)) return null;

            return await db.KnownTo(caller).Where(o => found.Members.Contains(o.Id)).OrderBy(o => o.Number)
                .Select(o => new View(o.Id, o.Name, o.Kind, o.Prefecture, o.Size)).ToListAsync(cancellationToken);
        }
    }
}
