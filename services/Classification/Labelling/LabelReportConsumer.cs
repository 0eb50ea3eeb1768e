using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Classification.Signals;
using Ceptoar.Directory;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>
/// Decides the labels of a report version and tells why. A version that was decided before keeps its decision; one of a withdrawn report
/// is dropped; what a person raised the labels to holds for later versions too.
/// </summary>
public class LabelReportConsumer(ClassificationDb db, Labeller labeller, CaseSealer sealer, CaseVault vault, OwnerKey ownerKey, DirectoryReader directory, TimeProvider clock)
    : IConsumer<ReportSubmitted>
{
    public async Task Consume(ConsumeContext<ReportSubmitted> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        await db.LockLabel(heard.ReportId, ct);
        if (await db.Withdrawn.AnyAsync(w => w.ReportId == heard.ReportId, ct)) return;
        if (await db.Decisions.AnyAsync(d => d.ReportId == heard.ReportId && d.Version >= heard.Version, ct)) return;

        var before = await db.Decisions.AsNoTracking().Where(d => d.ReportId == heard.ReportId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        var report = sealer.Open<CaseFile>(heard.Case);
        var labelled = await labeller.Label(report, heard.RequestedTlp, ct);
        Reason[] reasons = [.. labelled.Labels.Reasons, .. PersonReasons.Raised(before?.FloorOriginal, before?.FloorCeiling)];
        var readers = SourceVisibilityRules.ReadersOf(report.SourceVisibility, report.OrganisationId, await directory.Now(ct));
        var key = await vault.Find(heard.ReportId, ct) ?? vault.NewKey(heard.ReportId);
        var drill = heard.DrillId ?? before?.DrillId; // no version takes the mark off
        var decision = new LabelDecision
        {
            ReportId = heard.ReportId,
            Version = heard.Version,
            Number = heard.Number,
            LabelVersion = (before?.LabelVersion ?? 0) + 1,
            OwnerKey = ownerKey.Of(report.OrganisationId),
            ReaderKeys = [.. readers.Select(ownerKey.Of)],
            RequestedTlp = heard.RequestedTlp,
            Original = TlpLabels.Stricter(labelled.Labels.Original, before?.FloorOriginal ?? Tlp.Clear),
            Ceiling = TlpLabels.Stricter(labelled.Labels.Ceiling, before?.FloorCeiling ?? Tlp.Clear),
            FloorOriginal = before?.FloorOriginal,
            FloorCeiling = before?.FloorCeiling,
            Handling = [.. labelled.Labels.Handling],
            Severity = before?.PersonSeverity ?? Stated(report.Severity) ?? labelled.Proposal.Severity,
            Urgency = before?.PersonUrgency ?? report.Urgency ?? labelled.Proposal.Urgency,
            PersonSeverity = before?.PersonSeverity,
            PersonUrgency = before?.PersonUrgency,
            DrillId = drill,
            DrillMarked = drill is null && labelled.Signals.Any(s => s.Code == SignalTable.Drill.Value),
            Content = vault.Encrypt(key, new LabelledCase(report, reasons, labelled.Signals, labelled.Proposal)),
            DecidedAt = clock.GetUtcNow(),
        };
        db.Decisions.Add(decision);
        await db.OvertakeOpenChange(heard.ReportId, clock.GetUtcNow(), ct);
        db.Publish(new ReportClassified
        {
            ReportId = heard.ReportId,
            Version = heard.Version,
            LabelVersion = decision.LabelVersion,
            Original = decision.Original,
            Ceiling = decision.Ceiling,
            Reasons = [.. reasons.Select(r => r.Told(sealer))],
            Handling = decision.Handling,
            Severity = decision.Severity,
            Urgency = decision.Urgency,
            DrillMarked = decision.DrillMarked,
            DrillId = decision.DrillId,
            Case = heard.Case,
        });
        await db.SaveChangesAsync(ct);
    }

    static string? Stated(string? severity) => severity is null or "unknown" ? null : severity;
}
