using System.Text.Json.Serialization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Says the whole roster of an organisation anew.</summary>
public static class SetRoster
{
    public const int Max = 1000;

    public record Command : IRequest<GetRoster.View?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }
        public Turn[]? Entries { get; init; }
        public Absence[]? Absences { get; init; }
    }

    public record Turn(Guid? PersonId, string? Kind, DateTimeOffset? From, DateTimeOffset? Until);

    public record Absence(Guid? PersonId, DateTimeOffset? From, DateTimeOffset? Until);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(RegistryDb db)
        {
            RuleFor(c => c.Entries).NotNull().Must(e => e is null || e.Length <= Max).WithMessage(_ => Problems.Say($"{Max} 件までの一覧を指定してください。", $"Must be a list, of at most {Max}."));
            RuleFor(c => c.Absences).Must(a => a is null || a.Length <= Max).WithMessage(_ => Problems.Say($"{Max} 件までです。", $"At most {Max}."));
            RuleForEach(c => c.Entries).NotNull().ChildRules(turn =>
            {
                turn.RuleFor(t => t.PersonId).NotNull();
                turn.RuleFor(t => t.Kind).OneOf(RosterEntry.Kinds).NotNull();
                turn.RuleFor(t => t.From).NotNull();
                turn.RuleFor(t => t.Until).NotNull().Must((t, until) => !(until <= t.From)).WithMessage(_ => Late());
            });
            RuleForEach(c => c.Absences).NotNull().ChildRules(absence =>
            {
                absence.RuleFor(a => a.PersonId).NotNull();
                absence.RuleFor(a => a.From).NotNull();
                absence.RuleFor(a => a.Until).NotNull().Must((a, until) => !(until <= a.From)).WithMessage(_ => Late());
            });
            RuleFor(c => c).Custom((command, context) =>
            {
                var turns = (command.Entries ?? []).Select(t => t is null ? default : (t.Kind ?? "", t.From ?? default, t.Until ?? default)).ToArray();
                foreach (var place in OnDutyRules.Overlapping(turns))
                {
                    if (turns[place].Item1 is { Length: > 0 }) context.AddFailure($"entries[{place}].from", Problems.Say("同じ種類の当番と時間が重なっています。", "Overlaps another turn of its kind."));
                }
            });
            RuleFor(c => c).CustomAsync(async (command, context, ct) =>
            {
                var known = await db.People.Where(p => p.OrganisationId == command.OrganisationId && p.RemovedAt == null).Select(p => p.Id).ToListAsync(ct);
                Check("entries", (command.Entries ?? []).Select(t => t?.PersonId));
                Check("absences", (command.Absences ?? []).Select(a => a?.PersonId));

                void Check(string field, IEnumerable<Guid?> people)
                {
                    foreach (var (person, place) in people.Select((person, place) => (person, place)))
                    {
                        if (person is { } id && !known.Contains(id)) context.AddFailure($"{field}[{place}].personId", Problems.Say("この組織の利用者を指定してください。", "Must be a person of this organisation."));
                    }
                }
            });
        }

        static string Late() => Problems.Say("開始より後の日時を指定してください。", "Must be later than its beginning.");
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPut("/{id:guid}/roster", async Task<Results<Ok<GetRoster.View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IMediator mediator) : IRequestHandler<Command, GetRoster.View?>
    {
        public async Task<GetRoster.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = request.OrganisationId;
            if (!await db.KeptBy(caller).AnyAsync(o => o.Id == organisation, cancellationToken)) return null;

            await db.OneKeeperAtATime(cancellationToken);
            db.RemoveRange(await db.RosterEntries.Where(e => e.OrganisationId == organisation).ToListAsync(cancellationToken));
            db.RemoveRange(await db.RosterAbsences.Where(a => a.OrganisationId == organisation).ToListAsync(cancellationToken));
            db.AddRange((request.Entries ?? []).Select(t => new RosterEntry
            {
                Id = Guid.NewGuid(),
                OrganisationId = organisation,
                PersonId = t.PersonId!.Value,
                Kind = t.Kind!,
                StartsAt = t.From!.Value.ToUniversalTime(),
                EndsAt = t.Until!.Value.ToUniversalTime(),
            }));
            db.AddRange((request.Absences ?? []).Select(a => new RosterAbsence
            {
                Id = Guid.NewGuid(),
                OrganisationId = organisation,
                PersonId = a.PersonId!.Value,
                StartsAt = a.From!.Value.ToUniversalTime(),
                EndsAt = a.Until!.Value.ToUniversalTime(),
            }));
            db.Audit(AuditActions.ContactsChanged, $"organisation/{organisation}", "roster");
            await db.SaveChangesAsync(cancellationToken);
            return await mediator.Send(new GetRoster.Query(organisation), cancellationToken);
        }
    }
}
