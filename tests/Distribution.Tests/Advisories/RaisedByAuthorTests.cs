using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>The author of a written advisory raises its label after the release: from then on fewer read it.</summary>
public class RaisedByAuthorTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Member => distribution.Directory.Telecom[0].OrganisationId;

    [Fact]
    public async Task Fewer_read_it_at_each_step_up_and_by_no_exit_those_who_read_it_before()
    {
        var utility = Fake.Organisation("government", "local-government") with { SecondHop = ["telecom"] };
        await distribution.Hears(utility);
        var (waterworks, ministry) = (utility.OrganisationId, distribution.BodyOf(Role.Liaison));
        var id = await distribution.Written(distribution.Alert(("tlp", "GREEN")));
        await distribution.Relayed(id);
        await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).PostAsJsonAsync($"/api/advisories/{id}/relay", new { hop = "secondHop" });
        Guid[] everyone = [waterworks, ministry, .. distribution.TelecomMembers];
        await Reads(id, Tlp.Green, everyone, []);

        await Raise(id, "AMBER");
        await Reads(id, Tlp.Amber, everyone[1..], [waterworks]);

        await Raise(id, "AMBER+STRICT");
        await Reads(id, Tlp.AmberStrict, distribution.TelecomMembers, [waterworks, ministry]);
    }

    [Theory]
    [InlineData("GREEN")]
    [InlineData("RED")]
    public async Task It_goes_neither_down_nor_up_to_RED(string tlp)
    {
        var id = await distribution.Written();
        await distribution.Relayed(id);

        var answer = await Correct(id, tlp);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("tlp", Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
        Assert.Equal("AMBER", (await distribution.Read(id, Member))!.Value.GetProperty("tlp").GetString());
    }

    async Task Reads(Guid id, Tlp tlp, IEnumerable<Guid> readers, Guid[] others)
    {
        foreach (var reader in readers)
        {
            Assert.Equal(tlp.Label(), (await distribution.Read(id, reader))?.GetProperty("tlp").GetString());
            Assert.Contains(id, await distribution.Listed(reader));
        }

        foreach (var other in others)
        {
            Assert.Null(await distribution.Read(id, other));
            Assert.DoesNotContain(id, await distribution.Listed(other));
            Assert.DoesNotContain(id, (await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(other)], [0], 500, CancellationToken.None))).Select(h => h.AdvisoryId));
            Assert.Equal(HttpStatusCode.NotFound, (await distribution.Receipt(id, other, "confirmed")).StatusCode);
        }
    }

    async Task Raise(Guid id, string tlp)
    {
        var answer = await Correct(id, tlp);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task<HttpResponseMessage> Correct(Guid id, string tlp)
    {
        var centre = distribution.Http(Role.Analyst, distribution.BodyOf(Role.Analyst));
        var correction = DistributionFixture.Correction((await centre.GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/draft")).GetProperty("revision").GetInt32());
        correction["tlp"] = tlp;
        return await centre.PostAsJsonAsync($"/api/advisories/{id}/versions", correction);
    }
}
