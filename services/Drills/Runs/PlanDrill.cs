using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>The centre plans the drill of a CEPTOAR: at a time that all know, or unannounced within a window.</summary>
public static class PlanDrill
{
    /// <summary>The usual end: in 2013 most operators had it within two hours.</summary>
    const int UsualMinutes = 180;

    public record Command : DrillTerms, IRequest<GetDrill.View>
    {
        public Guid? CampaignId { get; init; }

        /// <summary>Code of the CEPTOAR.</summary>
        public string? Ceptoar { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator(DrillsDb db, DirectoryReader directory, TimeProvider clock)
        {
            Include(new DrillTerms.Validator());
            RuleFor(c => c.CampaignId).MustAsync(async (id, ct) => id is not null && await db.Campaigns.AnyAsync(c => c.Id == id, ct))
                .WithMessage(_ => Problems.Say("キャンペーンが見つかりません。", "There is no such campaign."));
            RuleFor(c => c.Ceptoar).MustAsync(async (code, ct) => code is not null && DrillRules.GroupOf(code, await directory.Now(ct)) is not null)
                .WithMessage(_ => Problems.Say("セプターのコードを指定してください。", "Must be the code of a CEPTOAR."));
            RuleFor(c => c.StartsAt).NotNull().When(c => c.Window is null)
                .WithMessage(_ => Problems.Say("startsAt か window のいずれか一方を指定してください。", "Give either startsAt or window."));
            RuleFor(c => c).Custom((c, context) =>
            {
                foreach (var failure in ScheduleRules.Wrong(c.StartsAt, c.Window, clock.GetUtcNow())) context.AddFailure(failure);
            });
        }
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var view = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/drills/{view.Id}", view);
        });

    public class Handler(DrillsDb db, DirectoryReader directory, Scheduling scheduling, DrillDesk desk, Caller caller) : IRequestHandler<Command, GetDrill.View>
    {
        public async Task<GetDrill.View> Handle(Command request, CancellationToken cancellationToken)
        {
            DrillRules.RefuseUnlessConducting(caller, await directory.Now(cancellationToken));
            var id = Guid.NewGuid();
            var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == request.CampaignId, cancellationToken);
            var (minutes, pace) = (request.Minutes ?? UsualMinutes, request.Pace ?? 1);
            var drill = new Drill
            {
                Id = id,
                CampaignId = campaign.Id,
                Ceptoar = request.Ceptoar!,
                Revision = 1,
                Announced = request.Window is null,
                StartsAt = await scheduling.Moment(request.Ceptoar!, request.StartsAt, request.Window, TimeSpan.FromMinutes((double)minutes / pace), id, cancellationToken),
                WindowFrom = request.Window?.From?.ToUniversalTime(),
                WindowUntil = request.Window?.Until?.ToUniversalTime(),
                Minutes = minutes,
                Pace = pace,
                Tlp = request.Tlp ?? campaign.Tlp,
                TwoWay = campaign.TwoWay,
                WithoutLiaison = campaign.WithoutLiaison,
                ContentInMail = campaign.ContentInMail,
                ChannelsOff = campaign.ChannelsOff,
                Text = new(),
            };
            db.Drills.Add(drill);
            // never the drawn moment: more people read the audit trail than may know it
            db.Audit(AuditActions.DrillPlanned, $"drill/{id}", $"ceptoar={drill.Ceptoar} announced={(drill.Announced ? "yes" : "no")}");
            await scheduling.Save(cancellationToken);
            return (await desk.Look(id, cancellationToken))!;
        }
    }
}
