using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>Shows the reporter's organisation the labels of its report and the reasons for them.</summary>
public static class GetLabel
{
    public record Query(Guid ReportId) : IRequest<View?>;

    public record View(Guid ReportId, int Version, Tlp Original, Tlp Ceiling, LabelReason[] Reasons, DateTimeOffset DecidedAt);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/label", async Task<IResult> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, OwnerKey ownerKey, Caller caller) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var mine = ownerKey.Of(caller.OrganisationId);
            return db.Decisions.AsNoTracking()
                .Where(d => d.ReportId == request.ReportId && d.OwnerKey == mine)
                .OrderByDescending(d => d.Version)
                .Select(d => new View(d.ReportId, d.Version, d.Original, d.Ceiling, d.Reasons, d.DecidedAt))
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
