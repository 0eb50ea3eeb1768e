using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>
/// For who lost the telephone and the recovery codes: an administrator or manager, who knows the person, lets everything that proves
/// it be forgotten, and a new invitation goes out. Nobody does so for oneself: a stolen ticket would be enough.
/// </summary>
public static class ResetAuthenticator
{
    public record Command(Guid Id) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder people) => people
        .MapPost("/{personId:guid}/authenticator-reset", async Task<Results<NoContent, NotFound>> (Guid personId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(personId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, MailedLinks links, Sessions sessions) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.PeopleKeptBy(caller).AnyAsync(p => p.Id == request.Id, cancellationToken)) return false;

            var person = (await db.LockedPerson(request.Id, cancellationToken))!;
            if (caller.PersonId() == person.Id) throw new RuleViolation("自らの認証アプリは解除できません。他の管理担当者に依頼してください。", "You cannot reset your own authenticator; ask another manager.");
            PeopleRules.RefuseReserved(person, caller);
            if (person.State is not ("active" or "invited")) throw new RuleViolation("無効な利用者です。", "The person is not active.");

            person.ForgetProofs();
            await sessions.EndAll(person, cancellationToken);
            await db.MailedLinks.Where(l => l.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await links.Invite(person, cancellationToken);
            db.Audit(AuditActions.AuthenticatorReset, $"person/{person.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
