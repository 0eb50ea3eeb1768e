using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>By which channels an organisation is reached, in their order; where it has no plan of its own, those of its CEPTOAR, without contacts.</summary>
public static class GetChannels
{
    public record Query(Guid OrganisationId) : IRequest<Plan?>;

    /// <summary><c>Source</c>: organisation or ceptoar. <c>Next</c> is always null.</summary>
    public record Plan(string Source, IReadOnlyList<View> Items, string? Next);

    /// <summary><c>Position</c> counts from 1; <c>TestResult</c>: reached, notReached or bounced.</summary>
    public record View(int Position, string Channel, string? Contact, string? Holder, DateTimeOffset? TestedAt, string? TestResult, bool Bouncing);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/channels", async Task<Results<Ok<Plan>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } plan ? TypedResults.Ok(plan) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer) : IRequestHandler<Query, Plan?>
    {
        public async Task<Plan?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.VisibleTo(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;

            var own = await db.Channels.AsNoTracking().Where(c => c.OrganisationId == organisation.Id).OrderBy(c => c.Position).ToListAsync(cancellationToken);
            return own.Count > 0
                ? Of(own, sealer)
                : new("ceptoar", [.. ChannelTable.Of(organisation).Select((channel, i) => new View(i + 1, channel, null, null, null, null, Bouncing: false))], Next: null);
        }
    }

    /// <summary>The plan of an organisation's own.</summary>
    public static Plan Of(IEnumerable<OrganisationChannel> own, IdentifyingSealer sealer) => new("organisation", [.. own.Select(channel =>
    {
        var contact = channel.Opened(sealer);
        return new View(channel.Position, channel.Channel, contact?.Address, contact?.Holder, channel.TestedAt, channel.TestResult, channel.Bouncing);
    })], Next: null);
}
