using Ceptoar.Hosting;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Drills.Runs;

/// <summary>The centre begins a drill now. What its text lacks is named by field.</summary>
public static class StartDrill
{
    public record Command(Guid DrillId) : IRequest<GetDrill.View?>;

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPost("/{id:guid}/start", async Task<Results<Ok<GetDrill.View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillDesk desk, Starting starting) : IRequestHandler<Command, GetDrill.View?>
    {
        public async Task<GetDrill.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await desk.Conducted(request.DrillId, cancellationToken) is not { } drill) return null;

            drill.RefuseUnlessPlanned();
            return await starting.Start(drill, cancellationToken) switch
            {
                null => await desk.Look(drill.Id, cancellationToken),
                { Fields: { Count: > 0 } fields } => throw new ValidationException([.. fields.Select(f => new ValidationFailure(f, StartRules.Message()))]),
                var obstacle => throw new RuleViolation(obstacle.Ja, obstacle.En),
            };
        }
    }
}
