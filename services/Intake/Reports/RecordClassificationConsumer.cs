using Ceptoar.Contracts.Classification;
using MassTransit;

namespace Ceptoar.Intake.Reports;

/// <summary>Keeps the labels that Classification decided. Hearing them twice, or older ones late, changes nothing.</summary>
public class RecordClassificationConsumer(IntakeDb db) : IConsumer<ReportClassified>
{
    public async Task Consume(ConsumeContext<ReportClassified> context)
    {
        var report = await db.LockReport(context.Message.ReportId, context.CancellationToken);
        report!.Hear(context.Message);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
