using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Drills.Runs;

/// <summary>A planned drill is changed: text and way by the CEPTOAR's secretariat, all of it by the centre. What is not given stays as it is.</summary>
public static class ChangeDrill
{
    public record Command : DrillTerms, IRequest<GetDrill.View?>
    {
        /// <summary>The CEPTOAR's own text; what it leaves out is the campaign's.</summary>
        public DrillTextInput? Text { get; init; }
        public bool? TwoWay { get; init; }
        public bool? WithoutLiaison { get; init; }
        public bool? ContentInMail { get; init; }

        /// <summary>Channels it does without: hub, mail, webhook, sms, telephone, mobile.</summary>
        public string[]? ChannelsOff { get; init; }

        /// <summary>The revision that was read.</summary>
        public int? Revision { get; init; }

        internal Guid DrillId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new DrillTerms.Validator());
            RuleFor(c => c.Text!).SetValidator(new DrillTextInput.Validator()).When(c => c.Text is not null);
            RuleForEach(c => c.ChannelsOff).NotNull().OneOf(DrillRules.Channels);
            RuleFor(c => c.Revision).NotNull();
        }
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPut("/{id:guid}", async Task<Results<Ok<GetDrill.View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { DrillId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Scheduling scheduling, DrillDesk desk, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetDrill.View?>
    {
        public async Task<GetDrill.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var conducts = DrillRules.MayConduct(caller, await directory.Now(cancellationToken));
            if (await (conducts ? desk.Conducted(request.DrillId, cancellationToken) : desk.Own(request.DrillId, cancellationToken)) is not { } drill) return null;

            Revisions.RefuseUnless(drill.Revision, request.Revision!.Value);
            drill.RefuseUnlessPlanned();
            if (!conducts && Terms(request) is { Length: > 0 } given)
            {
                throw new ValidationException([.. given.Select(field => new FluentValidation.Results.ValidationFailure(field, Problems.Say("変更できるのはセンターのみです。", "The centre alone changes this.")))]);
            }

            var lasted = drill.Lasts;
            (drill.Minutes, drill.Pace, drill.Tlp) = (request.Minutes ?? drill.Minutes, request.Pace ?? drill.Pace, request.Tlp ?? drill.Tlp);
            await Reschedule(drill, request, lasted, cancellationToken);
            drill.Text = request.Text?.ToText() ?? drill.Text;
            (drill.TwoWay, drill.WithoutLiaison) = (request.TwoWay ?? drill.TwoWay, request.WithoutLiaison ?? drill.WithoutLiaison);
            (drill.ContentInMail, drill.ChannelsOff) = (request.ContentInMail ?? drill.ContentInMail, [.. (request.ChannelsOff ?? drill.ChannelsOff).Distinct().Order(StringComparer.Ordinal)]);
            drill.Revision++;
            db.Audit(AuditActions.DrillPlanChanged, $"drill/{drill.Id}", $"revision={drill.Revision}");
            await scheduling.Save(cancellationToken);
            return await desk.Look(drill.Id, cancellationToken);
        }

        /// <summary>A time or window that is the same as before stays what it is, and so does the moment that was drawn from it, unless the drill would now run into another.</summary>
        async Task Reschedule(Drill drill, Command request, TimeSpan lasted, CancellationToken ct)
        {
            var same = request.Window is { } window
                ? request.StartsAt is null && !drill.Announced && window.From == drill.WindowFrom && window.Until == drill.WindowUntil
                : request.StartsAt is null || (drill.Announced && request.StartsAt == drill.StartsAt);
            if (same)
            {
                if (drill.Lasts > lasted) await scheduling.Moment(drill.Ceptoar, drill.StartsAt, window: null, drill.Lasts, drill.Id, ct);
                return;
            }

            var wrong = ScheduleRules.Wrong(request.StartsAt, request.Window, clock.GetUtcNow()).ToArray();
            if (wrong.Length > 0) throw new ValidationException(wrong);

            drill.StartsAt = await scheduling.Moment(drill.Ceptoar, request.StartsAt, request.Window, drill.Lasts, drill.Id, ct);
            (drill.Announced, drill.WindowFrom, drill.WindowUntil) = (request.Window is null, request.Window?.From?.ToUniversalTime(), request.Window?.Until?.ToUniversalTime());
        }

        static string[] Terms(DrillTerms terms) =>
        [
            .. new (string Field, object? Value)[] { ("startsAt", terms.StartsAt), ("window", terms.Window), ("minutes", terms.Minutes), ("pace", terms.Pace), ("tlp", terms.Tlp) }
                .Where(t => t.Value is not null).Select(t => t.Field),
        ];
    }
}
