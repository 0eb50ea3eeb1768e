using System.Diagnostics;
using System.Text.Json;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using Ceptoar.Registry.Seeding;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Ceptoar.Registry.Tests;

public class FindPeopleTests(RegistryFixture registry, ITestOutputHelper output) : IClassFixture<RegistryFixture>
{
    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Approver)]
    public async Task The_centre_finds_anyone_by_a_part_of_the_name_and_learns_no_address(string role)
    {
        var organisation = await registry.Operator("gas");
        var person = await Invited(organisation, "水無瀬 花子", "Hanako Minase");

        foreach (var named in new[] { "水無瀬", "無瀬花", "ＭＩＮＡＳＥ", "hanako m" })
        {
            var found = Assert.Single(await Found(registry.Http(role, WellKnownId.Centre), named), p => p.Id() == person);
            Assert.Equal((organisation, (await registry.Stored(organisation)).Name, "水無瀬 花子"), (found.GetProperty("organisationId").GetGuid(), found.GetProperty("organisationName").GetString(), found.GetProperty("name").GetString()));
            Assert.Equal(JsonValueKind.Null, found.GetProperty("email").ValueKind);
            Assert.DoesNotContain("@", found.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Or_by_a_part_of_the_organisations()
    {
        var organisation = await registry.Operator("gas");
        var person = await Invited(organisation, "小鳥遊 次郎", nameEn: null);

        Assert.Contains(person, (await Found(Analyst, (await registry.Stored(organisation)).Name[2..])).Select(p => p.Id()));
        Assert.Empty(await Found(Analyst, "どこにもない名前"));
    }

    [Fact]
    public async Task Others_find_whom_they_may_see()
    {
        var (own, foreign) = (await registry.Operator("gas"), await registry.Operator("water"));
        var (one, other) = (await Invited(own, "四月一日 三郎", null), await Invited(foreign, "四月一日 四郎", null));

        Assert.Equal([one], (await Found(registry.Of(own), "四月一日")).Select(p => p.Id()));
        Assert.Equal([one], (await Found(registry.SecretariatOf("gas"), "四月一日")).Select(p => p.Id()));
        Assert.Equal(new[] { one, other }.Order(), (await Found(registry.Administrator, "四月一日")).Select(p => p.Id()).Order());
        Assert.Empty(await Found(registry.Http(Role.Controller, WellKnownId.Centre), "四月一日"));
    }

    [Fact]
    public async Task Who_was_removed_or_made_inactive_is_not_found()
    {
        var organisation = await registry.Operator("gas");
        var person = await Invited(organisation, "百目鬼 五郎", null);
        await registry.Administrator.DeleteAsync($"/api/people/{person}");

        Assert.Empty(await Found(Analyst, "百目鬼"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("花")]
    [InlineData(" 花 ")]
    public async Task Less_than_two_characters_are_too_few(string named) => Assert.Equal(["named"], await (await Analyst.GetAsync($"/api/people?named={Uri.EscapeDataString(named)}")).Fields());

    [Fact]
    public async Task Of_ten_thousand_people_twenty_are_told()
    {
        var organisation = await registry.Operator("gas");
        var sealer = registry.Services.GetRequiredService<PeopleSealer>();
        await registry.Db<RegistryDb, int>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.AddRange(Enumerable.Range(0, 10_000).Select(i => new Person
            {
                Id = Guid.NewGuid(),
                OrganisationId = organisation,
                Details = sealer.Seal(new PersonDetails($"勅使河原 {i}", null, null, null)).Sealed,
                Roles = [Role.Operator],
                CreatedAt = registry.Clock.GetUtcNow(),
            }));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });

        var watch = Stopwatch.StartNew();
        var found = await Found(Analyst, "勅使河原");
        output.WriteLine($"20 of 10,000 found in {watch.Elapsed.TotalMilliseconds:F0} ms");

        Assert.Equal(20, found.Length);
        Assert.Single(await Found(Analyst, "勅使河原9999"));
    }

    HttpClient Analyst => registry.Http(Role.Analyst, WellKnownId.Centre);

    async Task<Guid> Invited(Guid organisation, string name, string? nameEn) =>
        (await registry.Administrator.Post("/api/people", new { organisationId = organisation, email = $"find-{Guid.NewGuid():N}@city.example", name, nameEn, roles = new[] { Role.Operator } })).Id();

    static async Task<JsonElement[]> Found(HttpClient http, string named) => (await http.Get($"/api/people?named={Uri.EscapeDataString(named)}")).Items();
}
