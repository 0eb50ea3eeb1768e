using Ceptoar.Directory;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Finds items for a mailbox: what was issued to it, and what <see cref="AudienceRules"/> still lets it see.</summary>
public sealed class Reading(DistributionDb db, DirectoryReader directory)
{
    /// <summary>How many more than a page holds are read at once, for some may not be seen any more.</summary>
    const int Spare = 20;

    // set by initialiser, not by constructor: else EF Core cannot see through it, and no query can be put on top
    public record Found
    {
        public required Advisory Advisory { get; init; }
        public required InboxRow Row { get; init; }
    }

    /// <inheritdoc cref="HandlingRulesGate.RefuseWithoutHandlingRules"/>
    public async Task RefuseWithoutHandlingRules(Guid mailbox, CancellationToken ct) => (await directory.Now(ct)).RefuseWithoutHandlingRules(mailbox);

    /// <summary>An advisory that the organisation itself wrote; null where it did not, or where it is not out yet.</summary>
    public Task<Advisory?> Written(Guid advisoryId, Guid organisation, CancellationToken ct) =>
        db.Advisories.AsNoTracking().SingleOrDefaultAsync(a => a.Id == advisoryId && a.Author == organisation, ct);

    /// <summary>What came to the caller, or what its organisation wrote and it works on; null where it may see neither.</summary>
    public async Task<Advisory?> Shown(Guid advisoryId, Caller caller, CancellationToken ct) =>
        (await Find(advisoryId, caller, ct))?.Advisory ?? (AuthorRules.Works(caller) ? await Written(advisoryId, caller.OrganisationId, ct) : null);

    /// <summary>The name of an organisation that speaks in an advisory; null where none does.</summary>
    public async Task<string?> NameOf(Guid? speaker, CancellationToken ct) =>
        speaker is { } id && (await directory.Now(ct)).Organisations.TryGetValue(id, out var organisation) ? organisation.Name : null;

    /// <summary>The advisory with its newest row in the caller's mailboxes, its organisation's or its own; null where it is in neither or may not be seen.</summary>
    public Task<Found?> Find(Guid advisoryId, Caller caller, CancellationToken ct) => Find(advisoryId, caller, MaySee, ct);

    /// <summary>The advisory with its newest row in the organisation's mailbox; null where it is not there or may not be seen.</summary>
    public Task<Found?> Find(Guid advisoryId, Guid organisation, CancellationToken ct) => Find(advisoryId, Mailbox.Of(organisation), MaySee, ct);

    /// <summary>The same, with the recall of what may not be seen any more: to be read and confirmed, and for nothing else.</summary>
    public Task<Found?> FindTold(Guid advisoryId, Caller caller, CancellationToken ct) => Find(advisoryId, caller, IsTold, ct);

    async Task<Found?> Find(Guid advisoryId, Caller caller, Func<Found, Mailbox, DirectorySnapshot, bool> may, CancellationToken ct) =>
        await Find(advisoryId, Mailbox.Of(caller.OrganisationId), may, ct)
        ?? (caller.PersonId() is { } person ? await Find(advisoryId, new Mailbox(person, caller.OrganisationId), may, ct) : null);

    async Task<Found?> Find(Guid advisoryId, Mailbox mailbox, Func<Found, Mailbox, DirectorySnapshot, bool> may, CancellationToken ct)
    {
        var now = await directory.Now(ct);
        var found = await Newest(mailbox.Id).FirstOrDefaultAsync(f => f.Advisory.Id == advisoryId, ct);
        return found is not null && may(found, mailbox, now) ? found : null;
    }

    static bool MaySee(Found found, Mailbox mailbox, DirectorySnapshot directory) => AudienceRules.MaySee(found.Advisory.Tlp, found.Advisory.Scope, mailbox, directory);

    static bool IsTold(Found found, Mailbox mailbox, DirectorySnapshot directory) => IsTold(found.Advisory, found.Row.Event, mailbox, directory);

    /// <summary>Whether what came into a mailbox is told there: what it may see, and the recall of what it had.</summary>
    /// <param name="advisory">As it stands.</param>
    /// <param name="came">The event of the mailbox's row: <see cref="Advisory.Recalled"/> came to those alone who had it.</param>
    /// <param name="mailbox">Whose.</param>
    /// <param name="directory">As it stands.</param>
    public static bool IsTold(Advisory advisory, string came, Mailbox mailbox, DirectorySnapshot directory) =>
        AudienceRules.MaySee(advisory.Tlp, advisory.Scope, mailbox, directory) || (came == Advisory.Recalled && AudienceRules.HearsOfRecall(mailbox, directory));

    /// <summary>Up to <paramref name="limit"/> items that the mailbox may see, recalls of what it had among them.</summary>
    /// <param name="mailbox">Whose.</param>
    /// <param name="which">Which of its items.</param>
    /// <param name="after">What came behind this number, oldest first; null: newest first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<List<Found>> Page(Mailbox mailbox, Func<IQueryable<Found>, IQueryable<Found>> which, long? after, int limit, CancellationToken ct)
    {
        var now = await directory.Now(ct);
        var (page, most, last) = (new List<Found>(), limit + Spare, after ?? long.MaxValue);
        while (true)
        {
            var mine = which(Newest(mailbox.Id));
            mine = after is null ? mine.Where(f => f.Row.Sequence < last).OrderByDescending(f => f.Row.Sequence) : mine.Where(f => f.Row.Sequence > last).OrderBy(f => f.Row.Sequence);
            var lot = await mine.Take(most).ToListAsync(ct); // in lots: a page does not cost its whole mailbox
            page.AddRange(lot.Where(f => IsTold(f, mailbox, now)).Take(limit - page.Count));
            if (page.Count == limit || lot.Count < most) return page;

            last = lot[^1].Row.Sequence;
        }
    }

    /// <summary>Every advisory of a mailbox once, with its newest row there.</summary>
    IQueryable<Found> Newest(Guid mailbox) =>
        from row in db.Inbox.AsNoTracking()
        join advisory in db.Advisories.AsNoTracking() on row.AdvisoryId equals advisory.Id
        where row.MailboxId == mailbox && !db.Inbox.Any(later => later.MailboxId == mailbox && later.AdvisoryId == row.AdvisoryId && later.Version > row.Version)
        select new Found { Advisory = advisory, Row = row };
}
