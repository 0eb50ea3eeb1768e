using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>Where the caller is signed in, the last used first. A system has no sessions.</summary>
public static class ListSessions
{
    public record Query : IRequest<Page<View>>;

    /// <summary><c>Current</c>: the one this call is made with.</summary>
    public record View(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, string Agent, bool Current);

    public static void Map(IEndpointRouteBuilder me) => me.MapGet("/sessions", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(Sessions sessions, Caller caller) : IRequestHandler<Query, Page<View>>
    {
        public async Task<Page<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.PersonId() is { } id ? await sessions.Of(id).AsNoTracking().OrderByDescending(s => s.LastUsedAt).ToListAsync(cancellationToken) : [];
            return Paging.Whole(own.Select(s => new View(s.Id, s.CreatedAt, s.LastUsedAt, s.ExpiresAt, s.Agent, s.Id.ToString() == caller.Session)));
        }
    }
}
