using Ceptoar.Directory;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Reports;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Rehearsals;

/// <summary>What a rehearsal came to, and which participants it found that cannot be reached; for the centre.</summary>
public static class GetRehearsal
{
    public record Query(Guid CampaignId, Guid Id) : IRequest<View?>;

    /// <summary><c>State</c>: planning until the way of each drill is told, then done.</summary>
    public record View(Guid Id, int Seed, string State, DateTimeOffset AskedAt, DateTimeOffset? DoneAt, IReadOnlyList<DrillView> Drills);

    /// <summary><c>Figures</c> is null until it is done. <c>Obstacles</c>: what would keep it from beginning as it stood; one that has any would not go out.</summary>
    public record DrillView(Guid DrillId, string Ceptoar, DrillFigures? Figures, IReadOnlyList<ObstacleView> Obstacles, IReadOnlyList<Hole> Holes);

    /// <summary><c>Code</c>: noCeptoar, noText, refused or nobody; <c>Fields</c>: what its text lacks.</summary>
    public record ObstacleView(string Code, string Text, IReadOnlyList<string> Fields);

    /// <summary><c>Code</c>: cannotRead, noChannel, or bouncing:channel.</summary>
    public record Hole(Guid OrganisationId, string Name, string Code);

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/{campaignId:guid}/rehearsals/{rehearsalId:guid}", async Task<Results<Ok<View>, NotFound>> (Guid campaignId, Guid rehearsalId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(campaignId, rehearsalId), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await directory.Now(cancellationToken);
            if (!now.IsTheCentre(caller.OrganisationId)) return null;
            if (await db.Rehearsals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id && r.CampaignId == request.CampaignId, cancellationToken) is not { } rehearsal) return null;

            var drills = await (
                from rehearsed in db.RehearsedDrills.AsNoTracking()
                join drill in db.Drills.AsNoTracking() on rehearsed.DrillId equals drill.Id
                where rehearsed.RehearsalId == rehearsal.Id
                orderby drill.CreatedNo
                select new { drill.Ceptoar, Rehearsed = rehearsed }).ToListAsync(cancellationToken);
            return new(rehearsal.Id, rehearsal.Seed, rehearsal.State, rehearsal.AskedAt, rehearsal.DoneAt, [.. drills.Select(d => new DrillView(d.Rehearsed.DrillId, d.Ceptoar, d.Rehearsed.Figures, [.. d.Rehearsed.Obstacles.Select(o => new ObstacleView(o.Code, Problems.Say(o.Ja, o.En), o.Fields))], Holes(d.Rehearsed, now)))]);
        }

        static IReadOnlyList<Hole> Holes(RehearsedDrill rehearsed, DirectorySnapshot now) =>
        [
            .. from recipient in rehearsed.Plan ?? []
               from code in HoleRules.Of(recipient)
               let name = now.NameOf(recipient.OrganisationId)
               orderby name, recipient.OrganisationId
               select new Hole(recipient.OrganisationId, name, code),
        ];
    }
}

/// <summary>The rehearsals of a campaign, newest first; for the centre.</summary>
public static class ListRehearsals
{
    public record Query(Guid CampaignId, string? After, int? Limit) : IRequest<Page<Item>?>;

    public record Item(Guid Id, int Seed, string State, DateTimeOffset AskedAt, DateTimeOffset? DoneAt);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/{campaignId:guid}/rehearsals", async Task<Results<Ok<Page<Item>>, NotFound>> (Guid campaignId, string? after, int? limit, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(campaignId, after, limit), ct) is { } page ? TypedResults.Ok(page) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Page<Item>?>
    {
        public async Task<Page<Item>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!(await directory.Now(cancellationToken)).IsTheCentre(caller.OrganisationId) || !await db.Campaigns.AnyAsync(c => c.Id == request.CampaignId, cancellationToken)) return null;

            var rehearsals = db.Rehearsals.AsNoTracking().Where(r => r.CampaignId == request.CampaignId);
            var page = await (Paging.Position(request.After) is { } after ? rehearsals.Where(r => r.CreatedNo > after).OrderBy(r => r.CreatedNo) : rehearsals.OrderByDescending(r => r.CreatedNo))
                .Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);
            return new([.. page.Select(r => new Item(r.Id, r.Seed, r.State, r.AskedAt, r.DoneAt))], page.Count == 0 ? request.After : Paging.Cursor(page.Max(r => r.CreatedNo)));
        }
    }
}
