using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>What an outsider meets at the one address.</summary>
[Collection("hub")]
public class EdgeTests(RunningHub hub)
{
    [Theory]
    [InlineData("/api/reports")]
    [InlineData("/api/advisories")]
    [InlineData("/api/me")]
    [InlineData("/api/organisations")]
    public async Task Without_a_token_or_with_a_foreign_one_there_is_only_401(string path)
    {
        using var http = new HttpClient { BaseAddress = hub.Url };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "CfDJ8OTHER" + new string('A', 200));
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_path_that_is_not_there_and_a_body_that_is_too_large_are_told_as_problems()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        using var nowhere = await reporter.Get("/api/nowhere");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (nowhere.StatusCode, nowhere.Content.Headers.ContentType?.MediaType));

        using var tooLarge = await reporter.Post("/api/reports", new { body = new string('x', 5 * 1024 * 1024) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.True((await tooLarge.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("body", out _));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused_by_the_name_of_its_field_in_the_callers_language()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        using var content = JsonContent.Create(new { kind = "incident", title = "長い本文", body = new string('あ', 1024 * 1024 / 3), requestedTlp = "AMBER", audience = new[] { hub.Group("T-CEPTOAR") } });
        content.Headers.ContentLanguage.Add("ja");
        using var answer = await reporter.Send(HttpMethod.Post, "/api/reports", content, idempotencyKey: null, CancellationToken.None);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("入力内容に誤りがあります。", problem.GetProperty("title").GetString());
        Assert.Equal(["body"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task What_is_not_json_is_415_or_400()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        using var form = await reporter.Send(HttpMethod.Post, "/api/reports", new StringContent("title=x", Encoding.UTF8, "application/x-www-form-urlencoded"), idempotencyKey: null, CancellationToken.None);
        using var broken = await reporter.Send(HttpMethod.Post, "/api/reports", new StringContent("{\"title\": ", Encoding.UTF8, "application/json"), idempotencyKey: null, CancellationToken.None);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.BadRequest), (form.StatusCode, broken.StatusCode));
    }

    [Fact]
    public async Task The_api_is_described_as_one_document_with_every_path()
    {
        using var http = new HttpClient { BaseAddress = hub.Url };
        var api = await http.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        var paths = api.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToArray();
        Assert.All(
            (string[])["/api/token", "/api/me", "/api/groups", "/api/organisations", "/api/reports", "/api/reports/{id}/label", "/api/reports/{id}/rendition/decision", "/api/advisories/{id}/receipts"],
            path => Assert.Contains(path, paths));
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var http = new HttpClient { BaseAddress = hub.Url };
        foreach (var path in (string[])["/", "/api/me", "/api/nowhere"])
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
            Assert.DoesNotContain("nginx/", answer.Headers.Server.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_client_that_fell_silent_catches_up_by_number()
    {
        var reporter = hub.As(hub.Operators("telecom")[0]);
        var peer = hub.As(hub.Operators("telecom")[4]);
        var before = (await Reports.Inbox(peer)).Select(i => i.GetProperty("sequence").GetInt64()).DefaultIfEmpty(0).Max();
        var reports = new List<Guid>();
        for (var i = 0; i < 3; i++) reports.Add(await Reports.SubmitUntilAccepted(reporter, Reports.Next(hub.Group("T-CEPTOAR"))));
        var advisories = await Reports.Advisories(reporter, reports);

        await using var line = await peer.Listen(_ => { });
        var missed = await line.CatchUp(before);

        Assert.Equal([before + 1, before + 2, before + 3], missed.Select(m => m.Sequence));
        Assert.Equal(advisories.Values.Order(), missed.Select(m => m.AdvisoryId).Order());
    }
}
