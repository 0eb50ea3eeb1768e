using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>The executive of an organisation who is told of what is grave.</summary>
public static class GetExecutive
{
    public record Query(Guid OrganisationId) : IRequest<Executive?>;

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/executive", async Task<Results<Ok<Executive>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, Executive?>
    {
        public async Task<Executive?> Handle(Query request, CancellationToken cancellationToken) =>
            await db.VisibleTo(caller).AnyAsync(o => o.Id == request.OrganisationId, cancellationToken)
                ? await db.ContactOf<Executive>(request.OrganisationId, c => c.Executive, sealer, cancellationToken)
                : null;
    }
}
