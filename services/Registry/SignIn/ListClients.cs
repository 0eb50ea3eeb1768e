using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>The systems that may sign in for an organisation, oldest first, for those who may add and revoke them.</summary>
public static class ListClients
{
    public record Query(Guid OrganisationId) : IRequest<IReadOnlyList<View>?>;

    public record View(string ClientId, string Role, string? Name, DateTimeOffset CreatedAt);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/clients", async Task<Results<Ok<IReadOnlyList<View>>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } clients ? TypedResults.Ok(clients) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>?>
    {
        public async Task<IReadOnlyList<View>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.KeptBy(caller).AnyAsync(o => o.Id == request.OrganisationId, cancellationToken)) return null;

            return await db.Clients.Where(c => c.OrganisationId == request.OrganisationId && c.RevokedAt == null).OrderBy(c => c.CreatedAt)
                .Select(c => new View(c.Id, c.Role, c.Name, c.CreatedAt)).ToListAsync(cancellationToken);
        }
    }
}
