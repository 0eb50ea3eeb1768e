using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>Whoever leaves the audience sees nothing any more but the number and the time of what it had confirmed.</summary>
public class RemovedMemberTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task A_removed_member_keeps_number_and_time_of_what_it_confirmed_and_nothing_else()
    {
        var member = distribution.Directory.Telecom[3];
        var confirmed = await distribution.Released(distribution.Flash());
        var opened = await distribution.Released(distribution.Flash());
        await distribution.Receipt(confirmed, member.OrganisationId, "confirmed");
        await distribution.Receipt(opened, member.OrganisationId, "opened");
        var number = (await distribution.Advisory(confirmed)).Number;
        Assert.Equal(confirmed, Assert.Single(await Receipts(member.OrganisationId)).GetProperty("advisoryId").GetGuid());

        await distribution.Hears(member with { Version = 2, Ceptoars = [] });

        var left = Assert.Single(await Receipts(member.OrganisationId));
        Assert.Equal(["number", "version", "confirmedAt", "advisoryId"], left.EnumerateObject().Select(p => p.Name));
        Assert.Equal((number, JsonValueKind.Null), (left.GetProperty("number").GetString(), left.GetProperty("advisoryId").ValueKind));
        Assert.Empty(await distribution.Listed(member.OrganisationId));
        Assert.Null(await distribution.Read(confirmed, member.OrganisationId));
        Assert.Null(await distribution.Read(opened, member.OrganisationId));
        Assert.Equal(404, (int)(await distribution.Receipt(opened, member.OrganisationId, "confirmed")).StatusCode);
    }

    [Fact]
    public async Task Each_sees_its_own_confirmations_page_by_page()
    {
        var (member, other) = (distribution.Directory.Telecom[4].OrganisationId, distribution.Directory.Telecom[5].OrganisationId);
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var advisory = await distribution.Released(distribution.Flash());
            await distribution.Receipt(advisory, member, "confirmed");
            numbers.Add((await distribution.Advisory(advisory)).Number);
        }

        Assert.Empty(await Receipts(other));
        Assert.Equal(Enumerable.Reverse(numbers), (await Receipts(member)).Select(r => r.GetProperty("number").GetString()));
        var first = await distribution.Http(Role.Operator, member).GetFromJsonAsync<JsonElement>("/api/receipts?after=0&limit=2");
        Assert.Equal(numbers[..2], first.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("number").GetString()));
        Assert.Equal(numbers[2], Assert.Single(await Receipts(member, $"?after={first.GetProperty("next").GetString()}")).GetProperty("number").GetString());
        Assert.Equal(400, (int)(await distribution.Http(Role.Operator, member).GetAsync("/api/receipts?limit=0")).StatusCode);
    }

    async Task<JsonElement[]> Receipts(Guid organisation, string query = "") =>
        [.. (await distribution.Http(Role.Operator, organisation).GetFromJsonAsync<JsonElement>("/api/receipts" + query)).GetProperty("items").EnumerateArray()];
}
