using System.Security.Cryptography;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Reports;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Attachments;

/// <summary>
/// Attaches a file to a report. Sent again, the same file under the same name is the one that is there: a client that heard no answer
/// needs no Idempotency-Key.
/// </summary>
public static class AddAttachment
{
    const int FormAround = 64 * 1024;

    public record Command(Guid ReportId, IncomingFile File) : IRequest<Receipt?>;

    public record Receipt(Guid Id, string Name, long Size, string Sha256, string State);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/attachments", async Task<Results<Created<Receipt>, NotFound>> (Guid id, string? name, HttpRequest request, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id, new IncomingFile(request, name)), ct) is { } receipt ? TypedResults.Created($"/api/reports/{id}/attachments/{receipt.Id}", receipt) : TypedResults.NotFound())
        .WithMetadata(new RequestSizeLimitAttribute(AttachmentRules.MaxBytes + FormAround))
        .WithMetadata(new WithoutTransaction()); // a slow upload would keep a connection of the database all the while

    public class Handler(IntakeDb db, BlobStore blobs, CaseVault vault, CaseSealer sealer, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            var mine = ownerKey.Of(caller.OrganisationId);
            var asked = await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.ReportId, cancellationToken);
            if (asked is null || !AttachmentRules.MayChange(asked, mine)) return null;

            var (id, key) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(BlobStore.KeyBytes));
            var (name, mediaType, stream) = await request.File.Open(cancellationToken);
            var written = await blobs.Write(id, key, stream, AttachmentRules.MaxBytes, cancellationToken);
            try
            {
                if (written.Size == 0) throw new ValidationException([new("file", Problems.Say("ファイルが空です。", "The file is empty."))]);

                await request.File.RequireEnd(cancellationToken);
                var receipt = await Keep(id, new(name, mediaType, written.Sha256, key), written.Size, request.ReportId, mine, cancellationToken);
                if (receipt?.Id != id) blobs.Delete(id);
                return receipt;
            }
            catch (Exception e) when (e is ValidationException or RuleViolation or BadHttpRequestException)
            {
                blobs.Delete(id); // after any other fault the row may stand: the sweep looks
                throw;
            }
        }

        async Task<Receipt?> Keep(Guid id, AttachmentContent content, long size, Guid reportId, byte[] mine, CancellationToken ct)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var report = (await db.LockReport(reportId, ct))!;
            if (!AttachmentRules.MayChange(report, mine)) return null;

            report.RefuseWithdrawn();
            var caseKey = (await vault.Find(reportId, ct))!;
            var attached = await db.Attachments.AsNoTracking().Where(a => a.ReportId == reportId).ToListAsync(ct);
            foreach (var one in attached)
            {
                if (vault.Decrypt<AttachmentContent>(caseKey, one.Content) is var known && known.Name == content.Name && known.Sha256 == content.Sha256) return new(one.Id, known.Name, one.Size, known.Sha256, one.State);
            }

            AttachmentRules.RequireRoom(attached, size);
            var attachment = new Attachment { Id = id, ReportId = reportId, Size = size, Content = vault.Encrypt(caseKey, content), AddedAt = clock.GetUtcNow() };
            db.Attachments.Add(attachment);
            db.Publish(new AttachmentAdded
            {
                ReportId = reportId,
                AttachmentId = id,
                Sha256 = content.Sha256,
                Size = size,
                File = sealer.Seal(new AttachedFile { Name = content.Name, MediaType = content.MediaType, Key = Convert.ToBase64String(content.Key) }),
            });
            db.AuditOwnReport(AuditActions.AttachmentAdded, reportId, $"attachment={id} size={size}");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(CancellationToken.None);
            return new(id, content.Name, size, content.Sha256, attachment.State);
        }
    }
}
