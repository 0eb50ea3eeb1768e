using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Ceptoar.Registry.SignIn;

/// <summary>A person changes the own password and is signed out everywhere, here too. A wrong present password counts as at sign-in.</summary>
public static class ChangePassword
{
    public record Command(string? Current, string? Password) : IRequest<Outcome>;

    public enum Outcome
    {
        Changed,
        NoPerson,
        WrongPassword,
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).NotEmpty().MaximumLength(PasswordRules.Max);
            RuleFor(c => c.Password).NotEmpty();
        }
    }

    public static void Map(IEndpointRouteBuilder me) => me
        .MapPut("/password", async Task<Results<NoContent, NotFound>> (Command command, IMediator mediator, CancellationToken ct) => await mediator.Send(command, ct) switch
        {
            Outcome.Changed => TypedResults.NoContent(),
            Outcome.NoPerson => TypedResults.NotFound(),
            _ => throw new ValidationException([new("current", Problems.Say("現在のパスワードが正しくありません。", "The present password is wrong."))]),
        })
        .WithMetadata(new WithoutTransaction()); // a wrong password must be counted

    public class Handler(RegistryDb db, Caller caller, UserManager<Person> people, Sessions sessions, Mailer mailer, PeopleSealer sealer, TimeProvider clock) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            if (caller.PersonId() is not { } id || await db.LockedPerson(id, cancellationToken) is not { MaySignIn: true } person) return Outcome.NoPerson;

            var (details, now) = (person.DetailsOf(sealer), clock.GetUtcNow());
            PasswordRules.Refuse("password", request.Password!, person, details);
            if (person.IsLockedOut(now)) return Outcome.WrongPassword;
            if (!await people.CheckPasswordAsync(person, request.Current!))
            {
                db.Failed(person, "grant=passwordChange", now);
                return Outcome.WrongPassword;
            }

            await people.RemovePasswordAsync(person).Done();
            await people.AddPasswordAsync(person, request.Password!).Done();
            person.Succeeded();
            db.Audit(AuditActions.PasswordChanged, $"person/{person.Id}");
            await sessions.EndAll(person, cancellationToken);
            mailer.Post(person.Email, Letters.PasswordChanged(details.Name));
            return Outcome.Changed;
        }, cancellationToken);
    }
}
