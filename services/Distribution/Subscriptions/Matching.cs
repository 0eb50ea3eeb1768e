using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Channels;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Subscriptions;

/// <summary>
/// Looks through the mailboxes of organisations for what fits the subscriptions of their people, and posts the mail. How far each was looked
/// through stands in its row and rises in the same transaction as what is posted: nothing is missed or posted twice, by whichever hop it came.
/// </summary>
public sealed class Matching(DistributionDb db, DirectoryReader directory, ChannelSenders senders, TimeProvider clock)
{
    const int Lot = 500;
    const int RowsEach = 100;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> Match(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var behind = await db.Subscriptions.FromSql(
            $"""
            select s.* from subscription s join mailbox m on m.id = s.organisation_id
            where s.enabled and m.last > s.seen
            order by s.person_id limit {Lot} for update of s skip locked
            """).ToListAsync(ct);
        if (behind.Count == 0) return false;

        Guid[] people = [.. behind.Select(s => s.PersonId)];
        var rows = (await db.Database.SqlQuery<Row>(
            $"""
            select s.person_id as "PersonId", i.sequence as "Sequence", i.advisory_id as "AdvisoryId", i.version as "Version"
            from subscription s join lateral (select * from inbox where mailbox_id = s.organisation_id and sequence > s.seen order by sequence limit {RowsEach}) i on true
            where s.person_id = any({people})
            """).ToListAsync(ct)).ToLookup(r => r.PersonId);
        Guid[] ids = [.. rows.SelectMany(r => r).Select(r => r.AdvisoryId).Distinct()];
        var advisories = await db.Advisories.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var (now, snapshot) = (clock.GetUtcNow(), await directory.Now(ct));
        var told = await ToldOfRecalled(advisories.Values, ct);
        var wanted = new List<Wanted>();
        foreach (var subscription in behind)
        {
            var mailbox = Mailbox.Of(subscription.OrganisationId);
            foreach (var row in rows[subscription.PersonId].OrderBy(r => r.Sequence))
            {
                subscription.Seen = row.Sequence;
                var advisory = advisories[row.AdvisoryId];
                if (advisory.DrillTerms?.IsOff(ChannelTable.Mail) == true) continue;
                // a newer version has a row of its own
                if (row.Version != advisory.Version || advisory.StateAt(now) == Advisory.Expired || !AudienceRules.MaySee(advisory.Tlp, advisory.Scope, mailbox, snapshot)) continue;
                if (advisory.State == Advisory.Recalled ? told.Contains((advisory.Id, subscription.PersonId)) : SubscriptionRules.Fits(subscription.Filter, advisory.Content)) wanted.Add(new(subscription, advisory));
            }
        }

        await db.SaveChangesAsync(ct);
        if (senders.Has(ChannelTable.Mail)) await Post(wanted, now, ct);
        await transaction.CommitAsync(ct);
        return behind.Count == Lot || rows.Any(r => r.Count() == RowsEach);
    }

    /// <summary>Posts the mails of the day whose time has come; one that is late is posted once.</summary>
    public async Task PostDigests(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var digests = await db.Subscriptions.FromSql(
            $"""
            select s.* from subscription s
            where s.enabled and s.mode = {Subscription.Digest} and exists (select from digest_line l where l.person_id = s.person_id and l.dispatch_id is null)
            order by s.person_id for update of s skip locked
            """).AsNoTracking().ToListAsync(ct);
        foreach (var subscription in digests.Where(s => s.DigestAt is not null))
        {
            var due = SubscriptionRules.LastDigest(now, subscription.DigestAt!.Value);
            // a dispatch is about one advisory: of a digest the last that fitted
            await db.Database.ExecuteSqlAsync(
                $"""
                with due as (select advisory_id, version, matched_at from digest_line where person_id = {subscription.PersonId} and dispatch_id is null and matched_at <= {due}),
                     posted as (
                       insert into dispatch (advisory_id, version, mailbox_id, channel, purpose, contact, posted_at, due_at)
                       select advisory_id, version, {subscription.OrganisationId}, {ChannelTable.Mail}, {DispatchPurpose.Digest}, {ContactOf(subscription)}, {now}, {now}
                       from due order by matched_at desc, advisory_id limit 1
                       returning id)
                update digest_line l set dispatch_id = posted.id from posted
                where l.person_id = {subscription.PersonId} and l.dispatch_id is null and l.matched_at <= {due}
                """, ct);
        }

        await transaction.CommitAsync(ct);
    }

    static string ContactOf(Subscription subscription) => $"person:{subscription.PersonId}";

    /// <summary>Of what was recalled its content is gone: it goes to those who were told of it.</summary>
    async Task<IReadOnlySet<(Guid Advisory, Guid Person)>> ToldOfRecalled(IEnumerable<Advisory> advisories, CancellationToken ct)
    {
        Guid[] recalled = [.. advisories.Where(a => a.State == Advisory.Recalled).Select(a => a.Id)];
        var sent = await db.Dispatches.Where(d => recalled.Contains(d.AdvisoryId) && d.Purpose == DispatchPurpose.Subscription && d.State == Dispatch.Sent).Select(d => new { d.AdvisoryId, d.Contact }).ToListAsync(ct);
        return sent.Select(d => (d.AdvisoryId, Guid.Parse(d.Contact.Split(':')[1]))).ToHashSet();
    }

    async Task Post(IReadOnlyCollection<Wanted> wanted, DateTimeOffset now, CancellationToken ct)
    {
        var byDigest = wanted.ToLookup(w => w.Subscription is { Mode: Subscription.Digest, DigestAt: not null } && w.Advisory.State != Advisory.Recalled && !IsUrgent(w.Advisory));
        var (lines, mails) = (byDigest[true].ToArray(), byDigest[false].ToArray());
        Guid[] people = [.. lines.Select(l => l.Subscription.PersonId)], listed = [.. lines.Select(l => l.Advisory.Id)];
        int[] listedVersions = [.. lines.Select(l => l.Advisory.Version)];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into digest_line (person_id, advisory_id, version, matched_at)
            select person, advisory, version, {now} from unnest({people}, {listed}, {listedVersions}) as l (person, advisory, version) on conflict do nothing
            """, ct);

        Guid[] mailed = [.. mails.Select(m => m.Advisory.Id)], mailboxes = [.. mails.Select(m => m.Subscription.OrganisationId)];
        int[] versions = [.. mails.Select(m => m.Advisory.Version)];
        string[] contacts = [.. mails.Select(m => ContactOf(m.Subscription))];
        DateTimeOffset[] due = [.. mails.Select(m => SubscriptionRules.SendAt(now, m.Subscription.QuietFrom, m.Subscription.QuietUntil, IsUrgent(m.Advisory)))];
        bool[] drills = [.. mails.Select(m => m.Advisory.Drill)];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into dispatch (advisory_id, version, mailbox_id, channel, purpose, contact, posted_at, due_at, drill)
            select advisory, version, mailbox, {ChannelTable.Mail}, {DispatchPurpose.Subscription}, contact, {now}, due, drill
            from unnest({mailed}, {versions}, {mailboxes}, {contacts}, {due}, {drills}) as m (advisory, version, mailbox, contact, due, drill) on conflict do nothing
            """, ct);
    }

    /// <summary>A drill wakes nobody at night, whatever its text says.</summary>
    static bool IsUrgent(Advisory advisory) => advisory.Content.Urgency == "urgent" && !advisory.Drill;

    sealed record Row(Guid PersonId, long Sequence, Guid AdvisoryId, int Version);

    sealed record Wanted(Subscription Subscription, Advisory Advisory);
}
