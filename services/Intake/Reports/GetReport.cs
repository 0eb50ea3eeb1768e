using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Intake.Drills;
using Ceptoar.Intake.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>Reads one report: the reporter's organisation, and whom it lets read the original (<see cref="ReportVisibilityRules"/>).</summary>
public static class GetReport
{
    public record Query(Guid ReportId) : IRequest<View?>;

    /// <summary>
    /// The report as it stands. <c>Report</c> is null once it was withdrawn; <c>Exercise</c> is the drill that it answers, and then others than the reporter read its title with the mark; <c>IdentityOpenings</c>, oldest first, <c>FirstRead</c> and <c>Outcome</c> are told to the reporter alone.
    /// </summary>
    public record View(
        Guid Id, string Number, Guid? Exercise, bool Drill, string Status, int Version, DateTimeOffset SubmittedAt, Tlp RequestedTlp, Tlp? Original, Tlp? Ceiling,
        string? Severity, string? Urgency, string[] Handling, FlashView Flash, Notice[] Notices, OnBehalfView? OnBehalf, ToldOpening[] IdentityOpenings,
        FirstReadView? FirstRead, OutcomeView? Outcome, CaseFile? Report);

    /// <summary>How the reporter told it to who entered it; null where it entered it itself. <c>ConfirmedAt</c> is null until it confirms.</summary>
    public record OnBehalfView(string Means, DateTimeOffset? ToldAt, DateTimeOffset? ConfirmedAt);

    /// <summary>State: none, held, released or blocked.</summary>
    public record FlashView(string State, Guid? AdvisoryId);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(IntakeDb db, CaseVault vault, OriginalReading originals) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await originals.Find(request.ReportId, cancellationToken) is not { } report) return null;

            await originals.Record(report, AuditActions.ReportRead, $"report/{report.Id}", cancellationToken);
            var own = originals.IsOwn(report);
            var released = await db.Released.AsNoTracking().SingleOrDefaultAsync(s => s.SourceId == report.SourceId, cancellationToken);
            var version = await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.ReportId == report.Id && v.Version == report.Version, cancellationToken);
            var key = await vault.Find(report.Id, cancellationToken);
            var openings = own ? await db.Openings.AsNoTracking().Where(o => o.ReportId == report.Id).OrderBy(o => o.AskedAt).ToListAsync(cancellationToken) : [];
            ToldOpening[] told = [.. openings.Select(o => ToldOpening.Of(o, key is null || o.Reason is null ? null : vault.Decrypt<string>(key, o.Reason)))];
            var reach = own && released is not null ? await db.Reached.AsNoTracking().SingleOrDefaultAsync(r => r.SourceId == released.SourceId && r.AdvisoryId == released.AdvisoryId, cancellationToken) : null;
            var file = version is null || key is null ? null : vault.Decrypt<CaseFile>(key, version.Content);
            Notice[] ofDrill = report.DrillId is null ? [] : [ExerciseRules.ParticipantsOnly];
            return new(
                report.Id, report.Number, report.DrillId, report.DrillId is not null, StatusOf(report, released), report.Version, report.SubmittedAt, report.RequestedTlp, report.Original, report.Ceiling,
                report.Severity, report.Urgency, report.Handling, FlashOf(report, released), [.. ofDrill, .. report.Notices, .. told.Select(o => o.Notice)],
                report.EnteredBy is null ? null : new(report.Means!, report.ToldAt, report.ConfirmedAt), told,
                own && report.FirstReadAt is { } at ? new(report.FirstReadBy!, at) : null, own && report.Status != ReportStatus.Withdrawn ? OutcomeView.Of(released, reach) : null, own || file is null ? file : file with { Title = ExerciseRules.Marked(file.Title, report.DrillId) });
        }
    }

    /// <summary>A narrative that was approved is released once Distribution says so.</summary>
    internal static string StatusOf(Report report, ReleasedSource? released) =>
        (report.Status == ReportStatus.Approved && released is { Narrative: true } ? ReportStatus.Released : report.Status).Text();

    internal static FlashView FlashOf(Report report, ReleasedSource? released) => (report.Flash, released) switch
    {
        (_, { } r) => new("released", r.AdvisoryId),
        ("ready", null) => new("none", null),
        var (state, _) => new(state, null),
    };
}
