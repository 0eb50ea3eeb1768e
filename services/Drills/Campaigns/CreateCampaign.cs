using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;

namespace Ceptoar.Drills.Campaigns;

/// <summary>The centre begins a year's campaign.</summary>
public static class CreateCampaign
{
    public record Command : CampaignInput, IRequest<View>;

    public record View(Guid Id, int Revision);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new CampaignInput.Validator());
    }

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var view = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/drills/campaigns/{view.Id}", view);
        });

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, View>
    {
        public async Task<View> Handle(Command request, CancellationToken cancellationToken)
        {
            DrillRules.RefuseUnlessConducting(caller, await directory.Now(cancellationToken));
            var campaign = new Campaign { Id = Guid.NewGuid(), CreatedAt = clock.GetUtcNow() };
            campaign.Write(request);
            db.Campaigns.Add(campaign);
            db.Audit(AuditActions.DrillCampaignCreated, $"drillCampaign/{campaign.Id}", $"year={campaign.Year}");
            await db.SaveChangesAsync(cancellationToken);
            return new(campaign.Id, campaign.Revision);
        }
    }
}
