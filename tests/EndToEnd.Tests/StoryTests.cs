using System.Text.Json;
using Ceptoar.Story;
using Xunit.Abstractions;

namespace Ceptoar.EndToEnd.Tests;

[Collection("hub")]
public class StoryTests(RunningHub hub, ITestOutputHelper output)
{
    /// <summary>The story checks on its way that the audience hears, nobody else does, and no rendition holds an identifying string.</summary>
    [Fact]
    public async Task A_report_travels_from_its_operator_to_its_peers_and_no_trace_of_who_reported_is_left_outside()
    {
        var console = new StringWriter();
        try
        {
            await new Play(hub.Url, hub.Demo, new(Path.Combine(hub.Folder, "mail", "box")), hub.Instances, console).Run();
        }
        finally
        {
            output.WriteLine(console.ToString()); // how far it came
        }

        var own = DemoDirectory.Operators()[0].Identifying;
        var text = new StoryText(own, DemoDirectory.Operators()[1].Identifying, run: 0);
        var secrets = text.Identifying.Append(text.Title).ToArray();
        foreach (var service in RunningHub.Databases.Where(s => s != "registry"))
        {
            foreach (var table in await hub.Query(service, "select tablename::text from pg_tables where schemaname = 'public' and tablename not like 'directory\\_%'"))
            {
                var rows = await hub.Query(service, $"select t::text from {table} t");
                Assert.All(secrets, secret => Assert.DoesNotContain(rows, row => row.Contains(secret, StringComparison.OrdinalIgnoreCase)));
            }
        }

        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(hub.Folder, "logs")).Concat(System.IO.Directory.GetFiles(Path.Combine(hub.Folder, "traces"))))
        {
            var log = await Shared(file);
            Assert.All(secrets, secret => Assert.False(log.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{Path.GetFileName(file)} holds an identifying string."));
            Assert.False(log.Contains("access_token", StringComparison.OrdinalIgnoreCase), $"{Path.GetFileName(file)} holds a token.");
        }
    }

    [Fact]
    public async Task One_trace_follows_a_report_through_all_services()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        var report = await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR")));
        await Reports.Advisories(reporter, [report]);

        await RunningHub.Until(async () =>
        {
            var spans = new List<(string Service, string Trace, string Name)>();
            foreach (var file in System.IO.Directory.GetFiles(Path.Combine(hub.Folder, "traces"), "*.jsonl"))
            {
                foreach (var line in (await Shared(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(3000))
                {
                    try
                    {
                        using var span = JsonDocument.Parse(line);
                        spans.Add((span.RootElement.GetProperty("service").GetString()!, span.RootElement.GetProperty("trace").GetString()!, span.RootElement.GetProperty("name").GetString()!));
                    }
                    catch (JsonException)
                    {
                        // the line is still being written
                    }
                }
            }

            return spans.GroupBy(s => s.Trace).Any(t =>
                t.Any(s => s.Name.Contains("POST", StringComparison.Ordinal))
                && ((string[])["intake", "classification", "anonymisation", "distribution"]).All(service => t.Any(s => s.Service == service)));
        }, "No trace went through all four services.");
    }

    /// <summary>A file that its service is writing to.</summary>
    static async Task<string> Shared(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
