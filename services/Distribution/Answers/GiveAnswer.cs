using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Reciprocity;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Answers;

/// <summary>A recipient says whether it is affected and whether the advisory was of use; a later answer counts instead of an earlier one.</summary>
public static class GiveAnswer
{
    /// <param name="Affected">yes, no or investigating.</param>
    /// <param name="Useful">Of use for the own measures or not.</param>
    /// <param name="Comment">For the author and the centre; at most 2000 characters.</param>
    public record Command(string? Affected, bool? Useful, string? Comment) : IRequest<View?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    public record View(int Version, string Affected, bool? Useful, string? Comment, DateTimeOffset AnsweredAt)
    {
        public static View Of(Answer answer) => new(answer.Version, answer.Affected, answer.Useful, answer.Comment, answer.AnsweredAt);
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Affected).NotNull().OneOf(Answer.Affecteds);
            RuleFor(c => c.Comment).MaximumLength(2_000).Readable();
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/answers", async Task<Results<Created<View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } view ? TypedResults.Created($"/api/advisories/{id}/answers", view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await reading.Find(request.AdvisoryId, caller, cancellationToken) is not { Advisory: var advisory, Row.MailboxId: var mailbox }) return null;

            RefuseRecalled(advisory);
            var answer = new Answer
            {
                AdvisoryId = advisory.Id,
                Version = advisory.Version,
                MailboxId = mailbox,
                Affected = request.Affected!,
                Useful = request.Useful,
                Comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment,
                AnsweredAt = clock.GetUtcNow(),
            };
            db.Answers.Add(answer);
            db.Audit(AuditActions.AnswerGiven, $"advisory/{advisory.Id}", $"affected={answer.Affected}");
            await db.SaveChangesAsync(cancellationToken);
            await db.NoteReach([advisory.Id], cancellationToken);
            return View.Of(answer);
        }
    }

    /// <exception cref="RuleViolation">It was recalled.</exception>
    internal static void RefuseRecalled(Advisory advisory)
    {
        if (advisory.State == Advisory.Recalled) throw new RuleViolation("この情報提供は撤回されています。", "This advisory was recalled.");
    }
}
