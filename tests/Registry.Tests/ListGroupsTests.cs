using System.Net;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;

namespace Ceptoar.Registry.Tests;

public class ListGroupsTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Theory]
    [InlineData("/api/me")]
    [InlineData("/api/sectors")]
    [InlineData("/api/ceptoars")]
    [InlineData("/api/groups")]
    [InlineData("/api/organisations")]
    public async Task Tells_nothing_to_who_is_not_signed_in(string path)
    {
        var response = await registry.Http().GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Lists_thirteen_sectors_and_eighteen_ceptoars_with_their_bodies()
    {
        var http = registry.Http(Role.Operator, await registry.Operator("telecom"));

        var sectors = (await http.Get("/api/sectors")).GetProperty("items");
        var ceptoars = (await http.Get("/api/ceptoars")).GetProperty("items");

        Assert.Equal(13, sectors.GetArrayLength());
        Assert.Equal(("ict", "情報通信"), (sectors[0].GetProperty("code").GetString(), sectors[0].GetProperty("name").GetString()));
        Assert.Equal(CeptoarTable.All.Select(c => c.Code), ceptoars.Strings("code"));
        var aviation = ceptoars.EnumerateArray().Single(c => c.GetProperty("code").GetString() == "aviation");
        Assert.Equal("国土交通省", aviation.GetProperty("secretariat").GetProperty("name").GetString());
        Assert.Equal(aviation.GetProperty("ministry").GetProperty("id").GetGuid(), aviation.GetProperty("secretariat").GetProperty("id").GetGuid());
        Assert.Equal("1-9", aviation.GetProperty("sizeBand").GetString());
    }

    [Fact]
    public async Task Counts_the_active_organisations_that_the_rule_of_each_group_names()
    {
        var before = await Members(registry.Administrator);

        for (var i = 0; i < 2; i++) await registry.Operator("banks");
        await registry.Operator("banks", "credit");
        await registry.Operator("rail");

        var after = await Members(registry.Administrator);
        Assert.Equal(
            new() { ["ceptoar 銀行等CEPTOAR"] = 3, ["ceptoar クレジットCEPTOAR"] = 1, ["ceptoar 鉄道CEPTOAR"] = 1, ["sector 金融分野"] = 3, ["sector クレジット分野"] = 1, ["sector 鉄道分野"] = 1, ["allCeptoars 全CEPTOAR"] = 4, ["financialCouncil 金融CEPTOAR連絡協議会"] = 3, ["council セプターカウンシル"] = 3 },
            after.Where(g => g.Value != before[g.Key]).ToDictionary(g => g.Key, g => g.Value - before[g.Key]));
        Assert.Equal((5, 1), (after["ministries 重要インフラ所管省庁"], after["centre センター"]));
    }

    [Fact]
    public async Task Tells_numbers_to_the_centre_and_to_the_own_secretariat_only()
    {
        Assert.All(await Members(registry.Administrator), g => Assert.NotNull(g.Value));
        Assert.All(await Members(registry.Http(Role.Operator, await registry.Operator("gas"))), g => Assert.Null(g.Value));
        Assert.All(await Members(registry.Http(Role.Liaison, CeptoarTable.Find("aviation")!.SecretariatId)), g => Assert.Null(g.Value));
        Assert.Equal(["ceptoar GAS CEPTOAR"], (await Members(registry.SecretariatOf("gas"))).Where(g => g.Value is not null).Select(g => g.Key));
        Assert.Equal(["ceptoar 航空分野におけるCEPTOAR", "ceptoar 鉄道CEPTOAR"], (await Members(registry.SecretariatOf("rail"))).Where(g => g.Value is not null).Select(g => g.Key));
    }

    static async Task<Dictionary<string, int?>> Members(HttpClient http) => (await http.Get("/api/groups")).GetProperty("items").EnumerateArray().ToDictionary(
        g => $"{g.GetProperty("kind").GetString()} {g.GetProperty("name").GetString()}",
        g => g.GetProperty("members").ValueKind == JsonValueKind.Null ? (int?)null : g.GetProperty("members").GetInt32());
}
