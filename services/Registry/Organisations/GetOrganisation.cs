using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>One organisation. What would identify it in a text is shown to itself and to administrators only.</summary>
public static class GetOrganisation
{
    public record Query(Guid Id) : IRequest<View?>;

    /// <summary>
    /// <c>Identifying</c> is null where the caller may not see it. The strings are confirmed where <c>ConfirmedVersion</c> is
    /// <c>IdentifyingVersion</c>. <c>Warnings</c> answer a write only.
    /// </summary>
    public record View(
        Guid Id, long Version, string Name, string? NameEn, string Kind, string? PartnerOf, string[] Sectors, string[] Ceptoars, string[] SecondHop,
        string? Prefecture, string? Region, string? Size, bool Active, IdentifyingStrings? Identifying, long IdentifyingVersion, long? ConfirmedVersion, DateTimeOffset? ConfirmedAt)
    {
        public IReadOnlyList<Warning>? Warnings { get; init; }

        public static View Of(Organisation o, Caller caller, IdentifyingSealer sealer) => new(
            o.Id, o.Version, o.Name, o.NameEn, o.Kind, o.PartnerOf, o.Sectors, o.Ceptoars, o.SecondHop, o.Prefecture, o.Region, o.Size, o.Active,
            caller.MaySeeStringsOf(o.Id) ? o.IdentifiedBy(sealer) : null, o.IdentifyingVersion, o.ConfirmedVersion, o.ConfirmedAt);
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.VisibleTo(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken) is not { } organisation) return null;

            var view = View.Of(organisation, caller, sealer);
            if (view.Identifying is not null && caller.OrganisationId != view.Id) await db.AuditNow(AuditActions.IdentityLookedUp, $"organisation/{view.Id}");
            return view;
        }
    }
}
