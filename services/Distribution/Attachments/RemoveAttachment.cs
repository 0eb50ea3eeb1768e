using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Attachments;

/// <summary>Takes a file from what the caller's organisation writes; from what is out with its next version.</summary>
public static class RemoveAttachment
{
    public record Command(Guid AdvisoryId, Guid AttachmentId) : IRequest<GetDraft.View?>;

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapDelete("/{id:guid}/attachments/{attachmentId:guid}", async Task<Results<Ok<GetDraft.View>, NotFound>> (Guid id, Guid attachmentId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id, attachmentId), ct) is { } draft ? TypedResults.Ok(draft) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Authoring authoring, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetDraft.View?>
    {
        public async Task<GetDraft.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await authoring.Own(request.AdvisoryId, cancellationToken) is not { } draft) return null;
            if (!Array.Exists(draft.Content.Attachments, a => a.Id == request.AttachmentId)) return null;

            await authoring.RefuseRecalled(draft, cancellationToken);
            draft.Attach([.. draft.Content.Attachments.Where(a => a.Id != request.AttachmentId)], caller.Subject, clock.GetUtcNow());
            db.Audit(AuditActions.AdvisoryDraftChanged, $"advisory/{draft.Id}", $"revision={draft.Revision}");
            await db.SaveChangesAsync(cancellationToken);
            return GetDraft.View.Of(draft);
        }
    }
}
