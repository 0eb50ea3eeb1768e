using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>A secretariat says who takes part in its drill: of its members and second hop, only who agreed.</summary>
public static class ChooseParticipants
{
    const int Most = 5_000;

    /// <param name="Organisations">Ids of all that take part; whoever is left out does not.</param>
    /// <param name="Revision">The revision that was read.</param>
    public record Command(Guid[]? Organisations, int? Revision) : IRequest<GetDrill.View?>
    {
        internal Guid DrillId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Organisations).NotNull().Must(o => o is null || o.Length <= Most).WithMessage(_ => Problems.Say($"{Most} 件までです。", $"At most {Most}."));
            RuleFor(c => c.Revision).NotNull();
        }
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPut("/{id:guid}/participants", async Task<Results<Ok<GetDrill.View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { DrillId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, DrillDesk desk) : IRequestHandler<Command, GetDrill.View?>
    {
        public async Task<GetDrill.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await desk.Own(request.DrillId, cancellationToken) is not { } drill) return null;

            Revisions.RefuseUnless(drill.Revision, request.Revision!.Value);
            drill.RefuseUnlessPlanned();
            var wrong = await Refused(drill, request.Organisations!, cancellationToken);
            if (wrong.Length > 0) throw new ValidationException(wrong);

            var held = await db.Participants.Where(p => p.DrillId == drill.Id).ToListAsync(cancellationToken);
            db.Participants.RemoveRange(held.ExceptBy(request.Organisations!, p => p.OrganisationId));
            db.Participants.AddRange(request.Organisations!.Except(held.Select(p => p.OrganisationId)).Select(id => new Participant { DrillId = drill.Id, OrganisationId = id }));
            drill.Revision++;
            db.Audit(AuditActions.DrillParticipantsChosen, $"drill/{drill.Id}", $"participants={request.Organisations!.Distinct().Count()}");
            await db.SaveChangesAsync(cancellationToken);
            return await desk.Look(drill.Id, cancellationToken);
        }

        async Task<ValidationFailure[]> Refused(Drill drill, Guid[] organisations, CancellationToken ct)
        {
            var now = await directory.Now(ct);
            var candidates = DrillRules.GroupOf(drill.Ceptoar, now) is { } ceptoar ? ParticipantRules.Candidates(ceptoar, now).Select(c => c.Organisation.Id).ToHashSet() : [];
            var agreed = await db.Consents.Where(c => c.Agreed && organisations.Contains(c.OrganisationId)).Select(c => c.OrganisationId).ToHashSetAsync(ct);
            return
            [
                .. organisations.Select((id, n) => (id, n)).Where(o => !candidates.Contains(o.id) || !agreed.Contains(o.id)).Select(o => new ValidationFailure(
                    $"organisations[{o.n}]",
                    candidates.Contains(o.id)
                        ? Problems.Say("訓練への参加に同意していません。", "It did not agree to take part in drills.")
                        : Problems.Say("このセプターの構成員でも二次展開先でもありません。", "It is neither a member of this CEPTOAR nor of its second hop."))),
            ];
        }
    }
}
