using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.Tests;

public class SeedDirectoryTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    const int Reference = 1 + 5 + 15;

    [Fact]
    public async Task Says_all_that_it_brought_in()
    {
        Assert.Equal(Reference, (await registry.AllPublished<OrganisationChanged>()).DistinctBy(m => m.OrganisationId).Count());
        Assert.Equal(Reference, (await registry.AllPublished<IdentifyingStringsChanged>()).DistinctBy(m => m.OrganisationId).Count());
        Assert.Equal(GroupTable.All.Count, (await registry.AllPublished<GroupChanged>()).DistinctBy(m => m.GroupId).Count());
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var before = await State();

        await registry.Services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None);

        Assert.Equal(before, await State());
    }

    [Fact]
    public async Task A_ministry_that_runs_a_ceptoar_is_its_secretariat_and_member()
    {
        var aviation = await registry.Published<GroupChanged>(g => g.Ceptoars is ["aviation"]);
        var ministry = await registry.Published<OrganisationChanged>(o => o.OrganisationId == aviation.Secretariat);

        Assert.Equal(aviation.Ministry, aviation.Secretariat);
        Assert.Equal(("国土交通省", "ministry"), (ministry.Name, ministry.Kind));
        Assert.Equal(["aviation", "rail"], ministry.Ceptoars);
    }

    [Fact]
    public async Task Identifying_strings_travel_and_rest_sealed_with_the_legal_name_first()
    {
        var id = CeptoarTable.Find("gas")!.SecretariatId;
        var said = await registry.Published<IdentifyingStringsChanged>(m => m.OrganisationId == id);

        Assert.Equal("一般社団法人日本ガス協会", registry.Identifying.Open<IdentifyingStrings>(said.Strings).Names[0]);
        Assert.DoesNotContain("ガス", (await registry.Stored(id)).Identifying, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_administrator_that_was_revoked_does_not_come_back_with_its_old_secret()
    {
        await registry.Administrator.DeleteAsync($"/api/organisations/{WellKnownId.Centre}/clients/{RegistryFixture.BootstrapId}");

        await registry.Services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None);

        var answer = await registry.Http().PostAsJsonAsync("/api/token", new { grantType = "client", clientId = RegistryFixture.BootstrapId, clientSecret = RegistryFixture.BootstrapSecret });
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task What_an_administrator_changed_stays_so()
    {
        var id = CeptoarTable.Find("chemical")!.SecretariatId;
        var body = new { name = "石油化学の新しい協会", kind = "secretariat", ceptoars = new[] { "chemical" }, active = true };
        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}", body);

        await registry.Services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None);

        Assert.Equal("石油化学の新しい協会", (await registry.Stored(id)).Name);
    }

    [Fact]
    public async Task The_centre_is_called_as_the_settings_say()
    {
        await using var scope = registry.Services.CreateAsyncScope();
        var settings = Options.Create(new RegistrySettings { CentreName = "内閣サイバーセキュリティセンター" });
        await ActivatorUtilities.CreateInstance<SeedDirectory.Work>(scope.ServiceProvider, settings).Run(CancellationToken.None);

        var said = await registry.Published<OrganisationChanged>(o => o.Name == "内閣サイバーセキュリティセンター");
        Assert.Equal((WellKnownId.Centre, 2), (said.OrganisationId, said.Version));

        await registry.Services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None);
    }

    Task<(int, long, int, long, int)> State() => registry.Db<RegistryDb, (int, long, int, long, int)>(async db => (
        await db.Organisations.CountAsync(), await db.Organisations.SumAsync(o => o.Version + o.IdentifyingVersion),
        await db.Groups.CountAsync(), await db.Groups.SumAsync(g => g.Version), await db.Clients.CountAsync()));
}
