using Ceptoar.Distribution.Advisories;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>Whatever is written, what is shown runs nothing, loads nothing and leads to the web alone.</summary>
public class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("[見る](javascript:alert(1))")]
    [InlineData("[見る](JaVaScRiPt:alert(1))")]
    [InlineData("[見る](&#106;avascript:alert(1))")]
    [InlineData("[見る](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[見る](//evil.example/x)")]
    [InlineData("![](https://tracker.example/pixel.gif)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("[見る](https://example.jp \"\" onclick=alert(1)){onclick=alert(1)}")]
    [InlineData("<svg/onload=alert(1)>\n\n<iframe src=//evil.example>")]
    [InlineData("| a |\n|---|\n| <script>alert(1)</script> |")]
    [InlineData("```<script>\n</script>\n```")]
    [InlineData("mail <a@example.jp>")]
    public void Nothing_active_is_left(string markdown)
    {
        var html = MarkdownText.ToHtml(markdown);

        // every tag that is left is one of Markdown's own; the only attributes are those of links and of tables
        foreach (System.Text.RegularExpressions.Match tag in System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            Assert.Matches("^</?(p|em|strong|code|pre|ul|ol|li|h[1-6]|blockquote|hr|br|table|thead|tbody|tr|td|th)( class=\"language-[^\"<>]*\")?( ?/)?>$|^</a>$|^<a href=\"https?://[^\"]*\"( rel=\"noopener noreferrer nofollow\")( title=\"[^\"]*\")?>$|^<a href=\"https?://[^\"]*\"( title=\"[^\"]*\")? rel=\"noopener noreferrer nofollow\">$", tag.Value);
        }
    }

    [Fact]
    public void What_is_meant_is_shown()
    {
        var html = MarkdownText.ToHtml("# 対策\n\n* **更新**する\n* [手順](https://example.jp/a?b=1&c=2)\n\n| 版 | 状態 |\n|---|---|\n| 1.2 | 影響あり |");

        Assert.Contains("<h1>対策</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>更新</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.jp/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">手順</a>", html, StringComparison.Ordinal);
        Assert.Contains("<td>影響あり</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("`a")]
    [InlineData("![](")]
    [InlineData("<a ")]
    [InlineData("|-")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("**a _b ")]
    [InlineData("[a](b) ")]
    public async Task However_it_is_repeated_it_takes_a_moment_or_is_refused(string piece)
    {
        foreach (var times in new[] { 1_900, 100_000 / piece.Length })
        {
            var body = string.Concat(Enumerable.Repeat(piece, times));

            await Task.Run(() => MarkdownText.Renders(body)).WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void HTML_is_shown_as_the_text_it_is() =>
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", MarkdownText.ToHtml("<script>alert(1)</script>"), StringComparison.Ordinal);
}
