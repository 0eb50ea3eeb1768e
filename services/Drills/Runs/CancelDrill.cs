using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Drills.Runs;

/// <summary>The centre calls off a drill before it began; its day is free again.</summary>
public static class CancelDrill
{
    public record Command(Guid DrillId) : IRequest<GetDrill.View?>;

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPost("/{id:guid}/cancellation", async Task<Results<Ok<GetDrill.View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillDesk desk, Ending ending) : IRequestHandler<Command, GetDrill.View?>
    {
        public async Task<GetDrill.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await desk.Conducted(request.DrillId, cancellationToken) is not { } drill) return null;

            await ending.Cancel(drill, why: null, cancellationToken);
            return await desk.Look(drill.Id, cancellationToken);
        }
    }
}
