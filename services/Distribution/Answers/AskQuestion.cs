using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Answers;

/// <summary>A recipient asks back: the reporters of an advisory's sources, who learn the question and never who asked, or its author.</summary>
public static class AskQuestion
{
    /// <summary>How many questions of one recipient to one advisory may wait for a reply.</summary>
    public const int MostWaiting = 10;

    public record Command(string? Text) : IRequest<Receipt?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    public record Receipt(Guid Id, DateTimeOffset AskedAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).IsSaid();
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/questions", async Task<Results<Created<Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } receipt ? TypedResults.Created($"/api/advisories/{id}/questions", receipt) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await reading.Find(request.AdvisoryId, caller, cancellationToken) is not { Advisory: var advisory, Row.MailboxId: var mailbox }) return null;

            GiveAnswer.RefuseRecalled(advisory);
            var waiting = await db.Questions.CountAsync(
                q => q.AdvisoryId == advisory.Id && q.MailboxId == mailbox && !db.Replies.Any(r => r.QuestionId == q.Id && r.SaidBy != QuestionReply.Asker), cancellationToken);
            if (waiting >= MostWaiting) throw new RuleViolation($"回答待ちの質問は {MostWaiting} 件までです。", $"At most {MostWaiting} questions may wait for a reply.");

            var question = new Question { Id = Guid.NewGuid(), AdvisoryId = advisory.Id, MailboxId = mailbox, Text = request.Text!, AskedAt = clock.GetUtcNow() };
            db.Questions.Add(question);
            var sources = await db.Sources.Where(s => s.AdvisoryId == advisory.Id).Select(s => s.SourceId).Order().ToArrayAsync(cancellationToken);
            if (sources.Length > 0)
            {
                db.Publish(new QuestionAsked { QuestionId = question.Id, AdvisoryId = advisory.Id, Number = advisory.Number, SourceIds = sources, Text = question.Text, AskedAt = question.AskedAt });
            }

            db.Audit(AuditActions.QuestionAsked, $"advisory/{advisory.Id}", $"question={question.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return new(question.Id, question.AskedAt);
        }
    }

    /// <summary>Some words, at most 2000 characters.</summary>
    internal static IRuleBuilderOptions<T, string?> IsSaid<T>(this IRuleBuilder<T, string?> text) => text
        .Must(t => !string.IsNullOrWhiteSpace(t) && t.Length <= 2_000 && !t.Contains('\0'))
        .WithMessage(_ => Problems.Say("2000 字以内で記入してください。", "Say it in at most 2000 characters."));
}
