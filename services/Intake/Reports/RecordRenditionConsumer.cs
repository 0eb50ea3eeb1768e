using Ceptoar.Contracts.Anonymisation;
using MassTransit;

namespace Ceptoar.Intake.Reports;

/// <summary>Keeps where the renditions of a report stand. Hearing it twice, or older news late, changes nothing.</summary>
public class RecordRenditionConsumer(IntakeDb db) : IConsumer<RenditionChanged>
{
    public async Task Consume(ConsumeContext<RenditionChanged> context)
    {
        var report = await db.LockReport(context.Message.ReportId, context.CancellationToken);
        report!.Hear(context.Message);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
