using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Surveys;

/// <summary>A sheet with what the caller's organisation, which takes part in the drill, filled in.</summary>
public static class GetSheet
{
    public record Query(Guid DrillId, string Kind) : IRequest<View?>;

    /// <summary><c>Answers</c>: by the question's id; empty until it is filled in.</summary>
    public record View(string Kind, IReadOnlyList<QuestionInput> Questions, IReadOnlyDictionary<string, string[]> Answers, DateTimeOffset? AnsweredAt, bool Open);

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/{id:guid}/sheets/{kind}", async Task<Results<Ok<View>, NotFound>> (Guid id, string kind, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id, kind), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, Caller caller, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            var found = await (
                from participant in db.Participants.AsNoTracking()
                join drill in db.Drills on participant.DrillId equals drill.Id
                join sheet in db.Sheets on drill.CampaignId equals sheet.CampaignId
                where participant.DrillId == request.DrillId && participant.OrganisationId == own && sheet.Kind == request.Kind
                select new { drill, sheet }).SingleOrDefaultAsync(cancellationToken);
            if (found is null) return null;

            var answer = await db.SheetAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.DrillId == request.DrillId && a.OrganisationId == own && a.Kind == request.Kind, cancellationToken);
            return ViewOf(found.sheet, answer, found.drill, clock.GetUtcNow());
        }
    }

    internal static View ViewOf(Sheet sheet, SheetAnswer? answer, Drill drill, DateTimeOffset now) =>
        new(sheet.Kind, [.. sheet.Questions.Select(QuestionInput.Of)], answer?.Answers ?? [], answer?.At, SheetRules.IsOpen(sheet.Kind, drill, now));
}
