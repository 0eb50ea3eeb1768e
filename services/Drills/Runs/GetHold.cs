using Ceptoar.Hosting.Http;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>Whether all drills are stopped, since when and why.</summary>
public static class GetHold
{
    public record Query : IRequest<View>;

    /// <summary><c>Since</c> and <c>Reason</c> are null where drills begin at their time.</summary>
    public record View(bool Held, DateTimeOffset? Since, string? Reason);

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/hold", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(DrillsDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken) =>
            await db.Holds.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } hold
                ? new(Held: true, hold.Since, Problems.Say(hold.ReasonJa, hold.ReasonEn))
                : new(Held: false, Since: null, Reason: null);
    }
}
