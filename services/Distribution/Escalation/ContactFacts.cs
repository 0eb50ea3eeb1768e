using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Contacts;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Escalation;

/// <summary>What of a sheet is asked of thousands at once: a word and two numbers, no name and no address.</summary>
/// <param name="NotifyFrom">From which severity on the executive has a copy by mail; null: of none.</param>
/// <param name="IsReachable">Whether there is a mail address, a number or a webhook at all beside the hub.</param>
/// <param name="People">How many may sign in.</param>
public sealed record ContactFact(string? NotifyFrom, bool IsReachable, int People)
{
    static readonly string[] Means = ["mail", "sms", "telephone", "mobile"];

    public static ContactFact Of(ContactSheet sheet) => new(
        Is(sheet.Executive?.Email) ? sheet.Executive!.NotifyFrom : null,
        sheet.Webhook is not null || Is(sheet.Desk?.Email) || Is(sheet.Desk?.Telephone) || Is(sheet.Executive?.Telephone)
            || sheet.Channels.Any(c => Means.Contains(c.Channel) && Is(c.Address))
            || sheet.Turns.Any(t => sheet.People.Any(p => p.Id == t.PersonId && Is(p.Email))),
        sheet.People.Length);

    static bool Is(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Reads facts and sheets of many organisations. A sheet that cannot be opened is as good as none, and holds nobody else up.</summary>
public sealed class ContactFacts(DistributionDb db, ContactBook book, ContactsSealer sealer, ContactFactsCache cache)
{
    /// <summary>Those of which Registry has told; only what changed since the last look is opened.</summary>
    public async Task<IReadOnlyDictionary<Guid, ContactFact>> Of(IReadOnlyCollection<Guid> organisations, CancellationToken ct)
    {
        var versions = await db.Contacts.AsNoTracking().Where(c => organisations.Contains(c.OrganisationId)).Select(c => new { c.OrganisationId, c.Version }).ToListAsync(ct);
        Guid[] stale = [.. versions.Where(v => !cache.Holds(v.OrganisationId, v.Version)).Select(v => v.OrganisationId)];
        if (stale.Length > 0)
        {
            foreach (var kept in await db.Contacts.AsNoTracking().Where(c => stale.Contains(c.OrganisationId)).ToListAsync(ct))
            {
                if (Opened(kept) is { } sheet) cache.Keep(kept.OrganisationId, kept.Version, ContactFact.Of(sheet));
            }
        }

        return versions.Select(v => (v.OrganisationId, Fact: cache.Of(v.OrganisationId))).Where(f => f.Fact is not null).ToDictionary(f => f.OrganisationId, f => f.Fact!);
    }

    /// <summary>The sheets of those of which Registry has told.</summary>
    public async Task<IReadOnlyDictionary<Guid, ContactSheet>> Sheets(IReadOnlyCollection<Guid> organisations, CancellationToken ct)
    {
        try
        {
            return await book.Of(organisations, ct);
        }
        catch (CryptographicException)
        {
            var kept = await db.Contacts.AsNoTracking().Where(c => organisations.Contains(c.OrganisationId)).ToListAsync(ct);
            return kept.Select(k => (k.OrganisationId, Sheet: Opened(k))).Where(o => o.Sheet is not null).ToDictionary(o => o.OrganisationId, o => o.Sheet!);
        }
    }

    ContactSheet? Opened(KeptContacts kept)
    {
        try
        {
            return sealer.Open<ContactSheet>(new SealedText { Sealed = kept.Sealed });
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>The facts that a process has read.</summary>
public sealed class ContactFactsCache
{
    readonly ConcurrentDictionary<Guid, (long Version, ContactFact Fact)> held = new();

    public bool Holds(Guid organisation, long version) => held.TryGetValue(organisation, out var one) && one.Version == version;

    public ContactFact? Of(Guid organisation) => held.TryGetValue(organisation, out var one) ? one.Fact : null;

    public void Keep(Guid organisation, long version, ContactFact fact) => held[organisation] = (version, fact);
}
