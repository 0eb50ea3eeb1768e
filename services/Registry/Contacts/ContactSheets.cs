using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.People;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Makes of all that is kept of an organisation's contacts the sheet that Distribution reaches it by, sealed for Distribution alone.</summary>
public sealed class ContactSheets(ContactsSealer sealer, PeopleSealer people, IdentifyingSealer identifying, TimeProvider clock)
{
    /// <summary>Organisations a page: a roster may hold a thousand turns.</summary>
    const int PageSize = 100;

    /// <summary>Counts a change and says the sheets that came of it, with the transaction at hand: one by itself, more in pages.</summary>
    public async Task SayChanged(RegistryDb db, IReadOnlyCollection<Guid> organisations, CancellationToken ct)
    {
        Guid[] ids = [.. organisations];
        // holds the rows until the commit: who changes a contact of the same organisation meanwhile comes after, and sees this
        await db.Database.ExecuteSqlAsync(
            $"update organisation set contacts_version = contacts_version + 1 where id in (select id from organisation where id = any({ids}) order by id for no key update)", ct);
        if (ids.Length == 1) db.Publish((await Of(db, ids, ct)).Single());
        else await SayPages(db, ids, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Says the sheets as they stand, a page at a time; the caller saves.</summary>
    public async Task SayPages(RegistryDb db, IReadOnlyCollection<Guid> organisations, CancellationToken ct)
    {
        foreach (var page in organisations.Chunk(PageSize)) db.Publish(new ContactsPage { Organisations = await Of(db, page, ct) });
    }

    async Task<ContactsChanged[]> Of(RegistryDb db, Guid[] ids, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // the versions first: a change that comes between makes a sheet newer than its version, and is said with the next one
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Number)
            .Select(o => new { o.Id, o.ContactsVersion, o.Ceptoars, o.SecondHop }).ToListAsync(ct);
        var channels = (await db.Channels.AsNoTracking().Where(c => ids.Contains(c.OrganisationId)).OrderBy(c => c.Position).ToListAsync(ct)).ToLookup(c => c.OrganisationId);
        var contacts = await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.OrganisationId)).ToDictionaryAsync(c => c.OrganisationId, ct);
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => ids.Contains(w.OrganisationId)).ToDictionaryAsync(w => w.OrganisationId, ct);
        var persons = (await db.People.AsNoTracking().Where(p => ids.Contains(p.OrganisationId) && p.Active && p.TwoFactorEnabled && p.RemovedAt == null).OrderBy(p => p.Number).ToListAsync(ct)).ToLookup(p => p.OrganisationId);
        var turns = (await db.RosterEntries.AsNoTracking().Where(e => ids.Contains(e.OrganisationId) && e.EndsAt > now).ToListAsync(ct)).ToLookup(e => e.OrganisationId);
        var absences = (await db.RosterAbsences.AsNoTracking().Where(a => ids.Contains(a.OrganisationId) && a.EndsAt > now).ToListAsync(ct)).ToLookup(a => a.OrganisationId);

        return [.. organisations.Select(o =>
        {
            var reachable = persons[o.Id].ToDictionary(p => p.Id);
            var (desk, executive) = (Opened<Desk>(contacts.GetValueOrDefault(o.Id)?.Desk), Opened<Executive>(contacts.GetValueOrDefault(o.Id)?.Executive));
            return new ContactsChanged
            {
                OrganisationId = o.Id,
                Version = o.ContactsVersion,
                Contacts = sealer.Seal(new ContactSheet
                {
                    Desk = desk is null ? null : new(desk.Name, desk.Telephone, desk.Email),
                    Executive = executive is null ? null : new(executive.Name, executive.Email, executive.Telephone, executive.NotifyFrom),
                    Turns = [.. TurnRules.ToCome(turns[o.Id], absences[o.Id], reachable.ContainsKey, now)],
                    People = [.. reachable.Values.Select(p => new ContactPerson(p.Id, p.DetailsOf(people).Name, p.Email))],
                    Channels = [.. channels[o.Id].Any() ? channels[o.Id].Select(Entry) : ChannelTable.Of(o.Ceptoars.Concat(o.SecondHop)).Select((means, i) => new ContactChannel(i + 1, means, null, null, Bouncing: false))],
                    Webhook = webhooks.GetValueOrDefault(o.Id)?.Opened(people),
                }),
            };
        })];
    }

    ContactChannel Entry(OrganisationChannel channel)
    {
        var contact = channel.Opened(identifying);
        return new(channel.Position, channel.Channel, contact?.Address, contact?.Holder, channel.Bouncing);
    }

    T? Opened<T>(string? held) where T : class => held is null ? null : people.Open<T>(new SealedText { Sealed = held });
}
