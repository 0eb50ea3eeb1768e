using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Who keeps an organisation's contacts lets its own systems be sent no more hints.</summary>
public static class RemoveWebhook
{
    public record Command(Guid OrganisationId) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapDelete("/{id:guid}/webhook", async Task<Results<NoContent, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            var id = request.OrganisationId;
            var kept = db.KeptBy(caller).Where(o => o.Id == id);
            if (await db.Webhooks.SingleOrDefaultAsync(w => kept.Any(o => o.Id == w.OrganisationId), cancellationToken) is not { } webhook) return false;

            db.Remove(webhook);
            db.Remember(id, caller.Subject, clock.GetUtcNow(), "webhook", from: "webhook", to: null);
            db.Audit(AuditActions.ContactsChanged, $"organisation/{id}", "webhook");
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
