using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Ceptoar.Registry.SignIn;

/// <summary>
/// The mailed link and a second factor give a new password, lift a lock-out and end every session. Wrong codes count as at sign-in;
/// while sign-in is locked a recovery code alone helps, for six digits could be guessed with link after link.
/// </summary>
public static class RedeemPasswordReset
{
    public record Command(string? Token, string? Password, string? Totp, string? RecoveryCode) : IRequest<bool>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Token).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Password).NotEmpty();
            RuleFor(c => c.Totp).MaximumLength(20);
            RuleFor(c => c.RecoveryCode).MaximumLength(50);
            RuleFor(c => c.Totp).NotEmpty().When(c => string.IsNullOrEmpty(c.RecoveryCode))
                .WithMessage(_ => Problems.Say("認証アプリのコードまたは回復コードを指定してください。", "Give the code of your authenticator app, or a recovery code."));
        }
    }

    public static void Map(IEndpointRouteBuilder resets) => resets
        .MapPost("/redeem", async (Command command, IMediator mediator, CancellationToken ct) => await mediator.Send(command, ct)
            ? TypedResults.NoContent()
            : throw SecondFactor.Wrong(string.IsNullOrEmpty(command.RecoveryCode) ? "totp" : "recoveryCode"))
        .LimitAttempts()
        .WithMetadata(new WithoutTransaction()); // a wrong code must be counted

    public class Handler(RegistryDb db, UserManager<Person> people, MailedLinks links, SecondFactor second, Sessions sessions, Mailer mailer, PeopleSealer sealer, TimeProvider clock)
        : IRequestHandler<Command, bool>
    {
        public Task<bool> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            var (link, person) = await links.Open(request.Token!, MailedLink.Reset, cancellationToken);
            var (details, now) = (person.DetailsOf(sealer), clock.GetUtcNow());
            PasswordRules.Refuse("password", request.Password!, person, details);
            var locked = person.IsLockedOut(now);
            if (second.Check(person, locked ? null : request.Totp, request.RecoveryCode, now) is not { } proof)
            {
                if (locked) db.Audit(AuditActions.SignInFailed, $"person/{person.Id}", "grant=reset reason=Locked", AuditActor.Unknown);
                else db.Failed(person, "grant=reset", now);
                return false;
            }

            await second.Use(person, proof);
            await people.RemovePasswordAsync(person).Done();
            await people.AddPasswordAsync(person, request.Password!).Done();
            person.Succeeded();
            db.Remove(link);
            db.Audit(AuditActions.PasswordChanged, $"person/{person.Id}", "reset", by: new(person.Id.ToString(), person.OrganisationId));
            await sessions.EndAll(person, cancellationToken);
            mailer.Post(person.Email, Letters.PasswordChanged(details.Name));
            return true;
        }, cancellationToken);
    }
}
