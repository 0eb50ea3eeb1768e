using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>Gives a system a new secret, shown here alone. The one from before counts for ten minutes more, so that the system need not stop.</summary>
public static class RotateClientSecret
{
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    public record Command(Guid OrganisationId, string ClientId) : IRequest<View?>;

    public record View(string ClientId, string ClientSecret, string Role, DateTimeOffset OldSecretUntil);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/clients/{clientId}/secret", async Task<Results<Ok<View>, NotFound>> (Guid id, string clientId, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await mediator.Send(new Command(id, clientId), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
        })
        .WithMetadata(new WithoutTransaction()); // an answer kept for its Idempotency-Key would keep the secret

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisations = db.PeopledBy(caller).Where(o => o.Id == request.OrganisationId && o.Active);
            var client = await db.ClientsKeptBy(caller).SingleOrDefaultAsync(c => c.Id == request.ClientId && organisations.Any(o => o.Id == c.OrganisationId), cancellationToken);
            if (client is null) return null;

            var (secret, until) = (Client.NewSecret(), clock.GetUtcNow() + Grace);
            client.Rotate(secret, until);
            db.Audit(AuditActions.ClientRotated, $"client/{client.Id}", $"organisation={client.OrganisationId}");
            await db.SaveChangesAsync(cancellationToken);
            return new(client.Id, secret, client.Role, until);
        }
    }
}
