using Ceptoar.Contracts.Distribution;
using Ceptoar.Directory;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Measures;

/// <summary>How a drill goes at this moment: figures, hops, and, for those who may name them (<see cref="ReportRules"/>), the silent ones. Once it is over, the figures of its report.</summary>
public static class GetBoard
{
    public record Query(Guid Id) : IRequest<View?>;

    /// <summary>So long a release takes at most.</summary>
    static readonly TimeSpan Release = TimeSpan.FromSeconds(30);

    /// <summary>
    /// <c>StartedAt</c> and <c>ClosesAt</c> are null until it begins. <c>NotReleased</c>: it began, and its advisory did not go out, such as where the CEPTOAR is
    /// not known to who releases it. <c>Silent</c> is null for those who may not know who it is.
    /// </summary>
    public record View(string State, DateTimeOffset? StartedAt, DateTimeOffset? ClosesAt, bool NotReleased, DrillFigures Figures, IReadOnlyList<HopView> Hops, IReadOnlyList<SilentView>? Silent);

    /// <summary><c>Body</c> and <c>BodyName</c>: who relays; of a body that the caller may not name, null.</summary>
    public record HopView(string Name, string Ceptoar, Guid? Body, string? BodyName, DateTimeOffset? OpenedAt, DateTimeOffset? RelayedAt, int Recipients);

    /// <summary><c>State</c>: waiting (nobody handed it on to it), queued, pushed, delivered, opened or cannotAct.</summary>
    public record SilentView(Guid OrganisationId, string Name, string Hop, string State, IReadOnlyList<TriedChannel> Tried);

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/{id:guid}/board", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, Measuring measuring, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) is not { } drill) return null;

            var now = await directory.Now(cancellationToken);
            var sight = ReportRules.Of(drill, caller, now);
            if (sight == Sight.Nothing) return null;

            var played = await measuring.Of(drill, cancellationToken);
            var report = await db.ClosedReports.AsNoTracking().SingleOrDefaultAsync(r => r.DrillId == drill.Id, cancellationToken);
            return new(
                drill.State, drill.StartedAt, drill.StartedAt + drill.Lasts, drill.ReleasedAt is null && drill.StartedAt + Release < clock.GetUtcNow(), report?.Figures ?? FigureRules.Of([played]),
                [.. played.Hops.OrderBy(h => StageRules.Place(h.Name)).Select(h => HopOf(h, sight, now))], sight == Sight.Names ? Silent(played, now) : null);
        }

        HopView HopOf(MeasuredHop hop, Sight sight, DirectorySnapshot now)
        {
            var named = sight == Sight.Names || hop.Body == caller.OrganisationId;
            return new(hop.Name, hop.Ceptoar, named ? hop.Body : null, named ? now.NameOf(hop.Body) : null, hop.OpenedAt, hop.RelayedAt, hop.Recipients);
        }

        static List<SilentView> Silent(PlayedDrill played, DirectorySnapshot now) =>
        [
            .. played.Measures.Where(m => m.ConfirmedAt is null).Select(m => new SilentView(m.OrganisationId, now.NameOf(m.OrganisationId), m.Hop, MeasureRules.StateOf(m), m.Tried))
                .Concat(played.Waiting.Select(w => new SilentView(w.Key, now.NameOf(w.Key), w.Value, "waiting", [])))
                .OrderBy(s => StageRules.Place(s.Hop)).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.OrganisationId),
        ];
    }
}
