using System.Text.Json;

namespace Ceptoar.EndToEnd.Tests;

[Collection("hub")]
public class ReplayTests(RunningHub hub)
{
    [Fact]
    public async Task A_report_that_failed_in_a_service_is_shown_by_its_health_and_put_back_by_the_replay_command()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        await hub.Query("classification", "alter table label_decision rename to label_decision_away");
        try
        {
            var report = await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR")));
            await RunningHub.Until(async () => await Failed() == 1, "The failed message was not shown.");
            Assert.Equal("received", (await reporter.Read($"/api/reports/{report}")).GetProperty("status").GetString());

            await hub.Query("classification", "alter table label_decision_away rename to label_decision");
            Assert.Contains("classification-label-report: 1", await hub.Script("replay"), StringComparison.Ordinal);
            Assert.Contains("queue/classification-label-report", await hub.Query("classification", "select item from audit where action = 'queue.replayed'"));

            Assert.Single(await Reports.Advisories(reporter, [report]));
            Assert.Null(await Failed());
        }
        finally
        {
            await hub.Query("classification", "alter table if exists label_decision_away rename to label_decision");
        }
    }

    async Task<int?> Failed()
    {
        using var http = new HttpClient();
        var health = JsonDocument.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{RunningHub.Port("classification")}/health/ready"))).RootElement;
        return health.GetProperty("checks").GetProperty("errorQueues").GetProperty("data").TryGetProperty("classification-label-report_error", out var depth) ? depth.GetInt32() : null;
    }
}
