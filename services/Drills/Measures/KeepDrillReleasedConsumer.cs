using Ceptoar.Contracts.Distribution;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Measures;

/// <summary>Keeps that a drill's advisory is out, for the board to warn where none is. Hearing it twice, or of what is no drill of this service, changes nothing.</summary>
public class KeepDrillReleasedConsumer(DrillsDb db, TimeProvider clock) : IConsumer<AdvisoryReleased>
{
    public Task Consume(ConsumeContext<AdvisoryReleased> context) => context.Message.Drill
        ? db.Database.ExecuteSqlAsync($"update drill set released_at = {clock.GetUtcNow()} where id = {context.Message.AdvisoryId} and released_at is null", context.CancellationToken)
        : Task.CompletedTask;
}
