using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;

namespace Ceptoar.Anonymisation.Tests.Recognisers;

public class RecognitionTests
{
    [Theory]
    [InlineData("アサヒノテレコムのサーバ", "[組織A]のサーバ")]
    [InlineData("Asahino Telecom Co., Ltd.が発表", "[組織A]が発表")]
    [InlineData("asahino\ntelecomが発表", "[組織A]が発表")]
    [InlineData("ANTの担当へ", "[組織A]の担当へ")]
    [InlineData("ＡＮＴと東都ガス(株)", "[組織A]と[組織B]")]
    [InlineData("important な giant antenna", "important な giant antenna")]
    [InlineData("弊社および当社のシステム", "弊社および当社のシステム")]
    [InlineData("Watanabe Kenji, kenji.watanabe が対応", "[人物1], [人物1] が対応")]
    [InlineData("高橋美咲が対応し、髙橋が復旧", "[人物1]が対応し、[人物1]が復旧")]
    [InlineData("vpn.asahino-tel.example:8443 へ接続", "[ドメイン1]:8443 へ接続")]
    [InlineData("https://asahino-tel.example.evil.example/login", "[URL1]")]
    public void Takes_out_what_the_directory_knows(string text, string expected) => Assert.Equal(expected, Example.Render(text).Body);

    [Theory]
    [InlineData("さざなみ光と月見ヶ岡の設備", "[システム1]と[拠点1]の設備")]
    [InlineData("ＳＡＺＡＮＡＭＩ光、さざなみ 光", "ＳＡＺＡＮＡＭＩ光、[システム1]")]
    [InlineData("AS64511 から広告された経路", "[アドレス1] から広告された経路")]
    [InlineData("ＡＳ番号：64511、asn 64511、AS 1.10、AS65546", "[アドレス1]、[アドレス1]、[アドレス2]、[アドレス2]")]
    [InlineData("AS64511.", "[アドレス1].")]
    [InlineData("AS645111 と AS6451 は攻撃元", "AS645111 と AS6451 は攻撃元")]
    [InlineData("03-5555-9876", "[電話1]")]
    [InlineData("０３（５５５５）９８７６へ", "[電話1]へ")]
    [InlineData("0355559876 版 3", "[電話1] 版 3")]
    [InlineData("+81-3-5555-9876 / +81 (0)3 5555 9876", "[電話1] / [電話2]")]
    [InlineData("問合せ 0120.444.555 まで", "問合せ [電話1] まで")]
    [InlineData("0120\n444-555", "[電話1]")]
    [InlineData("受付は 03-5555 局です", "受付は [電話1] 局です")]
    [InlineData("080 4444 0001", "[電話1]")]
    [InlineData("転送量は 03555512345678 バイト", "転送量は 03555512345678 バイト")]
    [InlineData("203.55.55.12 と 2026-11-20 10:03", "203.55.55.12 と 2026-11-20 10:03")]
    public void Takes_out_members_brands_sites_and_numbers_however_written(string text, string expected) => Assert.Equal(expected, Example.Render(text).Body);

    [Theory]
    [InlineData("電話は03-1234-5678です", "電話は[電話1]です")]
    [InlineData("TEL:（０３）１２３４－５６７８", "TEL:[電話1]")]
    [InlineData("090 1234 5678 または +81-3-1234-5678", "[電話1] または [電話2]")]
    [InlineData("0944(00)1234", "[電話1]")]
    [InlineData("2026-11-20 10:00:01 版 1.0.2-33, 10-20-30", "2026-11-20 10:00:01 版 1.0.2-33, 10-20-30")]
    [InlineData("メールはtaro＠gmail.example宛", "メールは[メール1]宛")]
    [InlineData("taro[at]gmail[.]example", "[メール1]")]
    [InlineData("〒100-0001 東京都千代田区千代田1-1", "[拠点1] [拠点2]")]
    [InlineData("東京都内で発生", "東京都内で発生")]
    [InlineData("青葉浄水場の監視盤", "[拠点1]の監視盤")]
    [InlineData("太陽光発電所", "太陽光発電所")]
    [InlineData("苫小牧火力発電所と各火力発電所", "[拠点1]と各火力発電所")]
    [InlineData("(株)北辰セキュリティへ依頼。北辰セキュリティは", "[組織A]へ依頼。[組織A]は")]
    [InlineData("北辰計装株式会社の担当", "[組織A]の担当")]
    [InlineData("{\"user\":\"h-odagiri\",\"pass\":\"x9#kK2\"}", "{\"user\":\"[人物1]\",\"pass\":\"[秘密情報]\"}")]
    [InlineData("Failed password for odagiri from 203.0.113.7, user=root", "Failed password for [人物1] from 203.0.113.7, user=root")]
    [InlineData("Mr. Smith of the vendor", "Mr. [人物1] of the vendor")]
    [InlineData("password=Hunter2! を変更", "password=[秘密情報] を変更")]
    [InlineData("パスワードは変更済みです", "パスワードは変更済みです")]
    [InlineData("鍵 AKIAIOSFODNN7EXAMPLE が漏えい", "鍵 [秘密情報] が漏えい")]
    [InlineData("個人番号 1234 5678 9018", "個人番号 [番号1]")]
    [InlineData("カード 4111-1111-1111-1111 を利用", "カード [番号1] を利用")]
    public void Takes_out_contacts_places_and_secrets(string text, string expected) => Assert.Equal(expected, Example.Render(text).Body);

    [Theory]
    [InlineData("佐々木様より連絡", "[人物1]様より連絡")]
    [InlineData("運用部の林さんと小野寺課長", "運用部の[人物1]さんと[人物2]課長")]
    [InlineData("担当:鈴木一郎、氏名：田中 花子", "担当:[人物1]、氏名：[人物2]")]
    [InlineData("担当者:調査中", "担当者:調査中")]
    [InlineData("山本太郎が確認。山本は帰社", "[人物1]が確認。[人物1]は帰社")]
    [InlineData("お客様および利用者様は同様に、仕様の様子を", "お客様および利用者様は同様に、仕様の様子を")]
    [InlineData("千葉県と長野市、総務部長へ", "千葉県と長野市、総務部長へ")]
    public void Takes_out_persons(string text, string expected) => Assert.Equal(expected, Example.Render(text).Body);

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("１０．１．２．３", true)]
    [InlineData("10[.]1[.]2[.]3", true)]
    [InlineData("10.1.\n2.3", true)]
    [InlineData("172.31.255.254", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("100.64.0.1", true)]
    [InlineData("169.254.1.1", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.168.0.1:443", true)]
    [InlineData("192.168.1.5.51234", true)]
    [InlineData("192.168.10.x", true)]
    [InlineData("192.168.0.0/16", true)]
    [InlineData("198.51.100.77", true)]
    [InlineData("198.51.0.0/16", true)]
    [InlineData("198.51.100.045", true)]
    [InlineData("192.0.2.200", true)]
    [InlineData("192.0.2.44", false)]
    [InlineData("203.0.113.7", false)]
    [InlineData("77.100.51.198.in-addr.arpa", true)]
    [InlineData("fe80::1%eth0", true)]
    [InlineData("src:fd00::12", true)]
    [InlineData("2001:db8:a5a:1::5", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("2001:db8:ffff::5", false)]
    [InlineData("00:1a:2b:3c:4d:5e", true)]
    [InlineData("1.2.3", false)]
    [InlineData("10:00:01", false)]
    public void Tells_the_victims_addresses_from_others(string address, bool victims) =>
        Assert.Equal(victims, Example.Render($"宛先 {address} を確認").Removed.Length > 0);

    [Theory]
    [InlineData("攻撃元は203.0.113.7", "attacker")]
    [InlineData("203[.]0[.]113[.]7", "attacker")]
    [InlineData("attacker IP addresses: 203.0.113.9, 203.0.113.7", "attacker")]
    [InlineData("203.0.113.7 を観測", "unknown")]
    [InlineData("２０３．０．１１３．７ を観測", "unknown")]
    public void Tells_the_role_from_the_words_before(string text, string role) =>
        Assert.Equal(role, Example.Render(text).Kept.Single(k => k.Value == "203.0.113.7").Role);

    [Fact]
    public void An_address_that_the_text_calls_ours_is_removed() =>
        Assert.Equal("弊社サーバ([アドレス1])", Example.Render("弊社サーバ(203.0.113.7)").Body);

    [Theory]
    [InlineData("db01.corp", "host")]
    [InlineData("fs.hq.asahi.local", "host")]
    [InlineData(@"\\FILESV01\share", "host")]
    [InlineData(@"C:\Users\m-takahashi\a.exe", "person")]
    public void Takes_out_inner_names(string text, string type) => Assert.Contains(Example.Render("経路は " + text + " です").Removed, r => r.Type == type);

    [Theory]
    [InlineData("invoice_2026.pdf.exe", "fileName")]
    [InlineData("evil.example", "domain")]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e", "md5")]
    [InlineData("CVE-2024-3400", "cve")]
    [InlineData("AS64500", "asn")]
    [InlineData("ldap://203.0.113.7:1389/a", "url")]
    [InlineData("https://evil.example/path?x=1", "url")]
    public void Keeps_what_defenders_need(string text, string type)
    {
        var rendition = Example.Render("観測: " + text);
        Assert.Equal("観測: " + text, rendition.Body);
        Assert.Equal(type, rendition.Kept.Single().Type);
    }

    [Fact]
    public void An_attackers_mail_address_stays_when_the_reporter_listed_it_and_it_is_no_members()
    {
        var rendition = Example.Render("差出人 spy@evil.example と spy@asahino-tel.example", Example.Indicator("email", "SPY@evil.example", "attacker"), Example.Indicator("email", "spy@asahino-tel.example", "attacker"));
        Assert.Equal("差出人 spy@evil.example と [メール1]", rendition.Body);
        Assert.Equal(["spy@evil.example"], rendition.Flash.Indicators.Select(i => i.Value));
    }

    [Fact]
    public void A_url_with_a_tell_tale_path_keeps_its_host() =>
        Assert.Equal("https://evil.example[メール1] に誘導", Example.Render("https://evil.example/?m=taro@gmail.example に誘導").Body);

    [Fact]
    public void What_is_hidden_in_Base64_or_percent_signs_is_found()
    {
        var base64 = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("株式会社あさひ野通信 御中"));
        var rendition = Example.Render($"件名 {base64} と {Uri.EscapeDataString("あさひ野")} です");
        Assert.Equal("件名 [組織A] と [組織A] です", rendition.Body.Replace("[組織B]", "[組織A]"));
        Assert.Empty(rendition.Blocked);
    }

    [Fact]
    public void The_victims_indicators_are_removed_in_every_spelling()
    {
        var rendition = Example.Render("宛先 203.0.113.50 と 203[.]0[.]113[.]50、portal.victim.example", Example.Indicator("ipv4", "203.0.113.50", "victim"), Example.Indicator("domain", "Portal.Victim.example", "victim"));
        Assert.Equal("宛先 [アドレス1] と [アドレス1]、[ドメイン1]", rendition.Body);
        Assert.Empty(rendition.Flash.Indicators);
    }

    [Fact]
    public void A_report_too_long_is_not_releasable_and_shows_nothing()
    {
        var rendition = Example.Render(new string('あ', 200_001));
        Assert.Equal(["input.tooLong"], rendition.Blocked);
        Assert.Equal("", rendition.Body);
    }

    [Fact]
    public void A_reporter_whom_the_directory_does_not_know_blocks() =>
        Assert.Equal(["directory.reporterUnknown"], Anonymiser.Render(Example.Report("本文") with { OrganisationId = Guid.Empty }, Example.Directory, Example.Policy).Blocked);

    [Fact]
    public void A_failure_is_told_by_code_and_never_by_text()
    {
        Assert.Equal("timeout", Recognition.Guarded(() => throw new System.Text.RegularExpressions.RegexMatchTimeoutException("secret text", "p", TimeSpan.Zero)));
        Assert.Equal("failed", Recognition.Guarded(() => throw new InvalidOperationException("secret text")));
    }
}
