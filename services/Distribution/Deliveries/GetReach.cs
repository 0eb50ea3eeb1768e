using Ceptoar.Contracts;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Calls;
using Ceptoar.Distribution.Relays;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>
/// How far the newest version of an advisory has come, hop by hop: counts and times, for its author, those who relay and the centre. Who has not answered is told
/// to those alone who may name them (<see cref="NameRules"/>).
/// </summary>
public static class GetReach
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    public record View(Guid AdvisoryId, int Version, string State, bool Drill, int Recipients, IReadOnlyList<Hop> Hops, IReadOnlyList<SilentOne>? Silent);

    /// <summary>
    /// Each recipient counts once, at the hop by which it was reached first and the highest rung it reached. Times are seconds from the issue to the rung, of those who
    /// reached it; <c>Relayed</c>: from the advisory's first issue to the step of each body. <c>Waiting</c>: bodies that have it and did not relay it yet.
    /// </summary>
    public record Hop(string Name, int Recipients, int Waiting, Times Relayed, States Receipts, Times Delivered, Times Confirmed);

    public record States(int Queued, int Pushed, int Delivered, int Opened, int Confirmed, int CannotAct);

    public record Times(int Count, double? P50, double? P90, double? P99);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/reach", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, CallDesk desk, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            if ((await reading.Written(request.AdvisoryId, own, cancellationToken) ?? (await reading.Find(request.AdvisoryId, caller, cancellationToken))?.Advisory) is not { } advisory) return null;

            var rows = await db.Inbox.AsNoTracking()
                .Where(r => r.AdvisoryId == request.AdvisoryId && r.Version == advisory.Version)
                .ToListAsync(cancellationToken);
            var relays = await db.RelayHops.AsNoTracking().Where(h => h.AdvisoryId == request.AdvisoryId).ToListAsync(cancellationToken);
            var names = rows.Select(r => r.Hop).Union(relays.Select(r => r.Name)).DefaultIfEmpty(HopName.Audience).OrderBy(HopName.Place);
            return new(request.AdvisoryId, advisory.Version, advisory.State, advisory.Drill, rows.Count, [.. names.Select(name => HopOf(name, [.. rows.Where(r => r.Hop == name)], [.. relays.Where(r => r.Name == name)], advisory))],
                (await desk.Look(advisory, rows, cancellationToken)).Silent);
        }

        static Hop HopOf(string name, InboxRow[] rows, RelayHop[] relays, Advisory advisory)
        {
            var at = rows.CountBy(r => r.Receipt.State).ToDictionary();
            var states = new States(At("queued"), At("pushed"), At("delivered"), At("opened"), At("confirmed"), At("cannotAct"));
            return new(
                name, rows.Length, relays.Count(r => r.IsWaiting), TimesOf(relays.Select(r => r.RelayedAt - advisory.FirstIssuedAt)),
                states, TimesOf(rows.Select(r => r.DeliveredAt - advisory.IssuedAt)), TimesOf(rows.Select(r => r.ConfirmedAt - advisory.IssuedAt)));

            int At(string state) => at.GetValueOrDefault(state);
        }

        static Times TimesOf(IEnumerable<TimeSpan?> times)
        {
            double[] seconds = [.. times.OfType<TimeSpan>().Select(t => t.TotalSeconds).Order()];
            return new(seconds.Length, Percentile(0.5), Percentile(0.9), Percentile(0.99));

            double? Percentile(double share) => seconds.Length == 0 ? null : Math.Round(seconds[(int)Math.Ceiling(share * seconds.Length) - 1], 3);
        }
    }
}
