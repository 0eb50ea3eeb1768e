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
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Intake.Reports;

/// <summary>The reporter tells more, or who entered its report does until it confirms: a follow-up is a whole new version of the report and goes the same way again.</summary>
public static class AddVersion
{
    public record Command : ReportInput, IRequest<Receipt?>
    {
        internal Guid ReportId { get; init; }

        /// <summary>The draft it was written in, which goes with this.</summary>
        public Guid? DraftId { get; init; }
    }

    public record Receipt(Guid Id, string Number, int Version, string Status, Notice[] Notices);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(DirectoryReader directory, Caller caller, TimeProvider clock) => Include(new ReportInputValidator(directory, caller, clock));
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/versions", async Task<Results<Created<Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } receipt ? TypedResults.Created($"/api/reports/{id}", receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, CaseVault vault, CaseSealer sealer, OwnerKey ownerKey, DirectoryReader directory, ReportDrafts drafts, Caller caller, TimeProvider clock)
        : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = await db.LockReport(request.ReportId, cancellationToken);
            var reporter = request.ReporterOr(caller.OrganisationId);
            if (report is null || !report.OwnerKey.AsSpan().SequenceEqual(ownerKey.Of(reporter))) return null;
            if (request.OnBehalf is not null && !report.IsEnteredBy(ownerKey.Of(caller.OrganisationId))) return null;

            var drill = report.DrillId is { } id ? await db.DrillOf(id, cancellationToken) : null;
            RefuseOtherMark(request, report, drill, reporter);
            await drafts.HandIn(request.DraftId, cancellationToken);
            var file = request.ToCase(reporter, report.DrillId is not null);
            var readers = ExerciseRules.ReadersOf(file, drill, await directory.Now(cancellationToken));
            report.AddVersion(request.RequestedTlp!.Value, [.. readers.Select(ownerKey.Of)]);

            var key = (await vault.Find(report.Id, cancellationToken))!;
            db.Versions.Add(new() { ReportId = report.Id, Version = report.Version, Content = vault.Encrypt(key, file), SubmittedAt = clock.GetUtcNow() });
            db.Publish(new ReportSubmitted { ReportId = report.Id, Version = report.Version, RequestedTlp = report.RequestedTlp, Number = report.Number, DrillId = report.DrillId, Case = sealer.Seal(file) });
            db.AuditOwnReport(AuditActions.ReportVersionAdded, report.Id, $"version={report.Version}");
            await db.SaveChangesAsync(cancellationToken);

            return new(report.Id, report.Number, report.Version, report.Status.Text(), report.DrillId is null ? [] : [ExerciseRules.ParticipantsOnly]);
        }

        /// <summary>A drill's report stays one, and goes on while its drill runs; what is real is a report of its own.</summary>
        static void RefuseOtherMark(Command request, Report report, Drill? drill, Guid reporter)
        {
            var fault = ExerciseRules.FaultOfVersion(request.Exercise, request.DrillId, report.DrillId);
            if (report.DrillId is not null) fault ??= ExerciseRules.Fault(drill, reporter);
            if (fault is var (ja, en)) throw new ValidationException([new("exercise", Problems.Say(ja, en))]);
        }
    }
}
