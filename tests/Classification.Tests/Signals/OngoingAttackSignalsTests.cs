using Ceptoar.Classification.Signals;

namespace Ceptoar.Classification.Tests.Signals;

public class OngoingAttackSignalsTests
{
    [Theory]
    [InlineData("攻撃が継続中である。")]
    [InlineData("DDoS 攻撃は現在も続いている。")]
    [InlineData("不正アクセスが断続的に継続している。")]
    [InlineData("DDoS 攻撃を受けた。現在も続いている。")]
    [InlineData("スキャンが現在も観測されており、攻撃が進行中")]
    [InlineData("現在、攻撃を受けています。")]
    [InlineData("攻撃を受け続けている。")]
    [InlineData("攻撃は止まっていない。")]
    [InlineData("We are still under attack.")]
    [InlineData("The attack is ongoing.")]
    [InlineData("The attack is still in progress.")]
    [InlineData("an ongoing DDoS attack")]
    [InlineData("The attacks continue.")]
    [InlineData("The flood has not stopped.")]
    [InlineData("DDoS traffic continues as of this writing.")]
    [InlineData("侵入者は依然として社内に潜んでいる。")]
    [InlineData("毎分数千件のログイン試行を受け続けている。")]
    [InlineData("Brute-force attempts are still coming in.")]
    public void Finds_an_attack_that_goes_on(string text) => Engine.Finds(SignalTable.Ongoing, text);

    [Theory]
    [InlineData("攻撃は終息した。")]
    [InlineData("攻撃は継続していない。")]
    [InlineData("攻撃が継続していたが、15時に停止した。")]
    [InlineData("攻撃は続いていました。")]
    [InlineData("復旧作業を継続中である。")]
    [InlineData("攻撃の影響について調査を継続している。")]
    [InlineData("監視を継続する。")]
    [InlineData("原因の調査を継続している。現在も対応を続けている。")]
    [InlineData("The attack has stopped.")]
    [InlineData("There is no ongoing attack.")]
    [InlineData("We are no longer under attack.")]
    [InlineData("Recovery is in progress.")]
    [InlineData("The investigation is ongoing.")]
    [InlineData("Monitoring continues.")]
    [InlineData("停電が継続している。攻撃ではない。")]
    [InlineData("攻撃は既に止んでいる。")]
    public void What_goes_on_otherwise_is_none(string text) => Engine.FindsNot(SignalTable.Ongoing, text);
}
