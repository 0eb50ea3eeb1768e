using System.Net;
using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>An advisory as plain text and as HTML that runs nothing.</summary>
public class LightRenditionTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Plain_text_says_what_the_item_says()
    {
        var id = await Released("件名", "本文一行目\n二行目");

        var (type, text) = await Get(id, "text/plain");

        Assert.Equal("text/plain; charset=utf-8", type);
        Assert.StartsWith("TLP:AMBER\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("TLP:AMBER\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All([(await distribution.Advisory(id)).Number + " 第 2 版 件名", "本文一行目\n二行目", "重要度: 高", "指標: ipv4 " + await Indicator(id)], part => Assert.Contains(part, text.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task English_readers_get_English()
    {
        var id = await Released("件名", "本文");

        var (_, text) = await Get(id, "text/plain", "en");

        Assert.All(["version 2", "Severity: high", "Indicators: ipv4 " + await Indicator(id)], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</title><svg onload=alert(1)>")]
    [InlineData("</p><a href='javascript:alert(1)'>x</a>&lt;")]
    public async Task Nothing_that_a_text_holds_becomes_markup(string text)
    {
        var id = await Released("件" + text, "段落一\n" + text + "\n\n段落二");

        var (type, html) = await Get(id, "text/html");

        Assert.Equal("text/html; charset=utf-8", type);
        Assert.Contains(WebUtility.HtmlEncode(text)[..4], html, StringComparison.Ordinal);
        var tags = System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value);
        Assert.All(tags, tag => Assert.Matches("^</?(!DOCTYPE html|html|html lang=\"ja\"|head|body|title|p|h1|b|strong|br|meta charset=\"utf-8\"|meta name=\"viewport\" content=\"width=device-width, initial-scale=1\")>$", tag));
    }

    [Theory]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    [InlineData("image/png", "application/json; charset=utf-8")]
    [InlineData("text/*", "text/html; charset=utf-8")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8")]
    [InlineData("text/html;q=0.3, text/plain;q=0.9", "text/plain; charset=utf-8")]
    public async Task The_reader_chooses_the_form(string accept, string type) => Assert.Equal(type, (await Get(await Released("件名", "本文"), accept)).Type);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public async Task A_recalled_one_shows_its_reason_and_no_content(string accept)
    {
        var id = await Released("ひみつ件名", "ひみつ本文");
        var indicator = await Indicator(id);
        (await distribution.Recall(id, "誤報でした")).EnsureSuccessStatusCode();

        var (_, text) = await Get(id, accept);

        Assert.Contains("誤報でした", text, StringComparison.Ordinal);
        Assert.All(["ひみつ", indicator], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    async Task<string> Indicator(Guid id) => (await distribution.Advisory(id)).Content.Indicators[0].Value;

    async Task<Guid> Released(string title, string body)
    {
        var flash = distribution.Flash(Tlp.Amber);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, title, body));
        return id;
    }

    async Task<(string? Type, string Text)> Get(Guid id, string accept, string language = "ja")
    {
        var http = distribution.Http(Role.Operator, distribution.Directory.Telecom[0].OrganisationId);
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = (await http.GetAsync($"/api/advisories/{id}")).EnsureSuccessStatusCode();
        return (answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync());
    }
}
