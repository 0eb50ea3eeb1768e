using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Whom to reach at an organisation now, or at another moment: who is on duty, else the deputy, else the desk.</summary>
public static class GetOnDuty
{
    public record Query(Guid OrganisationId, DateTimeOffset? At) : IRequest<View?>;

    /// <summary><c>Kind</c>: duty or deputy, with the person; desk, with the desk; none, where the organisation has not even that.</summary>
    public record View(DateTimeOffset At, string Kind, OnDuty? Person, Desk? Desk);

    public record OnDuty(Guid Id, string Name, string? NameEn, string? Email);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/on-duty", async Task<Results<Ok<View>, NotFound>> (Guid id, DateTimeOffset? at, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id, at), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var (id, at) = (request.OrganisationId, (request.At ?? clock.GetUtcNow()).ToUniversalTime());
            if (!await db.VisibleTo(caller).AnyAsync(o => o.Id == id, cancellationToken)) return null;

            var entries = await db.RosterEntries.AsNoTracking().Where(e => e.OrganisationId == id && e.StartsAt <= at && e.EndsAt > at).ToListAsync(cancellationToken);
            var absences = await db.RosterAbsences.AsNoTracking().Where(a => a.OrganisationId == id && a.StartsAt <= at && a.EndsAt > at).ToListAsync(cancellationToken);
            var people = await db.People.AsNoTracking().Where(p => p.OrganisationId == id && p.Active).ToDictionaryAsync(p => p.Id, cancellationToken);
            if (OnDutyRules.At(entries, absences, people.ContainsKey, at) is { } turn)
            {
                var (person, details) = (people[turn.PersonId], people[turn.PersonId].DetailsOf(sealer));
                return new(at, turn.Kind, new(person.Id, details.Name, details.NameEn, person.Email), Desk: null);
            }

            var desk = await db.ContactOf<Desk>(id, c => c.Desk, sealer, cancellationToken);
            return new(at, desk is null ? "none" : "desk", Person: null, desk);
        }
    }
}
