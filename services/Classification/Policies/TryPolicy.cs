using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Policies;

/// <summary>
/// Shows what a policy would have changed among the last reports it is for. Who may not read a report learns of it in numbers alone, and of
/// few reports nothing: else rules could be tried until they tell what stands in them.
/// </summary>
public static class TryPolicy
{
    const int LookedAt = 500;

    /// <summary>Fewer reports, or fewer changed ones but none, are not counted for those who may not read them.</summary>
    const int FewReports = 10;
    const int FewChanges = 3;

    public record Command : PolicyDetails, IRequest<View?>;

    /// <summary>Null numbers: too few to tell. <c>Changes</c> names those that the caller may know of.</summary>
    public record View(int? Reports, int? Changed, string Ja, string En, IReadOnlyList<Change> Changes);

    public record Change(Guid ReportId, Tlp Original, Tlp NewOriginal, Tlp Ceiling, Tlp NewCeiling);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(PolicyReader policies) => Include(new PolicyDetailsValidator(policies));
    }

    public static void Map(IEndpointRouteBuilder policies) => policies
        .MapPost("/{scope}/dry-run", async Task<IResult> (string scope, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Scope = scope }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, Labeller labeller, PolicyReader reader, DirectoryReader directory, CaseVault vault, OwnerKey ownerKey, Caller caller, TimeProvider clock)
        : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var members = await directory.Now(cancellationToken);
            if (!PolicyScope.Keeps(caller, request.Scope, members)) return null;

            var now = await reader.Now(cancellationToken);
            var then = now.With(request.ToVersion(number: 0, revision: 0, caller, clock.GetUtcNow()));
            var last = await db.Decisions.AsNoTracking()
                .Where(d => !db.Decisions.Any(later => later.ReportId == d.ReportId && later.Version > d.Version))
                .OrderByDescending(d => d.Position).Take(LookedAt)
                .Join(db.Set<CaseKey>().AsNoTracking(), d => d.ReportId, k => k.CaseId, (decision, key) => new { decision, key })
                .ToListAsync(cancellationToken);

            var (reports, changed) = (0, new List<(LabelDecision Report, Change Change)>());
            foreach (var report in last)
            {
                var file = vault.Decrypt<LabelledCase>(report.key, report.decision.Content).Report;
                if (!IsFor(request.Scope, file.OrganisationId, members)) continue;

                reports++;
                var signals = labeller.Find(file, members);
                var (before, after) = (Labels(now), Labels(then));
                if ((before.Original, before.Ceiling) == (after.Original, after.Ceiling)) continue;

                changed.Add((report.decision, new(report.decision.ReportId, before.Original, after.Original, before.Ceiling, after.Ceiling)));

                Labels Labels(PolicySet policies) => Labeller.Decide(file, report.decision.RequestedTlp, signals, members, policies);
            }

            var own = ownerKey.Of(caller.OrganisationId);
            Change[] told = [.. changed.Where(c => LabelVisibilityRules.MaySee(c.Report, own, caller)).Select(c => c.Change)];
            return Told(reports, changed.Count, told);
        }

        static bool IsFor(string scope, Guid reporter, DirectorySnapshot members) =>
            scope == PolicyScope.National || (members.Active(reporter) is { } known && PolicyScope.Of(known, members).Contains(scope));

        View Told(int reports, int changed, Change[] told)
        {
            var all = caller.Is(Role.Analyst) || caller.Is(Role.Approver);
            if (!all && reports < FewReports) return new(Reports: null, Changed: null, $"対象の情報連絡が {FewReports} 件に満たないため、件数は示せません。", $"Fewer than {FewReports} reports are concerned, so no numbers can be told.", told);
            if (!all && changed is > 0 and < FewChanges) return new(reports, Changed: null, $"直近 {reports} 件のうち、変わるのは {FewChanges} 件未満です。", $"Fewer than {FewChanges} of the last {reports} reports would change.", told);

            return new(reports, changed, $"直近 {reports} 件のうち {changed} 件のラベルが変わります。", $"{changed} of the last {reports} reports would change.", told);
        }
    }
}
