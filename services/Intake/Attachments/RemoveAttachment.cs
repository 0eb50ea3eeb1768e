using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Attachments;

/// <summary>Takes a file back from a report: its key goes at once, the file itself when the services that share the store hear of it.</summary>
public static class RemoveAttachment
{
    public record Command(Guid ReportId, Guid AttachmentId) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapDelete("/{id:guid}/attachments/{attachmentId:guid}", async Task<Results<NoContent, NotFound>> (Guid id, Guid attachmentId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id, attachmentId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(IntakeDb db, OwnerKey ownerKey, Caller caller) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = await db.LockReport(request.ReportId, cancellationToken);
            if (report is null || !AttachmentRules.MayChange(report, ownerKey.Of(caller.OrganisationId))) return false;
            if (await db.Attachments.Where(a => a.Id == request.AttachmentId && a.ReportId == report.Id).ExecuteDeleteAsync(cancellationToken) == 0) return false;

            db.Publish(new AttachmentRemoved { ReportId = report.Id, AttachmentId = request.AttachmentId });
            db.AuditOwnReport(AuditActions.AttachmentRemoved, report.Id, $"attachment={request.AttachmentId}");
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>Takes back all files of a report that is withdrawn; saved with the caller's work.</summary>
    public static async Task RemoveAttachments(this IntakeDb db, Guid reportId, CancellationToken ct)
    {
        foreach (var id in await db.Attachments.Where(a => a.ReportId == reportId).Select(a => a.Id).ToListAsync(ct)) db.Publish(new AttachmentRemoved { ReportId = reportId, AttachmentId = id });
        await db.Attachments.Where(a => a.ReportId == reportId).ExecuteDeleteAsync(ct);
    }
}
