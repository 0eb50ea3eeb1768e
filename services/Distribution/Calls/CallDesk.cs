using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Calls;

/// <summary>What a body that relays or watches receipts knows of an advisory's recipients: whom it may name, who of them is silent, and what was tried with them.</summary>
public sealed class CallDesk(DistributionDb db, Reading reading, DirectoryReader directory, Caller caller)
{
    /// <summary><c>Named</c>: the recipients of the newest version that the caller's organisation may name; <c>Silent</c> is null where it may name none.</summary>
    public sealed record Board(Advisory Advisory, IReadOnlySet<Guid> Named, IReadOnlyList<SilentOne>? Silent);

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
        var named = SilentOnes.Named(rows, relays, own, now);
        if (named.Count == 0) return new(advisory, named.Select(r => r.MailboxId).ToHashSet(), Silent: null);

        Guid[] ids = [.. named.Select(r => r.MailboxId)];
        var calls = (await db.Calls.AsNoTracking().Where(c => c.AdvisoryId == advisory.Id && ids.Contains(c.RecipientId)).OrderBy(c => c.Position).ToListAsync(ct)).ToLookup(c => c.RecipientId);
        var reminded = await db.Reminders.Where(r => r.AdvisoryId == advisory.Id && ids.Contains(r.RecipientId)).GroupBy(r => r.RecipientId)
            .Select(g => new { g.Key, At = g.Max(r => r.RemindedAt) }).ToDictionaryAsync(r => r.Key, r => r.At, ct);
        return new(advisory, ids.ToHashSet(),
            [.. SilentOnes.Of(advisory, named, now).Select(s => s with { LastCall = LastOf(calls[s.OrganisationId]), RemindedAt = reminded.TryGetValue(s.OrganisationId, out var at) ? at : null })]);

        static LastCall? LastOf(IEnumerable<Call> calls) => calls.LastOrDefault() is { } last ? new(last.Channel, last.Reached, last.By, last.CalledAt) : null;
    }

    /// <exception cref="RuleViolation">Nothing is to be said about it any more.</exception>
    public static void RefuseWithoutRecipients(Board board)
    {
        if (board.Named.Count == 0) throw new RuleViolation("この情報提供について、貴組織が連絡する相手はいません。", "There is nobody whom your organisation calls about this advisory.");
    }
}
