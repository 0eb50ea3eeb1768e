using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Drafts;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>An operator hands in a report, or a desk enters what one told it; the hub keeps it, answers with its number and tells the bus.</summary>
public static class SubmitReport
{
    public record Command : ReportInput, IRequest<Receipt>
    {
        /// <summary>The draft it was written in, which goes with this.</summary>
        public Guid? DraftId { get; init; }
    }

    public record Receipt(Guid Id, string Number, string Status);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(DirectoryReader directory, Caller caller, TimeProvider clock) => Include(new ReportInputValidator(directory, caller, clock));
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var receipt = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/reports/{receipt.Id}", receipt);
        });

    public class Handler(IntakeDb db, CaseVault vault, CaseSealer sealer, OwnerKey ownerKey, DirectoryReader directory, ReportDrafts drafts, Caller caller, TimeProvider clock)
        : IRequestHandler<Command, Receipt>
    {
        public async Task<Receipt> Handle(Command request, CancellationToken cancellationToken)
        {
            await drafts.HandIn(request.DraftId, cancellationToken);
            var file = request.ToCase(request.ReporterOr(caller.OrganisationId));
            var readers = SourceVisibilityRules.ReadersOf(file.SourceVisibility, file.OrganisationId, await directory.Now(cancellationToken));
            var running = await db.Database.SqlQuery<long>($"select nextval('report_number') as \"Value\"").SingleAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var report = new Report
            {
                Id = Guid.NewGuid(),
                Number = Report.NumberOf(running, now),
                OwnerKey = ownerKey.Of(file.OrganisationId),
                ReaderKeys = [.. readers.Select(ownerKey.Of)],
                RequestedTlp = request.RequestedTlp!.Value,
                SubmittedAt = now,
                EnteredBy = request.OnBehalf is null ? null : ownerKey.Of(caller.OrganisationId),
                Means = request.OnBehalf?.Means,
                ToldAt = request.OnBehalf?.ToldAt,
            };

            db.Reports.Add(report);
            db.Versions.Add(new() { ReportId = report.Id, Version = 1, Content = vault.Encrypt(vault.NewKey(report.Id), file), SubmittedAt = now });
            db.Publish(new ReportSubmitted { ReportId = report.Id, Version = 1, RequestedTlp = report.RequestedTlp, Number = report.Number, Case = sealer.Seal(file) });
            db.AuditOwnReport(AuditActions.ReportSubmitted, report.Id);
            await db.SaveChangesAsync(cancellationToken);

            return new(report.Id, report.Number, report.Status.Text());
        }
    }
}
