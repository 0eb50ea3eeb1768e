using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Consents;

/// <summary>Whether the caller's organisation takes part in drills.</summary>
public static class GetConsent
{
    public record Query : IRequest<View>;

    /// <summary><c>Agreed</c>: null until something was said. <c>How</c>: how it told its secretariat; null where it said so itself.</summary>
    public record View(bool? Agreed, string? How, DateTimeOffset? At);

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/consent", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(DrillsDb db, Caller caller) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken) =>
            await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.OrganisationId == caller.OrganisationId, cancellationToken) is { } consent
                ? new(consent.Agreed, consent.How, consent.At)
                : new(Agreed: null, How: null, At: null);
    }
}
