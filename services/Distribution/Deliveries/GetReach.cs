using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>How far the newest version of an advisory has come: counts and times, for those who relay and the centre. Who has not answered is told to those alone who may name them (<see cref="NameRules"/>).</summary>
public static class GetReach
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    public record View(Guid AdvisoryId, int Version, string State, int Recipients, IReadOnlyList<Hop> Hops, IReadOnlyList<SilentOne>? Silent);

    /// <summary>Each recipient counts once, at the highest rung it reached. Times are seconds from the issue to the rung, of those who reached it.</summary>
    public record Hop(string Name, int Recipients, States Receipts, Times Delivered, Times Confirmed);

    public record States(int Queued, int Pushed, int Delivered, int Opened, int Confirmed, int CannotAct);

    public record Times(int Count, double? P50, double? P90, double? P99);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/reach", async Task<IResult> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await reading.Find(request.AdvisoryId, caller.OrganisationId, cancellationToken) is not { } found) return null;

            var rows = await db.Inbox.AsNoTracking()
                .Where(r => r.AdvisoryId == request.AdvisoryId && r.Version == found.Advisory.Version)
                .ToListAsync(cancellationToken);
            var at = rows.CountBy(r => r.Receipt.State).ToDictionary();
            var states = new States(At("queued"), At("pushed"), At("delivered"), At("opened"), At("confirmed"), At("cannotAct"));
            var hop = new Hop("audience", rows.Count, states, TimesOf(rows, r => r.DeliveredAt), TimesOf(rows, r => r.ConfirmedAt));
            return new(request.AdvisoryId, found.Advisory.Version, found.Advisory.State, rows.Count, [hop], SilentOnes.Of(found.Advisory, rows, caller.OrganisationId, await directory.Now(cancellationToken)));

            int At(string state) => at.GetValueOrDefault(state);
        }

        static Times TimesOf(IEnumerable<InboxRow> rows, Func<InboxRow, DateTimeOffset?> rung)
        {
            double[] seconds = [.. rows.Where(r => rung(r) is not null).Select(r => (rung(r)!.Value - r.IssuedAt).TotalSeconds).Order()];
            return new(seconds.Length, Percentile(0.5), Percentile(0.9), Percentile(0.99));

            double? Percentile(double share) => seconds.Length == 0 ? null : Math.Round(seconds[(int)Math.Ceiling(share * seconds.Length) - 1], 3);
        }
    }
}
