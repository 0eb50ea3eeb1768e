using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Tests;

public class DeskTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task An_operator_finds_the_telephone_of_its_secretariat_its_ministry_and_the_centre()
    {
        var gas = CeptoarTable.Find("gas")!;
        await registry.Administrator.Put($"/api/organisations/{gas.SecretariatId}/desk", new { name = "連絡窓口", telephone = "03-5555-0110" });

        var desks = (await registry.Of(await registry.Operator("gas")).Get("/api/desks")).Items();

        Assert.Equal([(gas.SecretariatId, "secretariat", "gas"), (gas.MinistryId, "ministry", null), (WellKnownId.Centre, "centre", null)], desks.Select(Row));
        Assert.Equal("03-5555-0110", desks[0].GetProperty("desk").GetProperty("telephone").GetString());
        Assert.Equal(JsonValueKind.Null, desks[1].GetProperty("desk").ValueKind);
        Assert.Equal("国家サイバー統括室", desks[2].GetProperty("name").GetString());
    }

    [Fact]
    public async Task One_of_two_ceptoars_or_of_a_second_hop_finds_each_secretariat()
    {
        var two = await registry.Operator("telecom", "aviation");
        var hop = (await registry.Administrator.Post("/api/organisations", new { name = registry.NewName(), kind = "operator", secondHop = new[] { "water" } })).Id();

        // the ministry of aviation runs its secretariat itself
        Assert.Equal(
            [(Secretariat("telecom"), "secretariat", "telecom"), (Secretariat("aviation"), "ministry", "aviation"), (CeptoarTable.Find("telecom")!.MinistryId, "ministry", null), (WellKnownId.Centre, "centre", null)],
            (await registry.Of(two).Get("/api/desks")).Items().Select(Row));
        Assert.Equal(Secretariat("water"), (await registry.Of(hop).Get("/api/desks")).Items()[0].GetProperty("organisationId").GetGuid());

        static Guid Secretariat(string ceptoar) => CeptoarTable.Find(ceptoar)!.SecretariatId;
    }

    [Fact]
    public async Task A_secretariat_finds_its_ministry_a_ministry_its_secretariats_and_a_partner_the_centre()
    {
        var (gas, partner) = (CeptoarTable.Find("gas")!, (await registry.Administrator.Post("/api/organisations", new { name = registry.NewName(), kind = "partner" })).Id());

        Assert.Equal([gas.MinistryId, WellKnownId.Centre], (await registry.SecretariatOf("gas").Get("/api/desks")).Items().Select(d => d.GetProperty("organisationId").GetGuid()));
        var liaison = (await registry.Http(Role.Liaison, gas.MinistryId).Get("/api/desks")).Items().Select(Row).ToArray();
        Assert.Equal(["electricity", "gas", "chemical", "credit", "petroleum", null], liaison.Select(r => r.Item3));
        Assert.Equal([WellKnownId.Centre], (await registry.Http(Role.Observer, partner).Get("/api/desks")).Items().Select(d => d.GetProperty("organisationId").GetGuid()));
        Assert.Empty((await registry.Http(Role.Analyst, WellKnownId.Centre).Get("/api/desks")).Items());
    }

    static (Guid, string, string?) Row(JsonElement desk) => (desk.GetProperty("organisationId").GetGuid(), desk.GetProperty("kind").GetString()!, desk.GetProperty("ceptoar").GetString());
}
