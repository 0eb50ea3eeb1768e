using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>A person signs out here, or there.</summary>
public static class EndSession
{
    public record Command(Guid Id) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder me) => me
        .MapDelete("/sessions/{sessionId:guid}", async Task<Results<NoContent, NotFound>> (Guid sessionId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(sessionId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Sessions sessions, Caller caller) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            if (caller.PersonId() is not { } id || await sessions.Of(id).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken) is not { } session) return false;

            db.Audit(AuditActions.SessionRevoked, $"session/{session.Id}");
            await sessions.End([session], cancellationToken);
            return true;
        }
    }
}
