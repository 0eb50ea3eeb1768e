using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Distribution.Tests.Contacts;

public class KeepContactsTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Knows_how_an_organisation_is_reached_as_Registry_says_it()
    {
        var id = Guid.NewGuid();

        await distribution.Hears(Changed(id, 1, "窓口"));

        var sheet = await Sheet(id);
        Assert.Equal(new ContactDesk("窓口", "03-5555-0100", "desk@minato.example"), sheet.Desk);
        Assert.Equal("soc@minato.example", sheet.Channels[1].Address);
        Assert.Equal(("duty", "港 太郎"), (sheet.Turns.Single().Kind, sheet.People.Single(p => p.Id == sheet.Turns[0].PersonId).Name));
    }

    [Fact]
    public async Task Of_one_that_nobody_told_of_there_is_an_empty_sheet()
    {
        var sheet = await Sheet(Guid.NewGuid());

        Assert.Equal((null, null, null), (sheet.Desk, sheet.Executive, sheet.Webhook));
        Assert.Empty(sheet.Channels);
    }

    [Fact]
    public async Task A_hearer_of_an_older_version_keeps_the_newer()
    {
        var id = Guid.NewGuid();
        await distribution.Hears(Changed(id, 3, "新しい窓口"));

        await distribution.Hears(Changed(id, 2, "古い窓口"));
        await distribution.Hears(Changed(id, 3, "同じ版の窓口"));
        await distribution.Hears(new ContactsPage { Organisations = [Changed(id, 1, "最初の窓口"), Changed(id, 2, "古い窓口")] });
        Assert.Equal("新しい窓口", (await Sheet(id)).Desk?.Name);

        await distribution.Hears(new ContactsPage { Organisations = [Changed(id, 4, "次の窓口")] });
        Assert.Equal("次の窓口", (await Sheet(id)).Desk?.Name);
    }

    [Fact]
    public async Task Those_that_come_at_once_leave_the_newest()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToArray();

        await Task.WhenAll(Enumerable.Range(1, 5).SelectMany(version => new[]
        {
            distribution.Hears(new ContactsPage { Organisations = [.. ids.Select(id => Changed(id, version, $"窓口{version}"))] }),
            distribution.Hears(Changed(ids[version], version, $"窓口{version}")),
        }));

        foreach (var id in ids) Assert.Equal("窓口5", (await Sheet(id)).Desk?.Name);
    }

    [Fact]
    public async Task What_Distribution_keeps_of_contacts_is_sealed()
    {
        var id = Guid.NewGuid();
        await distribution.Hears(Changed(id, 1, "窓口"));

        var row = await distribution.Db<DistributionDb, string>(db => db.Database.SqlQuery<string>($"select c::text as \"Value\" from contacts c where organisation_id = {id}").SingleAsync());

        Assert.DoesNotMatch("minato|5555|窓口|港|whsec", row);
    }

    [Fact]
    public async Task Asks_for_the_contacts_that_it_lacks()
    {
        await distribution.Hears(Changed(Guid.NewGuid(), 7, "窓口"));
        var (rows, versions) = await distribution.Db<DistributionDb, (int, long)>(async db => (await db.Contacts.CountAsync(), await db.Contacts.SumAsync(c => c.Version)));

        using var ask = ActivatorUtilities.CreateInstance<AskForDirectory>(distribution.Services);
        await ask.StartAsync(CancellationToken.None);

        await distribution.Published<DirectoryWanted>(w => (w.Contacts, w.ContactVersions) == (rows, versions));
        await ask.StopAsync(CancellationToken.None);
    }

    Task<ContactSheet> Sheet(Guid id) => distribution.With<ContactBook, ContactSheet>(book => book.Of(id, CancellationToken.None));

    ContactsChanged Changed(Guid id, long version, string desk)
    {
        var (person, now) = (Guid.NewGuid(), distribution.Clock.GetUtcNow());
        return new()
        {
            OrganisationId = id,
            Version = version,
            Contacts = distribution.Contacts.Seal(new ContactSheet
            {
                Desk = new(desk, "03-5555-0100", "desk@minato.example"),
                Channels = [new(1, "hub", null, null, Bouncing: false), new(2, "mail", "soc@minato.example", "監視室", Bouncing: false)],
                People = [new(person, "港 太郎", "taro@minato.example")],
                Turns = [new("duty", now, now.AddHours(8), person)],
                Webhook = new("https://hooks.minato.example/in", "whsec_AAAA"),
            }),
        };
    }
}
