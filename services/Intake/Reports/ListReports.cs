using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Drills;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>Lists the reports that the caller may read: newest first, or what came after a cursor, oldest first.</summary>
public static class ListReports
{
    public record Query(string? After, int? Limit) : IRequest<Page<Item>>;

    /// <summary><c>Title</c> of the own organisation's reports alone: to read another's is a reading of the original, which is recorded. Null of withdrawn ones, too. Of one that answers a drill (<c>Exercise</c>) it begins with the mark.</summary>
    public record Item(Guid Id, string Number, Guid? Exercise, bool Drill, string? Title, string Status, int Version, DateTimeOffset SubmittedAt, Tlp RequestedTlp, Tlp? Ceiling, GetReport.FlashView Flash);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/", (string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit), ct));

    public class Handler(IntakeDb db, CaseVault vault, OriginalReading originals, OwnerKey ownerKey, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var mine = db.Reports.AsNoTracking().ReadableBy(ownerKey.Of(caller.OrganisationId));
            var page = Paging.Position(request.After) is { } after
                ? mine.Where(r => r.Position > after).OrderBy(r => r.Position)
                : mine.OrderByDescending(r => r.Position);
            var rows = await page
                .Take(request.Limit ?? Paging.DefaultLimit)
                .GroupJoin(db.Released, r => r.SourceId, s => s.SourceId, (report, released) => new { report, released })
                .SelectMany(x => x.released.DefaultIfEmpty(), (x, released) => new { x.report, released })
                .ToListAsync(cancellationToken);
            if (request.After is null) rows.Sort((a, b) => b.report.Position.CompareTo(a.report.Position));
            else rows.Sort((a, b) => a.report.Position.CompareTo(b.report.Position));

            var titles = await TitlesOf([.. rows.Select(x => x.report).Where(originals.IsOwn)], cancellationToken);
            var items = rows.Select(x => new Item(
                x.report.Id, x.report.Number, x.report.DrillId, x.report.DrillId is not null, titles.GetValueOrDefault(x.report.Id), GetReport.StatusOf(x.report, x.released), x.report.Version, x.report.SubmittedAt,
                x.report.RequestedTlp, x.report.Ceiling, GetReport.FlashOf(x.report, x.released)));
            return new([.. items], rows.Count == 0 ? request.After : Paging.Cursor(rows.Max(x => x.report.Position)));
        }

        async Task<Dictionary<Guid, string>> TitlesOf(IReadOnlyCollection<Report> own, CancellationToken ct)
        {
            Guid[] ids = [.. own.Select(r => r.Id)];
            var keys = await vault.Find(ids, ct);
            var newest = await db.Versions.AsNoTracking().Where(v => ids.Contains(v.ReportId) && db.Reports.Any(r => r.Id == v.ReportId && r.Version == v.Version)).ToListAsync(ct);
            var drills = own.ToDictionary(r => r.Id, r => r.DrillId);
            return newest.Where(v => keys.ContainsKey(v.ReportId))
                .ToDictionary(v => v.ReportId, v => ExerciseRules.Marked(vault.Decrypt<CaseFile>(keys[v.ReportId], v.Content).Title, drills[v.ReportId]));
        }
    }
}
