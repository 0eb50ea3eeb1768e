using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>
/// I4: what a report and its files say stands nowhere in the clear. The strings are in no directory, so whatever file of the hub's whole
/// state holds one of them — a table, a write-ahead log, a queue, a log, a trace, a blob — holds text of a report.
/// </summary>
[Collection("hub")]
public class LeakTests(RunningHub hub)
{
    const string Body =
        """
        担当者：鴻巣 千景（内線 44171）です。受付システム「アオサギ更改環境」の hh-gw-0317 で不審な通信を検知しました。
        端末 10.211.83.47 から 203.0.113.77 への接続です。問合せ番号 HGR-2026-88431、電話 080-5550-0199。
        連絡先 kounosu.chikage@shirasagi-gyomu.example
        """;

    const string Memo = "資産台帳より：端末 hh-gw-0399、利用者 榛葉 道子、電話 080-5550-0277、接続先 10.211.83.99";

    const string Mail =
        """
        From: invoice@billing-panel.example
        To: shinba.michiko@shirasagi-gyomu.example
        Subject: =?UTF-8?B?5qab6JGJIOmBk+WtkCDmp5g=?=
        Content-Type: text/plain; charset=utf-8

        榛葉 道子 様
        http://billing-panel.example/pay をご確認ください。
        """;

    static readonly string[] Unlisted =
    [
        "鴻巣 千景", "内線 44171", "アオサギ更改環境", "hh-gw-0317", "10.211.83.47", "HGR-2026-88431", "080-5550-0199", "kounosu.chikage", "shirasagi-gyomu",
        "榛葉 道子", "hh-gw-0399", "080-5550-0277", "10.211.83.99", "shinba.michiko", "5qab6JGJIOmBk",
    ];

    [Fact]
    public async Task Nothing_of_a_report_or_its_files_stands_in_the_clear_in_any_file_of_the_hub()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);

        await Approved(reporter);
        await Withdrawn(reporter);
        await Refused(reporter);
        await WhileAServiceFails(reporter, async () =>
        {
            await NowhereInTables();
            NowhereInFiles();
        });
    }

    [Fact]
    public async Task The_search_for_leaks_finds_one()
    {
        var left = Path.Combine(hub.Folder, "logs", "leak-of-a-test.log");
        await File.WriteAllTextAsync(left, JsonSerializer.Serialize(new { message = "failed on 榛葉 道子" }));
        try
        {
            Assert.Contains(Leaks(), l => l.Contains("leak-of-a-test.log", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(left);
        }
    }

    /// <summary>A report with files whose text goes out once a word was marked and the wording approved.</summary>
    async Task Approved(HubClient reporter)
    {
        var report = await Submit(reporter);
        var path = $"/api/reports/{report}";
        await Attach(reporter, path, "memo.txt", Memo);
        await Attach(reporter, path, "phish.eml", Mail);
        await RunningHub.Until(async () => (await reporter.Read(path + "/rendition/attachments")).GetProperty("items") is var files
            && files.GetArrayLength() == 2 && files.EnumerateArray().All(f => f.GetProperty("state").GetString() == "releasable"), "The files were not rendered.");

        var rendition = await reporter.Read(path + "/rendition");
        await reporter.Write(path + "/rendition/marks", new { hash = Text(rendition, "hash"), span = new { field = "body", start = Body.IndexOf("アオサギ", StringComparison.Ordinal), length = 8 }, action = "remove" });
        rendition = await reporter.Read(path + "/rendition");
        var narrative = rendition.GetProperty("narrative").ToString();
        Assert.All(Unlisted, secret => Assert.DoesNotContain(secret, narrative, StringComparison.Ordinal));

        var files = (await reporter.Read(path + "/rendition/attachments")).GetProperty("items").EnumerateArray().Select(f => new { id = f.GetProperty("attachmentId").GetGuid(), hash = Text(f, "hash"), text = Text(f, "text") }).ToArray();
        Assert.All(files, file => Assert.All(Unlisted, secret => Assert.DoesNotContain(secret, file.text, StringComparison.Ordinal)));
        var receipt = await reporter.Write(path + "/rendition/decision", new { decision = "approve", hash = Text(rendition, "hash"), files = files.Select(f => new { f.id, f.hash }) });
        Assert.Equal("approved", Text(receipt, "status"));
        await RunningHub.Until(async () => Text(await reporter.Read(path), "status") == "released", "The approved text did not go out.");
    }

    async Task Withdrawn(HubClient reporter)
    {
        var report = await Submit(reporter);
        await reporter.Write($"/api/reports/{report}/withdrawal", new { });
    }

    /// <summary>Bad input is answered with the field; neither answer nor log repeats it.</summary>
    static async Task Refused(HubClient reporter)
    {
        foreach (var body in (string[])[$$"""{"title":"{{Unlisted[0]}}","body":"{{Unlisted[2]}}","kind":"鴻巣 千景"}""", "{\"body\": 鴻巣 千景", "[\"榛葉 道子\"]"])
        {
            using var answer = await reporter.Send(HttpMethod.Post, "/api/reports", new StringContent(body, Encoding.UTF8, "application/json"), Guid.NewGuid().ToString(), default);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.All(Unlisted, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        }
    }

    /// <summary>A report that fails in a service lies in its error queue while the search goes on.</summary>
    async Task WhileAServiceFails(HubClient reporter, Func<Task> search)
    {
        await hub.Query("anonymisation", "alter table case_label rename to case_label_away");
        try
        {
            await Submit(reporter, labelled: true);
            await RunningHub.Until(async () => (await Health()).Contains("anonymisation-render-report_error", StringComparison.Ordinal), "The report did not fail.");
            await search();
        }
        finally
        {
            await hub.Query("anonymisation", "alter table case_label_away rename to case_label");
            await hub.Script("replay");
        }
    }

    static async Task<string> Health()
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri($"http://127.0.0.1:{RunningHub.Port("anonymisation")}/health/ready"));
    }

    async Task NowhereInTables()
    {
        foreach (var service in RunningHub.Databases)
        {
            foreach (var table in await hub.Query(service, "select tablename::text from pg_tables where schemaname = 'public'"))
            {
                var rows = await hub.Query(service, $"select t::text from \"{table}\" t");
                Assert.All(Unlisted, secret => Assert.False(rows.Exists(row => row.Contains(secret, StringComparison.OrdinalIgnoreCase)), $"{service}.{table} holds text of a report."));
            }
        }
    }

    void NowhereInFiles() => Assert.Empty(Leaks());

    /// <summary>The files under the hub's folder that hold one of the strings, as UTF-8 or as JSON writes it.</summary>
    IEnumerable<string> Leaks()
    {
        byte[][] forms = [.. Unlisted.SelectMany(s => new[] { s, JsonSerializer.Serialize(s).Trim('"') }).Distinct().Select(Encoding.UTF8.GetBytes)];
        foreach (var file in System.IO.Directory.EnumerateFiles(hub.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (Content(file) is not { } content) continue;

            foreach (var form in forms.Where(f => content.AsSpan().IndexOf(f) >= 0)) yield return $"{Path.GetRelativePath(hub.Folder, file)}: {Encoding.UTF8.GetString(form)}";
        }
    }

    /// <returns>Null of what has gone meanwhile, or is a socket.</returns>
    static byte[]? Content(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (IOException)
        {
            return null;
        }
    }

    async Task<Guid> Submit(HubClient reporter, bool labelled = false)
    {
        var report = await Reports.SubmitUntilAccepted(reporter, new
        {
            kind = "incident",
            title = "アオサギ更改環境での不審な通信",
            body = Body,
            requestedTlp = "AMBER",
            audience = new[] { hub.Group("T-CEPTOAR") },
            releaseMode = "review",
            indicators = new[] { new { type = "ipv4", value = "203.0.113.77", role = "attacker" } },
        });
        var status = labelled ? "classified" : "awaitingApproval";
        await RunningHub.Until(async () => Text(await reporter.Read($"/api/reports/{report}"), "status") == status, $"The report did not become {status}.");
        return report;
    }

    static async Task Attach(HubClient reporter, string path, string name, string content)
    {
        using var file = new StringContent(content, Encoding.UTF8);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await reporter.Send(HttpMethod.Post, $"{path}/attachments?name={name}", file, Guid.NewGuid().ToString(), default);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
