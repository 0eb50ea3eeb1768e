using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;

namespace Ceptoar.Registry.Groups;

/// <summary>
/// The groups that an audience may name. How many belong to one is told exactly to the centre and, of its own CEPTOAR, to a
/// secretariat; to all others as a band (invariant I6).
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
            var groups = await db.GroupsWithSize(cancellationToken);
            return [.. groups.Select(g => new View(g.Group.Id, g.Group.Kind, g.Group.Name, g.Group.NameEn, GroupSize.Band(g.Members), MayCount(g.Group) ? g.Members : null))];
        }

        bool MayCount(Group group) => caller.IsOfTheCentre()
            || (caller.Is(Role.Secretariat) && group.Kind == Group.OfCeptoar && group.Secretariat == caller.OrganisationId);
    }
}
