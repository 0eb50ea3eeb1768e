using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Policies;

/// <summary>
/// Shows what a policy would have changed among the last reports it is for; those of drills are not counted. Whose report it is and what stands in it must not be found out by
/// trying rules: who may not read a report learns of it in rounded numbers alone, of few reports nothing, and an owner nothing of today's.
/// </summary>
public static class TryPolicy
{
    const int LookedAt = 500;

    /// <summary>Fewer reports than this are not counted for their ministry or CEPTOAR, and to such steps numbers are rounded for it.</summary>
    const int FewReports = 10;
    const int Step = 5;

    public record Command : PolicyDetails, IRequest<View?>;

    /// <summary>Null numbers: too few to tell. <c>Changes</c> names those whose original the caller may read.</summary>
    public record View(int? Reports, int? Changed, string Ja, string En, IReadOnlyList<Change> Changes);

    public record Change(Guid ReportId, Tlp Original, Tlp NewOriginal, Tlp Ceiling, Tlp NewCeiling);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(PolicyReader policies, TimeProvider clock) => Include(new PolicyDetailsValidator(policies, clock));
    }

    public static void Map(IEndpointRouteBuilder policies) => policies
        .MapPost("/{scope}/dry-run", async Task<Results<Ok<View>, NotFound>> (string scope, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Scope = scope }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, PolicyReader reader, DirectoryReader directory, CaseVault vault, OwnerKey ownerKey, Caller caller, TimeProvider clock)
        : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var members = await directory.Now(cancellationToken);
            if (!PolicyScope.Keeps(caller, request.Scope, members)) return null;

            var now = await reader.Now(cancellationToken);
            var then = now.With(request.ToVersion(number: 0, revision: 0, now.National.Rules, caller, clock.GetUtcNow()));
            var centre = caller.Is(Role.Analyst) || caller.Is(Role.Approver);
            var until = centre ? clock.GetUtcNow() : new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
            var last = await db.Decisions.AsNoTracking()
                .Where(d => d.DrillId == null && d.DecidedAt <= until && d.Content != null && !db.Decisions.Any(later => later.ReportId == d.ReportId && later.Version > d.Version))
                .OrderByDescending(d => d.Position).Take(LookedAt)
                .Join(db.Set<CaseKey>().AsNoTracking(), d => d.ReportId, k => k.CaseId, (decision, key) => new { decision, key })
                .ToListAsync(cancellationToken);

            var (reports, changed) = (0, new List<(LabelDecision Report, Change Change)>());
            foreach (var report in last)
            {
                var (file, _, signals, _) = vault.Decrypt<LabelledCase>(report.key, report.decision.Content!);
                if (!IsFor(request.Scope, file.OrganisationId, members)) continue;

                reports++;
                var (before, after) = (Labels(now), Labels(then));
                if (before != after) changed.Add((report.decision, new(report.decision.ReportId, before.Original, after.Original, before.Ceiling, after.Ceiling)));

                (Tlp Original, Tlp Ceiling) Labels(PolicySet policies)
                {
                    var labels = Labeller.Decide(file, report.decision.RequestedTlp, signals, members, policies);
                    return (TlpLabels.Stricter(labels.Original, report.decision.FloorOriginal ?? Tlp.Clear), TlpLabels.Stricter(labels.Ceiling, report.decision.FloorCeiling ?? Tlp.Clear));
                }
            }

            db.Audit(AuditActions.PolicyTried, $"policy/{request.Scope}");
            await db.SaveChangesAsync(cancellationToken);
            var own = ownerKey.Of(caller.OrganisationId);
            Change[] told = [.. changed.Where(c => LabelVisibilityRules.MayReadOriginal(c.Report, own)).Select(c => c.Change)];
            return centre ? Exactly(reports, changed.Count, told) : Roughly(reports, changed.Count, told);
        }

        static bool IsFor(string scope, Guid reporter, DirectorySnapshot members) =>
            scope == PolicyScope.National || (members.Active(reporter) is { } known && PolicyScope.Of(known, members).Contains(scope));

        static View Exactly(int reports, int changed, Change[] told) =>
            new(reports, changed, $"直近 {reports} 件のうち {changed} 件のラベルが変わります。", $"{changed} of the last {reports} reports would change.", told);

        static View Roughly(int reports, int changed, Change[] told)
        {
            if (reports < FewReports) return new(Reports: null, Changed: null, $"対象の情報連絡が {FewReports} 件に満たないため、件数は示せません。", $"Fewer than {FewReports} reports are concerned, so no numbers can be told.", told);

            var (of, about) = (reports / Step * Step, (changed + Step - 1) / Step * Step);
            return new(of, about, $"昨日までの {of} 件余りのうち、最大 {about} 件のラベルが変わります。", $"At most {about} of some {of} reports until yesterday would change.", told);
        }
    }
}
