using System.Net;
using Ceptoar.Story;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class FillDirectoryTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public void Invents_the_same_operators_each_time()
    {
        var (one, other) = (DemoDirectory.Operators(), DemoDirectory.Operators());

        Assert.Equivalent(one, other, strict: true);
        Assert.Equal(Ceptoars.CeptoarTable.All.Select(c => c.Code), one.Select(o => o.Ceptoar).Distinct());
        Assert.Equal((28, 1_411, 1_789, 3), (Of("telecom"), Of("banks"), Of("local-government"), Of("medical")));
        Assert.Equal(4_091, one.Count(o => o.Ceptoar is not ("chemical" or "credit" or "petroleum")));

        int Of(string ceptoar) => one.Count(o => o.Ceptoar == ceptoar);
    }

    [Fact]
    public void What_identifies_an_operator_is_its_own()
    {
        var all = DemoDirectory.Operators();

        Assert.All(
            new[] { all.Select(o => o.Name), all.Select(o => o.NameEn), all.SelectMany(o => o.Identifying.Aliases), all.SelectMany(o => o.Identifying.Domains), all.SelectMany(o => o.Identifying.Systems), all.SelectMany(o => o.Identifying.Cidrs) },
            strings => Assert.Equal(strings.Distinct(), strings));
        Assert.All(all.SelectMany(o => o.Identifying.Domains), d => Assert.EndsWith(".example", d, StringComparison.Ordinal));
        Assert.All(all, o => Assert.True(IPNetwork.Parse("198.18.0.0/15").Contains(IPNetwork.Parse(o.Identifying.Cidrs[0]).BaseAddress)));
    }

    [Fact]
    public async Task Fills_an_empty_hub_once_and_keeps_what_it_made()
    {
        var path = Path.Combine(Path.GetTempPath(), $"demo-{Guid.NewGuid():N}.json");
        try
        {
            var first = await FillDirectory.Fill(registry.Administrator, path);
            var (filled, clients) = (await Organisations(), await Clients());
            var second = await FillDirectory.Fill(registry.Administrator, path);

            Assert.Equal((filled, clients), (await Organisations(), await Clients()));
            Assert.Equivalent(first, second, strict: true);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            var seated = DemoDirectory.Operators().GroupBy(o => o.Ceptoar).Sum(g => g.Key == "telecom" ? g.Count() : Math.Min(g.Count(), 8));
            Assert.Equal(seated + 18 + 5 + 6, first.Clients.Count);
            Assert.Equal(["operator", "secretariat"], first.Clients.Where(c => c.Ceptoar == "telecom").Select(c => c.Role).Distinct());
            Assert.Equal([.. Enumerable.Repeat("liaison", 5), "analyst", "approver", "approver", "controller", "administrator", "auditor"], first.Clients.TakeLast(11).Select(c => c.Role));
            Assert.Equal(18 + 13 + 5, first.Groups.Count);
        }
        finally
        {
            File.Delete(path);
        }
    }

    Task<int> Organisations() => registry.Db<RegistryDb, int>(db => db.Organisations.CountAsync());

    Task<int> Clients() => registry.Db<RegistryDb, int>(db => db.Clients.CountAsync());
}
