using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>A person signs out everywhere but here.</summary>
public static class EndOtherSessions
{
    public record Command : IRequest<Unit>;

    public static void Map(IEndpointRouteBuilder me) => me
        .MapDelete("/sessions", async (IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new Command(), ct);
            return TypedResults.NoContent();
        });

    public class Handler(RegistryDb db, Sessions sessions, Caller caller) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (caller.PersonId() is not { } id) return Unit.Value;

            var current = Guid.TryParse(caller.Session, out var session) ? session : Guid.Empty;
            db.Audit(AuditActions.SessionRevoked, $"person/{id}", "others");
            await sessions.End(await sessions.Of(id).Where(s => s.Id != current).ToListAsync(cancellationToken), cancellationToken);
            return Unit.Value;
        }
    }
}
