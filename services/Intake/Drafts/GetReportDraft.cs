using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Intake.Drills;
using Ceptoar.Intake.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Drafts;

/// <summary>Reads a draft of the caller's organisation.</summary>
public static class GetReportDraft
{
    public record Query(Guid Id) : IRequest<View?>;

    /// <summary><c>Drill</c>: what is being written answers one, as it is typed so far or because its report does.</summary>
    public record View(Guid Id, int Version, Guid? FollowsUp, bool Drill, DateTimeOffset KeptAt, DateTimeOffset ExpiresAt, ReportInput Report);

    public static void Map(IEndpointRouteBuilder drafts) => drafts
        .MapGet("/{draftId:guid}", async Task<Results<Ok<View>, NotFound>> (Guid draftId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(draftId), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ReportDrafts drafts, CaseVault vault) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await drafts.Own.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) is not { } draft || await vault.Find(draft.Id, cancellationToken) is not { } key) return null;

            var report = vault.Decrypt<ReportInput>(key, draft.Content);
            var drill = draft.DrillOf(report, await drafts.FollowedDrills(cancellationToken));
            return new(draft.Id, draft.Version, draft.FollowsUp, drill is not null, draft.KeptAt, drafts.ExpiryOf(draft), report);
        }
    }
}

/// <summary>Lists the drafts of the caller's organisation, the last changed first.</summary>
public static class ListReportDrafts
{
    public record Query : IRequest<Page<Item>>;

    /// <summary><c>OnBehalfOf</c>: the operator whose report it is to be, where it is another's. <c>Exercise</c>: the drill that it answers; its title then begins with the mark.</summary>
    public record Item(Guid Id, int Version, Guid? Exercise, bool Drill, string? Kind, string? Title, Guid? OnBehalfOf, Guid? FollowsUp, DateTimeOffset KeptAt, DateTimeOffset ExpiresAt);

    public static void Map(IEndpointRouteBuilder drafts) => drafts.MapGet("/", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(IntakeDb db, ReportDrafts drafts, CaseVault vault) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await drafts.Own.AsNoTracking().Join(db.Set<CaseKey>().AsNoTracking(), d => d.Id, k => k.CaseId, (draft, key) => new { Draft = draft, Key = key })
                .OrderByDescending(f => f.Draft.KeptAt).ToListAsync(cancellationToken);
            var followed = await drafts.FollowedDrills(cancellationToken);
            return Paging.Whole(found.Select(f =>
            {
                var report = vault.Decrypt<ReportInput>(f.Key, f.Draft.Content);
                var drill = f.Draft.DrillOf(report, followed);
                var title = report.Title is null ? null : ExerciseRules.Marked(report.Title, drill);
                return new Item(f.Draft.Id, f.Draft.Version, drill, drill is not null, report.Kind, title, report.OnBehalf?.OrganisationId, f.Draft.FollowsUp, f.Draft.KeptAt, drafts.ExpiryOf(f.Draft));
            }));
        }
    }
}
