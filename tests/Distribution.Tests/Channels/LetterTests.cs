using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Channels;

namespace Ceptoar.Distribution.Tests.Channels;

public class LetterTests
{
    const string Link = "https://hub.example/advisories/7a3c";

    [Theory]
    [InlineData(Tlp.Green, false, "[TLP:GREEN] A-2026-000123 件名の件名")]
    [InlineData(Tlp.Clear, true, "【訓練】[TLP:CLEAR] A-2026-000123 件名の件名")]
    [InlineData(Tlp.Amber, true, "【訓練】[TLP:AMBER] A-2026-000123")]
    [InlineData(Tlp.AmberStrict, false, "[TLP:AMBER+STRICT] A-2026-000123")]
    public void A_subject_says_drill_then_label_then_number_and_below_AMBER_the_title(Tlp tlp, bool drill, string subject) => Assert.Equal(subject, Letter(Samples.Leaving(tlp, drill: drill)).Subject);

    [Fact]
    public void Japanese_comes_before_English_in_both_forms()
    {
        var letter = Letter(Samples.Leaving(Tlp.Green));

        foreach (var form in new[] { letter.Text, letter.Html })
        {
            Assert.InRange(form.IndexOf("件名の要旨", StringComparison.Ordinal), 1, form.IndexOf("件名 summary", StringComparison.Ordinal));
            Assert.All(["重要度", "Severity", "件名の対応", "件名の本文", Link, "TLP:GREEN"], part => Assert.Contains(part, form, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere_and_the_way_to_read_it_leads_to_the_hub()
    {
        var body = "![x](https://tracker.example/p.gif) <img src=https://tracker.example/p.gif> [読む](https://other.example/)";
        foreach (var item in new[] { Samples.Leaving(Tlp.Green, "<script>alert(1)</script>"), Samples.Leaving(Tlp.Amber), Samples.Leaving(Tlp.Clear, body: body, markdown: true) })
        {
            var html = Letter(item).Html;
            var tags = Regex.Matches(html, "<[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value);
            Assert.All(tags, tag => Assert.DoesNotMatch("(?i)^<(img|script|link|style|iframe|object|video|audio|form|input)|\\s(src|style|background)=|http-equiv", tag));
            Assert.Contains($"href=\"{Link}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_recall_says_so_and_nothing_of_what_it_said()
    {
        var letter = Letter(Samples.Leaving(Tlp.Green, "ひみつ", recalled: true));

        Assert.Equal("[TLP:GREEN] A-2026-000123 撤回 / recalled", letter.Subject);
        Assert.Contains("撤回されました", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ひみつ", letter.Text + letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_is_one_line_of_bearable_length()
    {
        var letter = Letter(Samples.Leaving(Tlp.Green, "改行\r\nBcc: x@example.com\t" + new string('長', 300)));

        Assert.DoesNotContain(letter.Subject, char.IsControl);
        Assert.InRange(letter.Subject.Length, 1, 150);
    }

    [Fact]
    public void A_digest_lists_pointers_and_titles_as_each_label_lets()
    {
        var letter = DigestLetter.Of([Samples.Leaving(Tlp.Amber, "琥珀"), Samples.Leaving(Tlp.Green, "緑", drill: true)], id => "https://hub.example/advisories/" + id);

        Assert.Equal("[TLP:AMBER] 情報提供のまとめ / Digest of advisories (2)", letter.Subject);
        Assert.Contains("【訓練】[TLP:GREEN] A-2026-000123 注意喚起 重要度:高 緑の件名", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("琥珀", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("緑の要旨", letter.Text + letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tlp.Green, true, false, "【訓練】TLP:GREEN A-2026-000123 重要度:高 件名の件名 ハブで確認")]
    [InlineData(Tlp.AmberStrict, true, false, "【訓練】TLP:AMBER+STRICT A-2026-000123 重要度:高 ハブで確認")]
    [InlineData(Tlp.Amber, false, true, "【撤回】TLP:AMBER A-2026-000123 重要度:高 ハブで確認")]
    public void A_short_text_says_what_it_is_and_leads_to_the_hub(Tlp tlp, bool drill, bool recalled, string text) => Assert.Equal(text, ShortText.Of(Samples.Leaving(tlp, drill: drill, recalled: recalled)));

    [Theory]
    [InlineData(Tlp.Green, "これは訓練です", "【訓練】これは訓練です")]
    [InlineData(Tlp.Green, "【訓練】これは訓練です", "【訓練】これは訓練です")]
    [InlineData(Tlp.Amber, "これは訓練です", "【訓練】TLP:AMBER A-2026-000123 重要度:高 ハブで確認")]
    public void A_drill_may_have_a_short_text_of_its_own_where_content_may_leave(Tlp tlp, string own, string text) =>
        Assert.Equal(text, ShortText.Of(Leaving(Samples.Advisory(tlp, "件名", drill: true, terms: new() { ShortText = own }), ChannelTable.Sms)));

    [Fact]
    public void A_short_text_of_a_drills_own_is_no_longer_than_others()
    {
        var text = ShortText.Of(Leaving(Samples.Advisory(Tlp.Green, "件名", drill: true, terms: new() { ShortText = new string('訓', 90) }), ChannelTable.Sms));

        Assert.Equal(70, text.Length);
        Assert.StartsWith("【訓練】", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drill_may_do_without_content_in_mail_and_has_it_elsewhere()
    {
        var advisory = Samples.Advisory(Tlp.Green, "件名", drill: true, terms: new() { ContentInMail = false });

        Assert.Null(Leaving(advisory, ChannelTable.Mail).Content);
        Assert.NotNull(Leaving(advisory, ChannelTable.Webhook).Content);
        Assert.StartsWith("【訓練】[TLP:GREEN] A-2026-000123", Letter(Leaving(advisory, ChannelTable.Mail)).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("通信障害")]
    [InlineData("【訓練】通信障害")]
    [InlineData("[DRILL] 【訓練】通信障害")]
    public void The_mark_of_a_drill_stands_first_and_once_in_whatever_leaves(string words)
    {
        var item = Samples.Leaving(Tlp.Green, words, drill: true);
        var (letter, digest) = (Letter(item), DigestLetter.Of([item], _ => Link));

        Assert.Equal("【訓練】[TLP:GREEN] A-2026-000123 通信障害の件名", letter.Subject);
        Assert.Contains("<h1>【訓練】通信障害の件名</h1>", letter.Html, StringComparison.Ordinal);
        Assert.Contains("[DRILL] [TLP:GREEN]", letter.Text, StringComparison.Ordinal);
        Assert.StartsWith("【訓練】[TLP:GREEN]", digest.Subject, StringComparison.Ordinal);
        Assert.Contains("【訓練】[TLP:GREEN] A-2026-000123 注意喚起 重要度:高 通信障害の件名", digest.Text, StringComparison.Ordinal);
        Assert.Equal("【訓練】TLP:GREEN A-2026-000123 重要度:高 通信障害の件名 ハブで確認", ShortText.Of(item));
        Assert.Equal((true, "【訓練】通信障害の件名"), (WebhookBody.For(item, Link).Drill, WebhookBody.For(item, Link).Title));
    }

    [Fact]
    public void A_short_text_never_has_more_than_70_characters_nor_half_of_one()
    {
        var random = new Random(20261122);
        string[] characters = ["漢", "a", "\U00020BB7", "ー", "\n", "！"];
        for (var run = 0; run < 2_000; run++)
        {
            var words = string.Concat(Enumerable.Range(0, random.Next(120)).Select(_ => characters[random.Next(characters.Length)]));
            var text = ShortText.Of(Samples.Leaving((Tlp)random.Next(-4, 0), words, random.Next(2) == 0, random.Next(3) == 0, urgency: random.Next(2) == 0 ? "urgent" : "normal"));

            Assert.InRange(text.Length, 20, 70);
            Assert.EndsWith("ハブで確認", text, StringComparison.Ordinal);
            Assert.DoesNotContain(System.Text.Rune.ReplacementChar, text.EnumerateRunes());
            Assert.DoesNotContain(text, char.IsControl);
        }
    }

    static Leaving Leaving(Distribution.Advisories.Advisory advisory, string channel) => Distribution.Channels.Leaving.Of(advisory, channel, Samples.Reader(Contracts.Registry.HandlingRules.Current))!;

    static Letter Letter(Leaving item) => AdvisoryLetter.Of(item, Link, "escalation");
}
