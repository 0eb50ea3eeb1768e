using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>Whom a secretariat may choose for its drill, who of them agreed, and who is chosen: for itself and the centre (I6).</summary>
public static class ListParticipants
{
    public record Query(Guid DrillId) : IRequest<IReadOnlyList<View>?>;

    /// <summary><c>Agreed</c>: null where the organisation said nothing yet.</summary>
    public record View(Guid OrganisationId, string Name, bool? Agreed, bool Chosen, bool SecondHop);

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/{id:guid}/participants", async Task<Results<Ok<Page<View>>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } items ? TypedResults.Ok(Paging.Whole(items)) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>?>
    {
        public async Task<IReadOnlyList<View>?> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await directory.Now(cancellationToken);
            if (await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.DrillId, cancellationToken) is not { } drill) return null;
            if (!DrillRules.SeesAll(caller, now) && !DrillRules.IsSecretariatOf(caller, drill.Ceptoar, now)) return null;
            if (DrillRules.GroupOf(drill.Ceptoar, now) is not { } ceptoar) return [];

            var chosen = await db.Participants.Where(p => p.DrillId == drill.Id && !p.IsBody).Select(p => p.OrganisationId).ToHashSetAsync(cancellationToken);
            var candidates = ParticipantRules.Candidates(ceptoar, now);
            var ids = candidates.Select(c => c.Organisation.Id).ToArray();
            var consents = await db.Consents.AsNoTracking().Where(c => ids.Contains(c.OrganisationId)).ToDictionaryAsync(c => c.OrganisationId, c => c.Agreed, cancellationToken);
            return
            [
                .. candidates.Select(c => new View(
                    c.Organisation.Id, c.Organisation.Name, consents.TryGetValue(c.Organisation.Id, out var agreed) ? agreed : null, chosen.Contains(c.Organisation.Id), c.SecondHop)),
            ];
        }
    }
}
