using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>Reports of one attack are one advisory with a count, not one alarm each.</summary>
public class JoinTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Theory]
    [InlineData("ipv4", "203.0.113.201", true)]
    [InlineData("ipv6", "2001:db8::201", true)]
    [InlineData("domain", "evil.example", true)]
    [InlineData("url", "http://evil.example/a", true)]
    [InlineData("email", "spy@evil.example", true)]
    [InlineData("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true)]
    [InlineData("fileName", "evil.exe", true)]
    [InlineData("cve", "CVE-2026-0201", true)]
    [InlineData("product", "Example VPN 9.1", false)]
    [InlineData("asn", "AS64500", false)]
    [InlineData("other", "x", false)]
    public async Task What_two_reports_share_tells_whether_they_are_of_one_attack(string type, string value, bool joins)
    {
        var shared = new FlashIndicator { Type = type, Value = value };
        var id = await distribution.Released(distribution.Flash(indicators: [shared, DistributionFixture.Address()]));

        var other = await distribution.Released(distribution.Flash(indicators: [shared, DistributionFixture.Address()]));

        Assert.Equal(joins, JoinRules.Joins(shared));
        Assert.Equal(joins, id == other);
        var view = (await distribution.Read(other, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        Assert.Equal(joins ? (2, 2) : (1, 1), (view.GetProperty("version").GetInt32(), view.GetProperty("reports").GetInt32()));
    }

    [Fact]
    public async Task Each_report_that_joins_counts_and_brings_its_indicators()
    {
        var attacker = DistributionFixture.Address();
        var id = await distribution.Released(distribution.Flash(indicators: attacker));
        for (var i = 0; i < 3; i++) Assert.Equal(id, await distribution.Released(distribution.Flash(indicators: [attacker, DistributionFixture.Address()])));

        var view = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        Assert.Equal((4, 4, 4), (view.GetProperty("version").GetInt32(), view.GetProperty("reports").GetInt32(), view.GetProperty("indicators").GetArrayLength()));
    }

    [Fact]
    public async Task A_report_joins_by_what_another_report_brought()
    {
        var (one, two) = (DistributionFixture.Address(), DistributionFixture.Address());
        var id = await distribution.Released(distribution.Flash(indicators: one));
        await distribution.Released(distribution.Flash(indicators: [one, two]));

        Assert.Equal(id, await distribution.Released(distribution.Flash(indicators: two)));
    }

    [Fact]
    public async Task Another_label_stays_apart()
    {
        var attacker = DistributionFixture.Address();
        var id = await distribution.Released(distribution.Flash(Tlp.Amber, indicators: attacker));

        Assert.NotEqual(id, await distribution.Released(distribution.Flash(Tlp.AmberStrict, indicators: attacker)));
        Assert.NotEqual(id, await distribution.Released(distribution.Flash(Tlp.Green, indicators: attacker)));
    }

    [Fact]
    public async Task Another_audience_stays_apart_and_the_order_of_its_groups_does_not_matter()
    {
        var attacker = DistributionFixture.Address();
        var (telecom, centre) = (distribution.Telecom, distribution.Directory.CentreGroup.GroupId);
        var id = await distribution.Released(distribution.Flash(audience: [telecom, centre], indicators: attacker));

        Assert.NotEqual(id, await distribution.Released(distribution.Flash(audience: [telecom], indicators: attacker)));
        Assert.Equal(id, await distribution.Released(distribution.Flash(audience: [centre, telecom], indicators: attacker)));
    }

    [Fact]
    public async Task After_a_day_an_advisory_takes_no_more_in()
    {
        var attacker = DistributionFixture.Address();
        var id = await distribution.Released(distribution.Flash(indicators: attacker));
        distribution.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(id, await distribution.Released(distribution.Flash(indicators: attacker)));

        distribution.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));

        Assert.NotEqual(id, await distribution.Released(distribution.Flash(indicators: attacker)));
    }

    [Fact]
    public async Task A_recalled_advisory_takes_no_more_in()
    {
        var attacker = DistributionFixture.Address();
        var id = await distribution.Released(distribution.Flash(indicators: attacker));
        (await distribution.Recall(id)).EnsureSuccessStatusCode();

        Assert.NotEqual(id, await distribution.Released(distribution.Flash(indicators: attacker)));
    }

    [Fact]
    public async Task Reports_of_one_attack_that_come_at_once_find_each_other()
    {
        var attacker = DistributionFixture.Address();
        var flashes = Enumerable.Range(0, 20).Select(_ => distribution.Flash(indicators: [attacker, DistributionFixture.Address()])).ToArray();

        await Task.WhenAll(flashes.Select(f => distribution.Hears(f)));

        var ids = await Task.WhenAll(flashes.Select(f => distribution.AdvisoryOf(f.SourceId)));
        var id = Assert.Single(ids.Distinct());
        Assert.Equal((20, 20), ((await distribution.Advisory(id!.Value)).Version, (await distribution.Advisory(id.Value)).Content.Reports));
    }

    [Fact]
    public async Task Where_sources_give_several_titles_the_advisory_has_one_of_its_own_and_shows_each_text_under_its_title()
    {
        var attacker = DistributionFixture.Address();
        var (one, other) = (distribution.Flash(indicators: attacker), distribution.Flash(indicators: attacker));
        var id = await distribution.Released(one);
        await distribution.Hears(other);

        await distribution.Hears(DistributionFixture.Narrative(one, "件名甲", "本文甲"));
        await distribution.Hears(DistributionFixture.Narrative(other, "件名乙", "本文乙"));

        var view = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        Assert.StartsWith("情報通信分野の", view.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.All(["件名甲", "本文甲", "件名乙", "本文乙"], text => Assert.Contains(text, view.GetProperty("body").GetString(), StringComparison.Ordinal));
    }
}
