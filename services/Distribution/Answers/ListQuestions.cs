using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Answers;

/// <summary>The threads under an advisory: the own ones; all of them for the author's side and the centre; to everyone how many there are.</summary>
public static class ListQuestions
{
    public record Query(Guid AdvisoryId, string? After, int? Limit) : IRequest<View?>;

    public record View(Counts Counts, IReadOnlyList<Thread> Items, string? Next);

    /// <summary>Null: a few, as with answers.</summary>
    public record Counts(int? Asked, int? Replied);

    /// <summary>The asker is null for whom it may not be named to.</summary>
    public record Thread(Guid Id, bool Mine, Guid? OrganisationId, string? Name, string Text, DateTimeOffset AskedAt, IReadOnlyList<Reply> Replies);

    /// <summary>SaidBy: asker, author or source. Code: which of the hub's sentences a source chose. Of a source's reply At is the hour.</summary>
    public record Reply(string SaidBy, string? Code, string Text, DateTimeOffset At);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/questions", async Task<Results<Ok<View>, NotFound>> (Guid id, string? after, int? limit, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id, after, limit), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            if (await reading.Shown(request.AdvisoryId, caller, cancellationToken) is not { } advisory) return null;

            var own = AnswerRules.MailboxesOf(caller);
            var now = await directory.Now(cancellationToken);
            var asked = db.Questions.AsNoTracking().Where(q => q.AdvisoryId == advisory.Id);
            var exact = AnswerRules.SeesExactCounts(caller);
            var counts = new Counts(
                AnswerRules.Told(await asked.CountAsync(cancellationToken), exact),
                AnswerRules.Told(await asked.CountAsync(q => db.Replies.Any(r => r.QuestionId == q.Id && r.SaidBy != QuestionReply.Asker), cancellationToken), exact));

            var shown = AnswerRules.SeesTexts(advisory, caller, now) ? asked : asked.Where(q => own.Contains(q.MailboxId));
            var page = await (Paging.Position(request.After) is { } after ? shown.Where(q => q.Position > after).OrderBy(q => q.Position) : shown.OrderByDescending(q => q.Position))
                .Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);
            var ids = page.Select(q => q.Id).ToArray();
            var replies = (await db.Replies.AsNoTracking().Where(r => ids.Contains(r.QuestionId)).OrderBy(r => r.Position).ToListAsync(cancellationToken)).ToLookup(r => r.QuestionId);
            return new(counts, [.. page.Select(ThreadOf)], page.Count == 0 ? request.After : Paging.Cursor(page.Max(q => q.Position)));

            Thread ThreadOf(Question q)
            {
                var asker = own.Contains(q.MailboxId) || NameRules.MayName(caller.OrganisationId, q.MailboxId, now) ? now.Organisations.GetValueOrDefault(q.MailboxId) : null;
                return new(q.Id, own.Contains(q.MailboxId), asker?.Id, asker?.Name, q.Text, q.AskedAt, [.. replies[q.Id].Select(ReplyOf)]);
            }
        }

        static Reply ReplyOf(QuestionReply reply) => reply.SourceAnswer is { } code && Taxonomy.SourceAnswers.Of(code) is var sentence
            ? new(reply.SaidBy, sentence.Value, Problems.Say(sentence.Ja, sentence.En), reply.SaidAt)
            : new(reply.SaidBy, Code: null, reply.Text ?? "", reply.SaidAt);
    }
}
