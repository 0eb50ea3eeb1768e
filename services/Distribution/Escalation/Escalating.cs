using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Calls;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Drills;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Escalation;

/// <summary>
/// Does what is due with silent recipients, a lot in one transaction: what a step posts, its mark in the history and the next due time stand together or
/// not at all. Whatever may have changed since it was laid down is asked again: the audience, receipts, turns, channels.
/// </summary>
public sealed class Escalating(DistributionDb db, DirectoryReader directory, Paces paces, ContactFacts contacts, ChannelSwitches switches, ChannelSenders senders, TimeProvider clock)
{
    public const int Most = 500;

    static readonly ContactSheet Nothing = new();

    /// <param name="most">At most so many recipients.</param>
    /// <param name="ct">Ends the work; what was not committed is done by the next lot.</param>
    /// <returns>How many were due.</returns>
    public async Task<int> Lot(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // instances share: what another one works on is passed over
        var due = await db.Silences.FromSql($"select * from escalation where due_at <= {now} order by drill, due_at limit {most} for update skip locked").ToListAsync(ct);
        if (due.Count == 0) return 0;

        var known = await Know(due, now, ct);
        var presses = new Dictionary<Guid, Guid>();
        foreach (var silence in due) Go(silence, known, presses);
        foreach (var press in presses.Values) db.Publish(new RecipientsReminded { Press = press });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due.Count;
    }

    /// <summary>While large-scale mode is on, nothing live waits longer than it says, what was laid down before included.</summary>
    public async Task<int> Hasten(CancellationToken ct)
    {
        if ((await paces.Look(ct)).AtMost is not { } atMost) return 0;

        var latest = clock.GetUtcNow() + atMost;
        return await db.Database.ExecuteSqlAsync(
            $"""
            update escalation e set due_at = {latest}
            from (select advisory_id, mailbox_id, version from escalation where due_at > {latest} and not drill order by due_at desc limit {Most} for update skip locked) s
            where e.advisory_id = s.advisory_id and e.mailbox_id = s.mailbox_id and e.version = s.version
            """, ct);
    }

    void Go(Silence silence, Known known, Dictionary<Guid, Guid> presses)
    {
        var advisory = known.Advisories.GetValueOrDefault(silence.AdvisoryId);
        var pace = known.Paces.Of(known.Directory.Organisations.GetValueOrDefault(silence.MailboxId));
        var sheet = known.Sheets.GetValueOrDefault(silence.MailboxId);
        silence.Responses = EscalationRules.Responses(pace, sheet?.People.Length);
        if (advisory is null || !IsStillOpen(silence, advisory, known))
        {
            db.Remove(silence);
            return;
        }

        var item = EscalatedItem.Of(advisory);
        var key = (silence.AdvisoryId, silence.MailboxId);
        silence.Step = known.Steps[key].Select(s => s.Step).DefaultIfEmpty(0).Max();
        silence.DueAt = null;
        var waits = false;
        foreach (var step in EscalationPlan.Of(sheet ?? Nothing, item, known.Channels.For(advisory), Progress.Of(known.Steps[key], known.Posted[key]), known.Now))
        {
            if (waits && !step.IsAtOnce)
            {
                silence.DueAt = known.Now + EscalationRules.Wait(pace, advisory, known.Paces.AtMost);
                return;
            }

            silence.Step++;
            Do(step, silence, known.Now, presses);
            waits |= step.PassedOver is null;
        }
    }

    /// <summary>Whether someone still waits for an answer, and may wait for it.</summary>
    static bool IsStillOpen(Silence silence, Advisory advisory, Known known)
    {
        if (advisory.Version != silence.Version || advisory.StateAt(known.Now) == Advisory.Expired || (advisory.DrillId is { } drill && known.Ended.Contains(drill))) return false;
        if (!known.Receipts.TryGetValue((silence.AdvisoryId, silence.MailboxId), out var row)) return false;
        if (row.Receipt.State == "confirmed" && Math.Max(1, known.Confirmations.GetValueOrDefault((silence.AdvisoryId, silence.MailboxId))) >= silence.Responses) return false;

        // of a person the hub knows the organisation only when it reads: the hint is sent to whom it may be sent at that moment, and nothing else is
        return AudienceRules.MaySee(advisory.Tlp, advisory.Scope, Mailbox.Of(silence.MailboxId), known.Directory)
            || (!EscalatedItem.Of(advisory).MayLeave && advisory.People.Contains(silence.MailboxId));
    }

    void Do(PlannedStep step, Silence silence, DateTimeOffset now, Dictionary<Guid, Guid> presses)
    {
        db.EscalationSteps.Add(new()
        {
            AdvisoryId = silence.AdvisoryId,
            Version = silence.Version,
            MailboxId = silence.MailboxId,
            Step = silence.Step,
            Kind = step.Kind,
            Channel = step.Channel,
            Contact = step.Contact,
            Outcome = step.PassedOver ?? (step.LeavesTheHub ? EscalationStep.Posted : step.Kind == StepKind.Reminder ? EscalationStep.Reminded : step.Kind),
            At = now,
        });
        if (step.LeavesTheHub)
        {
            db.Dispatches.Add(new()
            {
                AdvisoryId = silence.AdvisoryId,
                Version = silence.Version,
                MailboxId = silence.MailboxId,
                Channel = step.Channel!,
                Purpose = "escalation",
                Step = silence.Step,
                Contact = step.Target!,
                Drill = silence.Drill,
                PostedAt = now,
                DueAt = now,
            });
        }
        else if (step.Kind == StepKind.Reminder)
        {
            if (!presses.TryGetValue(silence.AdvisoryId, out var press)) presses[silence.AdvisoryId] = press = Guid.NewGuid();
            db.Reminders.Add(new() { Press = press, AdvisoryId = silence.AdvisoryId, Version = silence.Version, RecipientId = silence.MailboxId, RemindedBy = Reminder.TheHub, RemindedAt = now });
        }
    }

    async Task<Known> Know(List<Silence> due, DateTimeOffset now, CancellationToken ct)
    {
        Guid[] ids = [.. due.Select(s => s.AdvisoryId)];
        Guid[] mailboxes = [.. due.Select(s => s.MailboxId)];
        int[] versions = [.. due.Select(s => s.Version)];
        Guid[] distinct = [.. ids.Distinct()];
        var advisories = await db.Advisories.AsNoTracking().Where(a => distinct.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return new(
            now,
            await directory.Now(ct),
            await paces.Look(ct),
            new(await switches.Off(ct), senders.Has),
            advisories,
            await db.Ended(advisories.Values, ct),
            await db.Inbox.FromSql($"select i.* from unnest({ids}, {mailboxes}, {versions}) as s (a, m, v) join inbox i on i.advisory_id = s.a and i.mailbox_id = s.m and i.version = s.v")
                .AsNoTracking().ToDictionaryAsync(r => (r.AdvisoryId, r.MailboxId), ct),
            (await db.Database.SqlQuery<Counted>(
                $"""
                select s.a as "AdvisoryId", s.m as "MailboxId", count(*)::int as "Count" from unnest({ids}, {mailboxes}, {versions}) as s (a, m, v)
                join confirmation c on c.advisory_id = s.a and c.mailbox_id = s.m and c.version = s.v group by 1, 2
                """).ToListAsync(ct)).ToDictionary(c => (c.AdvisoryId, c.MailboxId), c => c.Count),
            (await db.EscalationSteps.FromSql($"select e.* from unnest({ids}, {mailboxes}, {versions}) as s (a, m, v) join escalation_step e on e.advisory_id = s.a and e.mailbox_id = s.m and e.version = s.v")
                .AsNoTracking().ToListAsync(ct)).ToLookup(s => (s.AdvisoryId, s.MailboxId)),
            (await db.Dispatches.FromSql(
                $"select d.* from unnest({ids}, {mailboxes}, {versions}) as s (a, m, v) join dispatch d on d.advisory_id = s.a and d.mailbox_id = s.m and d.version = s.v where d.purpose = 'escalation'")
                .AsNoTracking().ToListAsync(ct)).ToLookup(d => (d.AdvisoryId, d.MailboxId), d => d.Contact),
            await contacts.Sheets([.. mailboxes.Distinct()], ct));
    }

    /// <summary>All that a lot has to know, by advisory and mailbox; each mailbox has one open version of an advisory.</summary>
    sealed record Known(
        DateTimeOffset Now, DirectorySnapshot Directory, Paces.Now Paces, UsableChannels Channels, IReadOnlyDictionary<Guid, Advisory> Advisories, IReadOnlySet<Guid> Ended,
        IReadOnlyDictionary<(Guid, Guid), InboxRow> Receipts, IReadOnlyDictionary<(Guid, Guid), int> Confirmations, ILookup<(Guid, Guid), EscalationStep> Steps,
        ILookup<(Guid, Guid), string> Posted, IReadOnlyDictionary<Guid, ContactSheet> Sheets);

    sealed record Counted(Guid AdvisoryId, Guid MailboxId, int Count);
}
