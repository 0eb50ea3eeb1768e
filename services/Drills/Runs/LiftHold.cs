using Ceptoar.Hosting.Audit;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>What was real is over: from now on drills begin at their time again. What was called off meanwhile stays so. Lifting twice changes nothing.</summary>
public static class LiftHold
{
    public record Command : IRequest<GetHold.View>;

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapDelete("/hold", (IMediator mediator, CancellationToken ct) => mediator.Send(new Command(), ct));

    public class Handler(DrillsDb db) : IRequestHandler<Command, GetHold.View>
    {
        public async Task<GetHold.View> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({StopDrills.Turn})", cancellationToken);
            if (await db.Holds.SingleOrDefaultAsync(cancellationToken) is { } hold)
            {
                db.Holds.Remove(hold);
                db.Audit(AuditActions.DrillsResumed, "drills");
                await db.SaveChangesAsync(cancellationToken);
            }

            return new(Held: false, Since: null, Reason: null);
        }
    }
}
