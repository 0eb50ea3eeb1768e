using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Hosting.Tests.Http;

/// <summary>A write with an Idempotency-Key is done once, and answers alike however often it is sent.</summary>
public class IdempotencyTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    [Fact]
    public async Task The_same_key_and_body_is_one_report_with_one_answer()
    {
        var report = probe.Report();
        var first = await probe.Operator("once").PostAsJsonAsync("/api/reports", report);
        var second = await probe.Operator("once").PostAsJsonAsync("/api/reports", report);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        var id = (await first.Content.ReadFromJsonAsync<ProbeFixture.Receipt>())!.Id;
        Assert.Single(await probe.AllPublished<ReportSubmitted>(m => m.ReportId == id));
    }

    [Fact]
    public async Task Ten_at_once_are_one_report_with_one_answer()
    {
        var before = await Reports();
        var report = probe.Report();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => probe.Operator("ten").PostAsJsonAsync("/api/reports", report)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
        Assert.Equal(before + 1, await Reports());
    }

    [Fact]
    public async Task Without_a_key_each_is_a_report_of_its_own()
    {
        var before = await Reports();

        await probe.Submitted();
        await probe.Submitted();

        Assert.Equal(before + 2, await Reports());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_422()
    {
        await probe.Operator("other-body").PostAsJsonAsync("/api/reports", probe.Report("一"));
        var before = await Reports();

        var answer = await probe.Operator("other-body").PostAsJsonAsync("/api/reports", probe.Report("二"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("同じ Idempotency-Key が別の内容で使われています。", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
        Assert.Equal(before, await Reports());
    }

    [Fact]
    public async Task Another_callers_key_is_another_key()
    {
        var report = probe.Report();
        var mine = await Id(probe.Operator("shared"), report);

        Assert.NotEqual(mine, await Id(probe.Operator("shared", organisation: probe.Directory.Telecom[1].OrganisationId), report));
        Assert.NotEqual(mine, await Id(probe.Operator("shared", subject: "a colleague"), report));
        Assert.Equal(mine, await Id(probe.Operator("shared"), report));
    }

    [Fact]
    public async Task Another_routes_key_is_another_key()
    {
        var id = await Id(probe.Operator("route"), probe.Report());

        var answer = await probe.Operator("route").PostAsJsonAsync($"/api/reports/{id}/versions", probe.Report());

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_refused_write_does_not_use_up_its_key()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await probe.Operator("again").PostAsJsonAsync("/api/reports", new { kind = "sign" })).StatusCode);

        Assert.NotEqual(Guid.Empty, await Id(probe.Operator("again"), probe.Report()));
    }

    [Fact]
    public async Task A_withdrawal_sent_twice_answers_twice_the_same()
    {
        var id = await probe.Submitted();

        var first = await probe.Operator("withdraw").PostAsync($"/api/reports/{id}/withdrawal", content: null);
        var second = await probe.Operator("withdraw").PostAsync($"/api/reports/{id}/withdrawal", content: null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(201)]
    [InlineData(5000)]
    public async Task A_key_too_long_is_400(int length)
    {
        var answer = await probe.Operator(new string('k', length)).PostAsJsonAsync("/api/reports", probe.Report());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
    }

    [Fact]
    public async Task The_longest_key_is_taken() => Assert.NotEqual(Guid.Empty, await Id(probe.Operator(new string('~', 200)), probe.Report()));

    Task<long> Reports() => probe.Sql<long>("select count(*) from report");

    static async Task<Guid> Id(HttpClient http, object report) =>
        (await (await http.PostAsJsonAsync("/api/reports", report)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ProbeFixture.Receipt>())!.Id;
}
