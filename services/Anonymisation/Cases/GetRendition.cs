using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>Shows the reporter's organisation what would go out of its report: what was removed and why, what was kept, what risk is left.</summary>
public static class GetRendition
{
    public record Query(Guid ReportId) : IRequest<View?>;

    /// <summary>Spans are UTF-16 units of the text as stored. The hash is what an approval is given for. <c>Drill</c>: all of it goes out under the mark of its drill (<c>Exercise</c>).</summary>
    public record View(
        Guid ReportId, Guid? Exercise, bool Drill, int ReportVersion, long Version, string Status, string FlashState, Tlp Tlp, Flash Flash, NarrativeView Narrative,
        Removal[] Removed, Kept[] Kept, Risk Risk, string[] Blocked, string Hash, Notice? Anonymity, CaseMark[] Marks);

    public record NarrativeView(string Title, string Body, string? PlainSummary);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/rendition", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(AnonymisationDb db, CaseVault vault, OwnerKey ownerKey, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var mine = ownerKey.Of(caller.OrganisationId);
            var found = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == request.ReportId && c.OwnerKey == mine, cancellationToken);
            if (found is null || await vault.Find(found.ReportId, cancellationToken) is not { } key) return null;

            var content = vault.Decrypt<CaseContent>(key, found.Content);
            var r = content.Rendition;
            return new(
                found.ReportId, found.DrillId, found.DrillId is not null, found.ReportVersion, found.Version, found.Narrative, found.Flash, found.Tlp, r.Flash, new(r.Title, r.Body, r.PlainSummary),
                r.Removed, r.Kept, r.Risk, r.Blocked, found.Hash, r.AnonymityNotice, content.Marks);
        }
    }
}
