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
            var (bodies, groups) = await db.CeptoarsNow(cancellationToken);
            return [.. CeptoarTable.All.Select(c => new View(c.Code, c.Name, c.NameEn, c.Sector, bodies[c.SecretariatId], bodies[c.MinistryId], GroupSize.Band(groups[c.Code].Members.Count)))];
        }
    }

    /// <summary>Every secretariat and ministry by its id, and every CEPTOAR's group by its code.</summary>
    internal static async Task<(Dictionary<Guid, Body> Bodies, Dictionary<string, SizedGroup> Groups)> CeptoarsNow(this RegistryDb db, CancellationToken ct)
    {
        var ids = CeptoarTable.All.SelectMany(c => new[] { c.SecretariatId, c.MinistryId }).Distinct().ToArray();
        return (
            await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new Body(o.Id, o.Name)).ToDictionaryAsync(b => b.Id, ct),
            (await db.GroupsWithMembers(ct)).Where(g => g.Group.Kind == Group.OfCeptoar).ToDictionary(g => g.Group.Ceptoars[0]));
    }
}
