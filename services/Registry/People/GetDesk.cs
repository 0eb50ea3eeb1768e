using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>The desk of an organisation that answers at any hour.</summary>
public static class GetDesk
{
    public record Query(Guid OrganisationId) : IRequest<Desk?>;

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/desk", async Task<Results<Ok<Desk>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, Desk?>
    {
        public async Task<Desk?> Handle(Query request, CancellationToken cancellationToken) =>
            await db.VisibleTo(caller).AnyAsync(o => o.Id == request.OrganisationId, cancellationToken)
                ? await db.ContactOf<Desk>(request.OrganisationId, c => c.Desk, sealer, cancellationToken)
                : null;
    }
}
