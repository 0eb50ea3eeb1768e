using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Contacts;

/// <summary>Keeps how an organisation is reached, as Registry says it. Hearing it twice, or an older one late, changes nothing.</summary>
public class KeepContactsConsumer(DistributionDb db) : IConsumer<ContactsChanged>
{
    public Task Consume(ConsumeContext<ContactsChanged> context) => db.Keep([context.Message], context.CancellationToken);
}

/// <inheritdoc cref="KeepContactsConsumer"/>
public class KeepContactsPageConsumer(DistributionDb db) : IConsumer<ContactsPage>
{
    public Task Consume(ConsumeContext<ContactsPage> context) => db.Keep(context.Message.Organisations, context.CancellationToken);
}

static class ContactsKept
{
    public static async Task Keep(this DistributionDb db, ContactsChanged[] heard, CancellationToken ct)
    {
        var ids = heard.Select(o => o.OrganisationId).Distinct().Order().ToArray();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('contacts ' || id::text, 0)) from unnest({ids}) as id order by id", ct);
        var known = await db.Contacts.Where(c => ids.Contains(c.OrganisationId)).ToDictionaryAsync(c => c.OrganisationId, ct);
        foreach (var one in heard)
        {
            if (!known.TryGetValue(one.OrganisationId, out var kept)) db.Add(known[one.OrganisationId] = kept = new() { OrganisationId = one.OrganisationId });
            kept.Hear(one);
        }

        await db.SaveChangesAsync(ct);
    }
}
