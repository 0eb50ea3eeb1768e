using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Attachments;

/// <summary>Gives a file of an advisory to whoever may read the version it goes with, or works on what its organisation writes.</summary>
public static class GetAttachment
{
    public record Query(Guid AdvisoryId, Guid AttachmentId) : IRequest<byte[]?>;

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/attachments/{attachmentId:guid}", async Task<IResult> (Guid id, Guid attachmentId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id, attachmentId), ct) is { } bytes
                ? TypedResults.File(bytes, "application/octet-stream", attachmentId.ToString()) // not the file's own name: headers are logged by whoever stands between
                : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, Caller caller) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query request, CancellationToken cancellationToken)
        {
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            var content = (await reading.Shown(request.AdvisoryId, caller, cancellationToken))?.Content;
            if (!Has(content) && !Has(await Drafted(request.AdvisoryId, cancellationToken))) return null;

            return await db.Attachments.AsNoTracking().Where(a => a.Id == request.AttachmentId && a.AdvisoryId == request.AdvisoryId).Select(a => a.Bytes).SingleOrDefaultAsync(cancellationToken);

            bool Has(AdvisoryContent? said) => said is not null && Array.Exists(said.Attachments, a => a.Id == request.AttachmentId);
        }

        async Task<AdvisoryContent?> Drafted(Guid advisoryId, CancellationToken ct)
        {
            var own = caller.OrganisationId;
            return AuthorRules.Works(caller) ? await db.Drafts.AsNoTracking().Where(d => d.Id == advisoryId && d.Author == own).Select(d => d.Content).SingleOrDefaultAsync(ct) : null;
        }
    }
}
