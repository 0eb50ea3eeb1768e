using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Tests.Renditions;

/// <summary>One report as an operator writes it, read once from end to end.</summary>
public class StoryTests
{
    static readonly CaseFile Report = Example.Report(
        title: "【第一報】㈱あさひ野通信 公開Webへの大規模DDoS攻撃",
        body: """
            株式会社あさひ野通信(以下、弊社)の高橋です。2026年11月20日 10:05頃より、あさひ野のお客様
            ポータル www.asahino-tel.example (198.51.100.25) に対しDDoS攻撃が発生しています。
            料金システム「みなとビ
            リング」および ＨＩＫＡＲＩ－ＧＷ も応答が遅延しています。

            攻撃元: 203.0.113.7, 203.0.113.19 および 192.0.2.44
            C2とみられる通信先は evil-botnet[.]example、hxxps://cdn[.]bad-host[.]example/stage2.bin です。
            検体SHA-256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
            悪用された脆弱性: CVE-2026-12345 (AS64500 からの通信多数)

            内部では 10.20.30.40 の監視サーバ mon01.ops.asahino.local が過負荷となりました。
            北斗システムズ（保守ベンダー）と対応中。
            担当: 髙橋　美咲 (運用部)
            連絡先: 03-5555-0123 / ０９０－１２３４－５６７８ / misaki.takahashi@asahino-tel.example
            """,
        language: "ja",
        indicators:
        [
            Example.Indicator("ipv4", "203.0.113.7", "attacker"),
            Example.Indicator("ipv4", "198.51.100.25", "victim"),
            Example.Indicator("domain", "www.asahino-tel.example", "attacker"),
            Example.Indicator("ipv4", "10.20.30.40", "attacker"),
            Example.Indicator("product", "Apache HTTP Server 2.4", "unknown"),
            Example.Indicator("cve", "cve-2026-12345", "unknown"),
        ]);

    readonly Rendition rendition = Anonymiser.Render(Report, Example.Directory, Example.Policy);

    [Fact]
    public void No_identifying_string_remains()
    {
        var output = rendition.Title + "\n" + rendition.Body;

        string[] identifying =
        [
            "あさひ野", "asahino", "高橋", "髙橋", "美咲", "198.51.100", "10.20.30", "みなと", "リング", "ＨＩＫＡＲＩ", "hikari", "北斗", "5555", "１２３４", "misaki", "mon01", "㈱",
        ];
        Assert.All(identifying, s => Assert.DoesNotContain(s, output, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(rendition.Blocked);
    }

    [Fact]
    public void Every_attacker_indicator_stays_in_the_text()
    {
        string[] needed =
        [
            "203.0.113.7", "203.0.113.19", "192.0.2.44", "evil-botnet[.]example", "hxxps://cdn[.]bad-host[.]example/stage2.bin",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "CVE-2026-12345", "AS64500",
        ];
        Assert.All(needed, s => Assert.Contains(s, rendition.Body));
        Assert.Contains("弊社", rendition.Body);
        Assert.Contains("2026年11月20日 10:05頃", rendition.Body);
        Assert.Contains("DDoS攻撃", rendition.Title);
    }

    [Fact]
    public void The_flash_carries_what_defenders_need_and_nothing_of_the_victim() => Assert.Equal(
        [
            "ipv4 192.0.2.44", "ipv4 203.0.113.19", "ipv4 203.0.113.7", "domain evil-botnet.example", "url https://cdn.bad-host.example/stage2.bin",
            "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "cve CVE-2026-12345", "product Apache HTTP Server 2.4",
        ],
        rendition.Flash.Indicators.Select(i => $"{i.Type} {i.Value}"));

    [Fact]
    public void One_organisation_has_one_label_under_all_its_names()
    {
        Assert.StartsWith("【第一報】[組織A] 公開Web", rendition.Title);
        Assert.StartsWith("[組織A](以下、弊社)の[人物1]です", rendition.Body);
        Assert.Contains("担当: [人物1]", rendition.Body);
        Assert.DoesNotContain("[組織B]", rendition.Body);
    }

    [Fact]
    public void Offsets_are_those_of_the_original()
    {
        var original = new Dictionary<string, string> { ["title"] = Report.Title, ["body"] = Report.Body };
        Assert.All(rendition.Removed, r => Assert.True(r.Start >= 0 && r.Length > 0 && r.Start + r.Length <= original[r.Field].Length));
        var removed = rendition.Removed.First(r => r.Type == "vendor");
        Assert.Equal("北斗システムズ", original[removed.Field].Substring(removed.Start, removed.Length));
        var kept = rendition.Kept.First(k => k.Type == "domain");
        Assert.Equal("evil-botnet[.]example", original[kept.Field].Substring(kept.Start, kept.Length));
    }

    [Fact]
    public void The_same_report_makes_the_same_rendition()
    {
        var again = Anonymiser.Render(Report, Example.Directory, Example.Policy);
        Assert.Equal(RenditionHash.Of(rendition.Title, rendition.Body, rendition.Flash), RenditionHash.Of(again.Title, again.Body, again.Flash));
        Assert.Equal(rendition.Removed, again.Removed);
        Assert.Equal(rendition.Kept, again.Kept);
    }

    [Fact]
    public void What_the_approver_writes_back_in_is_taken_out_again()
    {
        var edited = Anonymiser.RenderEdited(Report, rendition.Title, rendition.Body + "\n詳細は髙橋(東都ガス、TEL 03-5555-0123)まで。", Example.Directory, Example.Policy);

        Assert.EndsWith("詳細は[人物1]([組織B]、TEL [電話1])まで。", edited.Body);
        Assert.Equal(rendition.Title, edited.Title);
        Assert.Empty(edited.Blocked);
    }
}
