using System.Security.Cryptography;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ceptoar.Distribution.Attachments;

/// <summary>
/// Attaches a file to what the caller's organisation writes; it goes out with the next version. Sent again, the same file under the
/// same name is the one that is there.
/// </summary>
public static class AddAttachment
{
    const int FormAround = 64 * 1024;

    public record Command(Guid AdvisoryId, IncomingFile File) : IRequest<GetDraft.View?>;

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/attachments", async Task<Results<Ok<GetDraft.View>, NotFound>> (Guid id, string? name, HttpRequest request, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id, new IncomingFile(request, name)), ct) is { } draft ? TypedResults.Ok(draft) : TypedResults.NotFound())
        .WithMetadata(new RequestSizeLimitAttribute(AdvisoryAttachment.MaxBytes + FormAround))
        .WithMetadata(new WithoutTransaction()); // a slow upload would hold the draft all the while

    public class Handler(DistributionDb db, Authoring authoring, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetDraft.View?>
    {
        public async Task<GetDraft.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var (name, _, stream) = await request.File.Open(cancellationToken);
            var bytes = await Read(stream, cancellationToken);
            await request.File.RequireEnd(cancellationToken);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await authoring.Own(request.AdvisoryId, cancellationToken) is not { } draft) return null;

            await authoring.RefuseRecalled(draft, cancellationToken);
            var attached = draft.Content.Attachments;
            if (attached.Any(a => a.Name == name && a.Sha256 == sha256)) return GetDraft.View.Of(draft);

            AdvisoryAttachment.RequireRoom(attached);
            var file = new AttachedFile(Guid.NewGuid(), name, bytes.Length, sha256);
            db.Attachments.Add(new() { Id = file.Id, AdvisoryId = draft.Id, Bytes = bytes });
            draft.Attach([.. attached, file], caller.Subject, clock.GetUtcNow());
            db.Audit(AuditActions.AdvisoryDraftChanged, $"advisory/{draft.Id}", $"revision={draft.Revision} attachment={file.Id} size={file.Size}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            return GetDraft.View.Of(draft);
        }

        static async Task<byte[]> Read(Stream stream, CancellationToken ct)
        {
            using var bytes = new MemoryStream();
            var part = new byte[81_920];
            for (var read = await stream.ReadAsync(part, ct); read > 0; read = await stream.ReadAsync(part, ct))
            {
                if (bytes.Length + read > AdvisoryAttachment.MaxBytes) throw Wrong("ファイルは 10 MB までです。", "A file may have 10 MB at most.");
                bytes.Write(part, 0, read);
            }

            return bytes.Length > 0 ? bytes.ToArray() : throw Wrong("ファイルが空です。", "The file is empty.");
        }

        static ValidationException Wrong(string ja, string en) => new([new("file", Problems.Say(ja, en))]);
    }
}
