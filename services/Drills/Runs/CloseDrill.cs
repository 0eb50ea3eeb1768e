using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Drills.Runs;

/// <summary>The centre closes a drill before its time is over.</summary>
public static class CloseDrill
{
    public record Command(Guid DrillId) : IRequest<GetDrill.View?>;

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPost("/{id:guid}/close", async Task<Results<Ok<GetDrill.View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillDesk desk, Ending ending) : IRequestHandler<Command, GetDrill.View?>
    {
        public async Task<GetDrill.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await desk.Conducted(request.DrillId, cancellationToken) is not { } drill) return null;

            await ending.Close(drill, cancellationToken);
            return await desk.Look(drill.Id, cancellationToken);
        }
    }
}
