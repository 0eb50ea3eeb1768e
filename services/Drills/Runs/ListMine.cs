using Ceptoar.Drills.Surveys;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>The drills that the caller's organisation takes part in or is chosen for: newest first, or what came after a number, oldest first.</summary>
public static class ListMine
{
    public record Query(string? After, int? Limit) : IRequest<Page<Item>>;

    /// <summary><c>Title</c>: the campaign's. <c>StartsAt</c>: of an unannounced one null until it began. <c>Answered</c>: whether the answering report of a two-way drill came. <c>StopReason</c>: why it was stopped, or called off, in the caller's language; null unless it was.</summary>
    public record Item(
        Guid Id, string Ceptoar, string Title, string State, bool Announced, DateTimeOffset? StartsAt, Window? Window, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
        string? StopReason, bool TwoWay, Guid? AdvisoryId, bool Answered, IReadOnlyList<SheetState> Sheets);

    /// <summary>Whether a sheet can be filled in now, and was.</summary>
    public record SheetState(string Kind, bool Open, bool Answered);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/mine", (string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit), ct));

    public class Handler(DrillsDb db, Caller caller, TimeProvider clock) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (own, now) = (caller.OrganisationId, clock.GetUtcNow());
            // until it begins, a chosen one may still say no; then it takes no part
            var wanted = db.Drills.AsNoTracking().Where(d => db.Participants.Any(p => p.DrillId == d.Id && p.OrganisationId == own)
                && (d.StartedAt != null || db.Consents.Any(c => c.OrganisationId == own && c.Agreed)));
            var page = await (Paging.Position(request.After) is { } after
                ? wanted.Where(d => d.CreatedNo > after).OrderBy(d => d.CreatedNo)
                : wanted.OrderByDescending(d => d.CreatedNo)).Take(request.Limit ?? Paging.DefaultLimit)
                .Select(d => new
                {
                    Drill = d,
                    TitleJa = db.Campaigns.Where(c => c.Id == d.CampaignId).Select(c => c.TitleJa).First(),
                    TitleEn = db.Campaigns.Where(c => c.Id == d.CampaignId).Select(c => c.TitleEn).First(),
                    Answered = db.Measures.Any(m => m.DrillId == d.Id && m.OrganisationId == own && m.AnsweredAt != null) || db.EarlyAnswers.Any(a => a.DrillId == d.Id && a.OrganisationId == own),
                    Sheets = db.Sheets.Where(s => s.CampaignId == d.CampaignId).Select(s => s.Kind).ToList(),
                    Filled = db.SheetAnswers.Where(a => a.DrillId == d.Id && a.OrganisationId == own).Select(a => a.Kind).ToList(),
                })
                .ToListAsync(cancellationToken);
            return new([.. page.Select(m => ItemOf(m.Drill, m.TitleJa, m.TitleEn, m.Answered, m.Sheets, m.Filled, now))], page.Count == 0 ? request.After : Paging.Cursor(page.Max(m => m.Drill.CreatedNo)));
        }

        static Item ItemOf(Drill d, string titleJa, string titleEn, bool answered, IReadOnlyList<string> sheets, IReadOnlyList<string> filled, DateTimeOffset now) => new(
            d.Id, d.Ceptoar, Problems.Say(titleJa, titleEn), d.State, d.Announced, d.Announced || d.StartedAt is not null ? d.StartsAt : null, GetDrill.WindowOf(d), d.StartedAt, d.EndedAt,
            d.StopReasonJa is null ? null : Problems.Say(d.StopReasonJa, d.StopReasonEn ?? d.StopReasonJa), d.TwoWay, d.StartedAt is null ? null : d.Id, answered,
            [.. Sheet.Kinds.Where(sheets.Contains).Select(kind => new SheetState(kind, SheetRules.IsOpen(kind, d, now), filled.Contains(kind)))]);
    }
}
