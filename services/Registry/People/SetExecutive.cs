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

/// <summary>Says who of an organisation is told of what is grave, and from which severity on.</summary>
public static class SetExecutive
{
    public record Command(Guid OrganisationId, Executive Contact) : IRequest<Executive?>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Contact.Name).NotEmpty().MaximumLength(Person.MaxName).Plain().OverridePropertyName("name");
            RuleFor(c => c.Contact.Email).NotEmpty().OverridePropertyName("email");
            RuleFor(c => c.Contact.Email).MailAddress().OverridePropertyName("email");
            RuleFor(c => c.Contact.Telephone).Telephone().OverridePropertyName("telephone");
            RuleFor(c => c.Contact.NotifyFrom).OneOf(Contacts.Severities).NotNull().OverridePropertyName("notifyFrom");
        }
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPut("/{id:guid}/executive", async Task<Results<Ok<Executive>, NotFound>> (Guid id, Executive contact, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id, contact), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Command, Executive?>
    {
        public async Task<Executive?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.KeptBy(caller).AnyAsync(o => o.Id == request.OrganisationId, cancellationToken)) return null;

            var contacts = await db.LockedContacts(request.OrganisationId, cancellationToken);
            var before = contacts.Executive is { } held ? sealer.Open<Executive>(new SealedText { Sealed = held }) : null;
            if (before?.Email != request.Contact.Email) await db.ForgetTrial(request.OrganisationId, ContactTrial.Executive, cancellationToken);
            contacts.Executive = sealer.Seal(request.Contact).Sealed;
            db.Audit(AuditActions.ContactsChanged, $"organisation/{request.OrganisationId}", "executive");
            await db.SaveChangesAsync(cancellationToken);
            return request.Contact;
        }
    }
}
