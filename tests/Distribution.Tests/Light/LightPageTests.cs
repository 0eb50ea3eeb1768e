using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Light;

/// <summary>Reading and answering advisories from a telephone on a bad line, without a script.</summary>
public partial class LightPageTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Reader => distribution.Directory.Telecom[0].OrganisationId;

    [Fact]
    public async Task What_waits_for_a_confirmation_stands_first()
    {
        var (confirmed, waiting) = (await Released("確認した件名"), await Released("待っている件名"));
        var newest = await Released("新しいが確認した件名");
        await distribution.Receipt(confirmed, Reader, "confirmed");
        await distribution.Receipt(newest, Reader, "cannotAct");

        var page = await Text(Browser(Reader), "/light");

        Assert.True(Place(page, waiting) < Place(page, newest) && Place(page, newest) < Place(page, confirmed));
        Assert.Contains("待っている件名", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_small_with_all_that_it_loads_and_runs_nothing()
    {
        var organisation = distribution.Directory.Aviation[0].OrganisationId;
        for (var i = 0; i < 40; i++) await Released("航空分野の重要情報提供に関する長めの件名", audience: distribution.Directory.AviationGroup.GroupId);

        var page = await Text(Browser(organisation), "/light");
        var style = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "light.css"));

        Assert.InRange(Encoding.UTF8.GetByteCount(page) + Encoding.UTF8.GetByteCount(style), 1, 30_000);
        Assert.DoesNotMatch("<script|<img|<style| style=| on[a-z]+=|javascript:", page);
        Assert.Equal(["/light.css"], Loaded().Matches(page).Select(m => m.Groups["address"].Value));
        Assert.Equal(40, (await Everything(Browser(organisation))).Count);
    }

    [Fact]
    public async Task An_advisory_says_first_how_it_is_to_be_handled_and_then_what_to_do()
    {
        var id = await distribution.Written(distribution.Alert(("audience", new[] { distribution.Directory.CentreGroup.GroupId }), ("tlp", "AMBER")));

        var page = await Text(Browser(distribution.Directory.Centre.OrganisationId, Role.Analyst), $"/light/advisories/{id}");

        Assert.True(page.IndexOf("TLP:AMBER", StringComparison.Ordinal) is var label && label > 0
            && label < page.IndexOf("<h1>", StringComparison.Ordinal) && page.IndexOf("遠隔から操作", StringComparison.Ordinal) < page.IndexOf("修正版を適用", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("receipts", "state=confirmed", "確認済み")]
    [InlineData("receipts", "state=cannotAct&comment=%E5%BE%85%E6%A9%9F", "対応不可と回答済み")]
    [InlineData("answers", "affected=investigating", "未確認")]
    public async Task A_press_of_a_button_answers_and_leads_back_to_the_advisory(string path, string form, string standing)
    {
        var id = await Released("件名");
        var http = Browser(Reader);

        var answer = await Post(http, $"/light/advisories/{id}/{path}", form);

        Assert.Equal((HttpStatusCode.SeeOther, $"/light/advisories/{id}"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains(standing, await Text(http, $"/light/advisories/{id}"), StringComparison.Ordinal);
        if (path == "answers") Assert.Equal("investigating", (await distribution.Get($"/api/advisories/{id}/answers", Reader))!.Value.GetProperty("mine").GetProperty("affected").GetString());
    }

    [Fact]
    public async Task Looking_confirms_nothing()
    {
        var id = await Released("件名");
        var before = (await Row(id)).Receipt;

        await Text(Browser(Reader), "/light");
        await Text(Browser(Reader), $"/light/advisories/{id}");

        Assert.Equal(before.State, (await Row(id)).Receipt.State);
        Assert.Null((await Row(id)).OpenedAt);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Browser(Reader).GetAsync($"/light/advisories/{id}/receipts?state=confirmed")).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("X-Nothing", "said")]
    public async Task A_form_on_anothers_page_does_nothing(string header, string value)
    {
        var id = await Released("件名");
        var http = Browser(Reader);
        http.DefaultRequestHeaders.Remove("Origin");
        http.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(http, $"/light/advisories/{id}/receipts", "state=confirmed")).StatusCode);

        Assert.Null((await Row(id)).ConfirmedAt);
    }

    [Fact]
    public async Task The_cookie_opens_the_light_pages_and_nothing_else()
    {
        var id = await Released("件名");

        Assert.Equal(HttpStatusCode.OK, (await Browser(Reader).GetAsync("/light")).StatusCode);
        foreach (var path in new[] { "/api/advisories", $"/api/advisories/{id}", "/lighter", "/hubs/advisories" }) Assert.Equal(HttpStatusCode.Unauthorized, (await Browser(Reader).GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await distribution.Http().GetAsync("/light")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await distribution.Http().GetAsync($"/light/advisories/{id}")).StatusCode);
    }

    [Fact]
    public async Task Who_is_not_meant_finds_neither_the_advisory_nor_its_buttons()
    {
        var (id, stranger) = (await Released("ひみつの件名"), Browser(distribution.Directory.Aviation[1].OrganisationId));

        foreach (var unknown in new[] { id, Guid.NewGuid() })
        {
            var read = await stranger.GetAsync($"/light/advisories/{unknown}");
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
            Assert.DoesNotContain("ひみつ", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await Post(stranger, $"/light/advisories/{unknown}/receipts", "state=confirmed")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Post(stranger, $"/light/advisories/{unknown}/answers", "affected=no")).StatusCode);
        }

        Assert.DoesNotContain("ひみつ", await Text(stranger, "/light"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recalled_one_says_why_and_is_confirmed_too()
    {
        var id = await Released("取り消される件名");
        (await distribution.Recall(id, "誤報でした")).EnsureSuccessStatusCode();
        var http = Browser(Reader);

        var page = await Text(http, $"/light/advisories/{id}");

        Assert.Contains("誤報でした", page, StringComparison.Ordinal);
        Assert.DoesNotContain("取り消される", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/answers", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(http, $"/light/advisories/{id}/receipts", "state=confirmed")).StatusCode);
        var refused = await Post(http, $"/light/advisories/{id}/answers", "affected=no");
        Assert.Equal((HttpStatusCode.Conflict, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Contains("撤回されています", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", null, "ja", "情報提供の一覧")]
    [InlineData("en", null, "en", "Advisories")]
    [InlineData("ja", "en", "en", "Advisories")]
    [InlineData("en", "ja", "ja", "情報提供の一覧")]
    [InlineData("en", "fr", "en", "Advisories")]
    public async Task It_speaks_the_language_that_was_chosen_before_the_browsers(string accepted, string? chosen, string language, string heading)
    {
        await Released("件名");
        var http = Browser(Reader);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepted);

        var page = await Text(http, "/light" + (chosen is null ? "" : "?lang=" + chosen));

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        if (chosen is "ja" or "en") Assert.Matches($"/light/advisories/[0-9a-f-]+\\?lang={chosen}\"", page);
    }

    [Theory]
    [InlineData("state=maybe", "confirmed")]
    [InlineData("", "state")]
    public async Task A_press_that_says_nothing_known_is_told_what_is_missing(string form, string told)
    {
        var answer = await Post(Browser(Reader), $"/light/advisories/{await Released("件名")}/receipts", form);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_in_a_text_is_shown_as_text()
    {
        var id = await Released("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>");

        foreach (var path in new[] { "/light", $"/light/advisories/{id}" })
        {
            var page = await Text(Browser(Reader), path);
            Assert.DoesNotMatch("<script|<img", page);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        }
    }

    async Task<Guid> Released(string title, string body = "本文", Guid? audience = null)
    {
        var flash = distribution.Flash(Tlp.Amber, audience: audience is { } group ? [group] : null);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, title, body));
        return id;
    }

    async Task<InboxRow> Row(Guid advisory) => (await distribution.Rows(advisory)).Last(r => r.MailboxId == Reader);

    /// <summary>A browser that is signed in to the light pages.</summary>
    HttpClient Browser(Guid organisation, string role = Role.Operator)
    {
        var http = distribution.Http();
        http.DefaultRequestHeaders.Add("Cookie", $"{LightPage.CookieName}={distribution.Token(role, organisation)}");
        http.DefaultRequestHeaders.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return http;
    }

    static async Task<string> Text(HttpClient http, string path)
    {
        var answer = (await http.GetAsync(path)).EnsureSuccessStatusCode();
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        return await answer.Content.ReadAsStringAsync();
    }

    static Task<HttpResponseMessage> Post(HttpClient http, string path, string form) => http.PostAsync(path, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));

    static int Place(string page, Guid id) => page.IndexOf(id.ToString(), StringComparison.Ordinal) is var at and >= 0 ? at : throw new InvalidOperationException("It is not on the page.");

    /// <summary>The advisories of the list of everything, page by page.</summary>
    static async Task<HashSet<string>> Everything(HttpClient http)
    {
        var found = new HashSet<string>();
        string? before = $"{long.MaxValue}";
        while (before is not null)
        {
            var page = await Text(http, $"/light?before={before}");
            foreach (Match match in Advisory().Matches(page)) found.Add(match.Value);
            before = Before().Match(page) is { Success: true } further ? further.Groups["number"].Value : null;
        }

        return found;
    }

    [GeneratedRegex("(src|rel=\"stylesheet\" href)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loaded();

    [GeneratedRegex("/light/advisories/[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Advisory();

    [GeneratedRegex("<p><a href=\"/light\\?before=(?<number>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();
}
