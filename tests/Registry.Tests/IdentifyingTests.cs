using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Registry.Tests;

public class IdentifyingTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task What_its_names_suggest_counts_at_once()
    {
        var name = "澪崎電力株式会社";
        var id = (await registry.Administrator.Post("/api/organisations", new { name, nameEn = "Miozaki Electric", kind = "operator", ceptoars = new[] { "electricity" } })).Id();

        var said = await Said(id, 1);
        Assert.Superset(new HashSet<string> { "澪崎電力", "澪電", "Miozaki" }, said.Aliases.ToHashSet());
        Assert.Empty((await registry.Stored(id)).IdentifiedBy(registry.Identifying).Aliases);
    }

    [Fact]
    public async Task The_organisation_itself_rejects_a_proposal_and_it_no_longer_counts()
    {
        var id = (await registry.Administrator.Post("/api/organisations", new { name = "霧崎電力", kind = "operator", ceptoars = new[] { "electricity" } })).Id();
        var proposed = (await registry.Of(id).Get($"/api/organisations/{id}/identifying/proposals")).Items();
        Assert.Contains(proposed, p => p.GetProperty("value").GetString() == "霧電" && p.GetProperty("state").GetString() == "proposed" && p.GetProperty("reason").GetString()!.Length > 0);

        var view = await registry.Of(id).Put($"/api/organisations/{id}/identifying", new { strings = new { aliases = new[] { "キリデン" } }, rejected = new[] { "霧電" } });

        Assert.Equal((2, "霧電"), (view.GetProperty("identifyingVersion").GetInt64(), view.Texts("rejected").Single()));
        Assert.Equal(["キリデン", "霧崎電"], (await Said(id, 2)).Aliases);
        Assert.Equal("rejected", (await registry.Of(id).Get($"/api/organisations/{id}/identifying/proposals")).Items().Single(p => p.GetProperty("value").GetString() == "霧電").GetProperty("state").GetString());

        await registry.Administrator.Put($"/api/organisations/{id}", new { name = "霧崎電力", nameEn = "Kirisaki", kind = "operator", ceptoars = new[] { "electricity" }, active = true });
        Assert.DoesNotContain("霧電", (await Said(id, 3)).Aliases); // stays rejected when others write
    }

    [Fact]
    public async Task An_administrator_replaces_the_strings_but_rejects_nothing()
    {
        var id = await registry.Operator("gas");

        Assert.Equal(["rejected"], await (await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}/identifying", new { strings = new { }, rejected = new[] { "澪電" } })).Fields());
        var view = await registry.Administrator.Put($"/api/organisations/{id}/identifying", new { strings = new { brands = new[] { "さざなみ光" }, sites = new[] { "月見ヶ岡" }, asns = new[] { "AS64500", "1.10" }, telephones = new[] { "03-5555-", "+81 3 5555 1234" } } });

        Assert.Equal(["さざなみ光"], view.GetProperty("strings").Texts("brands"));
        Assert.Equal(["03-5555-", "+81 3 5555 1234"], (await Said(id, 2)).Telephones);
    }

    [Fact]
    public async Task Names_each_string_of_a_new_kind_that_is_wrong()
    {
        var strings = new { asns = new[] { "AS64500", "AS", "70000.1", "AS99999999999" }, brands = new[] { "光" }, sites = new[] { "  " }, telephones = new[] { "03-5555-1234", "5555-1234", "03-", "03-5555-CALL", "+1 202 555 0100" } };

        var response = await registry.Administrator.PutAsJsonAsync($"/api/organisations/{await registry.Operator("gas")}/identifying", new { strings });

        Assert.Equal(
            ["strings.asns[1]", "strings.asns[2]", "strings.asns[3]", "strings.brands[0]", "strings.sites[0]", "strings.telephones[1]", "strings.telephones[2]", "strings.telephones[3]"],
            (await response.Fields()).Order(StringComparer.Ordinal));
        Assert.Equal(["strings"], await (await registry.Administrator.PutAsJsonAsync($"/api/organisations/{Guid.NewGuid()}/identifying", new { })).Fields());
    }

    [Fact]
    public async Task The_organisation_confirms_the_version_it_has_seen_and_no_other()
    {
        var id = await registry.Operator("gas");
        var path = $"/api/organisations/{id}/identifying/confirmation";
        Assert.Equal(HttpStatusCode.OK, (await registry.Of(id, Role.Manager).PostAsJsonAsync(path, new { version = 1 })).StatusCode);
        Assert.Equal((1, 1), Versions(await registry.Of(id).Get($"/api/organisations/{id}")));

        await registry.Administrator.Put($"/api/organisations/{id}/identifying", new { strings = new { systems = new[] { "MINAS" } } });

        Assert.Equal(HttpStatusCode.Conflict, (await registry.Of(id).PostAsJsonAsync(path, new { version = 1 })).StatusCode);
        Assert.Equal((2, 1), Versions(await registry.Of(id).Get($"/api/organisations/{id}")));
        Assert.Equal(["version"], await (await registry.Of(id).PostAsJsonAsync(path, new { })).Fields());
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Administrator.PostAsJsonAsync(path, new { version = 2 })).StatusCode);
    }

    [Fact]
    public async Task Others_neither_see_nor_change_nor_confirm_them()
    {
        var id = (await registry.Identified(new { aliases = new[] { "秘匿すべき略称" } })).Id();
        foreach (var http in new[] { registry.Of(await registry.Operator("gas")), registry.SecretariatOf("gas"), registry.Http(Role.Analyst, WellKnownId.Centre) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/organisations/{id}/identifying/proposals")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PutAsJsonAsync($"/api/organisations/{id}/identifying", new { strings = new { } })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"/api/organisations/{id}/identifying/confirmation", new { version = 1 })).StatusCode);
        }

        Assert.Equal(["秘匿すべき略称"], (await registry.Stored(id)).IdentifiedBy(registry.Identifying).Aliases);
    }

    [Fact]
    public async Task Nothing_of_them_stands_readable_in_the_database()
    {
        var id = (await registry.Identified(new { aliases = new[] { "秘匿略称" } })).Id();
        await registry.Of(id).Put($"/api/organisations/{id}/identifying", new { strings = new { aliases = new[] { "秘匿略称", "別名" } }, rejected = new[] { "退けた候補" } });

        var rows = await registry.Db<RegistryDb, List<string>>(db => db.Database.SqlQuery<string>($"select o::text from organisation o where id = {id} union all select h::text from history_entry h where organisation_id = {id}").ToListAsync());

        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain("秘匿略称", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain("退けた候補", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_registered_before_there_were_proposals_counts_under_them_after_the_next_start()
    {
        var id = (await registry.Administrator.Post("/api/organisations", new { name = "雁崎電力", kind = "operator", ceptoars = new[] { "electricity" }, identifying = new { aliases = new[] { "かりでん" } } })).Id();
        var old = registry.Identifying.Seal(new IdentifyingStrings { Names = ["雁崎電力"], Aliases = ["かりでん"] }).Sealed;
        await registry.Db<RegistryDb, int>(db => db.Database.ExecuteSqlAsync($"update organisation set identifying = {old}, identifying_own = null where id = {id}"));

        await registry.Services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None);

        Assert.Contains("雁電", (await Said(id, 2)).Aliases);
        Assert.Equal(["かりでん"], (await registry.Stored(id)).IdentifiedBy(registry.Identifying).Aliases);
    }

    async Task<IdentifyingStrings> Said(Guid id, long version) =>
        registry.Identifying.Open<IdentifyingStrings>((await registry.Published<IdentifyingStringsChanged>(m => m.OrganisationId == id && m.Version == version)).Strings);

    static (long Identifying, long Confirmed) Versions(System.Text.Json.JsonElement view) => (view.GetProperty("identifyingVersion").GetInt64(), view.GetProperty("confirmedVersion").GetInt64());
}
