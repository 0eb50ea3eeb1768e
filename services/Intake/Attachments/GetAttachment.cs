using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Intake.Attachments;

/// <summary>Gives a file out, only as a ZIP with a password, to who may read the original.</summary>
public static class GetAttachment
{
    public record Query(Guid ReportId, Guid AttachmentId) : IRequest<byte[]?>;

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/attachments/{attachmentId:guid}", async Task<IResult> (Guid id, Guid attachmentId, HttpResponse response, IMediator mediator, CancellationToken ct) =>
        {
            if (await mediator.Send(new Query(id, attachmentId), ct) is not { } archive) return TypedResults.NotFound();

            response.Headers["Archive-Password"] = PasswordZip.Password;
            response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.File(archive, "application/zip", $"{attachmentId}.zip"); // not the file's own name: headers are logged by whoever stands between
        });

    public class Handler(IntakeDb db, BlobStore blobs, CaseVault vault, OriginalReading originals, Caller caller, IOptions<AttachmentSettings> settings) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await originals.Find(request.ReportId, cancellationToken) is not { } report) return null;

            var attachment = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AttachmentId && a.ReportId == report.Id, cancellationToken);
            if (attachment is null || await vault.Find(report.Id, cancellationToken) is not { } key) return null;

            if (!AttachmentRules.MayDownload(attachment.State, originals.IsOwn(report), caller.Is(Role.Analyst)))
            {
                var held = AttachmentRules.Held(attachment.State, settings.Value.HasScanner)!;
                throw new RuleViolation(held.Ja, held.En);
            }

            await originals.Record(report, AuditActions.AttachmentRead, $"report/{report.Id}/attachment/{attachment.Id}", cancellationToken);
            var content = vault.Decrypt<AttachmentContent>(key, attachment.Content);
            return await PasswordZip.Of(content.Name, attachment.Size, attachment.AddedAt, blobs.Read(attachment.Id, content.Key, cancellationToken));
        }
    }
}
