using System.Security.Cryptography;
using System.Text;
using Ceptoar.Anonymisation.Attachments.Mail;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Anonymisation.Tests.Attachments;

/// <summary>Mails as they come in life: read through, or not at all.</summary>
public class MailReaderTests
{
    static readonly Encoding Jis = TextDecodingTests.EncodingOf("iso-2022-jp");

    [Fact]
    public void A_plain_mail_is_headers_and_text()
    {
        var mail = Read("From: a@attacker.example\r\nSubject: Invoice\r\n overdue\r\n\tnow\r\nX-Spam: 1\r\n\r\nPay now.\r\n");

        Assert.Equal(["Invoice overdue\tnow"], mail.All("subject"));
        Assert.Equal(["Pay now.\r\n"], mail.Texts);
        Assert.Empty(mail.All("X-Spam"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_will_do(string end) =>
        Assert.Equal(["one"], Read("Subject: s\n\none".Replace("\n", end, StringComparison.Ordinal)).Texts);

    [Theory]
    [InlineData("=?ISO-2022-JP?B?GyRCQEE1YT1xGyhC?=", "請求書")]
    [InlineData("=?utf-8?Q?=E8=AB=8B_=E6=B1=82?=", "請 求")]
    [InlineData("=?utf-8?B?6KuL?= =?utf-8?B?5rGC?=", "請求")]
    [InlineData("=?UTF-8?B?6KuL5g==?=\r\n =?UTF-8?B?sYLmm7g=?=", "請求書")] // cut within a character
    [InlineData("\"=?Shift_JIS?B?kL+LgQ==?=\" <x@y.example>", "\"請求\" <x@y.example>")]
    [InlineData("Re: =?utf-8*ja?B?6KuL?= plain", "Re: 請 plain")]
    [InlineData("=?euc-jp?B?wMG16Q==?= =?utf-8?B?5rGC?=", "請級求")]
    [InlineData("plain = ? text", "plain = ? text")]
    public void Encoded_words_are_decoded_as_mail_programs_write_them(string raw, string meant) => Assert.Equal([meant], Read($"Subject: {raw}\r\n\r\n").All("Subject"));

    [Theory]
    [InlineData("=?x-unknown?B?6KuL?=")]
    [InlineData("=?utf-8?B?/////w==?=")]
    [InlineData("=?utf-8?B?6KuL")]
    [InlineData("=?utf-7?Q?+MOY-?=")]
    public void A_header_that_cannot_be_read_makes_the_mail_unreadable(string raw) => Assert.Null(MailReader.Read(Encoding.Latin1.GetBytes($"Subject: {raw}\r\n\r\nx")));

    [Fact]
    public void Raw_bytes_in_a_header_are_read_as_what_they_are()
    {
        Assert.Equal(["請求書です"], MailReader.Read([.. "Subject: "u8, .. Encoding.UTF8.GetBytes("請求書です"), .. "\n\n"u8])!.All("Subject"));
        Assert.Equal(["請求書です"], MailReader.Read([.. "Subject: "u8, .. Jis.GetBytes("請求書です"), .. "\n\n"u8])!.All("Subject"));
    }

    [Theory]
    [InlineData("7bit", "iso-2022-jp")]
    [InlineData("8bit", "shift_jis")]
    [InlineData("8bit", "euc-jp")]
    [InlineData("base64", "utf-8")]
    [InlineData("quoted-printable", "utf-8")]
    [InlineData("quoted-printable", "iso-2022-jp")]
    [InlineData("base64", "iso-2022-jp")]
    public void A_text_comes_in_any_encoding_and_charset(string encoding, string charset)
    {
        var bytes = TextDecodingTests.EncodingOf(charset).GetBytes("添付の請求書をご確認ください。");
        var body = encoding switch
        {
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)),
            "quoted-printable" => Encoding.ASCII.GetBytes(string.Concat(bytes.Select((b, i) => $"={b:X2}" + (i % 20 == 19 ? "=\r\n" : "")))),
            _ => bytes,
        };

        var mail = MailReader.Read([.. Encoding.ASCII.GetBytes($"From: x@y.example\r\nContent-Type: text/plain; charset=\"{charset}\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"), .. body]);

        Assert.Equal(["添付の請求書をご確認ください。"], mail!.Texts);
    }

    [Fact]
    public void A_charset_that_is_not_kept_to_gives_way_to_what_the_bytes_are() =>
        Assert.Equal(["請求書です"], MailReader.Read([.. "Subject: x\nContent-Type: text/plain; charset=us-ascii\n\n"u8, .. Encoding.UTF8.GetBytes("請求書です")])!.Texts);

    [Theory]
    [InlineData("text/plain; charset=x-unknown", "7bit", "text")]
    [InlineData("text/plain", "x-uuencode", "text")]
    [InlineData("text/plain; charset=utf-8", "base64", "AAECAw==")]
    [InlineData("multipart/mixed", "7bit", "text")]
    [InlineData("multipart/mixed; boundary=b", "7bit", "no boundary anywhere")]
    public void What_cannot_be_read_for_sure_makes_the_mail_unreadable(string type, string encoding, string body) =>
        Assert.Null(MailReader.Read(Encoding.Latin1.GetBytes($"From: x@y.example\nContent-Type: {type}\nContent-Transfer-Encoding: {encoding}\n\n{body}")));

    [Fact]
    public void A_mail_of_parts_gives_its_texts_its_links_and_the_hashes_of_its_files()
    {
        byte[] file = [0x50, 0x4B, 3, 4, 0, 255];
        var mail = Read($"""
            From: a@attacker.example
            Content-Type: multipart/mixed; boundary="=_outer"

            This is a multi-part message.
            --=_outer
            Content-Type: multipart/alternative; boundary=inner

            --inner

            plain: text
            --inner
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <html><head><title>t</title></head><body><p>See <a class=3D"x" href=3D"https://login.attacker.example/a?b=3D1&amp;c=3D2">here</a>=
            <script>hidden()</script></body></html>
            --inner--
            --=_outer
            Content-Type: application/zip; name="=?utf-8?B?6KuL5rGC5pu4LnppcA==?="
            Content-Disposition: attachment; filename*=utf-8''%E8%AB%8B%E6%B1%82%E6%9B%B8.zip
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(file)}
            --=_outer
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*0="long-"; filename*1="name.bin"

            raw
            --=_outer--
            epilogue
            """);

        Assert.Equal("plain: text", mail.Texts[0]);
        Assert.Contains("See  <https://login.attacker.example/a?b=1&c=2> here", mail.Texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", mail.Texts[1], StringComparison.Ordinal);
        Assert.Equal(["https://login.attacker.example/a?b=1&c=2"], mail.Links);
        Assert.Equal([new("請求書.zip", "application/zip", file.Length, Hash(file)), new("long-name.bin", "application/octet-stream", 3, Hash("raw"u8.ToArray()))], mail.Files);
    }

    [Fact]
    public void A_mail_that_another_carries_is_read_as_one()
    {
        var mail = Read("""
            From: soc@victim.example
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: message/rfc822

            From: a@attacker.example
            Subject: =?utf-8?B?6KuL5rGC?=

            inner
            --b
            """);

        var carried = Assert.Single(mail.Carried);
        Assert.Equal(["請求"], carried.All("Subject"));
        Assert.Equal(["inner"], carried.Texts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text\nwithout any header\n")]
    [InlineData("X-Only: unknown headers\n\ntext")]
    [InlineData("From: a@b.example\nno colon here\n\n")]
    public void What_is_no_mail_is_not_read(string text) => Assert.Null(MailReader.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("From MAILER-DAEMON Sat Nov 21 12:00:00 2026\nSubject: s\n\nt")]
    [InlineData("\n\nSubject: s\n\nt")]
    [InlineData("\uFEFFSubject: s\n\nt")]
    public void A_line_of_a_mailbox_or_a_mark_may_stand_before_it(string text) => Assert.Equal(["t"], MailReader.Read(Encoding.UTF8.GetBytes(text))!.Texts);

    [Fact]
    public void Mails_nested_without_end_are_not_read() =>
        Assert.Null(MailReader.Read(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("From: a@b.example\nContent-Type: message/rfc822\n\n", 50)))));

    [Fact]
    public void A_bomb_of_parts_is_not_read() =>
        Assert.Null(MailReader.Read(Encoding.ASCII.GetBytes("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 2_000)))));

    [Fact]
    public void No_bytes_whatever_throw() => Check.One(
        Seeded.Cases(500),
        Prop.ForAll(Arb.From(Gen.Elements(Pieces).ListOf().Select(p => p.SelectMany(b => b).ToArray())), bytes => { MailReader.Read(bytes); }));

    static readonly byte[][] Pieces =
    [
        "From: a@attacker.example\n"u8.ToArray(), "Subject: =?utf-8?B?"u8.ToArray(), "6KuL"u8.ToArray(), "?=\r\n"u8.ToArray(), "Content-Type: multipart/mixed; boundary=b\n"u8.ToArray(),
        "Content-Type: multipart/alternative; boundary*0*=utf-8''%; boundary=\"b"u8.ToArray(), "Content-Type: text/html; charset=iso-2022-jp\n"u8.ToArray(), "Content-Type: message/rfc822\n"u8.ToArray(),
        "Content-Transfer-Encoding: base64\n"u8.ToArray(), "Content-Transfer-Encoding: quoted-printable\n"u8.ToArray(), "Content-Disposition: attachment; filename*=x'y'%zz; filename=\"a\\"u8.ToArray(), "\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(),
        "--b\n"u8.ToArray(), "--b--"u8.ToArray(), "<a href="u8.ToArray(), "<!--"u8.ToArray(), "<script>"u8.ToArray(), "&#x;"u8.ToArray(), "="u8.ToArray(), "=E"u8.ToArray(), "=E3"u8.ToArray(), [0x1B, 0x24, 0x42], [0x1B], [0xFF], [0x83], [0], [0x8E, 0xB1], [0xE3, 0x81],
        " folded"u8.ToArray(), ":"u8.ToArray(), "Received: from x by y for <z@w.example>; now\n"u8.ToArray(),
    ];

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static MailMessage Read(string text)
    {
        var mail = MailReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.NotNull(mail);
        return mail;
    }
}
