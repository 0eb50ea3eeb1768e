using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>An organisation accepts the handling rules before it reads what others shared.</summary>
public class HandlingRulesTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Theory]
    [InlineData(null)]
    [InlineData(HandlingRules.Current - 1)]
    public async Task Nothing_is_read_before_the_rules_in_force_are_accepted_and_no_answer_tells_what_is_there(int? accepted)
    {
        var member = distribution.Directory.Telecom[accepted is null ? 1 : 2];
        var advisory = await distribution.Released(distribution.Flash());
        await distribution.Hears(member with { Version = 2, HandlingRulesVersion = accepted });
        var http = distribution.Http(Role.Operator, member.OrganisationId);

        foreach (var path in new[] { "/api/advisories", $"/api/advisories/{advisory}", $"/api/advisories/{Guid.NewGuid()}" })
        {
            var answer = await http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("handling-rules", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        await distribution.Hears(member with { Version = 3 });

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/advisories/{advisory}")).StatusCode);
    }
}
