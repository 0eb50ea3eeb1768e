using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>Something real happened: the centre stops all running drills at once, and participants are told why. None begins until a person lifts it (<see cref="LiftHold"/>); it works also where nothing runs.</summary>
public static class StopDrills
{
    /// <summary>Who begins a drill shares this lock, who stops all has it alone: a drill under way to begin is waited for, and stopped.</summary>
    internal const long Turn = 0x44_52_49_4c_4c;

    public record Command(Wording? Reason) : IRequest<View>;

    public record View(int Stopped);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Says();
            RuleFor(c => c.Reason).AtMost(500);
        }
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPost("/stop", (Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));

    // the ticket's role is enough here: a service whose directory is not filled yet must stop all the same
    public class Handler(DrillsDb db, Ending ending, TimeProvider clock) : IRequestHandler<Command, View>
    {
        public async Task<View> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turn})", cancellationToken);
            var running = await db.Drills.FromSql($"select * from drill where state = {Drill.Running} order by id for update").ToListAsync(cancellationToken);
            await Hold(request.Reason!, cancellationToken);
            await ending.Stop(running, request.Reason!, cancellationToken);
            return new(running.Count);
        }

        /// <summary>Said again, it gives another reason.</summary>
        async Task Hold(Wording reason, CancellationToken ct)
        {
            var (ja, en) = reason.InBoth();
            if (await db.Holds.SingleOrDefaultAsync(ct) is { } held) (held.ReasonJa, held.ReasonEn) = (ja, en);
            else db.Holds.Add(new() { ReasonJa = ja, ReasonEn = en, Since = clock.GetUtcNow() });
            db.Audit(AuditActions.DrillsHeld, "drills");
            await db.SaveChangesAsync(ct);
        }
    }
}
