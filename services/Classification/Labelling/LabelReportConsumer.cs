using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>Decides the labels of a report version and tells why. A version that was decided before keeps its decision.</summary>
public class LabelReportConsumer(ClassificationDb db, CaseSealer sealer, OwnerKey ownerKey, TimeProvider clock) : IConsumer<ReportSubmitted>
{
    public async Task Consume(ConsumeContext<ReportSubmitted> context)
    {
        var heard = context.Message;
        if (await db.Decisions.AnyAsync(d => d.ReportId == heard.ReportId && d.Version == heard.Version, context.CancellationToken)) return;

        var report = sealer.Open<CaseFile>(heard.Case);
        var labels = LabelRules.Decide(heard.RequestedTlp, MarkingRules.Find(report));
        db.Decisions.Add(new()
        {
            ReportId = heard.ReportId,
            Version = heard.Version,
            OwnerKey = ownerKey.Of(report.OrganisationId),
            Original = labels.Original,
            Ceiling = labels.Ceiling,
            Reasons = [.. labels.Reasons],
            DecidedAt = clock.GetUtcNow(),
        });
        db.Publish(new ReportClassified
        {
            ReportId = heard.ReportId,
            Version = heard.Version,
            Original = labels.Original,
            Ceiling = labels.Ceiling,
            Reasons = [.. labels.Reasons],
            Case = heard.Case,
        });
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
