using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Intake.Drafts;

/// <summary>Destroys a draft that is not needed.</summary>
public static class DropReportDraft
{
    public record Command(Guid Id) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder drafts) => drafts
        .MapDelete("/{draftId:guid}", async Task<Results<NoContent, NotFound>> (Guid draftId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(draftId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(ReportDrafts drafts) : IRequestHandler<Command, bool>
    {
        public Task<bool> Handle(Command request, CancellationToken cancellationToken) => drafts.Destroy(request.Id, cancellationToken);
    }
}
