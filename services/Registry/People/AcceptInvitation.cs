using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Ceptoar.Registry.People;

/// <summary>Who is invited chooses a password and proves the authenticator with a code; from then on the person can sign in. The recovery codes are shown here alone.</summary>
public static class AcceptInvitation
{
    public const int RecoveryCodes = 10;

    public record Command(string? Token, string? Password, string? Totp) : IRequest<View>;

    public record View(IEnumerable<string> RecoveryCodes);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Token).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Password).NotEmpty();
            RuleFor(c => c.Totp).NotEmpty().MaximumLength(20);
        }
    }

    public static void Map(IEndpointRouteBuilder invitations) => invitations
        .MapPost("/accept", (Command command, IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return mediator.Send(command, ct);
        })
        .LimitAttempts()
        .WithMetadata(new WithoutTransaction());

    public class Handler(RegistryDb db, UserManager<Person> people, MailedLinks links, SecondFactor second, PeopleSealer sealer, TimeProvider clock) : IRequestHandler<Command, View>
    {
        public Task<View> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            var (link, person) = await links.Open(request.Token!, MailedLink.Invitation, cancellationToken);
            PasswordRules.Refuse("password", request.Password!, person, person.DetailsOf(sealer));
            if (person.Authenticator is null) throw new RuleViolation("先に認証アプリを登録してください。", "Set up the authenticator first.");
            if (second.Check(person, request.Totp, recoveryCode: null, clock.GetUtcNow()) is not { } proof) throw SecondFactor.Wrong("totp");

            await people.AddPasswordAsync(person, request.Password!).Done();
            await second.Use(person, proof);
            person.TwoFactorEnabled = true;
            var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes);
            db.Remove(link);
            db.Audit(AuditActions.PersonJoined, $"person/{person.Id}", by: new(person.Id.ToString(), person.OrganisationId));
            await db.SaveChangesAsync(cancellationToken);
            return new View(codes!);
        }, cancellationToken);
    }
}
