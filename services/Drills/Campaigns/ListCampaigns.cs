using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Campaigns;

/// <summary>Campaigns, newest first, or what came after a number, oldest first: for the centre all, for a secretariat or liaison those that have a drill it may see.</summary>
public static class ListCampaigns
{
    public record Query(string? After, int? Limit) : IRequest<Page<Item>>;

    /// <summary><c>Drills</c>: how many of its drills the caller may see.</summary>
    public record Item(Guid Id, int Year, string Title, string TitleEn, int Revision, DateTimeOffset CreatedAt, int Drills);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/", (string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit), ct));

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await directory.Now(cancellationToken);
            var drills = db.Drills.AsNoTracking().Where(DrillRules.Sees(caller, now));
            var wanted = db.CampaignsSeenBy(caller, now);
            var page = await (Paging.Position(request.After) is { } after
                ? wanted.Where(c => c.CreatedNo > after).OrderBy(c => c.CreatedNo)
                : wanted.OrderByDescending(c => c.CreatedNo)).Take(request.Limit ?? Paging.DefaultLimit)
                .Select(c => new { c.CreatedNo, Item = new Item(c.Id, c.Year, c.TitleJa, c.TitleEn, c.Revision, c.CreatedAt, drills.Count(d => d.CampaignId == c.Id)) })
                .ToListAsync(cancellationToken);
            return new([.. page.Select(c => c.Item)], page.Count == 0 ? request.After : Paging.Cursor(page.Max(c => c.CreatedNo)));
        }
    }

    /// <summary>The campaigns of which the caller may know.</summary>
    public static IQueryable<Campaign> CampaignsSeenBy(this DrillsDb db, Caller caller, DirectorySnapshot directory)
    {
        if (DrillRules.SeesAll(caller, directory)) return db.Campaigns.AsNoTracking();

        var drills = db.Drills.Where(DrillRules.Sees(caller, directory));
        return db.Campaigns.AsNoTracking().Where(c => drills.Any(d => d.CampaignId == c.Id));
    }
}
