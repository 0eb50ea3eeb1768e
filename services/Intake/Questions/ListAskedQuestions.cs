using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Ceptoar.Intake.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Questions;

/// <summary>What recipients of the advisory made from a report ask its reporter back, newest first, at most 500; and the sentences it may answer in.</summary>
public static class ListAskedQuestions
{
    const int Most = 500;

    public record Query(Guid ReportId) : IRequest<View?>;

    public record View(IReadOnlyList<Item> Items, IReadOnlyList<Sentence> Sentences);

    /// <summary>Number: the advisory's. Answer: code of the sentence that was answered, null while it waits.</summary>
    public record Item(Guid Id, string Number, string Text, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt);

    public record Sentence(string Code, string Text);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/questions", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(IntakeDb db, OriginalReading originals) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await originals.Find(request.ReportId, cancellationToken) is not { } report || !originals.IsOwn(report)) return null;

            var items = await db.Questions.AsNoTracking().Where(q => q.SourceId == report.SourceId).OrderByDescending(q => q.AskedAt).ThenBy(q => q.QuestionId).Take(Most)
                .Select(q => new Item(q.QuestionId, q.Number, q.Text, q.AskedAt, q.Answer, q.AnsweredAt)).ToListAsync(cancellationToken);
            return new(items, [.. Taxonomy.SourceAnswers.Select(s => new Sentence(s.Value, Problems.Say(s.Ja, s.En)))]);
        }
    }
}
