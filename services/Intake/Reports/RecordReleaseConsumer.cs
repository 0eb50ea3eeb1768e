using Ceptoar.Contracts.Distribution;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>Keeps which advisory a source became. Hearing it twice changes nothing; a narrative that once was out stays noted, and a source that went out anew shows where it is now.</summary>
public class RecordReleaseConsumer(IntakeDb db) : IConsumer<AdvisoryReleased>
{
    public async Task Consume(ConsumeContext<AdvisoryReleased> context)
    {
        var heard = context.Message;
        foreach (var source in heard.SourceIds.Order())
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into released_source (source_id, advisory_id, number, narrative) values ({source}, {heard.AdvisoryId}, {heard.Number}, {heard.NarrativeSourceIds.Contains(source)})
                on conflict (source_id) do update set advisory_id = excluded.advisory_id, number = excluded.number, narrative = released_source.narrative or excluded.narrative
                """, context.CancellationToken);
        }
    }
}
