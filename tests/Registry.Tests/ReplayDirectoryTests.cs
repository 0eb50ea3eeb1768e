using Ceptoar.Contracts.Registry;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class ReplayDirectoryTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task An_empty_service_hears_the_whole_directory_again()
    {
        var all = await Everything();
        var before = await Said();

        await registry.Hears(new DirectoryWanted { Service = "distribution", Organisations = 0, OrganisationVersions = 0, Groups = 0, GroupVersions = 0 });

        Assert.Equal(before with { Organisations = before.Organisations + all.Organisations, Groups = before.Groups + all.Groups }, await Said());
    }

    [Fact]
    public async Task A_service_that_keeps_identifying_strings_hears_those_that_it_lacks()
    {
        var all = await Everything();
        var before = await Said();

        await registry.Hears(all with { IdentifyingStrings = all.Organisations, IdentifyingStringVersions = 1 });

        Assert.Equal(before with { Strings = before.Strings + all.Organisations }, await Said());
    }

    [Fact]
    public async Task A_service_that_keeps_contacts_hears_those_that_it_lacks_in_pages()
    {
        var all = await Everything();
        var before = await Said();

        await registry.Hears(all with { Contacts = all.Organisations, ContactVersions = 1 });

        Assert.Equal(before with { Contacts = before.Contacts + all.Organisations }, await Said());
        Assert.All(await registry.AllPublished<ContactsPage>(), page => Assert.InRange(page.Organisations.Length, 1, 100));
    }

    [Fact]
    public async Task A_service_that_keeps_no_contacts_is_told_of_none()
    {
        var before = await Said();

        await registry.Hears(new DirectoryWanted { Service = "intake", Organisations = 0, OrganisationVersions = 0, Groups = 0, GroupVersions = 0 });

        Assert.Equal(before.Contacts, (await Said()).Contacts);
    }

    [Fact]
    public async Task A_service_that_holds_everything_hears_nothing()
    {
        var all = await Everything();
        var before = await Said();

        await registry.Hears(all);

        Assert.Equal(before, await Said());
    }

    [Fact]
    public async Task Hearing_the_same_question_again_says_nothing_again()
    {
        var question = new DirectoryWanted { Service = "intake", Organisations = 0, OrganisationVersions = 0, Groups = 0, GroupVersions = 0 };
        var id = Guid.NewGuid();
        await registry.Hears(question, id);
        var before = await Said();

        await registry.Hears(question, id);

        Assert.Equal(before, await Said());
    }

    [Fact]
    public async Task Hears_what_a_change_made_of_an_organisation()
    {
        var id = await registry.Operator("water");

        await registry.Hears(new DirectoryWanted { Service = "intake", Organisations = 0, OrganisationVersions = 0, Groups = 0, GroupVersions = 0 });

        var said = Assert.Single(await registry.AllPublished<OrganisationChanged>(o => o.OrganisationId == id));
        var again = (await registry.AllPublished<OrganisationsPage>()).SelectMany(p => p.Organisations).Where(o => o.OrganisationId == id).ToArray();
        Assert.NotEmpty(again);
        Assert.All(again, o => Assert.Equivalent(said, o));
    }

    Task<DirectoryWanted> Everything() => registry.Db<RegistryDb, DirectoryWanted>(async db => new()
    {
        Service = "anonymisation",
        Organisations = await db.Organisations.CountAsync(),
        OrganisationVersions = await db.Organisations.SumAsync(o => o.Version),
        Groups = await db.Groups.CountAsync(),
        GroupVersions = await db.Groups.SumAsync(g => g.Version),
        IdentifyingStrings = await db.Organisations.CountAsync(),
        IdentifyingStringVersions = await db.Organisations.SumAsync(o => o.IdentifyingVersion),
        Contacts = await db.Organisations.CountAsync(),
        ContactVersions = await db.Organisations.SumAsync(o => o.ContactsVersion),
    });

    async Task<Numbers> Said() => new(
        (await registry.AllPublished<OrganisationsPage>()).Sum(p => p.Organisations.Length), (await registry.AllPublished<GroupChanged>()).Count,
        (await registry.AllPublished<IdentifyingStringsPage>()).Sum(p => p.Strings.Length), (await registry.AllPublished<ContactsPage>()).Sum(p => p.Organisations.Length));

    sealed record Numbers(int Organisations, int Groups, int Strings, int Contacts);
}
