using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Directory;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>Shows the labels of a report, the reasons for them and every change that people made, to whom <see cref="LabelVisibilityRules"/> lets see them.</summary>
public static class GetLabel
{
    public record Query(Guid ReportId) : IRequest<View?>;

    public record View(
        Guid ReportId, int Version, int LabelVersion, Tlp RequestedTlp, Tlp Original, Tlp Ceiling, IReadOnlyList<ReasonView> Reasons, string[] Handling, bool DrillMarked,
        TriageView Triage, DateTimeOffset DecidedAt, IReadOnlyList<LabelChangeView> Changes);

    /// <summary><c>Found</c>: where it stands in the report as submitted, in UTF-16 units; empty for those who may not read the original.</summary>
    public record ReasonView(string Policy, string Rule, Tlp Tlp, string Raises, string Ja, string En, IReadOnlyList<Found> Found);

    /// <summary>What holds, and what was proposed with its reasons.</summary>
    public record TriageView(string Severity, string Urgency, string ProposedSeverity, string ProposedUrgency, bool ByPerson, IReadOnlyList<TriageReason> Reasons);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/label", async Task<IResult> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, CaseVault vault, OwnerKey ownerKey, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var label = await db.Decisions.AsNoTracking().Where(d => d.ReportId == request.ReportId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancellationToken);
            var reader = ownerKey.Of(caller.OrganisationId);
            if (label is null || !LabelVisibilityRules.MaySee(label, reader, caller) || await vault.Find(label.ReportId, cancellationToken) is not { } key) return null;

            var members = await directory.Now(cancellationToken);
            if (!LabelVisibilityRules.IsSource(label, reader)) members.RefuseWithoutHandlingRules(caller.OrganisationId);

            var mayRead = LabelVisibilityRules.MayReadOriginal(label, reader);
            var content = vault.Decrypt<LabelledCase>(key, label.Content);
            var changes = await db.Changes.AsNoTracking().Where(c => c.ReportId == label.ReportId).OrderByDescending(c => c.AskedAt).ToListAsync(cancellationToken);
            return new(
                label.ReportId, label.Version, label.LabelVersion, label.RequestedTlp, label.Original, label.Ceiling,
                [.. label.Reasons.Select((r, i) => ReasonOf(r, mayRead ? content.Found.ElementAtOrDefault(i) ?? [] : []))], label.Handling, label.DrillMarked,
                TriageOf(label, content.Proposal, mayRead), label.DecidedAt,
                [.. changes.Select(c => LabelChangeView.Of(c, vault.Decrypt<string>(key, c.Reason), content.Report, label, members))]);
        }

        static ReasonView ReasonOf(LabelReason r, Found[] found) => new(r.Policy, r.Rule, r.Tlp, r.Raises, r.Ja, r.En, found);

        static TriageView TriageOf(LabelDecision label, Proposal proposal, bool mayRead) => new(
            label.Severity, label.Urgency, proposal.Severity, proposal.Urgency, label.PersonSeverity is not null || label.PersonUrgency is not null,
            [.. proposal.Reasons.Select(r => mayRead ? r : r with { Found = [] })]);
    }
}
