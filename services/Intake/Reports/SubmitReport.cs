using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Drafts;
using Ceptoar.Intake.Drills;
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

    public record Receipt(Guid Id, string Number, string Status, Notice[] Notices);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(IntakeDb db, DirectoryReader directory, Caller caller, TimeProvider clock)
        {
            Include(new ReportInputValidator(directory, caller, clock));
            RuleFor(c => c.Exercise).CustomAsync(async (_, context, ct) =>
            {
                var report = context.InstanceToValidate;
                var drill = await db.DrillOf(report.DrillId, ct);
                if (ExerciseRules.Fault(drill, report.ReporterOr(caller.OrganisationId)) is var (ja, en)) context.AddFailure(Problems.Say(ja, en));
            }).When(c => c.Exercise is not null);
        }
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
            var drill = request.DrillId is { } id ? await db.Drills.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken) : null;
            var file = request.ToCase(request.ReporterOr(caller.OrganisationId), drill is not null);
            var readers = ExerciseRules.ReadersOf(file, drill, await directory.Now(cancellationToken));
            var series = drill is null ? "report_number" : "drill_report_number";
            var running = await db.Database.SqlQuery<long>($"select nextval(cast({series} as regclass)) as \"Value\"").SingleAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var report = new Report
            {
                Id = Guid.NewGuid(),
                Number = Report.NumberOf(running, drill is not null, now),
                DrillId = drill?.Id,
                OwnerKey = ownerKey.Of(file.OrganisationId),
                ReaderKeys = [.. readers.Select(ownerKey.Of)],
                RequestedTlp = request.RequestedTlp!.Value,
                SubmittedAt = now,
                EnteredBy = request.OnBehalf is null ? null : ownerKey.Of(caller.OrganisationId),
                Means = request.OnBehalf?.Means,
                ToldAt = request.OnBehalf?.ToldAt,
            };

            if (drill is not null) await Answer(drill.Id, report, file.OrganisationId, cancellationToken);
            db.Reports.Add(report);
            db.Versions.Add(new() { ReportId = report.Id, Version = 1, Content = vault.Encrypt(vault.NewKey(report.Id), file), SubmittedAt = now });
            db.Publish(new ReportSubmitted { ReportId = report.Id, Version = 1, RequestedTlp = report.RequestedTlp, Number = report.Number, DrillId = report.DrillId, Case = sealer.Seal(file) });
            db.AuditOwnReport(AuditActions.ReportSubmitted, report.Id);
            await db.SaveChangesAsync(cancellationToken);

            return new(report.Id, report.Number, report.Status.Text(), report.DrillId is null ? [] : [ExerciseRules.ParticipantsOnly]);
        }

        /// <summary>Said with an organisation's first report in a drill.</summary>
        async Task Answer(Guid drill, Report report, Guid reporter, CancellationToken ct)
        {
            if (await db.Reports.AnyAsync(r => r.DrillId == drill && r.OwnerKey == report.OwnerKey, ct)) return;

            db.Publish(new DrillAnswered { DrillId = drill, OrganisationId = reporter, ReportId = report.Id, Number = report.Number, At = report.SubmittedAt });
        }
    }
}
