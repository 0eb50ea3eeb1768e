using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>An administrator brings in anyone's people, a manager those of the own organisation: they get a mail with a link, and sign in once they have accepted.</summary>
public static class InvitePerson
{
    public record Command : IPersonInput, IRequest<GetPerson.View>
    {
        public Guid? OrganisationId { get; init; }
        public string? Email { get; init; }
        public string? Name { get; init; }
        public string? NameEn { get; init; }
        public string? Duty { get; init; }
        public string? DutyEn { get; init; }
        public string[]? Roles { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator(RegistryDb db, Caller caller)
        {
            this.Details();
            RuleFor(c => c.OrganisationId).NotNull();
            RuleFor(c => c.Email).NotEmpty().MailAddress();
            RuleFor(c => c).CustomAsync(async (command, context, ct) =>
            {
                if (command.OrganisationId is not { } id) return;

                if (!await db.PeopledBy(caller).AnyAsync(o => o.Id == id && o.Active, ct))
                {
                    context.AddFailure("organisationId", Problems.Say("利用者を登録できる、有効な組織を指定してください。", "Must be an active organisation whose people you keep."));
                    return;
                }

                await db.CheckRoles(id, command.Roles ?? [], [], caller, context, ct);
            });
        }
    }

    public static void Map(IEndpointRouteBuilder people) => people
        .MapPost("/", async Task<Created<GetPerson.View>> (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var view = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/people/{view.Id}", view);
        });

    public class Handler(RegistryDb db, UserManager<Person> people, MailedLinks links, PeopleSealer sealer, TimeProvider clock) : IRequestHandler<Command, GetPerson.View>
    {
        public async Task<GetPerson.View> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneKeeperAtATime(cancellationToken);
            if (await people.FindByEmailAsync(request.Email!) is not null)
            {
                throw new RuleViolation("このメールアドレスは使用できません。", "This mail address cannot be used.");
            }

            var person = new Person
            {
                Id = Guid.NewGuid(),
                OrganisationId = request.OrganisationId!.Value,
                Email = request.Email,
                Details = sealer.Seal(request.Details()).Sealed,
                Roles = [.. request.Roles!.Distinct()],
                CreatedAt = clock.GetUtcNow(),
            };
            await people.CreateAsync(person).Done();
            await links.Invite(person, cancellationToken);
            db.Audit(AuditActions.PersonInvited, $"person/{person.Id}", $"organisation={person.OrganisationId} roles={string.Join('+', person.Roles)}");
            await db.SaveChangesAsync(cancellationToken);
            return GetPerson.View.Of(person, sealer);
        }
    }

    /// <summary>Identity reports what it could not do instead of throwing; nothing is known that it could not do here.</summary>
    public static async Task Done(this Task<IdentityResult> work)
    {
        var result = await work;
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
    }
}
