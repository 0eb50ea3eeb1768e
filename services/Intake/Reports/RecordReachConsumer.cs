using Ceptoar.Contracts.Distribution;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Reports;

/// <summary>Keeps how many confirmed the advisory made of a source and found it useful. Hearing it twice, or an older one late, changes nothing.</summary>
public class RecordReachConsumer(IntakeDb db) : IConsumer<AdvisoryReached>
{
    public Task Consume(ConsumeContext<AdvisoryReached> context)
    {
        var heard = context.Message;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into source_reach as held (source_id, advisory_id, version, confirmed, useful)
            select s.id, {heard.AdvisoryId}, {heard.Version}, {heard.Confirmed}, {heard.Useful} from unnest({heard.SourceIds}) as s (id) order by s.id
            on conflict (source_id, advisory_id) do update set version = excluded.version, confirmed = excluded.confirmed, useful = excluded.useful
            where held.version < excluded.version
            """, context.CancellationToken);
    }
}
