using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Tests.Renditions;

public class FlashRulesTests
{
    [Theory]
    [InlineData("ipv4", "203[.]0[.]113[.]7", "attacker", "203.0.113.7")]
    [InlineData("ipv4", "203.0.113.7", "unknown", "203.0.113.7")]
    [InlineData("ipv4", "203.0.113.7", "victim", null)]
    [InlineData("ipv4", "10.0.0.1", "attacker", null)]
    [InlineData("ipv4", "198.51.100.9", "attacker", null)]
    [InlineData("ipv4", "203.0.113.045", "attacker", null)]
    [InlineData("ipv4", "1", "attacker", null)]
    [InlineData("ipv6", "2001:DB8:0:0::1", "attacker", "2001:db8::1")]
    [InlineData("ipv6", "2001:db8:a5a::1", "attacker", null)]
    [InlineData("domain", "EVIL[.]Example.", "attacker", "evil.example")]
    [InlineData("domain", "mail.asahino-tel.example", "attacker", null)]
    [InlineData("domain", "asahino-tel.example.evil.test", "attacker", null)]
    [InlineData("domain", "dc01.corp", "attacker", null)]
    [InlineData("url", "hxxps://Evil[.]example/A?b=C", "attacker", "https://evil.example/A?b=C")]
    [InlineData("url", "https://evil.example/?u=taro@asahino-tel.example", "attacker", null)]
    [InlineData("url", "http://192.168.1.1/x", "attacker", null)]
    [InlineData("email", "spy@evil.example", "attacker", "spy@evil.example")]
    [InlineData("email", "spy@evil.example", "unknown", null)]
    [InlineData("email", "taro@totogas.example", "attacker", null)]
    [InlineData("md5", "D41D8CD98F00B204E9800998ECF8427E", "attacker", "d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("md5", "not a hash", "attacker", null)]
    [InlineData("asn", "as 64500", "unknown", "AS64500")]
    [InlineData("cve", "ｃｖｅ-2024-3400", "unknown", "CVE-2024-3400")]
    [InlineData("fileName", "invoice.exe", "attacker", "invoice.exe")]
    [InlineData("fileName", "あさひ野_請求書.exe", "attacker", null)]
    [InlineData("product", "HIKARI-GW 2.0", "unknown", null)]
    [InlineData("product", "Apache HTTP Server 2.4", "unknown", "Apache HTTP Server 2.4")]
    [InlineData("other", "mutex-Global\\x77", "attacker", "mutex-Global\\x77")]
    [InlineData("other", "free text about us", "attacker", null)]
    [InlineData("ipv4", "203.0.113.7", "nonsense", null)]
    [InlineData("nonsense", "203.0.113.7", "attacker", null)]
    public void Passes_on_what_is_safe_in_one_spelling(string type, string value, string role, string? expected) =>
        Assert.Equal(expected, Example.Render("本文", Example.Indicator(type, value, role)).Flash.Indicators.SingleOrDefault()?.Value);

    [Theory]
    [InlineData("203.0.113.7 を観測", 0)]
    [InlineData("203[.]0[.]113[.]7 を観測", 1)]
    [InlineData("送信元IPアドレス: 203.0.113.7、203.0.113.8", 2)]
    [InlineData("攻撃元 10[.]0[.]0[.]1", 0)]
    [InlineData("C2: asahino-tel[.]example", 0)]
    [InlineData("CVE-2024-3400 を悪用", 1)]
    public void Takes_from_the_text_only_what_it_calls_the_attackers(string text, int count) => Assert.Equal(count, Example.Render(text).Flash.Indicators.Length);

    [Fact]
    public void The_victims_word_beats_the_texts() =>
        Assert.Empty(Example.Render("攻撃元 203[.]0[.]113[.]7", Example.Indicator("ipv4", "203.0.113.7", "victim")).Flash.Indicators);

    [Fact]
    public void Carries_codes_and_the_hour_but_no_unknown_words()
    {
        var report = Example.Report("本文") with
        {
            Events = ["availability.serviceDown", "あさひ野で障害"],
            Causes = ["intentional.dos"],
            Severity = "high",
            Urgency = "すぐに",
            ServiceImpact = "stopped",
            DetectedAt = new DateTimeOffset(2026, 11, 20, 10, 35, 12, TimeSpan.FromHours(9)),
        };
        var flash = Anonymiser.Render(report, Example.Directory, Example.Policy).Flash;

        Assert.Equal(["availability.serviceDown"], flash.Events);
        Assert.Equal("high", flash.Severity);
        Assert.Null(flash.Urgency);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), flash.DetectedHour);
        Assert.Equal("ict", flash.Sector);
    }

    [Fact]
    public void The_same_indicator_in_many_spellings_is_one()
    {
        var flash = Example.Render("C2: evil[.]example と EVIL.example", Example.Indicator("domain", "Evil.Example", "attacker"), Example.Indicator("domain", "evil(dot)example", "unknown")).Flash;
        Assert.Equal("evil.example", flash.Indicators.Single().Value);
    }
}

public class KAnonymityTests
{
    [Fact]
    public void Counts_the_active_operators_of_the_smallest_CEPTOAR()
    {
        var reporter = Example.Member(Example.Telecom, "甲野通信", ["ict"], ["telecom", "cable"], new());
        var directory = IdentifyingDirectory.Compile(
        [
            reporter,
            Example.Member(Guid.NewGuid(), "乙野通信", ["ict"], ["telecom", "cable"], null),
            Example.Member(Guid.NewGuid(), "丙野通信", ["ict"], ["telecom"], null),
            Example.Member(Guid.NewGuid(), "丁野通信", ["ict"], ["cable"], null, active: false),
            Example.Member(Guid.NewGuid(), "戊野事務局", ["ict"], ["cable"], null, kind: "secretariat"),
        ]);
        Assert.Equal(2, KAnonymity.K(reporter.Organisation, directory));
        Assert.Null(KAnonymity.Finest(reporter.Organisation, directory, 5).Sector);
        Assert.Equal("ict", KAnonymity.Finest(reporter.Organisation, directory, 3).Sector);
    }

    [Fact]
    public void Too_few_operators_make_the_risk_high_and_hide_the_sector()
    {
        var rendition = Anonymiser.Render(Example.Report("本文") with { OrganisationId = Example.Utility }, Example.Directory, Example.Policy);
        Assert.Equal(("high", 1, "k.tooFew"), (rendition.Risk.Level, rendition.Risk.K, rendition.Risk.Reasons[0].Code));
        Assert.Contains("1 者しか", rendition.Risk.Reasons[0].Ja);
        Assert.Null(rendition.Flash.Sector);
        Assert.Empty(rendition.Blocked);
    }

    [Theory]
    [InlineData("国内初の事例です", "text.singular")]
    [InlineData("約3万人に影響", "text.figures")]
    [InlineData("転送量 12345678 バイト", "text.numbers")]
    [InlineData("203.0.113.7 を観測", "indicators.unknown")]
    public void What_narrows_the_source_down_is_told(string text, string code)
    {
        var risk = Example.Render(text).Risk;
        Assert.Equal("medium", risk.Level);
        Assert.Contains(risk.Reasons, r => r.Code == code);
    }

    [Fact]
    public void An_ordinary_report_has_a_low_risk() => Assert.Equal("low", Example.Render("DDoS攻撃を受けました。").Risk.Level);
}
