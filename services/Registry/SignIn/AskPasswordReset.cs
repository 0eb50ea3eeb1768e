using Ceptoar.Hosting.Http;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>Mails a link for a new password, once a minute at most. The answer is always the same, and so is the work: where there is nobody to mail to, a mail goes nowhere.</summary>
public static class AskPasswordReset
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public record Command(string? Email) : IRequest<Unit>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).NotEmpty().MaximumLength(Person.MaxEmail).Plain();
    }

    public static void Map(IEndpointRouteBuilder resets) => resets
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command, ct);
            return TypedResults.Accepted((string?)null);
        })
        .LimitAttempts()
        .WithMetadata(new WithoutTransaction());

    public class Handler(RegistryDb db, UserManager<Person> people, MailedLinks links, Mailer mailer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            var since = clock.GetUtcNow() - Pause;
            var person = await db.LockedPersonByMail(people.NormalizeEmail(request.Email!), cancellationToken);
            var id = person?.Id ?? Guid.Empty;
            var again = await db.MailedLinks.AnyAsync(l => l.PersonId == id && l.Purpose == MailedLink.Reset && l.CreatedAt > since, cancellationToken);
            if (person is { MaySignIn: true } && !again) await links.Reset(person, cancellationToken);
            else mailer.Post(to: null, Letters.Reset(request.Email!, Client.NewSecret(), since));
            return Unit.Value;
        }, cancellationToken);
    }
}
