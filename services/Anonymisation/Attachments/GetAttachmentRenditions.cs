using Ceptoar.Anonymisation.Cases;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>Shows the reporter's organisation what was made of its files. Their indicators join a flash that waits; a text leaves only with an approval of its hash.</summary>
public static class GetAttachmentRenditions
{
    public record Query(Guid ReportId) : IRequest<Page<Item>?>;

    /// <summary>As <see cref="AttachmentRendition"/>.</summary>
    public record Item(Guid AttachmentId, string State, Notice[] Reasons, string? Name, string? Text, string? Hash, FlashIndicator[] Indicators);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/rendition/attachments", async Task<Results<Ok<Page<Item>>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } page ? TypedResults.Ok(page) : TypedResults.NotFound());

    public class Handler(AnonymisationDb db, CaseVault vault, OwnerKey ownerKey, Caller caller) : IRequestHandler<Query, Page<Item>?>
    {
        public async Task<Page<Item>?> Handle(Query request, CancellationToken cancellationToken)
        {
            var mine = ownerKey.Of(caller.OrganisationId);
            if (!await db.Cases.AnyAsync(c => c.ReportId == request.ReportId && c.OwnerKey == mine, cancellationToken) || await vault.Find(request.ReportId, cancellationToken) is not { } key) return null;

            var files = await db.Attachments.AsNoTracking().Where(a => a.ReportId == request.ReportId && !a.Removed).OrderBy(a => a.AttachmentId).ToListAsync(cancellationToken);
            return Paging.Whole(files.Select(f => Shown(f.AttachmentId, vault.Decrypt<AttachmentContent>(key, f.Content).Rendition ?? AttachmentRendition.Held(AttachmentKinds.Waiting))));
        }

        static Item Shown(Guid id, AttachmentRendition made) => new(id, made.State, made.Reasons, made.Name, made.Text, made.Hash, made.Indicators);
    }
}
