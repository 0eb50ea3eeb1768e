using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>Reach says how long it took: the half, nine in ten, ninety-nine in a hundred of those who reached a rung.</summary>
public class ReachTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(10, 5, 9, 10)]
    [InlineData(100, 50, 90, 99)]
    public async Task Percentiles_are_times_that_somebody_had(int rows, double p50, double p90, double p99)
    {
        var id = await distribution.Released(distribution.Flash());
        // the first took a second, the second two, and so on; to confirm, twice as long; those whom it was issued to did nothing
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into inbox (mailbox_id, sequence, advisory_id, version, event, issued_at, hop, urgent, drill, delivered_at, confirmed_at)
            select gen_random_uuid(), 1, a.id, a.version, 'released', a.issued_at, 'audience', false, false, a.issued_at + make_interval(secs => n), a.issued_at + make_interval(secs => 2 * n)
            from advisory a, generate_series({rows}, 1, -1) n where a.id = {id}
            """));

        var hop = (await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/reach")).GetProperty("hops")[0];

        Assert.Equal((rows, p50, p90, p99), Times(hop.GetProperty("delivered")));
        Assert.Equal((rows, 2 * p50, 2 * p90, 2 * p99), Times(hop.GetProperty("confirmed")));
    }

    [Fact]
    public async Task Of_nobody_there_are_no_times()
    {
        var id = await distribution.Released(distribution.Flash());

        var delivered = (await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/reach")).GetProperty("hops")[0].GetProperty("delivered");

        Assert.Equal((0, JsonValueKind.Null), (delivered.GetProperty("count").GetInt32(), delivered.GetProperty("p50").ValueKind));
    }

    static (int, double, double, double) Times(JsonElement times) => (times.GetProperty("count").GetInt32(), times.GetProperty("p50").GetDouble(), times.GetProperty("p90").GetDouble(), times.GetProperty("p99").GetDouble());
}
