using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Channels;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Calls;

/// <summary>Sends the hint of an advisory again, marked as a reminder, to those who are silent: to all whom the caller's organisation may name, or to some of them; to each at most every five minutes.</summary>
public static class RemindSilent
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <param name="Organisations">Recipients; all that are silent where it is left out.</param>
    public record Command(Guid[]? Organisations) : IRequest<View?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    /// <summary>Ids of organisations. <c>TooSoon</c>: reminded within the last five minutes, and so not again.</summary>
    public record View(IReadOnlyList<Guid> Reminded, IReadOnlyList<Guid> TooSoon, DateTimeOffset RemindedAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Organisations).Must(o => o is null or { Length: > 0 and <= 10_000 })
            .WithMessage(_ => Problems.Say("1 件以上 10000 件以内としてください。", "Must name between 1 and 10000."));
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/reminders", async Task<Results<Ok<View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, CallDesk desk, Caller caller, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            // of two presses at once the second finds what the first reminded
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('remind ' || {request.AdvisoryId.ToString()}, 0))", cancellationToken);
            if (await desk.Look(request.AdvisoryId, cancellationToken) is not { } board) return null;

            CallDesk.RefuseWithoutRecipients(board);
            RefuseStrangers(request.Organisations, board);
            if (board.Advisory.DrillTerms?.IsOff(ChannelSwitch.Hub) == true) throw new RuleViolation("この訓練では、ハブの通知を使いません。", "This drill does without the hub's hints.");

            var now = clock.GetUtcNow();
            var silent = board.Silent!.Where(s => s.State != "cannotAct").Where(s => request.Organisations is null || request.Organisations.Contains(s.OrganisationId)).ToLookup(s => s.RemindedAt + Pause > now, s => s.OrganisationId);
            Guid[] reminded = [.. silent[false]];
            if (reminded.Length > 0)
            {
                var press = Guid.NewGuid();
                db.Reminders.AddRange(reminded.Select(id => new Reminder { Press = press, AdvisoryId = board.Advisory.Id, Version = board.Advisory.Version, RecipientId = id, RemindedBy = caller.OrganisationId, RemindedAt = now }));
                db.Publish(new RecipientsReminded { Press = press });
                db.Audit(AuditActions.SilentReminded, $"advisory/{board.Advisory.Id}", $"recipients={reminded.Length}");
                await db.SaveChangesAsync(cancellationToken);
            }

            return new(reminded, [.. silent[true]], now);
        }

        static void RefuseStrangers(Guid[]? organisations, CallDesk.Board board)
        {
            var strangers = (organisations ?? []).Index().Where(o => !board.Named.ContainsKey(o.Item))
                .Select(o => new FluentValidation.Results.ValidationFailure($"organisations[{o.Index}]", Problems.Say("貴組織が連絡する相手に含まれない組織です。", "Is not among those whom your organisation calls."))).ToArray();
            if (strangers.Length > 0) throw new ValidationException(strangers);
        }
    }
}
