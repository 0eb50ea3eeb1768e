using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>Who has not answered is told to those who may name it, and to nobody else (I6).</summary>
public class SilentOnesTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    Guid[] Everywhere => [Small.AllCeptoars.GroupId, Small.Ministries.GroupId, Small.CentreGroup.GroupId];

    [Fact]
    public async Task A_secretariat_sees_its_own_members_that_are_silent_and_no_others()
    {
        var id = await distribution.Released(distribution.Flash(audience: Everywhere));
        await distribution.Receipt(id, Small.Telecom[0].OrganisationId, "confirmed");
        await distribution.Receipt(id, Small.Telecom[1].OrganisationId, "cannotAct");
        await distribution.Receipt(id, Small.Telecom[2].OrganisationId, "opened");

        var silent = await Silent(id, Small.TelecomSecretariat.OrganisationId, Role.Secretariat);

        Assert.Equal(Small.Telecom.Skip(2).Select(o => o.OrganisationId).Order(), silent!.Select(s => s.GetProperty("organisationId").GetGuid()).Order());
        Assert.Equal(("opened", Small.Telecom[2].Name), silent!.Where(s => s.GetProperty("organisationId").GetGuid() == Small.Telecom[2].OrganisationId)
            .Select(s => (s.GetProperty("state").GetString()!, s.GetProperty("name").GetString()!)).Single());
    }

    [Fact]
    public async Task A_ministry_that_runs_its_CEPTOAR_sees_its_members_and_a_liaison_of_another_nobody()
    {
        var id = await distribution.Released(distribution.Flash(audience: Everywhere));

        Assert.Equal(Small.Aviation.Select(o => o.OrganisationId).Order(), (await Silent(id, Small.AviationMinistry.OrganisationId, Role.Liaison))!.Select(s => s.GetProperty("organisationId").GetGuid()).Order());
        Assert.Null(await Silent(id, Small.TelecomMinistry.OrganisationId, Role.Liaison));
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Approver)]
    public async Task The_centre_sees_all_that_are_silent(string role)
    {
        var id = await distribution.Released(distribution.Flash(audience: Everywhere));
        await distribution.Receipt(id, Small.Aviation[0].OrganisationId, "confirmed");

        var silent = await Silent(id, Small.Centre.OrganisationId, role);

        Assert.Equal(distribution.Everyone.Except([Small.Centre.OrganisationId, Small.Aviation[0].OrganisationId]).Order(), silent!.Select(s => s.GetProperty("organisationId").GetGuid()).Order());
    }

    [Fact]
    public async Task Whom_the_audience_no_longer_has_is_not_told_as_silent()
    {
        var id = await distribution.Released(distribution.Flash());
        var leaver = Small.Telecom[5];

        await distribution.Hears(leaver with { Version = 2, Active = false });

        Assert.DoesNotContain(await Silent(id, Small.TelecomSecretariat.OrganisationId, Role.Secretariat) ?? [], s => s.GetProperty("organisationId").GetGuid() == leaver.OrganisationId);
        await distribution.Hears(leaver with { Version = 3 });
    }

    async Task<JsonElement[]?> Silent(Guid id, Guid organisation, string role)
    {
        var silent = (await distribution.Http(role, organisation).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/reach")).GetProperty("silent");
        return silent.ValueKind == JsonValueKind.Null ? null : [.. silent.EnumerateArray()];
    }
}
