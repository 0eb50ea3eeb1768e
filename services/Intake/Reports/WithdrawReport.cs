using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Attachments;
using Ceptoar.Intake.Drafts;
using Ceptoar.Intake.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>
/// The reporter takes a report back: its text, its files and their keys are destroyed here, and the bus is told to do the same and recall what is out.
/// What still leads to the reporter goes a while later (<see cref="ForgetReporters"/>).
/// </summary>
public static class WithdrawReport
{
    public record Command(Guid ReportId) : IRequest<Receipt?>;

    public record Receipt(Guid Id, string Number, string Status);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/withdrawal", async Task<Results<Ok<Receipt>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, CaseVault vault, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = await db.LockReport(request.ReportId, cancellationToken);
            if (report is null || !report.OwnerKey.AsSpan().SequenceEqual(ownerKey.Of(caller.OrganisationId))) return null;

            report.Withdraw(clock.GetUtcNow());
            db.AuditOwnReport(AuditActions.ReportWithdrawn, report.Id); // before the key, which its actor hangs on, is gone
            await db.Versions.Where(v => v.ReportId == report.Id).ExecuteDeleteAsync(cancellationToken);
            await db.Openings.Where(o => o.ReportId == report.Id).ExecuteUpdateAsync(
                set => set.SetProperty(o => o.Reason, (byte[]?)null).SetProperty(o => o.State, o => o.State == IdentityOpening.Awaiting ? IdentityOpening.Withdrawn : o.State),
                cancellationToken);
            await db.Questions.Where(q => q.SourceId == report.SourceId).ExecuteDeleteAsync(cancellationToken);
            await db.Reached.Where(r => r.SourceId == report.SourceId).ExecuteDeleteAsync(cancellationToken);
            await db.ForgetFollowUps(report.Id, cancellationToken);
            await db.RemoveAttachments(report.Id, cancellationToken);
            await vault.Destroy(report.Id, cancellationToken);
            db.Publish(new ReportWithdrawn { ReportId = report.Id });
            await db.SaveChangesAsync(cancellationToken);

            return new(report.Id, report.Number, report.Status.Text());
        }
    }
}
