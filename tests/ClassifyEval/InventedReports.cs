using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.ClassifyEval;

/// <summary>Reports of about a thousand characters, as long as those the speed is promised for; the same ones each time.</summary>
static class InventedReports
{
    const int Reports = 200;
    const int Characters = 1_000;

    static readonly string[] Japanese =
    [
        "11月21日10時頃、監視装置が外部との不審な通信を検知した。", "影響の範囲を調査している。", "当該サーバは業務系ネットワークに設置されており、制御系とは分離されている。", "攻撃元は 203.0.113.7 及び 198.51.100.23 で、いずれもファイアウォールで遮断した。",
        "利用者への影響は現時点で確認されていない。", "不審メールの件名は「請求書の送付について」であり、添付ファイルはマクロを含む文書であった。", "ログを保全し、フォレンジック調査を委託した。", "原因は VPN 装置の既知の脆弱性（CVE-2024-3400）の悪用とみられ、修正版は適用済みである。",
        "現在、復旧作業を継続しており、完了は翌日の見込みである。", "所管省庁には第一報を連絡済みで、続報は別途報告する。", "パスワードは全て変更し、多要素認証を必須とした。", "同様の事象は過去に発生していない。", "端末 12 台を隔離し、ウイルス対策ソフトによる検査を実施した。\n",
        "DDoS 攻撃とみられる大量のアクセスにより、公開サイトが約30分間つながりにくい状態となった。", "対策として、プロバイダのフィルタリングサービスを有効化した。\n", "再発防止策として、監視項目の見直しと訓練の実施を予定している。",
    ];

    static readonly string[] English =
    [
        "At about 10:00 on 21 November the monitoring system noticed suspicious traffic to an outside host. ", "The scope is being investigated by our team. ", "The server is in the office network, which is separated from the control network. ", "The sources 203.0.113.7 and 198.51.100.23 were blocked at the firewall. ",
        "No impact on users has been confirmed so far. ", "The mail carried the subject \"Invoice\" and a document with a macro. ", "Logs were preserved and a forensic analysis was ordered. ", "The cause seems to be a known weakness in the VPN gateway (CVE-2024-3400), which has been patched. ",
        "Recovery is in progress and should be finished tomorrow. ", "The ministry has received a first report; a follow-up will be sent. ", "All passwords were changed and multi-factor authentication was made mandatory. ", "Nothing similar has happened before.\n", "Twelve machines were isolated and scanned. ",
    ];

    public static IReadOnlyList<EvalReport> All { get; } = [.. Enumerable.Range(0, Reports).Select(Report)];

    static EvalReport Report(int number)
    {
        var (sentences, random, text) = (number % 4 == 0 ? English : Japanese, new Random(number), "");
        while (text.Length < Characters) text += sentences[random.Next(sentences.Length)];

        return new(
            $"invented-{number}", Tlp.Amber,
            new CaseFile { OrganisationId = Guid.Empty, Title = "不審な通信の検知", Body = text[..Characters], Kind = number % 3 == 0 ? "sign" : "incident", Audience = [], Events = ["leading.intrusion"], Causes = ["unknown"], SourceVisibility = "hidden", ReleaseMode = "review" },
            Expected: null);
    }
}
