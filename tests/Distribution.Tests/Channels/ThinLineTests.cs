using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>Light renditions stay small whatever an advisory says, and lead to the rest.</summary>
public class ThinLineTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    const string Link = "https://hub.example/light/advisories/7a3c?whole=1";
    const string More = "続きはハブで / more in the hub";

    static readonly string[] Words = ["漢字の長い文です。", "words in English. ", "ＦＵＬＬ　ＷＩＤＴＨ", "\U00020BB7野家", "\n", "\n\n", "# 見出し\n\n", "* 一\n* 二\n", "`x`", "[l](https://a.example/)", "|a|b|\n|-|-|\n|1|2|\n\n", "<b>&\"'", "```\n"];

    [Fact]
    public void Whatever_it_says_text_stays_below_4_kB_and_HTML_below_14_kB()
    {
        var random = new Random(20261122);
        for (var run = 0; run < 150; run++)
        {
            var view = View(Text(random, random.Next(10) == 0 ? 30_000 : random.Next(3_000)), markdown: random.Next(2) == 0) with
            {
                Title = Text(random, random.Next(200)),
                Summary = Text(random, random.Next(4_000)),
                RequiredAction = Text(random, random.Next(4_000)),
                Addressee = Text(random, random.Next(200)),
                Indicators = [.. Enumerable.Range(0, random.Next(400)).Select(n => new FlashIndicator { Type = "domain", Value = $"{n}.{new string('x', random.Next(60))}.example" })],
                References = [.. Enumerable.Range(0, random.Next(50)).Select(n => "https://a.example/" + new string('y', random.Next(1_500)))],
                Attachments = [.. Enumerable.Range(0, random.Next(20)).Select(n => new AttachedFile(Guid.NewGuid(), new string('付', 150) + n, 1, ""))],
                Notes = [.. Enumerable.Range(0, random.Next(6)).Select(_ => new GetAdvisory.Note("双葉連絡協議会", Text(random, random.Next(2_000)), Samples.At))],
            };

            var (text, html) = (LightRendition.TextOf(view, Link), LightRendition.HtmlOf(view, Link));

            Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 3_999);
            Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 13_999);
            Assert.StartsWith("TLP:AMBER\n", text, StringComparison.Ordinal);
            Assert.EndsWith("TLP:AMBER\n", text, StringComparison.Ordinal);
            Assert.All([text, html], form => Assert.DoesNotContain(Rune.ReplacementChar, form.EnumerateRunes()));
            if (text.Contains(More, StringComparison.Ordinal)) Assert.Contains("\n" + Link + "\n", text, StringComparison.Ordinal);
            if (html.Contains(More, StringComparison.Ordinal)) Assert.Contains($"<a href=\"{Link}\">", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_fits_is_whole_and_what_does_not_ends_at_a_paragraph()
    {
        string[] paragraphs = [.. Enumerable.Range(1, 40).Select(n => $"第{n:00}段落。" + new string('長', 60))];

        var (few, many) = (LightRendition.TextOf(View(string.Join("\n\n", paragraphs[..8])), Link), LightRendition.TextOf(View(string.Join("\n\n", paragraphs)), Link));

        Assert.DoesNotContain(More, few, StringComparison.Ordinal);
        Assert.Contains(More, many, StringComparison.Ordinal);
        var shown = Regex.Matches(many, "第[0-9]{2}段落。(?<rest>長*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.InRange(shown.Count, 8, 39);
        Assert.All(shown, p => Assert.Equal(60, p.Groups["rest"].Length));
    }

    [Fact]
    public void One_endless_paragraph_is_shown_as_far_as_it_goes()
    {
        var text = LightRendition.TextOf(View(new string('漢', 50_000)), Link);

        Assert.InRange(text.Count(c => c == '漢'), 800, 1_300);
        Assert.Contains(More, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_without_script_stays_below_14_kB_and_shows_the_whole_when_asked()
    {
        var flash = distribution.Flash(Tlp.Amber);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "件名", string.Join("\n\n", Enumerable.Range(1, 300).Select(n => $"第{n}段落。" + new string('長', 80))) + "\n\n最後の段落"));
        var http = distribution.Http(Role.Operator, distribution.Directory.Telecom[0].OrganisationId);

        var page = await http.GetStringAsync($"/light/advisories/{id}");

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 5_000, 13_999);
        Assert.DoesNotContain("最後の段落", page, StringComparison.Ordinal);
        Assert.Contains("value=\"confirmed\"", page, StringComparison.Ordinal);
        var link = WebDecoded(Regex.Match(page, $"<a href=\"(?<link>[^\"]+)\">[^<]*{More}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["link"].Value);
        Assert.Contains("最後の段落", await http.GetStringAsync(link), StringComparison.Ordinal);
    }

    static string WebDecoded(string text) => System.Net.WebUtility.HtmlDecode(text);

    static string Text(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length) text.Append(Words[random.Next(Words.Length)]);
        return text.ToString();
    }

    static GetAdvisory.View View(string body, bool markdown = false) => new(
        Guid.NewGuid(), "A-2026-000123", 1, "released", 1, "センター", "件名", "要旨", body, markdown ? MarkdownText.ToHtml(body) : null, Tlp.Amber, "alert", null, null, [], [], null, "high", "urgent", null, null, null,
        null, null, [], [], [], null, null, null, [], [], null, Samples.At, null, false, [], 0, null, null);
}
