using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Intake.Reports;

/// <summary>An operator confirms what a desk entered on its behalf; from then on it alone adds to it.</summary>
public static class ConfirmReport
{
    public record Command(Guid ReportId) : IRequest<Receipt?>;

    public record Receipt(Guid Id, string Number, DateTimeOffset ConfirmedAt);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/confirmation", async Task<Results<Ok<Receipt>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(id), ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = await db.LockReport(request.ReportId, cancellationToken);
            if (report is null || !report.OwnerKey.AsSpan().SequenceEqual(ownerKey.Of(caller.OrganisationId))) return null;

            report.Confirm(clock.GetUtcNow());
            db.AuditOwnReport(AuditActions.ReportConfirmed, report.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new(report.Id, report.Number, report.ConfirmedAt!.Value);
        }
    }
}
