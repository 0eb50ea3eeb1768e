using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Seeding;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Whom the caller's organisation may ring up at any hour: the secretariats of its CEPTOARs and of those that relay to it, their ministries, the centre.</summary>
public static class ListDesks
{
    public record Query : IRequest<IReadOnlyList<View>>;

    /// <summary><c>Ceptoar</c>: whose secretariat it is; null of a ministry and the centre. <c>Desk</c>: null where none was told.</summary>
    public record View(Guid OrganisationId, string Name, string? NameEn, string Kind, string? Ceptoar, Desk? Desk);

    public static void Map(IEndpointRouteBuilder desks) => desks
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(), ct)));

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            var memberships = await db.Organisations.Where(o => o.Id == own).Select(o => new { o.Ceptoars, o.SecondHop }).SingleOrDefaultAsync(cancellationToken);
            string[] ceptoars = [.. memberships?.Ceptoars ?? [], .. memberships?.SecondHop ?? []];
            var groups = await db.Groups.AsNoTracking()
                .Where(g => g.Kind == Group.OfCeptoar && (g.Ceptoars.Any(c => ceptoars.Contains(c)) || g.Secretariat == own || g.Ministry == own))
                .OrderBy(g => g.Position).ToListAsync(cancellationToken);

            var secretariats = groups.Where(g => g.Secretariat is not null).Select(g => (Id: g.Secretariat!.Value, Ceptoar: (string?)g.Ceptoars[0])).ToArray();
            var others = groups.Select(g => g.Ministry).OfType<Guid>().Append(WellKnownId.Centre).Distinct().Except(secretariats.Select(s => s.Id)).Select(id => (Id: id, Ceptoar: (string?)null));
            var bodies = secretariats.Concat(others).Where(b => b.Id != own).ToArray();

            Guid[] ids = [.. bodies.Select(b => b.Id).Distinct()];
            var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id) && o.Active).ToDictionaryAsync(o => o.Id, cancellationToken);
            var desks = await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.OrganisationId) && c.Desk != null).ToDictionaryAsync(c => c.OrganisationId, c => c.Desk!, cancellationToken);
            return [.. bodies.Where(b => organisations.ContainsKey(b.Id)).Select(b => new View(b.Id, organisations[b.Id].Name, organisations[b.Id].NameEn, organisations[b.Id].Kind, b.Ceptoar, Opened(desks.GetValueOrDefault(b.Id))))];
        }

        Desk? Opened(string? held) => held is null ? null : sealer.Open<Desk>(new SealedText { Sealed = held });
    }
}
