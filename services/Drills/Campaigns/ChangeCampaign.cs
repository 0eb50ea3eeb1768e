using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Campaigns;

/// <summary>The centre writes a campaign anew. A drill that began keeps the text that it went out with.</summary>
public static class ChangeCampaign
{
    public record Command : CampaignInput, IRequest<CreateCampaign.View?>
    {
        /// <summary>The revision that was read.</summary>
        public int? Revision { get; init; }

        internal Guid CampaignId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new CampaignInput.Validator());
            RuleFor(c => c.Revision).NotNull();
        }
    }

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapPut("/{campaignId:guid}", async Task<Results<Ok<CreateCampaign.View>, NotFound>> (Guid campaignId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { CampaignId = campaignId }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Command, CreateCampaign.View?>
    {
        public async Task<CreateCampaign.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!DrillRules.MayConduct(caller, await directory.Now(cancellationToken))) return null;
            if (await db.Campaigns.FromSql($"select * from campaign where id = {request.CampaignId} for update").SingleOrDefaultAsync(cancellationToken) is not { } campaign) return null;

            Revisions.RefuseUnless(campaign.Revision, request.Revision!.Value);
            campaign.Write(request);
            db.Audit(AuditActions.DrillCampaignChanged, $"drillCampaign/{campaign.Id}", $"revision={campaign.Revision}");
            await db.SaveChangesAsync(cancellationToken);
            return new(campaign.Id, campaign.Revision);
        }
    }
}
