using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Attestation;

/// <summary>An organisation confirms its entries; what it was to confirm is done with that.</summary>
public static class Attest
{
    public record Command(Guid OrganisationId) : IRequest<View?>;

    public record View(DateTimeOffset At, long OrganisationVersion, long IdentifyingVersion, long ChannelsVersion);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/attestation", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (await db.SpokenForBy(caller).SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;

            var now = clock.GetUtcNow();
            var record = new AttestationRecord
            {
                Id = Guid.NewGuid(),
                OrganisationId = organisation.Id,
                At = now,
                Subject = caller.Subject,
                OrganisationVersion = organisation.Version,
                IdentifyingVersion = organisation.IdentifyingVersion,
                ChannelsVersion = organisation.ChannelsVersion,
            };
            db.Add(record);
            foreach (var task in await db.AttestationTasks.Where(t => t.OrganisationId == organisation.Id && t.DoneAt == null).ToListAsync(cancellationToken)) task.DoneAt = now;
            db.Remember(organisation.Id, caller.Subject, now, "attested", from: null, to: null);
            db.Audit(AuditActions.OrganisationAttested, $"organisation/{organisation.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return new(record.At, record.OrganisationVersion, record.IdentifyingVersion, record.ChannelsVersion);
        }
    }
}
