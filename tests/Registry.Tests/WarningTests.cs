using System.Net;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Registry.Organisations;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Registry.Tests;

public class WarningTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task Overlapping_ranges_are_warned_of_and_yet_taken()
    {
        var other = await registry.Identified(new { cidrs = new[] { "198.18.32.0/24", "2001:db8:20::/48" } });

        var view = await registry.Identified(new { cidrs = new[] { "198.18.33.0/24", "198.18.32.128/25", "2001:db8::/32" } });

        Assert.Equal(["identifying.cidrs[1]", "identifying.cidrs[2]"], Fields(view));
        Assert.Contains(other.GetProperty("name").GetString()!, view.GetProperty("warnings")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_it_is_learns_only_who_may_see_the_strings()
    {
        var other = await registry.Identified(new { cidrs = new[] { "198.18.40.0/24" }, domains = new[] { "minato-forty.example" } });

        var view = await registry.SecretariatOf("gas").Post("/api/organisations", new
        {
            name = registry.NewName(),
            kind = "operator",
            ceptoars = new[] { "gas" },
            identifying = new { cidrs = new[] { "198.18.40.0/28" }, domains = new[] { "MINATO-forty.example" } },
        });

        Assert.Equal(["identifying.cidrs[0]", "identifying.domains[0]"], Fields(view));
        Assert.All(view.GetProperty("warnings").EnumerateArray(), w => Assert.DoesNotContain(other.GetProperty("name").GetString()!, w.GetProperty("message").GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_own_strings_are_no_fault_when_it_is_changed()
    {
        var view = await registry.Identified(new { cidrs = new[] { "198.18.50.0/24" }, domains = new[] { "minato-fifty.example" } });

        var changed = await registry.Administrator.Put($"/api/organisations/{view.Id()}", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" }, active = true });

        Assert.Empty(Fields(changed));
    }

    [Theory]
    [InlineData("minatо-gas.example")] // Cyrillic о
    [InlineData("minat0-gas.example")]
    [InlineData("rninato-gas.example")]
    public async Task A_domain_that_looks_like_anothers_is_warned_of(string domain)
    {
        if ((await registry.Administrator.Get("/api/organisations?limit=500")).Items().All(o => o.GetProperty("name").GetString() != "見本ガス"))
        {
            await registry.Administrator.Post("/api/organisations", new { name = "見本ガス", kind = "operator", ceptoars = new[] { "gas" }, identifying = new { domains = new[] { "minato-gas.example" } } });
        }

        Assert.Contains("identifying.domains[0]", Fields(await registry.Identified(new { domains = new[] { domain } })));
    }

    [Theory]
    [InlineData("раypal.example", true)]
    [InlineData("paypal.example", false)]
    [InlineData("みなとpay.example", false)]
    [InlineData("αlpha.example", true)]
    [InlineData("москва.example", false)]
    public void A_label_of_several_scripts_is_told(string domain, bool mixed) => Assert.Equal(mixed, Homographs.MixesScripts(domain));

    [Theory]
    [InlineData("аbс.example", "abc.example")]
    [InlineData("xn--80ac.example", "xn--80ac.example")]
    [InlineData("PAYPA1.example", "paypal.example")]
    [InlineData("vvater.example", "water.example")]
    public void What_looks_alike_has_one_skeleton(string one, string other) => Assert.Equal(Homographs.Skeleton(other), Homographs.Skeleton(one));

    [Fact]
    public void Two_of_its_own_that_look_alike_are_told()
    {
        var strings = new IdentifyingStrings { Domains = ["suido.example", "suid0.example", "kasen.example"] };
        var organisation = new Organisation { Id = Guid.NewGuid(), Kind = "operator", RegisteredAt = default };

        var warnings = WarningRules.Check(Marks.Of(organisation, strings), strings, [], naming: true);

        Assert.Equal(["identifying.domains[0]", "identifying.domains[1]"], warnings.Select(w => w.Field));
    }

    [Theory]
    [InlineData("198.18.0.0/24", "198.18.0.128/25", true)]
    [InlineData("198.18.0.0/25", "198.18.0.128/25", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::/48", true)]
    [InlineData("0.0.0.0/0", "::/0", false)]
    [InlineData("::/0", "2001:db8::/32", true)]
    public void Ranges_overlap_where_they_share_an_address(string one, string other, bool expected)
    {
        var (a, b) = (AddressRange.Of(IPNetwork.Parse(one)), AddressRange.Of(IPNetwork.Parse(other)));

        Assert.Equal((expected, expected), (a.Overlaps(b), b.Overlaps(a)));
    }

    [Fact]
    public void The_index_finds_whoever_a_look_at_everyone_finds()
    {
        var cidrs = from first in Gen.Choose(0, 63)
                    from bits in Gen.Choose(24, 32)
                    from v6 in Gen.Elements(true, false)
                    select v6 ? $"2001:db8:{first:x}::/{bits + 16}" : IPNetwork.Parse($"198.18.0.{first >> 32 - bits << 32 - bits}/{bits}").ToString();
        var strings = from ranges in cidrs.ListOf()
                      from domains in Gen.Elements("a.example", "а.example", "b.example", "0.example", "o.example").ListOf()
                      select new IdentifyingStrings { Cidrs = [.. ranges.Where(r => IPNetwork.TryParse(r, out _))], Domains = [.. domains] };
        Check.One(Seeded.Cases(300), Prop.ForAll(strings.NonEmptyListOf().ToArbitrary(), all =>
        {
            var marks = all.Select(s => Marks.Of(new Organisation { Id = Guid.NewGuid(), Kind = "operator", RegisteredAt = default }, s)).ToArray();
            var index = new MarksIndex(marks);
            for (var i = 0; i < marks.Length; i++)
            {
                var expected = marks.Where(m => m.Ranges.Any(r => marks[i].Ranges.Any(r.Overlaps)) || m.Domains.Any(d => marks[i].Domains.Any(o => o.Skeleton == d.Skeleton)));
                Assert.Equivalent(expected.Select(m => m.OrganisationId), index.Alike(marks[i]).Select(m => m.OrganisationId), strict: true);
            }
        }));
    }

    static string[] Fields(JsonElement view) => view.GetProperty("warnings").Strings("field");
}
