using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Mails the invitation once more, to who has not accepted yet; the link from before counts no more.</summary>
public static class InviteAgain
{
    public record Command(Guid Id) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder people) => people
        .MapPost("/{personId:guid}/invitation", async Task<Results<NoContent, NotFound>> (Guid personId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(personId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, MailedLinks links) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.PeopleKeptBy(caller).AnyAsync(p => p.Id == request.Id, cancellationToken)) return false;

            var person = (await db.LockedPerson(request.Id, cancellationToken))!;
            if (person.State != "invited") throw new RuleViolation("既に招待に応じた利用者か、無効な利用者です。", "The person has accepted already, or is not active.");

            person.ForgetProofs(); // whoever looked at the first link may know the authenticator's key
            await links.Invite(person, cancellationToken);
            db.Audit(AuditActions.PersonInvited, $"person/{person.Id}", "again");
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
