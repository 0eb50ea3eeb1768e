using Ceptoar.Classification.Signals;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Tests.Signals;

public class VictimAddressSignalsTests
{
    [Theory]
    [InlineData("端末 192.168.10.5 が感染")]
    [InlineData("10.1.2.3 から通信")]
    [InlineData("172.20.0.0/16")]
    [InlineData("192[.]168[.]1[.]20")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("fe80::1ff:fe23:4567:890a")]
    [InlineData("dc01.asahino.local")]
    [InlineData("files.asahino.corp に接続")]
    [InlineData(@"\\fs01\share$ が暗号化された")]
    [InlineData("当社サーバ 203.0.113.20 に対する攻撃")]
    [InlineData("自社のWebサーバ（203.0.113.20）")]
    [InlineData("弊社サイト https://www.asahino.example/ が改ざんされた")]
    [InlineData("203.0.113.20（当社）")]
    [InlineData("our mail server 203.0.113.25")]
    [InlineData("our website www.asahino.example was defaced")]
    [InlineData("被害サーバ：203.0.113.20")]
    [InlineData("駅務用の JMSV-KITA02 に覚えのないタスク")]
    [InlineData("端末 LB-PC077 が感染")]
    [InlineData("サーバ ehr-db02 に侵入")]
    [InlineData("an info stealer on host GATE-PC-0417")]
    [InlineData("log-ins against our VPN concentrator at 198.51.100.7")]
    [InlineData("当行の受信中継 mx3.asahino.example が滞留")]
    [InlineData("会員サイト my.asahino.example に大量のアクセス")]
    [InlineData("The desktop answered on 2001:db8:4c:19::20")]
    [InlineData("VPN装置（203.0.113.9）")]
    [InlineData("203.0.113.9 is one of ours")]
    [InlineData("203.0.113.9 で待ち受けていた")]
    [InlineData("the firewall at 203.0.113.30")]
    [InlineData("当センターの 203.0.113.20")]
    [InlineData("senkyo.city-awashima.example の一覧が書き替えられた。")]
    [InlineData("https://shisan.city-hinokawa.example/admin が誰でも開ける")]
    [InlineData("198.51.100.10、198.51.100.11 に置いた受付系を切り離した。")]
    [InlineData("We are cleaning checkout3.ourcards.example for the second time.")]
    public void Finds_the_victims_addresses(string text) => Engine.Finds(SignalTable.VictimAddress, text);

    [Theory]
    [InlineData("攻撃元 203.0.113.7")]
    [InlineData("C2: 198.51.100.9")]
    [InlineData("hxxp://evil.example/a")]
    [InlineData("Windows 10.0.19045.3803")]
    [InlineData("version 10.2.3.4 に更新")]
    [InlineData("当社は攻撃元 203.0.113.7 を遮断した。")]
    [InlineData("our firewall blocked 203.0.113.7")]
    [InlineData("locally sourced")]
    [InlineData("製品の版は 10.2.3.114 です")]
    [InlineData("攻撃者の端末 DESKTOP-A1B2C3")]
    [InlineData("CVE-2024-3400 の影響を受けるサーバ")]
    [InlineData("偽の会員サイト login.evil.example")]
    [InlineData("当社のファイアウォールで遮断した 203.0.113.7")]
    [InlineData("サーバ 12 台")]
    [InlineData("偽サイト login.evil.example が公開状態だった。")]
    [InlineData("送信元の 203.0.113.7 は再起動していた。")]
    [InlineData("端末 CVE-2024-3400")]
    public void Others_addresses_are_none(string text) => Engine.FindsNot(SignalTable.VictimAddress, text);

    [Theory]
    [InlineData("victim", true)]
    [InlineData("attacker", false)]
    [InlineData("unknown", false)]
    public void An_indicator_counts_by_its_role(string role, bool found)
    {
        var report = Engine.Report("本文") with { Indicators = [new ReportedIndicator { Type = "ipv4", Value = "203.0.113.20", Role = role }] };

        Assert.Equal(found, Engine.Find(report).Any(s => s.Code == SignalTable.VictimAddress.Value && s.Found == new Found("indicators[0].value", 0, 12)));
    }
}
