using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>
/// A person signs in. Whatever is wrong, the answer and the work are the same: nobody learns who is there, whether a password was
/// right, or that sign-in is locked. The person's row is locked meanwhile, so that guesses at once are counted one by one.
/// </summary>
public static class SignInPerson
{
    public record Command(string Email, string Password, string? Totp, string? RecoveryCode, string? UserAgent) : IRequest<Token?>;

    public enum Outcome
    {
        SignedIn,

        /// <summary>Nobody by this address can sign in.</summary>
        Unknown,
        WrongPassword,
        WrongCode,

        /// <summary>Sign-in is locked; the password was wrong, too.</summary>
        Locked,

        /// <summary>Sign-in is locked for who knows the password, and is told so by mail.</summary>
        LockedForItsOwner,
    }

    public static Outcome Judge(bool known, bool locked, bool password, bool code) => (known, locked, password, code) switch
    {
        (false, _, _, _) => Outcome.Unknown,
        (_, true, true, _) => Outcome.LockedForItsOwner,
        (_, true, false, _) => Outcome.Locked,
        (_, _, false, _) => Outcome.WrongPassword,
        (_, _, _, false) => Outcome.WrongCode,
        _ => Outcome.SignedIn,
    };

    public class Handler(
        RegistryDb db, UserManager<Person> people, DecoyPassword decoy, SecondFactor second, Sessions sessions, AccessTickets tickets, Mailer mailer, PeopleSealer sealer, TimeProvider clock)
        : IRequestHandler<Command, Token?>
    {
        public Task<Token?> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            var now = clock.GetUtcNow();
            var person = await Known(request.Email, cancellationToken);
            var password = await IsRight(person, request.Password);
            var proof = person is null ? null : second.Check(person, request.Totp, request.RecoveryCode, now);
            var outcome = Judge(person is not null, person?.IsLockedOut(now) is true, password, proof is not null);
            if (outcome is not (Outcome.SignedIn or Outcome.WrongPassword or Outcome.WrongCode))
            {
                db.Audit(AuditActions.SignInFailed, person is null ? null : $"person/{person.Id}", $"grant=password reason={outcome}", AuditActor.Unknown);
            }

            switch (outcome)
            {
                case Outcome.SignedIn:
                    await second.Use(person!, proof!);
                    person!.Succeeded();
                    db.Audit(AuditActions.SignInSucceeded, $"person/{person.Id}", "grant=password", new(person.Id.ToString(), person.OrganisationId));
                    var (session, refreshToken) = await sessions.Start(person, request.UserAgent, cancellationToken);
                    return tickets.For(person, person.DetailsOf(sealer).Name, session) with { RefreshToken = refreshToken };
                case Outcome.WrongPassword or Outcome.WrongCode:
                    db.Failed(person!, $"grant=password reason={outcome}", now);
                    return null;
                case Outcome.LockedForItsOwner when !person!.LockoutTold:
                    mailer.Post(person.Email, Letters.LockedOut(person.DetailsOf(sealer).Name, person.LockoutEnd!.Value));
                    person.LockoutTold = true;
                    return null;
                default:
                    return null;
            }
        }, cancellationToken);

        async Task<Person?> Known(string email, CancellationToken ct) =>
            await db.LockedPersonByMail(people.NormalizeEmail(email), ct) is { MaySignIn: true } person && await db.Organisations.AnyAsync(o => o.Id == person.OrganisationId && o.Active, ct) ? person : null;

        async Task<bool> IsRight(Person? person, string password)
        {
            if (person is not null) return await people.CheckPasswordAsync(person, password);

            decoy.Check(people.PasswordHasher, password);
            return false;
        }
    }
}
