using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Relays;

/// <summary>The desk of a body that relays: the hops that wait for it, those first that go on by themselves soonest, at most 200.</summary>
public static class ListRelays
{
    const int Most = 200;

    public record Query : IRequest<IReadOnlyList<Item>>;

    /// <summary><c>DueAt</c>: when the hop goes on by itself; null where it waits for the body. <c>Members</c>: how many it would reach now.</summary>
    public record Item(
        Guid AdvisoryId, string Number, int Version, string Title, Tlp Tlp, string Kind, string Severity, string Urgency, bool Drill, string Hop, string Ceptoar, int Members,
        DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? ExpiresAt);

    public static void Map(IEndpointRouteBuilder relays) => relays
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(), ct)));

    public class Handler(DistributionDb db, Reading reading, Relaying relaying, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            await reading.RefuseWithoutHandlingRules(own, cancellationToken);
            var now = await directory.Now(cancellationToken);
            var waiting = await db.RelayHops.AsNoTracking().Where(h => h.Body == own && h.OpenedAt != null && h.RelayedAt == null && h.EndedAt == null)
                .Join(db.Advisories.AsNoTracking(), h => h.AdvisoryId, a => a.Id, (hop, advisory) => new { Hop = hop, Advisory = advisory }).Where(w => w.Advisory.State == Advisory.Released).ToListAsync(cancellationToken);
            var dueAt = await relaying.DueAt(cancellationToken);
            var plans = new Dictionary<Guid, IReadOnlyList<Hop>>();
            var first = (
                from w in waiting
                where w.Advisory.StateAt(clock.GetUtcNow()) == Advisory.Released && AudienceRules.HasHops(w.Advisory.Tlp)
                    && AudienceRules.MaySee(w.Advisory.Tlp, w.Advisory.Scope, Mailbox.Of(own), now)
                let due = dueAt(w.Hop)
                orderby due ?? DateTimeOffset.MaxValue, w.Hop.OpenedAt, HopName.Place(w.Hop.Name), w.Hop.Ceptoar
                select (w.Advisory, w.Hop, Due: due)).Take(Most);
            return [.. first.Select(w => ItemOf(w.Advisory, w.Hop, w.Due, MembersOf(w.Advisory, w.Hop)))];

            int MembersOf(Advisory advisory, RelayHop hop)
            {
                if (!plans.TryGetValue(advisory.Id, out var plan)) plans[advisory.Id] = plan = HopPlan.Of(advisory.Tlp, advisory.Scope, now);
                return HopPlan.MembersOf(hop.Name, hop.Ceptoar, plan, now).Count;
            }
        }

        static Item ItemOf(Advisory a, RelayHop hop, DateTimeOffset? due, int members) => new(
            a.Id, a.Number, a.Version, DrillMark.TitleOf(a), a.Tlp, a.Content.Kind, a.Content.Severity, a.Content.Urgency, a.Drill, hop.Name, hop.Ceptoar, members,
            hop.OpenedAt!.Value, due, a.ExpiresAt);
    }
}
