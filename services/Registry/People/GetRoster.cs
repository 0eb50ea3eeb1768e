using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>The roster of an organisation: whose turn it is when, and who is absent.</summary>
public static class GetRoster
{
    public record Query(Guid OrganisationId) : IRequest<View?>;

    public record View(IEnumerable<Turn> Entries, IEnumerable<Absence> Absences);

    /// <summary><c>Kind</c>: duty or deputy. <c>Until</c> is the first moment that no longer counts.</summary>
    public record Turn(Guid PersonId, string Kind, DateTimeOffset From, DateTimeOffset Until);

    public record Absence(Guid PersonId, DateTimeOffset From, DateTimeOffset Until);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/roster", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = request.OrganisationId;
            if (!await db.VisibleTo(caller).AnyAsync(o => o.Id == id, cancellationToken)) return null;

            return new(
                await db.RosterEntries.Where(e => e.OrganisationId == id).OrderBy(e => e.StartsAt).Select(e => new Turn(e.PersonId, e.Kind, e.StartsAt, e.EndsAt)).ToListAsync(cancellationToken),
                await db.RosterAbsences.Where(a => a.OrganisationId == id).OrderBy(a => a.StartsAt).Select(a => new Absence(a.PersonId, a.StartsAt, a.EndsAt)).ToListAsync(cancellationToken));
        }
    }
}
