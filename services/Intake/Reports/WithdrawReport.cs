using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Attachments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>The reporter takes a report back: its text, its files and their keys are destroyed here, and the bus is told to do the same and recall what is out.</summary>
public static class WithdrawReport
{
    public record Command(Guid ReportId) : IRequest<Receipt?>;

    public record Receipt(Guid Id, string Number, string Status);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/withdrawal", async Task<IResult> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, CaseVault vault, OwnerKey ownerKey, Caller caller) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = await db.LockReport(request.ReportId, cancellationToken);
            if (report is null || !report.OwnerKey.AsSpan().SequenceEqual(ownerKey.Of(caller.OrganisationId))) return null;

            report.Withdraw();
            await db.Versions.Where(v => v.ReportId == report.Id).ExecuteDeleteAsync(cancellationToken);
            await db.RemoveAttachments(report.Id, cancellationToken);
            await vault.Destroy(report.Id, cancellationToken);
            db.Publish(new ReportWithdrawn { ReportId = report.Id });
            db.AuditOwnReport(AuditActions.ReportWithdrawn, report.Id);
            await db.SaveChangesAsync(cancellationToken);

            return new(report.Id, report.Number, report.Status.Text());
        }
    }
}
