using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>A client may no longer sign in, and the ticket that it holds counts no more.</summary>
public static class RevokeClient
{
    public record Command(Guid OrganisationId, string ClientId) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapDelete("/{id:guid}/clients/{clientId}", async Task<Results<NoContent, NotFound>> (Guid id, string clientId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id, clientId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisations = db.PeopledBy(caller).Where(o => o.Id == request.OrganisationId);
            var client = await db.ClientsKeptBy(caller).SingleOrDefaultAsync(c => c.Id == request.ClientId && organisations.Any(o => o.Id == c.OrganisationId), cancellationToken);
            if (client is null) return false;

            client.RevokedAt = clock.GetUtcNow();
            db.Audit(AuditActions.ClientRevoked, $"client/{client.Id}", $"organisation={client.OrganisationId}");
            await db.VoidTickets(VoidTickets.Subject, client.Id, client.RevokedAt.Value + VoidingTickets.UnderWay, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
