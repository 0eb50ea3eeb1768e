using Ceptoar.Classification.Signals;

namespace Ceptoar.Classification.Tests.Signals;

public class ControlSystemSignalsTests
{
    [Theory]
    [InlineData("PLC の保持レジスタ 40001 が書き換えられた。")]
    [InlineData("監視制御装置の設定値が変更された。")]
    [InlineData("SCADA サーバのポート 502/tcp が外部に公開されていた。")]
    [InlineData("シーケンサのラダープログラムが改ざんされた。")]
    [InlineData("制御システムの構成図が流出した。")]
    [InlineData("変電所の保護リレーの整定値を変更された。")]
    [InlineData("制御装置のファームウェア バージョン 2.3 に欠陥がある。")]
    [InlineData("DCS のインターロックが解除された。")]
    [InlineData("HMI に認証なしで接続できた。")]
    [InlineData("DNP3 の function code 5 を受信した。")]
    [InlineData("Modbus writes to holding registers were seen.")]
    [InlineData("The PLC ladder logic was changed.")]
    [InlineData("RTU firmware version 4.1 was downgraded.")]
    [InlineData("an unauthenticated write to the OPC UA server")]
    [InlineData("setpoints on the DCS were raised")]
    [InlineData("An engineering workstation was used to download altered logic to the PLC.")]
    [InlineData("Attackers reached the DCS and changed alarm limits.")]
    [InlineData("中央制御室のHMIで弁の開度指令が勝手に変更された。")]
    [InlineData("安全計装システムの論理が第三者により変更された。")]
    [InlineData("IEC 61850 GOOSE messages were injected into the substation")]
    [InlineData("The control network is isolated, yet PLC registers were overwritten.")]
    public void Finds_detail(string text) => Engine.Finds(SignalTable.ControlSystem, text);

    [Theory]
    [InlineData("制御系への影響なし。")]
    [InlineData("制御システムへの影響は確認されていない。")]
    [InlineData("制御システムとは分離されている。")]
    [InlineData("SCADA を利用している。")]
    [InlineData("SCADA ベンダーから定期点検の案内が届いた。")]
    [InlineData("The OT network is segmented and was not reached.")]
    [InlineData("業務系端末のみの感染で、制御システムへの影響は認められない。")]
    [InlineData("The control network is not affected.")]
    [InlineData("No impact on the control system ports.")]
    [InlineData("制御システムのネットワーク構成は分離されており、侵入の痕跡はない。")]
    [InlineData("Web サーバのポート 443 に大量のアクセス。")]
    [InlineData("Example plc announced its results.")]
    [InlineData("in two DCs, port 443 was closed")]
    public void A_mention_or_a_denial_is_none(string text) => Engine.FindsNot(SignalTable.ControlSystem, text);
}
