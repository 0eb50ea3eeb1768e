using System.Text.Json.Serialization;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>An administrator, or the organisation itself, says anew what identifies it. Only the organisation itself says which proposals do not mean it.</summary>
public static class ReplaceIdentifying
{
    public record Command : IRequest<View?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }

        /// <summary>All strings: what is not among them no longer counts.</summary>
        public IdentifyingStrings? Strings { get; init; }

        /// <summary>Values of proposals that do not mean it; null: those rejected before.</summary>
        public string[]? Rejected { get; init; }
    }

    public record View(long IdentifyingVersion, long? ConfirmedVersion, IdentifyingStrings Strings, string[] Rejected, IReadOnlyList<Warning> Warnings);

    public class Validator : AbstractValidator<Command>
    {
        const int MaxRejected = 100;

        public Validator(Caller caller)
        {
            RuleFor(c => c.Strings).NotNull().SetValidator(new IdentifyingRules()!);
            RuleForEach(c => c.Rejected).NotEmpty().MaximumLength(Organisation.MaxName).Plain();
            RuleFor(c => c.Rejected).Must(r => r is null || r.Length <= MaxRejected).WithMessage(_ => Problems.Say($"{MaxRejected} 件までです。", $"At most {MaxRejected}."));
            RuleFor(c => c).Custom((command, context) =>
            {
                if (command.Rejected is not null && caller.Is(Role.Administrator) && caller.OrganisationId != command.OrganisationId)
                {
                    context.AddFailure("rejected", Problems.Say("候補を退けることができるのは組織自身のみです。", "Only the organisation itself rejects proposals."));
                }
            });
        }
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPut("/{id:guid}/identifying", async Task<Results<Ok<View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer, MarksCache marks, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            var kept = caller.Is(Role.Administrator) ? db.Organisations : db.SpokenForBy(caller);
            if (await kept.SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;

            if (organisation.Identify(request.Strings!, sealer, request.Rejected)) db.Publish(organisation.StringsChanged());
            var warnings = await marks.Warnings(db, organisation, caller, sealer, cancellationToken);
            db.Remember(organisation, caller.Subject, clock.GetUtcNow());
            db.Audit(AuditActions.IdentifyingChanged, $"organisation/{organisation.Id}");
            await db.SaveChangesAsync(cancellationToken);

            var own = organisation.Own(sealer);
            return new(organisation.IdentifyingVersion, organisation.ConfirmedVersion, own.Given, own.Rejected, warnings);
        }
    }
}
