using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>What else an organisation is likely to be called, told from its names and domains, each with the reason; for itself and administrators.</summary>
public static class ListProposals
{
    public record Query(Guid OrganisationId) : IRequest<IReadOnlyList<View>?>;

    /// <summary><c>State</c>: proposed (counts in anonymisation) or rejected (does not).</summary>
    public record View(string Value, string Rule, string Reason, string State);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/identifying/proposals", async Task<Results<Ok<Page<View>>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } views ? TypedResults.Ok(Paging.Whole(views)) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer) : IRequestHandler<Query, IReadOnlyList<View>?>
    {
        public async Task<IReadOnlyList<View>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!caller.MaySeeStringsOf(request.OrganisationId)) return null;
            if (await db.VisibleTo(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;

            if (caller.OrganisationId != organisation.Id) await db.AuditNow(AuditActions.IdentityLookedUp, $"organisation/{organisation.Id}", "proposals");

            var own = organisation.Own(sealer);
            return [.. ProposalRules.For(organisation.Name, organisation.NameEn, own.Given)
                .Select(p => new View(p.Value, p.Rule, Problems.Say(p.Ja, p.En), own.Rejected.Contains(p.Value) ? "rejected" : "proposed"))];
        }
    }
}
