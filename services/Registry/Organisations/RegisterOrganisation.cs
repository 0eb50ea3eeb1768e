using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>An administrator registers an organisation, or a secretariat an operator of its CEPTOAR; the other services hear of it.</summary>
public static class RegisterOrganisation
{
    public record Command : OrganisationDetails, IRequest<GetOrganisation.View>;

    public class Validator(RegistryDb db, Caller caller) : OrganisationRules<Command>(db, caller, changed: _ => null);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var view = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/organisations/{view.Id}", view);
        });

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer, MarksCache marks, TimeProvider clock) : IRequestHandler<Command, GetOrganisation.View>
    {
        public async Task<GetOrganisation.View> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            var organisation = new Organisation { Id = Guid.NewGuid(), Kind = request.Kind!, RegisteredAt = clock.GetUtcNow() };
            organisation.Describe(request, active: true);
            await db.RefuseTakenName(organisation, cancellationToken);
            organisation.Identify(request.Identifying ?? new(), sealer);

            var warnings = await marks.Warnings(db, organisation, caller, sealer, cancellationToken);
            db.Remember(organisation, caller.Subject, clock.GetUtcNow());
            db.Add(organisation);
            db.Publish(organisation.Changed());
            db.Publish(organisation.StringsChanged());
            db.Audit(AuditActions.OrganisationRegistered, $"organisation/{organisation.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return GetOrganisation.View.Of(organisation, caller, sealer) with { Warnings = warnings };
        }
    }

    /// <exception cref="RuleViolation">Another organisation has this name.</exception>
    public static async Task RefuseTakenName(this RegistryDb db, Organisation organisation, CancellationToken ct)
    {
        if (await db.Organisations.AnyAsync(o => o.Name == organisation.Name && o.Id != organisation.Id, ct))
        {
            throw new RuleViolation("同じ名称の組織が既に登録されています。", "An organisation of this name is already registered.");
        }
    }
}
