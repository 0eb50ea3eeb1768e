using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>What the author's organisation works on, as it is written: for who changes or corrects it.</summary>
public static class GetDraft
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    /// <summary>The fields of <see cref="DraftInput"/>, and where it stands. <c>Issued</c>: how many versions are out; <c>Missing</c>: the fields without which it cannot go out.</summary>
    public record View(
        Guid Id, int Revision, string State, int Issued, DateTimeOffset WrittenAt, string Template, Wording Title, Wording? Summary, string Body, string? Lessons, string? Purpose,
        string Severity, string? Urgency, string? Sector, IReadOnlyList<string> Handling, string? RequiredAction, DateTimeOffset? Due, IReadOnlyList<ReferenceInput> References,
        IReadOnlyList<FlashIndicator> Indicators, string? Origin, string? Addressee, IReadOnlyList<AttachedFile> Attachments, Tlp Tlp, IReadOnlyList<Guid> Audience, IReadOnlyList<Guid> People, DateTimeOffset? EmbargoUntil, DateTimeOffset? ExpiresAt, IReadOnlyList<string> Missing)
    {
        public static View Of(Draft d)
        {
            var c = d.Content;
            return new(
                d.Id, d.Revision, d.State, d.Issued, d.WrittenAt, c.Kind, new(c.TitleJa, c.TitleEn), Wording.Of(c.SummaryJa, c.SummaryEn), c.Body, c.Lessons, c.Purpose,
                c.Severity, c.Urgency.Length == 0 ? null : c.Urgency, c.Sector, c.Handling, c.RequiredAction, c.Due, [.. c.References.Select(r => new ReferenceInput(r.Url, r.Cve, r.CvssVector, r.CvssScore))],
                c.Indicators, c.Origin, c.Addressee, c.Attachments, d.Tlp, d.Audience, d.People, d.EmbargoUntil, d.ExpiresAt, [.. MissingFields.Of(d)]);
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/draft", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.AdvisoryId && d.Author == own, cancellationToken) is { } draft ? View.Of(draft) : null;
        }
    }
}
