using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>Writes receipts. A rung once reached keeps its first time; a higher rung implies the lower ones.</summary>
public sealed class Receipts(DistributionDb db, TimeProvider clock)
{
    public static IReadOnlyList<string> States { get; } = ["delivered", "opened", "confirmed", "cannotAct"];

    /// <summary>Takes a receipt for the newest version of an advisory that stands in the mailbox.</summary>
    public Task<int> Take(Guid mailbox, Guid advisoryId, string state, string? comment, CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset? opened = state is "opened" or "confirmed" or "cannotAct" ? now : null;
        DateTimeOffset? confirmed = state is "confirmed" ? now : null;
        DateTimeOffset? cannotAct = state is "cannotAct" ? now : null;
        return db.Database.ExecuteSqlAsync(
            $"""
            update inbox set
              pushed_at = coalesce(pushed_at, {now}),
              delivered_at = coalesce(delivered_at, {now}),
              opened_at = coalesce(opened_at, {opened}),
              confirmed_at = coalesce(case when {cannotAct}::timestamptz is null then confirmed_at end, {confirmed}),
              cannot_act_at = coalesce(case when {confirmed}::timestamptz is null then cannot_act_at end, {cannotAct}),
              comment = coalesce({comment}, comment)
            where mailbox_id = {mailbox} and advisory_id = {advisoryId}
              and version = (select max(version) from inbox where mailbox_id = {mailbox} and advisory_id = {advisoryId})
            """, ct);
    }
}
