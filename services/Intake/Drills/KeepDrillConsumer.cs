using Ceptoar.Contracts.Drills;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Drills;

/// <summary>Keeps who takes part in a drill and whether it runs. Hearing it twice, or an older one late, changes nothing.</summary>
public class KeepDrillConsumer(IntakeDb db) : IConsumer<DrillChanged>
{
    public Task Consume(ConsumeContext<DrillChanged> context)
    {
        var heard = context.Message;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into drill as held (id, version, state, two_way, participants)
            values ({heard.DrillId}, {heard.Version}, {heard.State}, {heard.TwoWay}, {heard.Participants})
            on conflict (id) do update set version = excluded.version, state = excluded.state, two_way = excluded.two_way, participants = excluded.participants
            where held.version < excluded.version
            """, context.CancellationToken);
    }
}
