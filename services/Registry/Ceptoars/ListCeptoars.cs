using Ceptoar.Hosting.Http;
using Ceptoar.Registry.Groups;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Ceptoars;

/// <summary>The CEPTOARs with their secretariat and ministry. How many belong to each is told as a band only (invariant I6).</summary>
public static class ListCeptoars
{
    public record Query : IRequest<IReadOnlyList<View>>;

    public record View(string Code, string Name, string NameEn, string Sector, Body Secretariat, Body Ministry, string SizeBand);

    public record Body(Guid Id, string Name);

    public static void Map(IEndpointRouteBuilder ceptoars) => ceptoars
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(), ct)));

    public class Handler(RegistryDb db) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var bodies = CeptoarTable.All.SelectMany(c => new[] { c.SecretariatId, c.MinistryId }).Distinct().ToArray();
            var names = await db.Organisations.Where(o => bodies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
            var sizes = (await db.GroupsWithMembers(cancellationToken)).Where(g => g.Group.Kind == Group.OfCeptoar).ToDictionary(g => g.Group.Ceptoars[0], g => g.Members.Count);

            Body The(Guid id) => new(id, names[id]);
            return [.. CeptoarTable.All.Select(c => new View(c.Code, c.Name, c.NameEn, c.Sector, The(c.SecretariatId), The(c.MinistryId), GroupSize.Band(sizes[c.Code])))];
        }
    }
}
