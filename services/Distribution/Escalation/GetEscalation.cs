using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Calls;
using Ceptoar.Distribution.Channels;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Escalation;

/// <summary>What was done to reach each recipient of an advisory's newest version, and what comes next. Of the recipients that the caller's organisation may name alone, and never an address.</summary>
public static class GetEscalation
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    /// <summary>Those with whom something was done or is planned, by name.</summary>
    public record View(int Version, bool Drill, IReadOnlyList<Item> Items);

    /// <summary><c>OrganisationId</c>: of RED, for its author, the id of the person. <c>Next</c> is null where nothing more is done.</summary>
    public record Item(Guid OrganisationId, string Name, bool OnCallList, IReadOnlyList<StepView> Steps, NextStep? Next);

    /// <summary>
    /// <c>Step</c>: from 1; 0 of an executive's copy. <c>Kind</c>: reminder, webhook, onDuty, deputy, channel, callList or executive. <c>Contact</c>: duty, deputy, desk, executive, webhook or
    /// channel:position. <c>Outcome</c>: reminded, callList; why it was passed over (noContact, bouncing, sameAddress, channelOff, noSender, byHand); of what left the hub the state of its dispatch
    /// (waiting, sent, refused, bounced, givenUp, dropped), with the SMTP or HTTP status as <c>Code</c>.
    /// </summary>
    public record StepView(int Step, string Kind, string? Channel, string? Contact, string Outcome, DateTimeOffset At, int? Code);

    public record NextStep(string Kind, DateTimeOffset DueAt);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/escalation", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, CallDesk desk, ContactFacts contacts, ChannelSwitches switches, ChannelSenders senders, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        static readonly ContactSheet Nothing = new();

        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await desk.Look(request.AdvisoryId, cancellationToken) is not { } board) return null;

            var (id, version) = (board.Advisory.Id, board.Advisory.Version);
            Guid[] named = [.. board.Named.Keys];
            var steps = (await db.EscalationSteps.AsNoTracking().Where(s => s.AdvisoryId == id && s.Version == version && named.Contains(s.MailboxId)).OrderBy(s => s.Step).ToListAsync(cancellationToken)).ToLookup(s => s.MailboxId);
            var dispatches = (await db.Dispatches.AsNoTracking().Where(d => d.AdvisoryId == id && d.Version == version && named.Contains(d.MailboxId) && (d.Purpose == "escalation" || d.Purpose == "executive"))
                .ToListAsync(cancellationToken)).ToLookup(d => d.MailboxId);
            var waiting = await db.Silences.AsNoTracking().Where(s => s.AdvisoryId == id && s.Version == version && named.Contains(s.MailboxId)).ToDictionaryAsync(s => s.MailboxId, cancellationToken);
            var sheets = await contacts.Sheets([.. waiting.Values.Where(s => s.DueAt is not null).Select(s => s.MailboxId)], cancellationToken);
            var channels = new UsableChannels(await switches.Off(cancellationToken), senders.Has);
            return new(version, board.Advisory.Drill,
            [
                .. from one in board.Named
                   where steps.Contains(one.Key) || waiting.ContainsKey(one.Key) || dispatches.Contains(one.Key)
                   orderby one.Value, one.Key
                   select new Item(
                       one.Key, one.Value, steps[one.Key].Any(s => s.Kind == StepKind.CallList),
                       [.. dispatches[one.Key].Where(d => d.Purpose == "executive").Select(Copy), .. steps[one.Key].Select(s => StepOf(s, dispatches[one.Key]))], NextOf(one.Key)),
            ]);

            NextStep? NextOf(Guid mailbox)
            {
                if (waiting.GetValueOrDefault(mailbox)?.DueAt is not { } due) return null;

                var progress = Progress.Of(steps[mailbox], dispatches[mailbox].Where(d => d.Purpose == "escalation").Select(d => d.Contact));
                var plan = EscalationPlan.Of(sheets.GetValueOrDefault(mailbox) ?? Nothing, EscalatedItem.Of(board.Advisory), channels.For(board.Advisory), progress, clock.GetUtcNow());
                return plan.FirstOrDefault(s => s.PassedOver is null) is { } next ? new(next.Kind, due) : null;
            }
        }

        static StepView Copy(Dispatch d) => new(0, "executive", d.Channel, d.Contact, d.State, d.PostedAt, d.Code);

        static StepView StepOf(EscalationStep step, IEnumerable<Dispatch> dispatches)
        {
            var dispatch = step.Outcome == EscalationStep.Posted ? dispatches.FirstOrDefault(d => d.Purpose == "escalation" && d.Step == step.Step) : null;
            return new(step.Step, step.Kind, step.Channel, step.Contact, dispatch?.State ?? step.Outcome, step.At, dispatch?.Code);
        }
    }
}
