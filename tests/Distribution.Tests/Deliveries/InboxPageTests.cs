using System.Data.Common;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>A page of a mailbox costs what a page holds, however long the mailbox is, and is full though some of it may not be seen any more.</summary>
public class InboxPageTests(InboxPageTests.Fixture distribution) : IClassFixture<InboxPageTests.Fixture>
{
    /// <summary>Distribution that counts the rows it reads of mailboxes.</summary>
    public sealed class Fixture : DistributionFixture
    {
        public RowsRead Counted { get; } = new();

        protected override void Replace(IServiceCollection services) => services.ConfigureDbContext<DistributionDb>(options => options.AddInterceptors(Counted));
    }

    public sealed class RowsRead : DbCommandInterceptor
    {
        int most;

        public int Most => most;

        public void Forget() => most = 0;

        public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            if (command.CommandText.Contains("inbox", StringComparison.Ordinal) && command.CommandText.Contains("ORDER BY", StringComparison.Ordinal)) most = Math.Max(most, eventData.ReadCount);
            return result;
        }
    }

    const int MoreThanALot = 25;

    [Fact]
    public async Task Is_full_and_reads_little_more_than_it_holds()
    {
        var d = distribution.Directory;
        var reader = Fake.Organisation();
        var left = Fake.Group() with { Kind = "workingGroup", Ceptoars = [], Organisations = [reader.OrganisationId] };
        var stays = Fake.Group() with { Kind = "workingGroup", Ceptoars = [], Organisations = [reader.OrganisationId, d.Telecom[0].OrganisationId] };
        await Task.WhenAll(distribution.Hears(reader), distribution.Hears(left), distribution.Hears(stays));
        var seen = new List<Guid>();
        async Task Come(Guid group, int count)
        {
            for (var i = 0; i < count; i++)
            {
                var id = await distribution.Released(distribution.Flash(audience: [group]));
                if (group == stays.GroupId) seen.Add(id);
            }
        }

        await Come(stays.GroupId, 1);
        await Come(left.GroupId, MoreThanALot); // of which nothing may be seen any more
        await Come(stays.GroupId, 40);
        await Come(left.GroupId, MoreThanALot);
        await Come(stays.GroupId, 1);
        await distribution.Hears(left with { Version = 2, Closed = true });
        foreach (var (query, expected) in new (string, IEnumerable<Guid>)[] { ("?limit=3", Enumerable.Reverse(seen).Take(3)), ("?limit=3&after=0", seen.Take(3)), ("?limit=200", Enumerable.Reverse(seen)), ("?limit=200&after=0", seen) })
        {
            distribution.Counted.Forget();
            Assert.Equal(expected, await distribution.Listed(reader.OrganisationId, query));
            if (query.Contains("=3", StringComparison.Ordinal)) Assert.InRange(distribution.Counted.Most, 3, MoreThanALot);
        }
    }
}
