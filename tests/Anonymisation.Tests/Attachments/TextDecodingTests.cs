using System.Text;
using Ceptoar.Anonymisation.Attachments;

namespace Ceptoar.Anonymisation.Tests.Attachments;

/// <summary>A text is read surely or not at all.</summary>
public class TextDecodingTests
{
    const string Japanese = "株式会社あさひ野通信の担当は髙橋です。ﾃｽﾄ ABC 123\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("shift_jis")]
    [InlineData("iso-2022-jp")]
    public void Knows_the_charsets_of_Japanese_texts(string charset) =>
        Assert.Equal(Plain(charset), TextDecoding.Detect(EncodingOf(charset).GetBytes(Plain(charset))));

    [Fact]
    public void Tells_EUC_JP_from_Shift_JIS()
    {
        const string text = "株式会社あさひ野通信の担当は高橋です。";

        Assert.Equal(text, TextDecoding.Detect(EncodingOf("euc-jp").GetBytes(text)));
        Assert.Equal(text, TextDecoding.Detect(EncodingOf("shift_jis").GetBytes(text)));
    }

    [Fact]
    public void A_mark_at_the_beginning_is_no_text()
    {
        Assert.Equal("あ", TextDecoding.Detect([0xEF, 0xBB, 0xBF, .. "あ"u8]));
        Assert.Equal("あ", TextDecoding.Detect([0xFF, 0xFE, 0x42, 0x30]));
        Assert.Equal("あ", TextDecoding.Detect([0xFE, 0xFF, 0x30, 0x42]));
    }

    [Fact]
    public void What_could_be_read_in_two_ways_is_not_read() =>
        Assert.Null(TextDecoding.Detect(EncodingOf("euc-jp").GetBytes("通信"))); // ﾄﾌｿｮ in Shift_JIS

    [Theory]
    [InlineData(new byte[] { 0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0 })]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10 })]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 10, 0xE2, 0xE3, 0xCF, 0xD3 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    [InlineData(new byte[] { 0x1B, 0x24, 0x42, 0x30 })]
    [InlineData(new byte[] { 0x41, 0x08, 0x42 })]
    [InlineData(new byte[] { 0x83 })]
    public void Binary_content_and_broken_text_is_not_read(byte[] bytes) => Assert.Null(TextDecoding.Detect(bytes));

    [Theory]
    [InlineData("utf-7")]
    [InlineData("x-unknown")]
    [InlineData("iso-2022-jp")]
    [InlineData("us-ascii")]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-15")]
    public void A_charset_that_a_mail_names_wrongly_does_not_count(string charset) =>
        Assert.Null(TextDecoding.Named(charset, EncodingOf("shift_jis").GetBytes("髙橋")));

    [Theory]
    [InlineData("GB18030", "网络攻击")]
    [InlineData("big5", "網路攻擊")]
    [InlineData("ks_c_5601-1987", "공격")]
    [InlineData("iso-8859-1", "café")]
    [InlineData("windows-31j", "髙橋①")]
    [InlineData("cp50221", "ﾃｽﾄ")]
    [InlineData("utf8", "é")]
    public void A_charset_that_a_mail_names_rightly_counts(string charset, string text) => Assert.Equal(text, TextDecoding.Named(charset, EncodingOf(charset).GetBytes(text)));

    static string Plain(string charset) => charset is "iso-2022-jp" ? Japanese.Replace("髙", "高", StringComparison.Ordinal).Replace("ﾃｽﾄ", "テスト", StringComparison.Ordinal) : Japanese;

    internal static Encoding EncodingOf(string charset) => charset switch
    {
        "windows-31j" => CodePagesEncodingProvider.Instance.GetEncoding(932)!,
        "euc-jp" => CodePagesEncodingProvider.Instance.GetEncoding(51932)!,
        "iso-2022-jp" or "cp50221" => CodePagesEncodingProvider.Instance.GetEncoding(charset == "cp50221" ? 50221 : 50220)!,
        "utf8" => Encoding.UTF8,
        "x-unknown" or "utf-7" => Encoding.ASCII,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset),
    };
}
