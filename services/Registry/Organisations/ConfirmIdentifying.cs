using System.Text.Json.Serialization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>The organisation itself confirms the version of its identifying strings that it has looked at.</summary>
public static class ConfirmIdentifying
{
    public record Command : IRequest<View?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }
        public long? Version { get; init; }
    }

    public record View(long IdentifyingVersion, long? ConfirmedVersion, DateTimeOffset? ConfirmedAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Version).NotNull();
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/identifying/confirmation", async Task<Results<Ok<View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (await db.SpokenForBy(caller).SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;

            organisation.Confirm(request.Version!.Value, clock.GetUtcNow());
            db.Remember(organisation, caller.Subject, clock.GetUtcNow());
            db.Audit(AuditActions.IdentifyingConfirmed, $"organisation/{organisation.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return new(organisation.IdentifyingVersion, organisation.ConfirmedVersion, organisation.ConfirmedAt);
        }
    }
}
