using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Answers;

/// <summary>
/// The thread of a question to the author goes on: by the author's organisation or by who asked. Where a report stands behind the
/// advisory its reporter answers, through the hub (Intake's <c>/api/reports/{id}/questions</c>).
/// </summary>
public static class ReplyToQuestion
{
    public record Command(string? Text) : IRequest<Receipt?>
    {
        internal Guid AdvisoryId { get; init; }

        internal Guid QuestionId { get; init; }
    }

    public record Receipt(Guid QuestionId, string SaidBy, DateTimeOffset At);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).IsSaid();
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/questions/{questionId:guid}/replies", async Task<Results<Created<Receipt>, NotFound>> (Guid id, Guid questionId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id, QuestionId = questionId }, ct) is { } receipt ? TypedResults.Created($"/api/advisories/{id}/questions", receipt) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await reading.Shown(request.AdvisoryId, caller, cancellationToken) is not { } advisory) return null;
            if (await db.Questions.AsNoTracking().SingleOrDefaultAsync(q => q.Id == request.QuestionId && q.AdvisoryId == advisory.Id, cancellationToken) is not { } question) return null;

            var isAsker = AnswerRules.MailboxesOf(caller).Contains(question.MailboxId);
            if (!isAsker && !AnswerRules.SeesTexts(advisory, caller, await directory.Now(cancellationToken))) return null;
            if (await db.Sources.AnyAsync(s => s.AdvisoryId == advisory.Id, cancellationToken))
            {
                throw new RuleViolation("情報連絡に基づく情報提供への質問には、情報の提供元が答えます。", "Of an advisory made from reports, their sources answer the questions.");
            }

            if (!isAsker && !AnswerRules.IsAuthor(advisory, caller.OrganisationId)) return null;

            var reply = new QuestionReply { QuestionId = question.Id, SaidBy = isAsker ? QuestionReply.Asker : QuestionReply.Author, Text = request.Text, SaidAt = clock.GetUtcNow() };
            db.Replies.Add(reply);
            db.Audit(AuditActions.QuestionReplied, $"advisory/{advisory.Id}", $"question={question.Id} by={reply.SaidBy}");
            await db.SaveChangesAsync(cancellationToken);
            return new(question.Id, reply.SaidBy, reply.SaidAt);
        }
    }
}
