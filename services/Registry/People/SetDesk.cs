using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Says which desk of an organisation answers at any hour.</summary>
public static class SetDesk
{
    public record Command(Guid OrganisationId, Desk Contact) : IRequest<Desk?>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Contact.Name).NotEmpty().MaximumLength(Person.MaxName).Plain().OverridePropertyName("name");
            RuleFor(c => c.Contact.Telephone).NotEmpty().OverridePropertyName("telephone");
            RuleFor(c => c.Contact.Telephone).Telephone().OverridePropertyName("telephone");
            RuleFor(c => c.Contact.Email).MailAddress().OverridePropertyName("email");
        }
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPut("/{id:guid}/desk", async Task<Results<Ok<Desk>, NotFound>> (Guid id, Desk contact, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id, contact), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Command, Desk?>
    {
        public async Task<Desk?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.KeptBy(caller).AnyAsync(o => o.Id == request.OrganisationId, cancellationToken)) return null;

            var contacts = await db.LockedContacts(request.OrganisationId, cancellationToken);
            var before = contacts.Desk is { } held ? sealer.Open<Desk>(new SealedText { Sealed = held }) : null;
            if (before?.Email != request.Contact.Email) await db.ForgetTrial(request.OrganisationId, ContactTrial.Desk, cancellationToken);
            contacts.Desk = sealer.Seal(request.Contact).Sealed;
            db.Audit(AuditActions.ContactsChanged, $"organisation/{request.OrganisationId}", "desk");
            await db.SaveChangesAsync(cancellationToken);
            return request.Contact;
        }
    }
}
