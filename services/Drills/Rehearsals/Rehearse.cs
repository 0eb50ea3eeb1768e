using Ceptoar.Contracts.Drills;
using Ceptoar.Directory;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Rehearsals;

/// <summary>The centre rehearses the planned drills of a campaign with simulated participants. It asks Distribution for their way; when that is told, they are played (<see cref="KeepDrillPlannedConsumer"/>).</summary>
public static class Rehearse
{
    /// <param name="CampaignId">Of the path.</param>
    /// <param name="Seed">The same seed plays the same.</param>
    public record Command(Guid CampaignId, int? Seed) : IRequest<Accepted?>;

    public record Body(int? Seed);

    public record Accepted(Guid Id);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Seed).NotNull();
    }

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapPost("/{campaignId:guid}/rehearsals", async Task<Results<Accepted<Accepted>, NotFound>> (Guid campaignId, Body body, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(campaignId, body.Seed), ct) is { } accepted ? TypedResults.Accepted($"/api/drills/campaigns/{campaignId}/rehearsals/{accepted.Id}", accepted) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, Accepted?>
    {
        public async Task<Accepted?> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = await directory.Now(cancellationToken);
            if (!now.IsTheCentre(caller.OrganisationId) || !await db.Campaigns.AnyAsync(c => c.Id == request.CampaignId, cancellationToken)) return null;

            var drills = await db.Drills.AsNoTracking().Where(d => d.CampaignId == request.CampaignId && d.State == Drill.Planned).OrderBy(d => d.CreatedNo).ToListAsync(cancellationToken);
            if (drills.Count == 0) throw new RuleViolation("予定された訓練がないため、リハーサルできません。", "No drill is planned that could be rehearsed.");

            var rehearsal = new Rehearsal { Id = Guid.NewGuid(), CampaignId = request.CampaignId, Seed = request.Seed!.Value, AskedAt = clock.GetUtcNow() };
            db.Rehearsals.Add(rehearsal);
            var consents = await db.Consents.AsNoTracking().ToDictionaryAsync(c => c.OrganisationId, c => c.Agreed, cancellationToken);
            Guid[] ids = [.. drills.Select(d => d.Id)];
            var chosen = (await db.Participants.AsNoTracking().Where(p => ids.Contains(p.DrillId) && !p.IsBody).ToListAsync(cancellationToken)).ToLookup(p => p.DrillId, p => p.OrganisationId);
            if (drills.TrueForAll(d => DrillRules.GroupOf(d.Ceptoar, now) is null)) throw new RuleViolation(StartRules.NoCeptoar.Ja, StartRules.NoCeptoar.En);

            var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == request.CampaignId, cancellationToken);
            foreach (var drill in drills)
            {
                if (DrillRules.GroupOf(drill.Ceptoar, now) is not { } ceptoar)
                {
                    // it reaches nobody, and there is no way to ask for
                    db.RehearsedDrills.Add(new() { RehearsalId = rehearsal.Id, DrillId = drill.Id, Obstacles = [StartRules.NoCeptoar], Plan = [] });
                    continue;
                }

                var cast = ParticipantRules.Of(drill, ceptoar, caller.OrganisationId, chosen[drill.Id].ToHashSet(), consents, now);
                db.RehearsedDrills.Add(new() { RehearsalId = rehearsal.Id, DrillId = drill.Id, Obstacles = [.. StartRules.Of(drill.Text.Over(campaign.Text), ceptoar, cast, consents)] });
                db.Publish(new DrillPlanWanted
                {
                    RehearsalId = rehearsal.Id,
                    DrillId = drill.Id,
                    Ceptoar = drill.Ceptoar,
                    Tlp = drill.Tlp,
                    Participants = cast.All,
                    WithoutLiaison = cast.WithoutLiaison,
                    ChannelsOff = drill.ChannelsOff,
                });
            }

            db.Audit(AuditActions.DrillRehearsed, $"campaign/{request.CampaignId}", $"drills={drills.Count}");
            await db.SaveChangesAsync(cancellationToken);
            return new(rehearsal.Id);
        }
    }
}
