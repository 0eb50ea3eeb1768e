using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Hosting;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Calls;

/// <summary>What a body that relays or watches receipts knows of an advisory's recipients: whom it may name, who of them is silent, and what was tried with them.</summary>
public sealed class CallDesk(DistributionDb db, Reading reading, DirectoryReader directory, ContactFacts contacts, Caller caller)
{
    /// <summary><c>Named</c>: the recipients of the newest version that the caller's organisation may name, with their names; <c>Silent</c> is null where it may name none.</summary>
    public sealed record Board(Advisory Advisory, IReadOnlyDictionary<Guid, string> Named, IReadOnlyList<SilentOne>? Silent);

    /// <summary>Null where the caller may not see the advisory.</summary>
    public async Task<Board?> Look(Guid advisoryId, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        if ((await reading.Written(advisoryId, own, ct) ?? (await reading.Find(advisoryId, caller, ct))?.Advisory) is not { } advisory) return null;

        var rows = await db.Inbox.AsNoTracking().Where(r => r.AdvisoryId == advisoryId && r.Version == advisory.Version).ToListAsync(ct);
        return await Look(advisory, rows, ct);
    }

    /// <param name="advisory">One that the caller may see.</param>
    /// <param name="rows">Those of its newest version.</param>
    /// <param name="ct">Ends the look.</param>
    public async Task<Board> Look(Advisory advisory, IReadOnlyCollection<InboxRow> rows, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        var now = await directory.Now(ct);
        var relays = await db.RelayHops.AsNoTracking().Where(h => h.AdvisoryId == advisory.Id && h.Body == own).ToListAsync(ct);
        var people = await People(advisory, now, ct);
        InboxRow[] named = people.Count > 0 ? [.. rows.Where(r => people.ContainsKey(r.MailboxId))] : [.. SilentOnes.Named(rows, relays, own, now)];
        var names = named.ToDictionary(r => r.MailboxId, r => people.GetValueOrDefault(r.MailboxId)?.Name ?? now.Organisations[r.MailboxId].Name);
        if (named.Length == 0) return new(advisory, names, Silent: null);

        Guid[] ids = [.. names.Keys];
        var calls = (await db.Calls.AsNoTracking().Where(c => c.AdvisoryId == advisory.Id && ids.Contains(c.RecipientId)).OrderBy(c => c.Position).ToListAsync(ct)).ToLookup(c => c.RecipientId);
        var reminded = await db.Reminders.Where(r => r.AdvisoryId == advisory.Id && ids.Contains(r.RecipientId)).GroupBy(r => r.RecipientId)
            .Select(g => new { g.Key, At = g.Max(r => r.RemindedAt) }).ToDictionaryAsync(r => r.Key, r => r.At, ct);
        var last = await LastSteps(advisory, ids, ct);
        var next = await db.Silences.AsNoTracking().Where(s => s.AdvisoryId == advisory.Id && s.Version == advisory.Version && ids.Contains(s.MailboxId)).ToDictionaryAsync(s => s.MailboxId, s => s.DueAt, ct);
        return new(advisory, names,
        [
            .. from one in SilentOnes.Of(advisory, named, people, last.Values.Where(l => l.OnCallList).Select(l => l.MailboxId).ToHashSet(), now)
               let id = one.OrganisationId
               let step = last.GetValueOrDefault(id)
               select one with
               {
                   LastCall = LastOf(calls[id]),
                   RemindedAt = reminded.TryGetValue(id, out var at) ? at : null,
                   Escalation = step is null && !next.ContainsKey(id) ? null : new(step?.Steps ?? 0, step?.Kind, step?.At, next.GetValueOrDefault(id)),
               },
        ]);

        static LastCall? LastOf(IEnumerable<Call> calls) => calls.LastOrDefault() is { } last ? new(last.Channel, last.Reached, last.By, last.CalledAt) : null;
    }

    /// <summary>The people named for RED, by their ids, for its author alone: it named them itself. Those that the contacts of an organisation of the audience have.</summary>
    async Task<IReadOnlyDictionary<Guid, NamedPerson>> People(Advisory advisory, DirectorySnapshot now, CancellationToken ct)
    {
        if (advisory.Tlp != Tlp.Red || advisory.Author != caller.OrganisationId) return new Dictionary<Guid, NamedPerson>();

        var sheets = await contacts.Sheets([.. now.MembersOf(advisory.Audience).Select(o => o.Id)], ct);
        return sheets.SelectMany(s => s.Value.People.Select(p => new NamedPerson(new(p.Id, s.Key), p.Name)))
            .Where(p => AudienceRules.MaySee(advisory.Tlp, advisory.Scope, p.Mailbox, now))
            .DistinctBy(p => p.Mailbox.Id).ToDictionary(p => p.Mailbox.Id);
    }

    async Task<Dictionary<Guid, LastStep>> LastSteps(Advisory advisory, Guid[] ids, CancellationToken ct) => (await db.Database.SqlQuery<LastStep>(
        $"""
        select distinct on (mailbox_id) mailbox_id as "MailboxId", step as "Steps", kind as "Kind", at as "At", bool_or(kind = {StepKind.CallList}) over (partition by mailbox_id) as "OnCallList"
        from escalation_step where advisory_id = {advisory.Id} and version = {advisory.Version} and mailbox_id = any({ids})
        order by mailbox_id, step desc
        """).ToListAsync(ct)).ToDictionary(s => s.MailboxId);

    sealed record LastStep(Guid MailboxId, int Steps, string Kind, DateTimeOffset At, bool OnCallList);

    /// <exception cref="RuleViolation">Nothing is to be said about it any more.</exception>
    public static void RefuseWithoutRecipients(Board board)
    {
        if (board.Named.Count == 0) throw new RuleViolation("この情報提供について、貴組織が連絡する相手はいません。", "There is nobody whom your organisation calls about this advisory.");
    }
}
