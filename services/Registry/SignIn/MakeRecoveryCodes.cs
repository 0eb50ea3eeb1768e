using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Ceptoar.Registry.SignIn;

/// <summary>A person gets new recovery codes, shown here alone, for a code of the authenticator; the old ones count no more, and every session ends.</summary>
public static class MakeRecoveryCodes
{
    public record Command(string? Totp) : IRequest<Made>;

    public record View(IEnumerable<string> RecoveryCodes);

    /// <summary>The codes, or why there are none.</summary>
    public record Made(View? View, bool WrongCode = false);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Totp).NotEmpty().MaximumLength(20);
    }

    public static void Map(IEndpointRouteBuilder me) => me
        .MapPost("/recovery-codes", async Task<Results<Ok<View>, NotFound>> (Command command, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await mediator.Send(command, ct) switch
            {
                { View: { } view } => TypedResults.Ok(view),
                { WrongCode: true } => throw SecondFactor.Wrong("totp"),
                _ => TypedResults.NotFound(),
            };
        })
        .WithMetadata(new WithoutTransaction()); // a wrong code must be counted, and no answer kept

    public class Handler(RegistryDb db, Caller caller, UserManager<Person> people, SecondFactor second, Sessions sessions, TimeProvider clock) : IRequestHandler<Command, Made>
    {
        public Task<Made> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            if (caller.PersonId() is not { } id || await db.LockedPerson(id, cancellationToken) is not { MaySignIn: true } person) return new Made(View: null);

            var now = clock.GetUtcNow();
            if (person.IsLockedOut(now)) return new(View: null, WrongCode: true);
            if (second.Check(person, request.Totp, recoveryCode: null, now) is not { } proof)
            {
                db.Failed(person, "grant=recoveryCodes", now);
                return new(View: null, WrongCode: true);
            }

            await second.Use(person, proof);
            person.Succeeded();
            var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, AcceptInvitation.RecoveryCodes);
            db.Audit(AuditActions.RecoveryCodesMade, $"person/{person.Id}");
            await sessions.EndAll(person, cancellationToken);
            return new(new View(codes!));
        }, cancellationToken);
    }
}
