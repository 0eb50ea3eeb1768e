using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Contacts;

/// <summary>Opens how organisations are reached. What it gives is for sending alone: it never goes into a log, a message or an answer of another organisation.</summary>
public sealed class ContactBook(DistributionDb db, ContactsSealer sealer)
{
    static readonly ContactSheet Nothing = new();

    /// <summary>An empty sheet where Registry has told nothing.</summary>
    public async Task<ContactSheet> Of(Guid organisation, CancellationToken ct) => (await Of([organisation], ct)).GetValueOrDefault(organisation) ?? Nothing;

    /// <summary>Those of which Registry has told.</summary>
    public async Task<IReadOnlyDictionary<Guid, ContactSheet>> Of(IReadOnlyCollection<Guid> organisations, CancellationToken ct)
    {
        var kept = await db.Contacts.AsNoTracking().Where(c => organisations.Contains(c.OrganisationId)).ToListAsync(ct);
        return kept.ToDictionary(c => c.OrganisationId, c => sealer.Open<ContactSheet>(new SealedText { Sealed = c.Sealed }));
    }
}
