using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Measures;

/// <summary>
/// Keeps how far a drill got (<see cref="MeasureRules"/>). Rows are whole and merged: hearing them twice, late or in another order changes
/// nothing. What comes when the report is written, and what is of no drill of this service, is kept out.
/// </summary>
public class KeepDrillReachedConsumer(DrillsDb db) : IConsumer<DrillReached>
{
    public async Task Consume(ConsumeContext<DrillReached> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        if (!await db.TakesMeasures(heard.DrillId, ct)) return;

        await Keep(heard.DrillId, heard.Recipients, ct);
        await Keep(heard.DrillId, heard.Hops, ct);
        if (heard is { FinalPart: { } part, FinalParts: { } parts })
        {
            await db.Database.ExecuteSqlAsync($"update drill set final_parts = final_parts || {part}, final_of = {parts} where id = {heard.DrillId} and {part} <> all (final_parts)", ct);
        }
    }

    async Task Keep(Guid drillId, ReachedRecipient[] heard, CancellationToken ct)
    {
        Guid[] ids = [.. heard.Select(r => r.OrganisationId).Distinct()];
        if (ids.Length == 0) return;

        var measures = await db.Measures.AsNoTracking().Where(m => m.DrillId == drillId && ids.Contains(m.OrganisationId)).ToDictionaryAsync(m => m.OrganisationId, ct);
        foreach (var row in heard) measures[row.OrganisationId] = MeasureRules.Merge(drillId, measures.GetValueOrDefault(row.OrganisationId), row);

        await Write(drillId, [.. measures.Values], ct);
        // an answer that was heard of first
        await db.Database.ExecuteSqlAsync(
            $"""
            with early as (delete from early_answer where drill_id = {drillId} and organisation_id = any({ids}) returning *)
            update measure m set answered_at = early.at, answer_number = early.number from early
            where m.drill_id = early.drill_id and m.organisation_id = early.organisation_id
            """, ct);
    }

    Task<int> Write(Guid drillId, Measure[] measures, CancellationToken ct)
    {
        Guid[] organisations = [.. measures.Select(m => m.OrganisationId)];
        string[] hops = [.. measures.Select(m => m.Hop)];
        DateTimeOffset[] queued = [.. measures.Select(m => m.QueuedAt)];
        DateTimeOffset?[] pushed = [.. measures.Select(m => m.PushedAt)];
        DateTimeOffset?[] delivered = [.. measures.Select(m => m.DeliveredAt)];
        DateTimeOffset?[] opened = [.. measures.Select(m => m.OpenedAt)];
        DateTimeOffset?[] confirmed = [.. measures.Select(m => m.ConfirmedAt)];
        DateTimeOffset?[] cannotAct = [.. measures.Select(m => m.CannotActAt)];
        string[] tried = [.. measures.Select(m => JsonSerializer.Serialize(m.Tried, JsonSerializerOptions.Web))];
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into measure (drill_id, organisation_id, hop, queued_at, pushed_at, delivered_at, opened_at, confirmed_at, cannot_act_at, tried)
            select {drillId}, organisation_id, hop, queued_at, pushed_at, delivered_at, opened_at, confirmed_at, cannot_act_at, tried::jsonb
            from unnest({organisations}, {hops}, {queued}, {pushed}, {delivered}, {opened}, {confirmed}, {cannotAct}, {tried})
              as t (organisation_id, hop, queued_at, pushed_at, delivered_at, opened_at, confirmed_at, cannot_act_at, tried)
            on conflict (drill_id, organisation_id) do update set
              queued_at = excluded.queued_at, pushed_at = excluded.pushed_at, delivered_at = excluded.delivered_at, opened_at = excluded.opened_at,
              confirmed_at = excluded.confirmed_at, cannot_act_at = excluded.cannot_act_at, tried = excluded.tried
            """, ct);
    }

    /// <summary>A drill has a hop a stage: few enough for one after the other.</summary>
    async Task Keep(Guid drillId, ReachedHop[] heard, CancellationToken ct)
    {
        if (heard.Length == 0) return;

        var hops = await db.MeasuredHops.AsNoTracking().Where(h => h.DrillId == drillId).ToDictionaryAsync(h => (h.Name, h.Ceptoar), ct);
        foreach (var row in heard)
        {
            var hop = hops[(row.Name, row.Ceptoar)] = MeasureRules.Merge(drillId, hops.GetValueOrDefault((row.Name, row.Ceptoar)), row);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into measured_hop (drill_id, name, ceptoar, body, opened_at, relayed_at, recipients)
                values ({drillId}, {hop.Name}, {hop.Ceptoar}, {hop.Body}, {hop.OpenedAt}, {hop.RelayedAt}, {hop.Recipients})
                on conflict (drill_id, name, ceptoar) do update set opened_at = excluded.opened_at, relayed_at = excluded.relayed_at, recipients = excluded.recipients
                """, ct);
        }
    }
}

public static class OpenMeasures
{
    /// <summary>
    /// Whether a drill takes measures: it is known, and its report is not written yet. Until the transaction ends, nobody else writes
    /// measures of this drill, nor its report.
    /// </summary>
    public static async Task<bool> TakesMeasures(this DrillsDb db, Guid drillId, CancellationToken ct) =>
        (await db.Database.SqlQuery<Guid>($"select id as \"Value\" from drill where id = {drillId} for no key update").ToListAsync(ct)).Count == 1
        && !await db.ClosedReports.AnyAsync(r => r.DrillId == drillId, ct);
}
