using System.Text.Json.Serialization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>An administrator or manager says anew who a person is and what it may do. Tickets with the roles from before count no more; who is made inactive is signed out.</summary>
public static class ChangePerson
{
    public record Command : IPersonInput, IRequest<GetPerson.View?>
    {
        [JsonIgnore]
        public Guid Id { get; init; }
        public string? Name { get; init; }
        public string? NameEn { get; init; }
        public string? Duty { get; init; }
        public string? DutyEn { get; init; }
        public string[]? Roles { get; init; }
        public bool? Active { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator(RegistryDb db, Caller caller)
        {
            this.Details();
            RuleFor(c => c.Active).NotNull();
            RuleFor(c => c).CustomAsync(async (command, context, ct) =>
            {
                // one that the caller does not keep is answered with 404
                var person = await db.PeopleKeptBy(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Id, ct);
                if (person is not null) await db.CheckRoles(person.OrganisationId, command.Roles ?? [], person.Roles, caller, context, ct);
            });
        }
    }

    public static void Map(IEndpointRouteBuilder people) => people
        .MapPut("/{personId:guid}", async Task<Results<Ok<GetPerson.View>, NotFound>> (Guid personId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Id = personId }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, Sessions sessions, PeopleSealer sealer, TimeProvider clock) : IRequestHandler<Command, GetPerson.View?>
    {
        public async Task<GetPerson.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneKeeperAtATime(cancellationToken);
            if (!await db.PeopleKeptBy(caller).AnyAsync(p => p.Id == request.Id, cancellationToken)) return null;

            var person = (await db.LockedPerson(request.Id, cancellationToken))!;
            string[] roles = [.. request.Roles!.Distinct()];
            PeopleRules.RefuseReserved(person, caller);
            await db.RefuseLastOnesLeaving(person, staying: request.Active!.Value ? roles : [], caller, cancellationToken);

            var otherRoles = !person.Roles.ToHashSet().SetEquals(roles);
            var leaves = person.Active && !request.Active.Value;
            (person.Details, person.Roles, person.Active) = (sealer.Seal(request.Details()).Sealed, roles, request.Active.Value);
            db.Audit(AuditActions.PersonChanged, $"person/{person.Id}", $"roles={string.Join('+', roles)} active={person.Active}");
            if (leaves) await sessions.EndAll(person, cancellationToken);
            else if (otherRoles) await db.VoidTickets(VoidTickets.Subject, person.Id.ToString(), clock.GetUtcNow(), cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return GetPerson.View.Of(person, sealer);
        }
    }
}
