using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>One person. Who was removed is still there by id, with the name alone.</summary>
public static class GetPerson
{
    public record Query(Guid Id) : IRequest<View?>;

    /// <summary><c>State</c>: invited, active, inactive or removed. Of who was looked up by name, ids, names and state are told alone.</summary>
    public record View(
        Guid Id, Guid OrganisationId, string Name, string? NameEn, string? Email, string? Duty, string? DutyEn, string[] Roles, string State, DateTimeOffset CreatedAt, DateTimeOffset? RemovedAt)
    {
        /// <summary>Told of who was looked up by name.</summary>
        public string? OrganisationName { get; init; }

        public static View Of(Person p, PeopleSealer sealer)
        {
            var details = p.DetailsOf(sealer);
            return new(p.Id, p.OrganisationId, details.Name, details.NameEn, p.Email, details.Duty, details.DutyEn, p.Roles, p.State, p.CreatedAt, p.RemovedAt);
        }
    }

    public static void Map(IEndpointRouteBuilder people) => people
        .MapGet("/{personId:guid}", async Task<Results<Ok<View>, NotFound>> (Guid personId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(personId), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken) =>
            await db.PeopleVisibleTo(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) is { } person ? View.Of(person, sealer) : null;
    }
}
