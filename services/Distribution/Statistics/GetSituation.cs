using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Statistics;

/// <summary>
/// The situation for the centre's board: what stands now, by sector and severity, hour by hour, and from which sector it went to which. It counts
/// what the caller may see and nothing else, of sources only what their flash tells, and no drill (<c>docs/adr/0022-the-situation.md</c>).
/// </summary>
public static class GetSituation
{
    const int MostHours = 168;
    const int MostAdvisories = 5_000;
    const int MostRunning = 200;

    /// <param name="Hours">How far back the timeline goes: 24 unless given, at most 168.</param>
    public record Query(int? Hours) : IRequest<View>;

    /// <summary><c>Grid</c> holds what is not zero. Reports are those that stand in a released advisory which has not expired.</summary>
    public record View(DateTimeOffset At, int ReportsLast24Hours, int ReportsLast7Days, IReadOnlyList<Cell> Grid, IReadOnlyList<Hour> Timeline, IReadOnlyList<Running> Running, IReadOnlyList<Spread> Spread);

    /// <summary><c>Sector</c> is null where the flash does not tell it, for too few could have reported it.</summary>
    public record Cell(string? Sector, string Severity, int Last24Hours, int Last7Days);

    /// <summary>What was heard of, and which advisories were first issued, within the hour that begins then.</summary>
    public record Hour(DateTimeOffset From, int Reports, int Advisories);

    /// <summary>An advisory of the last seven days, newest first, at most 200. <c>Sectors</c>: those of its sources that tell theirs.</summary>
    public record Running(
        Guid Id, string Number, int Version, string Title, Tlp Tlp, string Kind, string Severity, string Urgency, IReadOnlyList<string> Sectors, int Reports, DateTimeOffset IssuedAt, DateTimeOffset? Due,
        int Recipients, GetReach.States? Receipts);

    /// <summary>Advisories that were first reported from one sector and then from another, and the reports of both in them.</summary>
    public record Spread(string From, string To, int Advisories, int Reports);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Hours).InclusiveBetween(1, MostHours).OverridePropertyName("hours")
            .WithMessage(_ => Problems.Say($"1 から {MostHours} の間としてください。", $"Must be between 1 and {MostHours}."));
    }

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/situation", (int? hours, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(hours), ct)).WithTags("Advisories");

    public class Handler(DistributionDb db, Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            var now = clock.GetUtcNow();
            var standing = await Standing(now, cancellationToken);
            var sources = await SourcesOf(standing, now, cancellationToken);
            var newest = standing.Take(MostRunning).ToArray();
            var reach = await ReachCounts.Of(db, [.. newest.Select(a => a.Id)], cancellationToken);
            var ofAdvisory = sources.ToLookup(s => s.AdvisoryId!.Value);
            return new(
                now, sources.Count(s => s.HeardAt > now.AddHours(-24)), sources.Count,
                [.. sources.GroupBy(s => (s.Flash!.Sector, Severity: s.Flash.Severity ?? "unknown")).Select(g => new Cell(g.Key.Sector, g.Key.Severity, g.Count(s => s.HeardAt > now.AddHours(-24)), g.Count())).OrderBy(c => c.Sector, StringComparer.Ordinal).ThenBy(c => c.Severity, StringComparer.Ordinal)],
                TimelineOf(sources, standing, now, request.Hours ?? 24),
                [.. newest.Select(a => RunningOf(a, ofAdvisory[a.Id], reach.GetValueOrDefault(a.Id)))],
                SpreadOf(ofAdvisory));
        }

        /// <summary>What the caller may see, or its organisation wrote, and still counts; newest first.</summary>
        async Task<List<Advisory>> Standing(DateTimeOffset now, CancellationToken ct)
        {
            var since = now.AddDays(-7);
            var came = await reading.Page(Mailbox.Of(caller.OrganisationId), q => q
                .Where(f => f.Advisory.State == Advisory.Released && !f.Advisory.Drill && f.Advisory.IssuedAt > since && (f.Advisory.ExpiresAt == null || f.Advisory.ExpiresAt > now)), after: null, MostAdvisories, ct);
            var wrote = await db.Advisories.AsNoTracking()
                .Where(a => a.Author == caller.OrganisationId && a.State == Advisory.Released && !a.Drill && a.IssuedAt > since && (a.ExpiresAt == null || a.ExpiresAt > now))
                .OrderByDescending(a => a.IssuedAt).Take(MostAdvisories).ToListAsync(ct);
            return [.. came.Select(f => f.Advisory).Concat(wrote).DistinctBy(a => a.Id).OrderByDescending(a => a.IssuedAt)];
        }

        async Task<List<AdvisorySource>> SourcesOf(List<Advisory> standing, DateTimeOffset now, CancellationToken ct)
        {
            var (ids, since) = (standing.Select(a => a.Id).ToArray(), now.AddDays(-7));
            return await db.Sources.AsNoTracking().Where(s => s.AdvisoryId != null && ids.Contains(s.AdvisoryId.Value) && s.Flash != null && s.HeardAt > since).OrderBy(s => s.HeardAt).ToListAsync(ct);
        }

        static IReadOnlyList<Hour> TimelineOf(List<AdvisorySource> sources, List<Advisory> standing, DateTimeOffset now, int hours)
        {
            var (reports, issued) = (sources.CountBy(s => HourOf(s.HeardAt)).ToDictionary(), standing.CountBy(a => HourOf(a.FirstIssuedAt)).ToDictionary());
            return [.. Enumerable.Range(0, hours).Select(i => HourOf(now).AddHours(i - hours + 1)).Select(h => new Hour(h, reports.GetValueOrDefault(h), issued.GetValueOrDefault(h)))];
        }

        static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcDateTime.Date.AddHours(at.UtcDateTime.Hour), TimeSpan.Zero);

        static Running RunningOf(Advisory a, IEnumerable<AdvisorySource> sources, ReachCounts? reach)
        {
            string[] sectors = [.. sources.Select(s => s.Flash!.Sector).Append(a.Content.Sector).OfType<string>().Distinct()];
            return new(
                a.Id, a.Number, a.Version, Problems.Say(a.Content.TitleJa, a.Content.TitleEn), a.Tlp, a.Content.Kind, a.Content.Severity, a.Content.Urgency, sectors, a.Content.Reports, a.IssuedAt, a.Content.Due,
                reach?.Recipients ?? 0, reach?.Receipts);
        }

        static IReadOnlyList<Spread> SpreadOf(ILookup<Guid, AdvisorySource> ofAdvisory) =>
        [
            .. (from advisory in ofAdvisory
                let bySector = advisory.Where(s => s.Flash!.Sector is not null).GroupBy(s => s.Flash!.Sector!).ToArray() // in the order in which they were heard of
                from later in bySector.Skip(1)
                select (From: bySector[0].Key, To: later.Key, Reports: bySector[0].Count() + later.Count()))
                .GroupBy(s => (s.From, s.To)).Select(g => new Spread(g.Key.From, g.Key.To, g.Count(), g.Sum(s => s.Reports))).OrderByDescending(s => s.Reports).ThenBy(s => s.From, StringComparer.Ordinal).ThenBy(s => s.To, StringComparer.Ordinal),
        ];
    }
}
