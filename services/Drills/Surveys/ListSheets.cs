using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Surveys;

/// <summary>The sheets of a campaign: the self-check and the survey, as far as it has them.</summary>
public static class ListSheets
{
    public record Query(Guid CampaignId) : IRequest<IReadOnlyList<View>?>;

    /// <summary><c>Kind</c>: selfCheck or survey.</summary>
    public record View(string Kind, IReadOnlyList<QuestionInput> Questions)
    {
        public static View Of(Sheet sheet) => new(sheet.Kind, [.. sheet.Questions.Select(QuestionInput.Of)]);
    }

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/{campaignId:guid}/sheets", async Task<Results<Ok<Page<View>>, NotFound>> (Guid campaignId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(campaignId), ct) is { } items ? TypedResults.Ok(Paging.Whole(items)) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>?>
    {
        public async Task<IReadOnlyList<View>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.CampaignsSeenBy(caller, await directory.Now(cancellationToken)).AnyAsync(c => c.Id == request.CampaignId, cancellationToken)) return null;

            var sheets = await db.Sheets.AsNoTracking().Where(s => s.CampaignId == request.CampaignId).OrderBy(s => s.Kind).ToListAsync(cancellationToken);
            return [.. sheets.Select(View.Of)];
        }
    }
}
