using System.Collections.Concurrent;
using System.Net;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>I2: who is not in the audience finds the item by no exit, and cannot even tell that it is there.</summary>
[Collection("hub")]
public class ExitTests(RunningHub hub)
{
    public static TheoryData<string, string?> Outsiders => new()
    {
        { "operator", "water" }, { "operator", "cable" }, { "secretariat", "gas" }, { "secretariat", "rail" }, { "liaison", null },
        { "analyst", null }, { "approver", null }, { "controller", null }, { "administrator", null }, { "auditor", null },
    };

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task Whoever_is_outside_the_audience_finds_nothing_by_any_exit(string role, string? ceptoar)
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        var outsider = hub.As(hub.One(role, ceptoar));
        var heard = new ConcurrentBag<Heard>();
        await using var line = await outsider.Listen(heard.Add);
        var report = await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR")));
        var advisory = (await Reports.Advisories(reporter, [report]))[report];
        var peer = hub.As(hub.Operators("telecom")[3]);
        Assert.Equal(HttpStatusCode.OK, (await peer.Get($"/api/advisories/{advisory}")).StatusCode);
        var never = Guid.NewGuid();

        foreach (var path in (string[])["/api/advisories/{0}", "/api/advisories/{0}/reach"]) await SameAsNever(path, advisory, p => outsider.Get(p));
        foreach (var path in (string[])["/api/reports/{0}", "/api/reports/{0}/rendition"]) await SameAsNever(path, report, p => outsider.Get(p));
        // the centre knows of every report its labels (I10)
        if (role is not ("analyst" or "approver")) await SameAsNever("/api/reports/{0}/label", report, p => outsider.Get(p));
        await SameAsNever("/api/advisories/{0}/receipts", advisory, p => outsider.Post(p, new { state = "opened" }));
        await SameAsNever("/api/advisories/{0}/recall", advisory, p => outsider.Post(p, new { reason = "試験" }));
        if (role == "operator")
        {
            await SameAsNever("/api/reports/{0}/rendition/decision", report, p => outsider.Post(p, new { decision = "refuse", hash = "0" }));
            await SameAsNever("/api/reports/{0}/versions", report, p => outsider.Post(p, Reports.Next(hub.Demo.Groups.First(g => g.Kind == "centre").Id)));
            await SameAsNever("/api/reports/{0}/withdrawal", report, p => outsider.Post(p, new { }));
        }

        Assert.DoesNotContain(await Reports.Inbox(outsider), i => i.GetProperty("id").GetGuid() == advisory);
        Assert.DoesNotContain((await outsider.Read("/api/reports?limit=500")).GetProperty("items").EnumerateArray(), r => r.GetProperty("id").GetGuid() == report);
        Assert.DoesNotContain(await line.CatchUp(0), c => c.AdvisoryId == advisory);
        Assert.False(await line.Acknowledge(advisory, "opened"));
        Assert.DoesNotContain(heard, h => h.AdvisoryId == advisory);

        // an item that is there and one that never was must look alike
        async Task SameAsNever(string path, Guid id, Func<string, Task<HttpResponseMessage>> ask)
        {
            using var real = await ask(string.Format(null, path, id));
            using var none = await ask(string.Format(null, path, never));
            Assert.Equal(HttpStatusCode.NotFound, real.StatusCode);
            Assert.Equal(none.StatusCode, real.StatusCode);
            Assert.Equal(real.Content.Headers.ContentType, none.Content.Headers.ContentType);
        }
    }

    [Fact]
    public async Task Of_a_red_report_no_organisation_hears_and_its_reporter_is_told_why()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        var before = (await Reports.Inbox(hub.As(hub.Operators("telecom")[1]))).Count;
        var report = await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR"), tlp: "RED"));

        await RunningHub.Until(async () => (await reporter.Read($"/api/reports/{report}")).GetProperty("status").GetString() == "blocked", "The report was not held back.");

        var read = await reporter.Read($"/api/reports/{report}");
        Assert.Equal("none", read.GetProperty("flash").GetProperty("state").GetString());
        Assert.Contains(read.GetProperty("notices").EnumerateArray(), n => n.GetProperty("code").GetString() == "red.namedPeople");
        Assert.Equal(before, (await Reports.Inbox(hub.As(hub.Operators("telecom")[1]))).Count);
    }

    [Fact]
    public async Task A_withdrawn_report_is_recalled_from_those_who_had_it_and_shows_nothing_any_more()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        var peer = hub.As(hub.Operators("telecom")[1]);
        var heard = new ConcurrentBag<Heard>();
        await using var line = await peer.Listen(heard.Add);
        var report = await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR")));
        var advisory = (await Reports.Advisories(reporter, [report]))[report];

        await reporter.Write($"/api/reports/{report}/withdrawal", new { });

        await RunningHub.Until(() => Task.FromResult(heard.Any(h => h.Method == "advisoryRecalled" && h.AdvisoryId == advisory)), "The recall was not pushed.");
        var recalled = await peer.Read($"/api/advisories/{advisory}");
        Assert.Equal("recalled", recalled.GetProperty("state").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, recalled.GetProperty("title").ValueKind);
        Assert.Empty(recalled.GetProperty("indicators").EnumerateArray());
        Assert.Equal("withdrawn", (await reporter.Read($"/api/reports/{report}")).GetProperty("status").GetString());
    }
}
