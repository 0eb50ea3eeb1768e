using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>Shows the labels of a report, the reasons for them and every change that people made, to whom <see cref="LabelVisibilityRules"/> lets see them.</summary>
public static class GetLabel
{
    public record Query(Guid ReportId) : IRequest<View?>;

    /// <summary>Reasons with where they stand in the report as submitted (UTF-16 units); unattributed for those who may not read the original.</summary>
    public record View(
        Guid ReportId, int Version, int LabelVersion, Tlp RequestedTlp, Tlp Original, Tlp Ceiling, IReadOnlyList<Reason> Reasons, string[] Handling, bool Drill, bool DrillMarked,
        TriageView? Triage, DateTimeOffset DecidedAt, IReadOnlyList<LabelChangeView> Changes);

    /// <summary>What holds, and what was proposed with its reasons.</summary>
    public record TriageView(string Severity, string Urgency, string ProposedSeverity, string ProposedUrgency, bool ByPerson, IReadOnlyList<TriageReason> Reasons);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/label", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
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
            var content = label.Content is null ? null : vault.Decrypt<LabelledCase>(key, label.Content);
            var changes = await db.Changes.AsNoTracking().Where(c => c.ReportId == label.ReportId).OrderByDescending(c => c.AskedAt).ToListAsync(cancellationToken);
            return new(
                label.ReportId, label.Version, label.LabelVersion, label.RequestedTlp, label.Original, label.Ceiling,
                [.. (content?.Reasons ?? []).Select(r => mayRead ? r : r.Unattributed())], label.Handling, label.DrillId is not null, label.DrillMarked,
                content is null ? null : TriageOf(label, content.Proposal, mayRead), mayRead ? label.DecidedAt : LabelVisibilityRules.ToTheHour(label.DecidedAt),
                [.. changes.Select(c => LabelChangeView.Of(c, vault.Decrypt<string>(key, c.Reason), mayRead ? content?.Report : null, label, members))]);
        }

        static TriageView TriageOf(LabelDecision label, Proposal proposal, bool mayRead) => new(
            label.Severity, label.Urgency, proposal.Severity, proposal.Urgency, label.PersonSeverity is not null || label.PersonUrgency is not null,
            [.. proposal.Reasons.Select(r => mayRead ? r : r with { Found = [] })]);
    }
}
