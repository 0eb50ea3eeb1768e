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

/// <summary>How recipients answered: to each of them counts and its own answer; to the author's side and the centre also what was said.</summary>
public static class ListAnswers
{
    public record Query(Guid AdvisoryId, string? After, int? Limit) : IRequest<View?>;

    /// <summary><c>Items</c>, those that count, are null for whom they are not; <c>Mine</c> where the own organisation gave none.</summary>
    public record View(Counts Counts, GiveAnswer.View? Mine, IReadOnlyList<Item>? Items, string? Next);

    /// <summary>The newest answers counted. Null: a few, one or two, which are told exactly to those alone who may read the reach.</summary>
    public record Counts(int? Yes, int? No, int? Investigating, int? Useful, int? NotUseful);

    /// <summary>The organisation is null for whom it may not be named to.</summary>
    public record Item(Guid? OrganisationId, string? Name, int Version, string Affected, bool? Useful, string? Comment, DateTimeOffset AnsweredAt);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/answers", async Task<Results<Ok<View>, NotFound>> (Guid id, string? after, int? limit, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id, after, limit), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            if (await reading.Shown(request.AdvisoryId, caller, cancellationToken) is not { } advisory) return null;

            var newest = db.Answers.AsNoTracking().Newest(advisory.Id);
            var counted = await newest.GroupBy(a => new { a.Affected, a.Useful }).Select(g => new { g.Key.Affected, g.Key.Useful, Count = g.Count() }).ToListAsync(cancellationToken);
            var exact = AnswerRules.SeesExactCounts(caller);
            var counts = new Counts(Affected("yes"), Affected("no"), Affected("investigating"), Useful(true), Useful(false));
            var own = AnswerRules.MailboxesOf(caller);
            var mine = await newest.Where(a => own.Contains(a.MailboxId)).OrderByDescending(a => a.Position).FirstOrDefaultAsync(cancellationToken);
            var (items, next) = await Items(advisory, newest, request, cancellationToken);
            return new(counts, mine is null ? null : GiveAnswer.View.Of(mine), items, next);

            int? Affected(string affected) => AnswerRules.Told(counted.Where(c => c.Affected == affected).Sum(c => c.Count), exact);

            int? Useful(bool useful) => AnswerRules.Told(counted.Where(c => c.Useful == useful).Sum(c => c.Count), exact);
        }

        async Task<(IReadOnlyList<Item>? Items, string? Next)> Items(Advisory advisory, IQueryable<Answer> newest, Query request, CancellationToken ct)
        {
            var now = await directory.Now(ct);
            if (!AnswerRules.SeesTexts(advisory, caller, now)) return (null, null);

            var page = await (Paging.Position(request.After) is { } after ? newest.Where(a => a.Position > after).OrderBy(a => a.Position) : newest.OrderByDescending(a => a.Position))
                .Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(ct);
            return ([.. page.Select(ItemOf)], page.Count == 0 ? request.After : Paging.Cursor(page.Max(a => a.Position)));

            Item ItemOf(Answer a) => NameRules.MayName(caller.OrganisationId, a.MailboxId, now) && now.Organisations.TryGetValue(a.MailboxId, out var organisation)
                ? new(organisation.Id, organisation.Name, a.Version, a.Affected, a.Useful, a.Comment, a.AnsweredAt)
                : new(OrganisationId: null, Name: null, a.Version, a.Affected, a.Useful, a.Comment, a.AnsweredAt);
        }
    }
}
