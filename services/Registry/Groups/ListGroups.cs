using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;

namespace Ceptoar.Registry.Groups;

/// <summary>
/// The groups that an audience may name, as far as one may know of them. How many belong to one is told exactly to those who may
/// learn its members, to all others as a band (invariant I6).
/// </summary>
public static class ListGroups
{
    public record Query : IRequest<IReadOnlyList<View>>;

    /// <summary><c>Members</c> is null where the caller may not know it.</summary>
    public record View(Guid Id, string Kind, string Name, string NameEn, string SizeBand, int? Members);

    public static void Map(IEndpointRouteBuilder groups) => groups
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(), ct)));

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var groups = await db.GroupsWithMembers(cancellationToken);
            var known = await db.Known(caller, cancellationToken);
            return
            [
                .. groups.Where(g => !g.Group.Closed && caller.MayKnow(g)).Select(g => new View(
                    g.Group.Id, g.Group.Kind, g.Group.Name, g.Group.NameEn, GroupSize.Band(g.Members.Count), caller.MaySeeMembers(g.Group) && g.Members.IsSubsetOf(known) ? g.Members.Count : null)),
            ];
        }
    }
}
