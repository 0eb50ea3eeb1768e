using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>An administrator or manager removes a person: signed out at once, the mail address and all that proves who it is erased, the name kept for history.</summary>
public static class RemovePerson
{
    public record Command(Guid Id) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder people) => people
        .MapDelete("/{personId:guid}", async Task<Results<NoContent, NotFound>> (Guid personId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(personId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, Sessions sessions, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneKeeperAtATime(cancellationToken);
            if (!await db.PeopleKeptBy(caller).AnyAsync(p => p.Id == request.Id, cancellationToken)) return false;

            var person = (await db.LockedPerson(request.Id, cancellationToken))!;
            PeopleRules.RefuseReserved(person, caller);
            await db.RefuseLastOnesLeaving(person, staying: [], caller, cancellationToken);

            person.Remove(clock.GetUtcNow());
            await sessions.EndAll(person, cancellationToken);
            await db.MailedLinks.Where(l => l.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await db.RosterEntries.Where(e => e.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await db.RosterAbsences.Where(a => a.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
            db.Audit(AuditActions.PersonRemoved, $"person/{person.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
