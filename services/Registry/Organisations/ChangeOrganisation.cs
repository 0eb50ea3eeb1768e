using System.Globalization;
using System.Text.Json.Serialization;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>An administrator, or a secretariat for its operators, says anew what an organisation is. Identifying strings that are not sent stay as they are.</summary>
public static class ChangeOrganisation
{
    public record Command : OrganisationDetails, IRequest<GetOrganisation.View?>
    {
        [JsonIgnore]
        public Guid Id { get; init; }
        public bool? Active { get; init; }
    }

    public class Validator : OrganisationRules<Command>
    {
        public Validator(RegistryDb db, Caller caller) : base(db, caller, changed: c => c.Id) => RuleFor(c => c.Active).NotNull();
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPut("/{id:guid}", async Task<Results<Ok<GetOrganisation.View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Id = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer, MarksCache marks, TimeProvider clock) : IRequestHandler<Command, GetOrganisation.View?>
    {
        public async Task<GetOrganisation.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            var organisation = await db.ManagedBy(caller).SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken);
            if (organisation is null) return null;

            if (organisation.Active != request.Active) await RefuseIfOthersToo(organisation, cancellationToken);
            if (organisation.Active && request.Active is false) await db.VoidTickets(VoidTickets.Organisation, organisation.Id.ToString(), clock.GetUtcNow() + VoidingTickets.UnderWay, cancellationToken);
            var described = organisation.Describe(request, request.Active!.Value);
            await db.RefuseTakenName(organisation, cancellationToken);

            if (described) db.Publish(organisation.Changed());
            if (organisation.Identify(request.Identifying ?? organisation.IdentifiedBy(sealer), sealer)) db.Publish(organisation.StringsChanged());
            db.Audit(AuditActions.OrganisationChanged, $"organisation/{organisation.Id}", string.Create(CultureInfo.InvariantCulture, $"version={organisation.Version}"));
            var warnings = await marks.Warnings(db, organisation, caller, sealer, cancellationToken);
            db.Remember(organisation, caller.Subject, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return GetOrganisation.View.Of(organisation, caller, sealer) with { Warnings = warnings };
        }

        async Task RefuseIfOthersToo(Organisation organisation, CancellationToken ct)
        {
            if (caller.Is(Role.Administrator)) return;

            var own = await db.CeptoarsRunBy(caller).ToListAsync(ct);
            if (organisation.Ceptoars.Concat(organisation.SecondHop).Except(own).Any())
            {
                throw new RuleViolation("他のCEPTOARにも属する組織です。有効・無効は管理者が変更します。", "It belongs to another CEPTOAR too; an administrator makes it active or inactive.");
            }
        }
    }
}
