using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Finds items for a mailbox: what was issued to it, and what <see cref="AudienceRules"/> still lets it see.</summary>
public sealed class Reading(DistributionDb db, DirectoryReader directory)
{
    // set by initialiser, not by constructor: else EF Core cannot see through it, and no query can be put on top
    public record Found
    {
        public required Advisory Advisory { get; init; }
        public required InboxRow Row { get; init; }
    }

    /// <summary>Whoever reads has accepted the handling rules in force, whatever it asks for.</summary>
    /// <exception cref="RuleViolation">The mailbox's organisation has not.</exception>
    public async Task RefuseWithoutHandlingRules(Guid mailbox, CancellationToken ct)
    {
        if ((await directory.Now(ct)).Active(mailbox) is { HandlingRulesVersion: not HandlingRules.Current })
        {
            throw new RuleViolation(
                "情報提供を読む前に、組織として取扱いルールを承諾してください(POST /api/organisations/{id}/handling-rules)。",
                "Accept the handling rules for your organisation before you read (POST /api/organisations/{id}/handling-rules).");
        }
    }

    /// <summary>The advisory with its newest row in the mailbox; null where it is not there or may not be seen.</summary>
    public async Task<Found?> Find(Guid advisoryId, Guid mailbox, CancellationToken ct)
    {
        var now = await directory.Now(ct);
        var found = await Newest(mailbox).FirstOrDefaultAsync(f => f.Advisory.Id == advisoryId, ct);
        return found is not null && AudienceRules.MaySee(found.Advisory.Tlp, found.Advisory.Audience, mailbox, now) ? found : null;
    }

    /// <summary>Up to <paramref name="limit"/> items in the order of the query that the mailbox may see.</summary>
    public async Task<List<Found>> Page(Guid mailbox, Func<IQueryable<Found>, IQueryable<Found>> query, int limit, CancellationToken ct)
    {
        var now = await directory.Now(ct);
        var page = new List<Found>();
        await foreach (var found in query(Newest(mailbox)).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (AudienceRules.MaySee(found.Advisory.Tlp, found.Advisory.Audience, mailbox, now)) page.Add(found);
            if (page.Count == limit) break;
        }

        return page;
    }

    /// <summary>Every advisory of a mailbox once, with its newest row there.</summary>
    IQueryable<Found> Newest(Guid mailbox) =>
        from row in db.Inbox.AsNoTracking()
        join advisory in db.Advisories.AsNoTracking() on row.AdvisoryId equals advisory.Id
        where row.MailboxId == mailbox && !db.Inbox.Any(later => later.MailboxId == mailbox && later.AdvisoryId == row.AdvisoryId && later.Version > row.Version)
        select new Found { Advisory = advisory, Row = row };
}
