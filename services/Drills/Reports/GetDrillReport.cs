using Ceptoar.Directory;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Reports;

/// <summary>The report of a drill that has ended, as JSON, CSV or a page; for those of <see cref="ReportRules"/>. Who it was stands in the CSV alone, for those who may know.</summary>
public static class GetDrillReport
{
    const int MostYears = 10;

    public record Query(Guid Id) : IRequest<Report?>;

    /// <summary><c>Earlier</c>: the closed drills of the same CEPTOAR in campaigns of earlier years, newest first.</summary>
    public record View(ReportedDrill Drill, DrillFigures Figures, SurveyFigures Survey, IReadOnlyList<EarlierDrill> Earlier);

    public record EarlierDrill(int Year, Guid CampaignId, Guid DrillId, DrillFigures Figures);

    /// <param name="Named">Null where the caller may not know who it was.</param>
    public record Report(View View, IReadOnlyList<NamedMeasure>? Named);

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/{id:guid}/report", async Task<Results<Ok<View>, FileContentHttpResult, NotFound>> (Guid id, string? format, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            var wanted = ReportFormat.Of(format);
            if (await mediator.Send(new Query(id), ct) is not { } report) return TypedResults.NotFound();

            var name = $"drill-{report.View.Drill.Year}-{report.View.Drill.Ceptoar}";
            return ReportFormat.Answer(http, wanted, report.View, () => ReportCsv.Of(report), ReportPage.Of, name);
        });

    public class Handler(DrillsDb db, Measuring measuring, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Report?>
    {
        public async Task<Report?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) is not { } drill) return null;

            var now = await directory.Now(cancellationToken);
            var sight = ReportRules.Of(drill, caller, now);
            if (sight == Sight.Nothing) return null;
            if (await db.ClosedReports.AsNoTracking().SingleOrDefaultAsync(r => r.DrillId == drill.Id, cancellationToken) is not { } report) throw NotYet(drill);

            var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == drill.CampaignId, cancellationToken);
            var sheets = await db.Sheets.AsNoTracking().Where(s => s.CampaignId == campaign.Id).ToListAsync(cancellationToken);
            var answers = await db.SheetAnswers.AsNoTracking().Where(a => a.DrillId == drill.Id).ToListAsync(cancellationToken);
            var earlier = await (
                from before in db.Drills.AsNoTracking()
                join its in db.Campaigns.AsNoTracking() on before.CampaignId equals its.Id
                join closed in db.ClosedReports.AsNoTracking() on before.Id equals closed.DrillId
                where before.Ceptoar == drill.Ceptoar && before.State == Drill.Closed && its.Year < campaign.Year
                orderby its.Year descending, before.StartedAt descending
                select new EarlierDrill(its.Year, its.Id, before.Id, closed.Figures)).Take(MostYears).ToListAsync(cancellationToken);

            return new(
                new(ReportedDrill.Of(drill, campaign, report, now), report.Figures, SurveyFigures.Of(sheets, answers), earlier),
                sight == Sight.Names ? NamedMeasure.Of(await measuring.Of(drill, cancellationToken), now) : null);
        }

        static RuleViolation NotYet(Drill drill) => drill.State switch
        {
            Drill.Planned => new("訓練はまだ始まっていません。", "The drill has not begun."),
            Drill.Running => new("訓練は実施中です。報告書は終了後に作成されます。", "The drill runs; its report is written when it has ended."),
            Drill.Cancelled => new("訓練は中止されました。報告書はありません。", "The drill was called off; there is no report."),
            _ => new("報告書を作成しています。数秒後に再度お試しください。", "The report is being written; try again in a few seconds."),
        };
    }
}
