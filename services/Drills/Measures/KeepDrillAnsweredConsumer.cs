using Ceptoar.Contracts.Intake;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Measures;

/// <summary>
/// Keeps that a participant of a two-way drill answered, and when it first did. It may be heard before the participant's first rung: then it
/// waits for it. Hearing it twice changes nothing.
/// </summary>
public class KeepDrillAnsweredConsumer(DrillsDb db) : IConsumer<DrillAnswered>
{
    public async Task Consume(ConsumeContext<DrillAnswered> context)
    {
        var (heard, at, ct) = (context.Message, context.Message.At.ToUniversalTime(), context.CancellationToken);
        if (!await db.TakesMeasures(heard.DrillId, ct)) return;

        if (await db.Measures.AnyAsync(m => m.DrillId == heard.DrillId && m.OrganisationId == heard.OrganisationId, ct))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                update measure set answered_at = {at}, answer_number = {heard.Number}
                where drill_id = {heard.DrillId} and organisation_id = {heard.OrganisationId}
                  and (answered_at is null or (answered_at, answer_number) > ({at}, {heard.Number}))
                """, ct);
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into early_answer as e (drill_id, organisation_id, number, at) values ({heard.DrillId}, {heard.OrganisationId}, {heard.Number}, {at})
            on conflict (drill_id, organisation_id) do update set number = excluded.number, at = excluded.at where (e.at, e.number) > (excluded.at, excluded.number)
            """, ct);
    }
}
