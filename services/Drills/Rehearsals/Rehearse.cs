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
            var agreed = await Agreed([.. drills.Select(d => d.Id)], cancellationToken);
            foreach (var drill in drills)
            {
                db.RehearsedDrills.Add(new() { RehearsalId = rehearsal.Id, DrillId = drill.Id });
                db.Publish(new DrillPlanWanted
                {
                    RehearsalId = rehearsal.Id,
                    DrillId = drill.Id,
                    Ceptoar = drill.Ceptoar,
                    Tlp = drill.Tlp,
                    Participants = [.. agreed[drill.Id].Union(Bodies(drill, now)).Order()],
                    WithoutLiaison = drill.WithoutLiaison,
                    ChannelsOff = drill.ChannelsOff,
                });
            }

            db.Audit(AuditActions.DrillRehearsed, $"campaign/{request.CampaignId}", $"drills={drills.Count}");
            await db.SaveChangesAsync(cancellationToken);
            return new(rehearsal.Id);
        }

        /// <summary>Those who were chosen and agree still, by drill.</summary>
        async Task<ILookup<Guid, Guid>> Agreed(Guid[] drills, CancellationToken ct) => (await (
            from participant in db.Participants.AsNoTracking()
            join consent in db.Consents.AsNoTracking() on participant.OrganisationId equals consent.OrganisationId
            where drills.Contains(participant.DrillId) && consent.Agreed && !participant.IsBody
            select new { participant.DrillId, participant.OrganisationId }).ToListAsync(ct)).ToLookup(p => p.DrillId, p => p.OrganisationId);

        IEnumerable<Guid> Bodies(Drill drill, DirectorySnapshot now)
        {
            var ceptoar = now.CeptoarOf(drill.Ceptoar);
            return new[] { ceptoar?.Secretariat, drill.WithoutLiaison ? null : ceptoar?.Ministry, caller.OrganisationId }.OfType<Guid>();
        }
    }
}
