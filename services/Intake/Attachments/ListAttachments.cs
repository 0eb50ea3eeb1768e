using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Intake.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Intake.Attachments;

/// <summary>Lists the files of a report for who may read its original, for their names are part of it.</summary>
public static class ListAttachments
{
    public record Query(Guid ReportId) : IRequest<Page<Item>?>;

    /// <summary><c>Held</c>: why it is not given to everyone who may read the report; null where it is.</summary>
    public record Item(Guid Id, string Name, string MediaType, long Size, string Sha256, string State, Notice? Held, DateTimeOffset AddedAt);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/attachments", async Task<Results<Ok<Page<Item>>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } page ? TypedResults.Ok(page) : TypedResults.NotFound());

    public class Handler(IntakeDb db, CaseVault vault, OriginalReading originals, IOptions<AttachmentSettings> settings) : IRequestHandler<Query, Page<Item>?>
    {
        public async Task<Page<Item>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await originals.Find(request.ReportId, cancellationToken) is not { } report) return null;

            await originals.Record(report, AuditActions.ReportRead, $"report/{report.Id}", cancellationToken);
            if (await vault.Find(report.Id, cancellationToken) is not { } key) return Paging.Whole<Item>([]);

            var attached = await db.Attachments.AsNoTracking().Where(a => a.ReportId == report.Id).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
            return Paging.Whole(attached.Select(a => vault.Decrypt<AttachmentContent>(key, a.Content) is var content
                ? new Item(a.Id, content.Name, content.MediaType, a.Size, content.Sha256, a.State, AttachmentRules.Held(a.State, settings.Value.HasScanner), a.AddedAt)
                : null!));
        }
    }
}
