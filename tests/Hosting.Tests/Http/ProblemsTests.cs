using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Hosting.Tests.Http;

/// <summary>Whatever goes wrong is told as a problem (RFC 9457), in Japanese unless English is asked for.</summary>
public class ProblemsTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    [Theory]
    [InlineData(400, "入力内容に誤りがあります。", "The request is not valid.")]
    [InlineData(401, "サインインが必要です。", "Sign-in is required.")]
    [InlineData(403, "この操作を行う権限がありません。", "You may not do this.")]
    [InlineData(404, "見つかりません。", "Not found.")]
    [InlineData(405, "この操作はできません。", "This method is not allowed here.")]
    [InlineData(409, "現在の状態ではこの操作を行えません。", "This cannot be done in the present state.")]
    [InlineData(415, "Content-Type は application/json としてください。", "Content-Type must be application/json.")]
    public async Task Is_told_in_the_callers_language(int status, string ja, string en)
    {
        foreach (var (language, title) in new[] { (null, ja), ("ja", ja), ("en", en), ("en-GB,en;q=0.9", en), ("fr", ja), ("de, en;q=0.5", en) })
        {
            var answer = await Provoke(status, language);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((title, status), (problem.GetProperty("title").GetString(), problem.GetProperty("status").GetInt32()));
            Assert.False(problem.TryGetProperty("exception", out _));
        }
    }

    [Fact]
    public async Task A_path_that_is_no_resource_is_not_found() =>
        Assert.Equal("application/problem+json", (await probe.Operator().GetAsync("/api/reports/not-an-id")).Content.Headers.ContentType!.MediaType);

    [Fact]
    public async Task The_fields_are_told_in_the_callers_language_too()
    {
        var (ja, en) = (await Errors("ja"), await Errors("en"));

        Assert.Contains("次のいずれかを指定してください", ja.GetProperty("kind")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("Must be one of", en.GetProperty("kind")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEqual(ja.GetProperty("title")[0].GetString(), en.GetProperty("title")[0].GetString());
    }

    async Task<JsonElement> Errors(string language)
    {
        var http = probe.Operator();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return (await (await http.PostAsJsonAsync("/api/reports", new { kind = "x" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
    }

    async Task<HttpResponseMessage> Provoke(int status, string? language)
    {
        var http = status == 401 ? probe.Http() : probe.Http(status == 403 ? Role.Auditor : Role.Operator, probe.Reporter);
        if (language is not null) http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        switch (status)
        {
            case 400 or 403:
                return await http.PostAsJsonAsync("/api/reports", new { });
            case 405:
                return await http.DeleteAsync("/api/reports");
            case 409:
                var id = await probe.Submitted();
                (await http.PostAsync($"/api/reports/{id}/withdrawal", content: null)).EnsureSuccessStatusCode();
                return await http.PostAsync($"/api/reports/{id}/withdrawal", content: null);
            case 415:
                return await http.PostAsync("/api/reports", new StringContent("kind=sign", Encoding.UTF8, "text/plain"));
            default:
                return await http.GetAsync($"/api/reports/{Guid.NewGuid()}");
        }
    }
}
