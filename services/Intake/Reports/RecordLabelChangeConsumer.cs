using Ceptoar.Contracts.Classification;
using MassTransit;

namespace Ceptoar.Intake.Reports;

/// <summary>Keeps the labels that a person changed; who may read the original follows them. Hearing it twice, or older news late, changes nothing.</summary>
public class RecordLabelChangeConsumer(IntakeDb db) : IConsumer<LabelChanged>
{
    public async Task Consume(ConsumeContext<LabelChanged> context)
    {
        var report = await db.LockReport(context.Message.ReportId, context.CancellationToken);
        report!.Hear(context.Message);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
