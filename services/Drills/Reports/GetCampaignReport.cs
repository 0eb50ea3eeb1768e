using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Reports;

/// <summary>The report of a campaign: all its drills together and each, of those that the caller may see (<see cref="ReportRules"/>); as JSON, CSV or a page.</summary>
public static class GetCampaignReport
{
    const int MostYears = 10;

    public record Query(Guid Id) : IRequest<Report?>;

    /// <summary><c>Figures</c> and <c>Survey</c> are those of the drills whose reports are written, together; <c>Earlier</c>: what the campaigns of earlier years came to, newest first.</summary>
    public record View(CampaignView Campaign, DrillFigures Figures, IReadOnlyList<DrillReport> Drills, SurveyFigures Survey, IReadOnlyList<EarlierCampaign> Earlier);

    /// <param name="Title">In the caller's language, as <paramref name="Aims"/>.</param>
    public record CampaignView(Guid Id, int Year, string Title, string Aims, DateTimeOffset? ClosedAt);

    /// <param name="Figures">Null until its report is written.</param>
    public record DrillReport(ReportedDrill Drill, DrillFigures? Figures);

    /// <param name="Drills">How many drills it closed of CEPTOARs that the caller may see.</param>
    /// <param name="Rate">Share of the participants that confirmed, 0 to 1; null where there was none.</param>
    public record EarlierCampaign(int Year, Guid CampaignId, string Title, int Drills, int Participants, int Confirmed, double? Rate);

    /// <param name="Named">By drill, of those whose participants the caller may know.</param>
    public record Report(View View, IReadOnlyDictionary<Guid, IReadOnlyList<NamedMeasure>> Named);

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/{campaignId:guid}/report", async Task<Results<Ok<View>, FileContentHttpResult, NotFound>> (Guid campaignId, string? format, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            var wanted = ReportFormat.Of(format);
            if (await mediator.Send(new Query(campaignId), ct) is not { } report) return TypedResults.NotFound();

            var name = $"drills-{report.View.Campaign.Year}";
            return ReportFormat.Answer(http, wanted, report.View, () => ReportCsv.Of(report), ReportPage.Of, name);
        });

    public class Handler(DrillsDb db, Measuring measuring, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Report?>
    {
        public async Task<Report?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) is not { } campaign) return null;

            var now = await directory.Now(cancellationToken);
            var drills = (await db.Drills.AsNoTracking().Where(d => d.CampaignId == campaign.Id).OrderBy(d => d.CreatedNo).ToListAsync(cancellationToken)).Where(d => ReportRules.Of(d, caller, now) != Sight.Nothing).ToArray();
            if (drills.Length == 0 && !now.IsTheCentre(caller.OrganisationId)) return null;

            Guid[] ids = [.. drills.Select(d => d.Id)];
            var reports = await db.ClosedReports.AsNoTracking().Where(r => ids.Contains(r.DrillId)).ToDictionaryAsync(r => r.DrillId, cancellationToken);
            var ended = drills.Where(d => reports.ContainsKey(d.Id)).ToArray();
            var played = await measuring.Of(ended, cancellationToken);
            var sheets = await db.Sheets.AsNoTracking().Where(s => s.CampaignId == campaign.Id).ToListAsync(cancellationToken);
            var answers = await db.SheetAnswers.AsNoTracking().Where(a => reports.Keys.Contains(a.DrillId)).ToListAsync(cancellationToken);
            var view = new View(
                new(campaign.Id, campaign.Year, Problems.Say(campaign.TitleJa, campaign.TitleEn), Problems.Say(campaign.AimsJa, campaign.AimsEn), campaign.ClosedAt),
                FigureRules.Of(played.Values),
                [.. drills.Select(d => new DrillReport(ReportedDrill.Of(d, campaign, reports.GetValueOrDefault(d.Id), now), reports.GetValueOrDefault(d.Id)?.Figures))],
                SurveyFigures.Of(sheets, answers), await Earlier(campaign, now, cancellationToken));
            return new(view, ended.Where(d => ReportRules.Of(d, caller, now) == Sight.Names).ToDictionary(d => d.Id, d => NamedMeasure.Of(played[d.Id], now)));
        }

        async Task<List<EarlierCampaign>> Earlier(Campaign campaign, DirectorySnapshot now, CancellationToken ct)
        {
            var closed = await (
                from drill in db.Drills.AsNoTracking()
                join its in db.Campaigns.AsNoTracking() on drill.CampaignId equals its.Id
                join report in db.ClosedReports.AsNoTracking() on drill.Id equals report.DrillId
                where drill.State == Drill.Closed && its.Year < campaign.Year && its.Year >= campaign.Year - MostYears
                select new { Drill = drill, Campaign = its, report.Figures }).ToListAsync(ct);
            return
            [
                .. from one in closed
                   where ReportRules.Of(one.Drill, caller, now) != Sight.Nothing
                   group one by one.Campaign.Id into drills
                   let its = drills.First().Campaign
                   let participants = drills.Sum(d => d.Figures.Participants)
                   let confirmed = drills.Sum(d => d.Figures.Confirmed)
                   orderby its.Year descending, its.CreatedNo descending
                   select new EarlierCampaign(
                       its.Year, its.Id, Problems.Say(its.TitleJa, its.TitleEn), drills.Count(), participants, confirmed, participants == 0 ? null : Math.Round((double)confirmed / participants, 4)),
            ];
        }
    }
}
