using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>What is refused is named by its JSON path and leaves nothing behind.</summary>
public class ReportInputTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Theory]
    [InlineData("kind")]
    [InlineData("title")]
    [InlineData("body")]
    [InlineData("requestedTlp")]
    [InlineData("audience")]
    public async Task Names_the_field_that_must_be_there(string field)
    {
        var without = intake.Report();
        without.Remove(field);

        await IsRefused(without, field);
        await IsRefused(intake.Report((field, null)), field);
    }

    [Fact]
    public async Task Names_all_five_where_nothing_is_there()
    {
        var errors = await ErrorsOf(await intake.Submit(new { }));

        Assert.Equal(["audience", "body", "kind", "requestedTlp", "title"], errors.Keys.Order());
    }

    [Theory]
    [InlineData("title")]
    [InlineData("body")]
    public Task Refuses_a_blank_text(string field) => IsRefused(intake.Report((field, " \u3000\n ")), field);

    [Theory]
    [InlineData("title", 200)]
    [InlineData("body", 100_000)]
    [InlineData("plainSummary", 2_000)]
    public async Task Takes_a_text_up_to_its_length_and_not_one_more(string field, int longest)
    {
        await intake.Submitted(intake.Report((field, new string('あ', longest))));

        await IsRefused(intake.Report((field, new string('あ', longest + 1))), field);
    }

    [Fact]
    public Task Refuses_a_body_of_a_megabyte() => IsRefused(intake.Report(("body", new string('a', 1024 * 1024))), "body");

    [Theory]
    [InlineData("kind")]
    [InlineData("language")]
    [InlineData("stage")]
    [InlineData("serviceImpact")]
    [InlineData("severity")]
    [InlineData("urgency")]
    [InlineData("sourceVisibility")]
    [InlineData("releaseMode")]
    public async Task Refuses_a_code_it_does_not_know(string field)
    {
        await IsRefused(intake.Report((field, "nonsense")), field);
        await IsRefused(intake.Report((field, "NONE")), field);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("causes")]
    [InlineData("onwardConsent")]
    public async Task Names_which_of_several_codes_it_does_not_know(string field)
    {
        await IsRefused(intake.Report((field, new[] { field == "onwardConsent" ? "ipa" : "unknown", "nonsense" })), field + "[1]");
        await IsRefused(intake.Report((field, new string?[] { null })), field + "[0]");
    }

    [Fact]
    public async Task Names_the_part_of_an_indicator_that_is_wrong()
    {
        var good = new { type = "ipv4", value = "203.0.113.7", role = "attacker" };

        await IsRefused(intake.Report(("indicators", new object[] { good, good with { type = "nonsense" } })), "indicators[1].type");
        await IsRefused(intake.Report(("indicators", new object[] { good with { type = "" } })), "indicators[0].type");
        await IsRefused(intake.Report(("indicators", new object[] { good with { value = "" } })), "indicators[0].value");
        await IsRefused(intake.Report(("indicators", new object[] { good, good, good with { value = new string('a', 501) } })), "indicators[2].value");
        await IsRefused(intake.Report(("indicators", new object[] { good with { role = "nonsense" } })), "indicators[0].role");
        await IsRefused(intake.Report(("indicators", new object?[] { null })), "indicators[0]");
        await IsRefused(intake.Report(("indicators", Enumerable.Repeat(good, 501))), "indicators");
        await IsRefused(intake.Report(("indicators", new object[] { new { value = "203.0.113.7" } })), "indicators[0].type");
        await IsRefused(intake.Report(("indicators", new object[] { new { type = "ipv4" } })), "indicators[0].value");
    }

    [Theory]
    [InlineData("detectedAt")]
    [InlineData("occurredAt")]
    public async Task Refuses_a_time_to_come(string field)
    {
        await intake.Submitted(intake.Report((field, intake.Clock.GetUtcNow().AddMinutes(4))));

        await IsRefused(intake.Report((field, intake.Clock.GetUtcNow().AddMinutes(10))), field);
    }

    [Fact]
    public Task Refuses_an_exercise_that_is_no_drill() => IsRefused(intake.Report(("exercise", "EX-1")), "exercise");

    [Fact]
    public async Task Refuses_an_audience_that_the_reporter_may_not_name()
    {
        await IsRefused(intake.Report(("audience", Array.Empty<Guid>())), "audience");
        await IsRefused(intake.Report(("audience", new[] { Guid.NewGuid() })), "audience[0]");
        await IsRefused(intake.Report(("audience", new[] { intake.Directory.AviationGroup.GroupId })), "audience[0]");
        await IsRefused(intake.Report(("audience", new[] { intake.Telecom, intake.Directory.AviationGroup.GroupId })), "audience[1]");
        await IsRefused(intake.Report(("audience", Enumerable.Repeat(intake.Telecom, 51))), "audience");
    }

    [Fact]
    public async Task Takes_every_group_that_the_reporter_may_name()
    {
        var directory = intake.Directory;

        await intake.Submitted(intake.Report(("audience", new[] { directory.TelecomGroup.GroupId, directory.AllCeptoars.GroupId, directory.Ministries.GroupId, directory.CentreGroup.GroupId })));
    }

    [Theory]
    [InlineData("PURPLE")]
    [InlineData("red")]
    [InlineData("TLP:RED")]
    [InlineData("AMBER STRICT")]
    [InlineData("")]
    [InlineData(0)]
    [InlineData(true)]
    public Task Refuses_a_label_that_is_not_spelled_as_the_standard_spells_it(object label) => IsRefused(intake.Report(("requestedTlp", label)), "requestedTlp");

    [Theory]
    [InlineData("CLEAR")]
    [InlineData("GREEN")]
    [InlineData("AMBER")]
    [InlineData("AMBER+STRICT")]
    [InlineData("RED")]
    public async Task Takes_the_five_labels(string label)
    {
        var receipt = await intake.Submitted(intake.Report(("requestedTlp", label)));

        Assert.Equal(label, (await intake.Read(receipt.Id))!.Value.GetProperty("requestedTlp").GetString());
    }

    [Theory]
    [InlineData("not JSON", "$")]
    [InlineData("", "$")]
    [InlineData("[]", "$")]
    [InlineData("{\"title\": 5}", "title")]
    [InlineData("{\"title\": {\"a\": 1}}", "title")]
    [InlineData("{\"audience\": \"x\"}", "audience")]
    [InlineData("{\"audience\": [\"x\"]}", "audience[0]")]
    [InlineData("{\"audience\": [null]}", "audience[0]")]
    [InlineData("{\"detectedAt\": \"yesterday\"}", "detectedAt")]
    [InlineData("{\"events\": [1]}", "events[0]")]
    [InlineData("{\"indicators\": [{\"type\": \"ipv4\"}, {\"type\": 1}]}", "indicators[1].type")]
    [InlineData("{\"title\": \"\\ud800\"}", "title")]
    [InlineData("{\"title\": \"a\"", "$")]
    public async Task Names_the_path_of_what_it_cannot_read(string json, string path)
    {
        var body = new StringContent(json, Encoding.UTF8, "application/json");
        var answer = await Stored(() => intake.Http(Role.Operator, intake.Reporter).PostAsync("/api/reports", body));

        Assert.Contains(path, (await ErrorsOf(answer)).Keys);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("body")]
    [InlineData("plainSummary")]
    public Task Refuses_a_NUL_character(string field) => IsRefused(intake.Report((field, "a\0b")), field);

    [Fact]
    public Task Refuses_a_NUL_character_in_an_indicator() =>
        IsRefused(intake.Report(("indicators", new[] { new { type = "other", value = "a\0b" } })), "indicators[0].value");

    [Fact]
    public async Task Never_repeats_what_was_sent()
    {
        var answer = await intake.Submit(intake.Report(("kind", "zebra-kind"), ("severity", "zebra-severity"), ("title", new string('ぜ', 201)), ("requestedTlp", "RED")));

        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("zebra", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ぜ", text, StringComparison.Ordinal);
    }

    async Task IsRefused(object report, string field)
    {
        var errors = await ErrorsOf(await Stored(() => intake.Submit(report)));

        Assert.True(errors.ContainsKey(field), $"{field} is not among {string.Join(", ", errors.Keys)}");
        Assert.All(errors[field], message => Assert.NotEmpty(message));
    }

    /// <summary>Sends and asserts that nothing was kept of it.</summary>
    async Task<HttpResponseMessage> Stored(Func<Task<HttpResponseMessage>> send)
    {
        var before = await Rows();
        var answer = await send();
        Assert.Equal(before, await Rows());
        return answer;
    }

    Task<long> Rows() => intake.Sql<long>("select (select count(*) from report) + (select count(*) from report_version) + (select count(*) from case_key) + (select count(*) from idempotency)");

    static async Task<Dictionary<string, string[]>> ErrorsOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return problem.GetProperty("errors").Deserialize<Dictionary<string, string[]>>()!;
    }
}
