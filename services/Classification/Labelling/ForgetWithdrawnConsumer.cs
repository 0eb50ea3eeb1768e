using Ceptoar.Contracts.Intake;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>Drops what was decided of a withdrawn report. Hearing it twice changes nothing.</summary>
public class ForgetWithdrawnConsumer(ClassificationDb db) : IConsumer<ReportWithdrawn>
{
    public Task Consume(ConsumeContext<ReportWithdrawn> context) =>
        db.Decisions.Where(d => d.ReportId == context.Message.ReportId).ExecuteDeleteAsync(context.CancellationToken);
}
