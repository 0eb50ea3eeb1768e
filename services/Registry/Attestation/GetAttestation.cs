using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Attestation;

/// <summary>When an organisation last confirmed its entries, whether they changed since, and what it is to confirm; for itself, its secretariat and the centre.</summary>
public static class GetAttestation
{
    public record Query(Guid OrganisationId) : IRequest<View?>;

    /// <summary><c>Last</c> is null where it never did.</summary>
    public record View(Attested? Last, bool ChangedSince, IReadOnlyList<OpenTask> Open);

    public record Attested(DateTimeOffset At, string By, long OrganisationVersion, long IdentifyingVersion, long ChannelsVersion);

    /// <summary><c>Reason</c>: yearly or requested.</summary>
    public record OpenTask(string Reason, string? Note, DateTimeOffset OpenedAt, DateTimeOffset Due, DateTimeOffset? RemindedAt, bool Late);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/attestation", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.VisibleTo(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;

            var last = await db.Attestations.AsNoTracking().Where(a => a.OrganisationId == organisation.Id).OrderByDescending(a => a.At).FirstOrDefaultAsync(cancellationToken);
            var open = await db.AttestationTasks.AsNoTracking().Where(t => t.OrganisationId == organisation.Id && t.DoneAt == null).OrderBy(t => t.Due).ToListAsync(cancellationToken);
            var now = clock.GetUtcNow();
            return new(
                last is null ? null : new(last.At, last.Subject, last.OrganisationVersion, last.IdentifyingVersion, last.ChannelsVersion),
                last is not null && (last.OrganisationVersion, last.IdentifyingVersion, last.ChannelsVersion) != (organisation.Version, organisation.IdentifyingVersion, organisation.ChannelsVersion),
                [.. open.Select(t => new OpenTask(t.Reason, t.Note, t.OpenedAt, t.Due, t.RemindedAt, t.Due < now))]);
        }
    }
}
