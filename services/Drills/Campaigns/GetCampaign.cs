using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Campaigns;

/// <summary>A campaign with those of its drills that the caller may see.</summary>
public static class GetCampaign
{
    public record Query(Guid CampaignId) : IRequest<View?>;

    /// <summary><c>ClosedAt</c>: when the last of all its drills ended; null while one is to come or runs, or where there was none. <c>Tlp</c> to <c>ChannelsOff</c>: what its drills have unless it is said otherwise when they are planned.</summary>
    public record View(
        Guid Id, int Year, string Title, string TitleEn, string Aims, string AimsEn, DrillTextInput Text, Tlp Tlp, bool TwoWay, bool WithoutLiaison, bool ContentInMail, IReadOnlyList<string> ChannelsOff, int Revision, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt,
        IReadOnlyList<ListDrills.Item> Drills);

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/{campaignId:guid}", async Task<Results<Ok<View>, NotFound>> (Guid campaignId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(campaignId), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await directory.Now(cancellationToken);
            if (await db.CampaignsSeenBy(caller, now).SingleOrDefaultAsync(c => c.Id == request.CampaignId, cancellationToken) is not { } c) return null;

            var found = await db.Drills.AsNoTracking().Where(DrillRules.Sees(caller, now)).Where(d => d.CampaignId == c.Id).OrderBy(d => d.CreatedNo)
                .Select(d => new ListDrills.Found(d, db.Participants.Count(p => p.DrillId == d.Id && !p.IsBody)))
                .ToListAsync(cancellationToken);
            return new(
                c.Id, c.Year, c.TitleJa, c.TitleEn, c.AimsJa, c.AimsEn, DrillTextInput.Of(c.Text), c.Tlp, c.TwoWay, c.WithoutLiaison, c.ContentInMail, c.ChannelsOff, c.Revision, c.CreatedAt, c.ClosedAt,
                [.. found.Select(f => ListDrills.ItemOf(f, caller, now))]);
        }
    }
}
