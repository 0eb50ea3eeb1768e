using Ceptoar.Contracts.Registry;
using Ceptoar.Registry.Contacts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>
/// Says the whole directory again when a service holds another one than Registry. Everyone hears it; the versions make that, and
/// hearing the question twice, harmless.
/// </summary>
public class ReplayDirectoryConsumer(RegistryDb db, ContactSheets sheets) : IConsumer<DirectoryWanted>
{
    const int PageSize = OrganisationPages.Size;

    public async Task Consume(ConsumeContext<DirectoryWanted> context)
    {
        var (held, ct) = (context.Message, context.CancellationToken);
        var organisations = held.Organisations != await db.Organisations.CountAsync(ct) || held.OrganisationVersions != await db.Organisations.SumAsync(o => o.Version, ct);
        var groups = held.Groups != await db.Groups.CountAsync(ct) || held.GroupVersions != await db.Groups.SumAsync(g => g.Version, ct);
        var strings = held.IdentifyingStrings is { } kept
            && (kept != await db.Organisations.CountAsync(ct) || held.IdentifyingStringVersions != await db.Organisations.SumAsync(o => o.IdentifyingVersion, ct));
        var contacts = held.Contacts is { } sheetsHeld
            && (sheetsHeld != await db.Organisations.CountAsync(ct) || held.ContactVersions != await db.Organisations.SumAsync(o => o.ContactsVersion, ct));

        if (groups) await SayGroups(ct);
        if (organisations || strings || contacts) await SayOrganisations(organisations, strings, contacts, ct);
    }

    async Task SayGroups(CancellationToken ct)
    {
        foreach (var group in await db.Groups.AsNoTracking().OrderBy(g => g.Position).ToListAsync(ct)) db.Publish(group.Changed());
        await db.SaveChangesAsync(ct);
    }

    async Task SayOrganisations(bool themselves, bool strings, bool contacts, CancellationToken ct)
    {
        Organisation[] page;
        var said = 0L;
        do
        {
            page = await db.Organisations.AsNoTracking().Where(o => o.Number > said).OrderBy(o => o.Number).Take(PageSize).ToArrayAsync(ct);
            db.PublishPages(page, themselves, strings);
            if (contacts) await sheets.SayPages(db, [.. page.Select(o => o.Id)], ct);
            said = page.Length == 0 ? said : page[^1].Number;
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        while (page.Length == PageSize);
    }
}

public static class OrganisationPages
{
    public const int Size = 500;

    /// <summary>Says many organisations, and what identifies them, a page at a time.</summary>
    public static void PublishPages(this RegistryDb db, IEnumerable<Organisation> organisations, bool themselves, bool strings)
    {
        foreach (var page in organisations.Chunk(Size))
        {
            if (themselves) db.Publish(new OrganisationsPage { Organisations = [.. page.Select(o => o.Changed())] });
            if (strings) db.Publish(new IdentifyingStringsPage { Strings = [.. page.Select(o => o.StringsChanged())] });
        }
    }
}
