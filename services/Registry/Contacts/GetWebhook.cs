using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Where an organisation's own systems take hints, for who keeps its contacts. The secret is not shown again.</summary>
public static class GetWebhook
{
    public record Query(Guid OrganisationId) : IRequest<View?>;

    public record View(string Url, DateTimeOffset SetAt);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/webhook", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var kept = db.KeptBy(caller).Where(o => o.Id == request.OrganisationId);
            return await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => kept.Any(o => o.Id == w.OrganisationId), cancellationToken) is { } webhook
                ? new(webhook.Opened(sealer).Url, webhook.SetAt)
                : null;
        }
    }
}
