using System.Text.Json.Serialization;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Tells how a trial of the desk, the executive or a person's mail went, as <see cref="TestChannel"/> does of a channel.</summary>
public static class TestContact
{
    public record Command : IRequest<bool>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }

        /// <summary>desk, executive or <c>person:</c> and an id.</summary>
        public string? Contact { get; init; }

        /// <summary>reached, notReached or bounced.</summary>
        public string? Result { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Contact).NotNull().Must(c => c is null or ContactTrial.Desk or ContactTrial.Executive || PersonOf(c) is not null)
                .WithMessage(_ => Problems.Say("desk、executive、または person: に続けて利用者の ID を指定してください。", "Must be desk, executive, or person: and the id of a person."));
            RuleFor(c => c.Result).NotNull().OneOf(OrganisationChannel.TestResults);
        }
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/contacts/test", async Task<Results<NoContent, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            var id = request.OrganisationId;
            if (!await db.KeptBy(caller).AnyAsync(o => o.Id == id, cancellationToken) || !await IsThere(id, request.Contact!, cancellationToken)) return false;

            var contact = PersonOf(request.Contact!) is { } person ? ContactTrial.Person(person) : request.Contact!;
            (await db.TrialOf(id, contact, cancellationToken)).Tested(request.Result!, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        Task<bool> IsThere(Guid organisation, string contact, CancellationToken ct) => PersonOf(contact) is { } person
            ? db.People.AnyAsync(p => p.Id == person && p.OrganisationId == organisation && p.RemovedAt == null, ct)
            : db.Contacts.AnyAsync(c => c.OrganisationId == organisation && (contact == ContactTrial.Desk ? c.Desk : c.Executive) != null, ct);
    }

    static Guid? PersonOf(string contact) => contact.StartsWith("person:", StringComparison.Ordinal) && Guid.TryParseExact(contact["person:".Length..], "D", out var id) ? id : null;
}
