using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Questions;

/// <summary>The reporter answers a recipient's question through the hub, in one of its sentences, and is "source" to whoever reads it. A later answer takes the place of an earlier one.</summary>
public static class AnswerQuestion
{
    static readonly string[] Answers = [.. Taxonomy.SourceAnswers.Select(s => s.Value)];

    /// <param name="Answer">A code of <see cref="Taxonomy.SourceAnswers"/>.</param>
    public record Command(string? Answer) : IRequest<Receipt?>
    {
        internal Guid ReportId { get; init; }

        internal Guid QuestionId { get; init; }
    }

    public record Receipt(Guid QuestionId, string Answer, DateTimeOffset AnsweredAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answer).NotNull().OneOf(Answers);
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/questions/{questionId:guid}/answer", async Task<Results<Ok<Receipt>, NotFound>> (Guid id, Guid questionId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id, QuestionId = questionId }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            // the lock of the report also orders two answers to one question
            var report = await db.LockReport(request.ReportId, cancellationToken);
            if (report is null || !report.OwnerKey.AsSpan().SequenceEqual(ownerKey.Of(caller.OrganisationId))) return null;
            if (await db.Questions.SingleOrDefaultAsync(q => q.QuestionId == request.QuestionId && q.SourceId == report.SourceId, cancellationToken) is not { } question) return null;

            if (question.Say(request.Answer!, clock.GetUtcNow()))
            {
                db.Publish(new QuestionAnswered { QuestionId = question.QuestionId, SourceId = question.SourceId, Version = question.Version, Answer = question.Answer! });
                db.AuditOwnReport(AuditActions.QuestionAnswered, report.Id, $"question={question.QuestionId} answer={question.Answer}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return new(question.QuestionId, question.Answer!, question.AnsweredAt!.Value);
        }
    }
}
