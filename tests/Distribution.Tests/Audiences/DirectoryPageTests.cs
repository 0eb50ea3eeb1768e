using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Audiences;

/// <summary>Many organisations at once are kept as if each had come alone.</summary>
public class DirectoryPageTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Of_a_page_each_newer_organisation_counts_and_no_older_one()
    {
        var (known, newcomer) = (Fake.Organisation(), Fake.Organisation());
        await distribution.Hears(known with { Version = 5 });

        await distribution.Hears(new OrganisationsPage { Organisations = [known with { Version = 4, Name = "古い名" }, newcomer, newcomer with { Version = 2, Name = "新しい名" }] });
        await distribution.Hears(new OrganisationsPage { Organisations = [newcomer] });

        Assert.Equal((5, known.Name), await Held(known.OrganisationId));
        Assert.Equal((2, "新しい名"), await Held(newcomer.OrganisationId));
    }

    [Fact]
    public async Task Pages_that_come_at_once_in_opposite_order_are_all_kept()
    {
        var all = Enumerable.Range(0, 200).Select(_ => Fake.Organisation()).ToArray();

        await Task.WhenAll(Enumerable.Range(1, 8).Select(version => distribution.Hears(new OrganisationsPage
        {
            Organisations = [.. (version % 2 == 0 ? all : all.Reverse()).Select(o => o with { Version = version })],
        })));

        Assert.All(await distribution.Db<DistributionDb, List<DirectoryOrganisation>>(db => db.Set<DirectoryOrganisation>().AsNoTracking().Where(o => all.Select(a => a.OrganisationId).Contains(o.Id)).ToListAsync()), o => Assert.Equal(8, o.Version));
    }

    Task<(long, string)> Held(Guid id) => distribution.Db<DistributionDb, (long, string)>(async db =>
        await db.Set<DirectoryOrganisation>().AsNoTracking().SingleAsync(o => o.Id == id) is var o ? (o.Version, o.Name) : default);
}
