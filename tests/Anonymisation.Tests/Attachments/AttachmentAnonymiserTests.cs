using System.Text;
using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Anonymisation.Tests.Attachments;

/// <summary>A file is anonymised as the report's own text is, with what it is; what is not surely text is held back.</summary>
public class AttachmentAnonymiserTests
{
    [Theory]
    [InlineData("報告書.docx", "attachment.office")]
    [InlineData("budget.XLSX", "attachment.office")]
    [InlineData("report.pdf", "attachment.pdf")]
    [InlineData("screen.PNG", "attachment.image")]
    [InlineData("sample.exe", "attachment.other")]
    [InlineData("page.html", "attachment.other")]
    [InlineData("no end", "attachment.other")]
    public void Files_that_tell_more_than_their_text_are_held_back_and_it_is_said_why(string name, string code)
    {
        var made = Render(name, "harmless");

        Assert.Equal(("held", code, null), (made.State, Assert.Single(made.Reasons).Code, made.Text));
        Assert.All(made.Reasons, r => Assert.True(r.Ja.Length > 0 && r.En.Length > 0));
        Assert.Empty(made.Indicators);
    }

    [Fact]
    public void Names_of_members_go_from_text_and_name()
    {
        var made = Render("あさひ野障害.txt", "株式会社あさひ野通信のみなとビリングが 198.51.100.7 で停止。攻撃元は 203.0.113.7。");

        Assert.Equal("releasable", made.State);
        Assert.All(["あさひ野", "みなとビリング", "198.51.100.7"], s => Assert.DoesNotContain(s, made.Name + made.Text, StringComparison.Ordinal));
        Assert.Equal([new FlashIndicator { Type = "ipv4", Value = "203.0.113.7" }], made.Indicators);
    }

    [Fact]
    public void What_is_taken_out_of_the_report_is_taken_out_of_its_files()
    {
        var report = Example.Report("担当者：梶原 冬子 が確認した。");

        var made = AttachmentAnonymiser.Render(report, "memo.txt", "梶原 冬子 より受領"u8.ToArray(), Example.Directory, Example.Policy);

        Assert.DoesNotContain("梶原", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_approver_marked_is_taken_out_of_its_files()
    {
        var made = AttachmentAnonymiser.Render(Example.Report("本文"), "青い塔.txt", "青い塔で停止。黄色い塔は無事。"u8.ToArray(), Example.Directory, Example.Policy, [new("青い塔", Remove: true)]);

        Assert.DoesNotContain("青い塔", made.Name + made.Text, StringComparison.Ordinal);
        Assert.Contains("黄色い塔は無事", made.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-2022-jp")]
    [InlineData("shift_jis")]
    [InlineData("euc-jp")]
    [InlineData("utf-16")]
    public void A_name_hides_in_no_charset(string charset)
    {
        var encoding = TextDecodingTests.EncodingOf(charset);

        var made = AttachmentAnonymiser.Render(Example.Report("本文"), "a.txt", [.. encoding.Preamble, .. encoding.GetBytes("これは株式会社あさひ野通信の記録です。")], Example.Directory, Example.Policy);

        Assert.Equal("releasable", made.State);
        Assert.DoesNotContain("あさひ野", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_hides_in_no_escape_of_JSON()
    {
        var made = Render("alert.json", "{\"host\":\"\\u3042\\u3055\\u3072\\u91ce\",\"url\":\"http:\\/\\/c2[.]attacker.example\\/a\"}");

        Assert.DoesNotContain("あさひ野", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3042", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_records_the_word_before_an_address_does_not_make_it_the_attackers()
    {
        var hash = new string('a', 64);

        var made = Render("fw.log", $"src=203.0.113.7 dst=203.0.113.8 malware sha256: {hash}");

        Assert.Equal([new FlashIndicator { Type = "sha256", Value = hash }], made.Indicators);
    }

    [Fact]
    public void A_binary_that_calls_itself_text_is_held_back() => Assert.Equal("attachment.charset", Assert.Single(AttachmentAnonymiser.Render(Example.Report("x"), "a.txt", [0x4D, 0x5A, 0, 0x90, 0, 0], Example.Directory, Example.Policy).Reasons).Code);

    [Fact]
    public void More_than_2_MB_of_text_is_held_back() => Assert.Equal("attachment.tooLong", Assert.Single(Render("a.log", new string('x', AttachmentAnonymiser.MaxText + 1)).Reasons).Code);

    [Fact]
    public void A_line_that_cannot_be_cut_is_held_back() => Assert.Equal("attachment.tooLong", Assert.Single(Render("a.json", new string('x', 150_000)).Reasons).Code);

    [Fact]
    public void A_long_text_is_rendered_whole_and_what_goes_at_its_end_goes_at_its_beginning()
    {
        var lines = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"2026-11-21 12:00:00 event {i} 梶原冬子 接続を許可しました。\n"));

        var made = Render("a.log", lines + "担当者：梶原冬子\n");

        Assert.Equal("releasable", made.State);
        Assert.DoesNotContain("梶原", made.Text, StringComparison.Ordinal);
        Assert.Equal(2_001, made.Text!.Count(c => c == '\n'));
    }

    [Fact]
    public void Of_a_mail_the_senders_side_stays_and_the_recipients_goes()
    {
        var made = Render("phish.eml", Mail);

        Assert.Equal("releasable", made.State);
        var text = made.Text!;
        Assert.All(["billing@attacker.example", "mail.attacker.example", "203.0.113.9", "EvilMailer 1.0"], kept => Assert.Contains(kept, text, StringComparison.Ordinal));
        Assert.All(["tanimura", "谷村", "kawa-denryoku", "asahino", "10.1.2.3", "secret-id", "token", "List-Unsubscribe", "gateway"], gone => Assert.DoesNotContain(gone, text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("請求書のご確認", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_senders_addresses_the_links_and_the_files_of_a_mail_are_for_the_flash()
    {
        var made = Render("phish.eml", Mail);

        Assert.Equal(
            [
                ("domain", "attacker.example"), ("url", "https://login.attacker.example/pay"), ("email", "billing@attacker.example"),
                ("sha256", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"), ("fileName", "請求書.zip"),
            ],
            made.Indicators.Select(i => (i.Type, i.Value)));
    }

    [Fact]
    public void Who_passes_a_mail_on_is_no_attacker()
    {
        var made = Render("fwd.eml", "From: tanimura@kawa-denryoku.example\nTo: help@soc-vendor.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nPlease look: https://intra.kawa-denryoku.example/ticket\n--b\nContent-Type: message/rfc822\n\nFrom: x@attacker.example\nTo: tanimura@kawa-denryoku.example\n\nhttp://attacker.example/a\n--b--\n");

        Assert.Equal([("domain", "attacker.example"), ("url", "http://attacker.example/a"), ("email", "x@attacker.example")], made.Indicators.Select(i => (i.Type, i.Value)));
        Assert.DoesNotContain("kawa-denryoku", made.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From: a@kawa-denryoku.example\nTo: b@kawa-denryoku.example\n\nhttps://portal.kawa-denryoku-web.example/x\n")]
    [InlineData("From: a@gmail.com\nTo: a@gmail.com\n\nnothing\n")]
    public void A_house_that_writes_to_itself_is_no_attacker(string mail) => Assert.Empty(Render("a.eml", mail).Indicators);

    [Fact]
    public void A_domain_where_everybody_has_an_account_is_no_indicator() =>
        Assert.Equal([("email", "attacker99@gmail.com")], Render("a.eml", "From: attacker99@gmail.com\nTo: b@kawa-denryoku.example\n\nnothing\n").Indicators.Select(i => (i.Type, i.Value)));

    [Fact]
    public void A_member_is_no_attacker_whatever_a_mail_says() =>
        Assert.Empty(Render("a.eml", "From: soc@asahino-tel.example\nTo: b@kawa-denryoku.example\n\nhttps://www.asahino-tel.example/x\n").Indicators);

    [Fact]
    public void A_mail_that_cannot_be_read_through_is_held_back() => Assert.Equal("attachment.mail", Assert.Single(Render("a.eml", "no mail at all").Reasons).Code);

    [Fact]
    public void No_bytes_whatever_throw_or_show_a_name() => Check.One(
        Seeded.Cases(200),
        Prop.ForAll(Arb.From(Names), Arb.From(Bytes), (name, bytes) =>
        {
            var made = AttachmentAnonymiser.Render(Example.Report("本文"), name, bytes, Example.Directory, Example.Policy);
            Assert.Contains(made.State, (string[])["releasable", "held", "blocked"]);
            Assert.Equal(made.State == "releasable", made.Text is not null);
            Assert.DoesNotContain("みなとビリング", made.Text ?? "", StringComparison.Ordinal);
        }));

    static readonly Gen<string> Names = Gen.Elements("a.txt", "b.log", "c.csv", "d.json", "e.eml", "f.pdf", "", "みなとビリング.txt");

    static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Choose(0, 255).Select(b => (byte)b).ListOf().Select(l => l.ToArray()),
        AnyText.Strings.Select(Encoding.UTF8.GetBytes),
        AnyText.Strings.Select(t => Encoding.UTF8.GetBytes("From: a@attacker.example\nSubject: みなとビリング\n\n" + t)),
        AnyText.Strings.Select(t => TextDecodingTests.EncodingOf("shift_jis").GetBytes("みなとビリング" + t)));

    const string Mail = """
        Return-Path: <billing@attacker.example>
        Delivered-To: tanimura@kawa-denryoku.example
        Received: from mx.asahino-tel.example (mx.asahino-tel.example [198.51.100.5]) by store.asahino-tel.example with ESMTP id secret-id1 for <tanimura@kawa-denryoku.example>; Sat, 21 Nov 2026 12:00:02 +0900
        Received: from mail.attacker.example (unknown [203.0.113.9])
         by mx.asahino-tel.example (Postfix) with ESMTPS id secret-id2
         for <tanimura@kawa-denryoku.example>; Sat, 21 Nov 2026 12:00:01 +0900
        Authentication-Results: gateway.kawa-denryoku.example; spf=fail
        X-Gateway: gateway 10.1.2.3
        From: "Billing" <billing@attacker.example>
        To: =?utf-8?B?6LC35p2R?= <tanimura@kawa-denryoku.example>
        Message-ID: <tanimura.token@mail.attacker.example>
        X-Mailer: EvilMailer 1.0
        List-Unsubscribe: <https://u.attacker.example/?t=token>
        Subject: =?ISO-2022-JP?B?GyRCQEE1YT1xJE4kNDNORycbKEI=?=
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        谷村様 (tanimura@kawa-denryoku.example)
        お支払いはこちら https://login.attacker.example/pay?u=dGFuaW11cmFAa2F3YS1kZW5yeW9rdS5leGFtcGxl#token
        --b
        Content-Type: application/zip
        Content-Disposition: attachment; filename*=utf-8''%E8%AB%8B%E6%B1%82%E6%9B%B8.zip
        Content-Transfer-Encoding: base64

        aGVsbG8=
        --b--
        """;

    static AttachmentRendition Render(string name, string text) => AttachmentAnonymiser.Render(Example.Report("本文"), name, Encoding.UTF8.GetBytes(text), Example.Directory, Example.Policy);
}
