using System.Globalization;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Reports;

/// <summary>Codes, times and shares as a report says them, in the caller's language.</summary>
static class ReportWords
{
    /// <summary>First in every title and on every page.</summary>
    public static string Mark => Problems.Say("【訓練】", "【訓練】[DRILL] ");

    public static string Stage(string stage) => stage switch
    {
        StageRules.Liaison => Problems.Say("所管省庁", "ministry's liaison"),
        StageRules.Secretariat => Problems.Say("セプター事務局", "CEPTOAR secretariat"),
        StageRules.Members => Problems.Say("事業者", "members"),
        StageRules.SecondHop => Problems.Say("二次展開先", "second hop"),
        StageRules.Audience => Problems.Say("直接の宛先", "reached directly"),
        _ => stage,
    };

    public static string Channel(string channel) => channel switch
    {
        "hub" => Problems.Say("ハブ", "hub"),
        "mail" => Problems.Say("メール", "mail"),
        "webhook" => "webhook",
        "sms" => "SMS",
        "telephone" => Problems.Say("電話（自動音声）", "telephone (recorded voice)"),
        "mobile" => Problems.Say("携帯メール", "mobile mail"),
        "call" => Problems.Say("人による連絡", "called by a person"),
        _ => channel,
    };

    public static string State(string state) => state switch
    {
        Drill.Planned => Problems.Say("予定", "planned"),
        Drill.Running => Problems.Say("実施中", "running"),
        Drill.Closed => Problems.Say("終了", "closed"),
        Drill.Stopped => Problems.Say("途中終了", "stopped"),
        Drill.Cancelled => Problems.Say("中止", "called off"),
        _ => state,
    };

    /// <summary>A code of <see cref="FaultRules"/>.</summary>
    public static string Fault(string code) => code switch
    {
        FaultRules.Silent => Problems.Say("最後まで確認がない", "never confirmed"),
        FaultRules.CannotAct => Problems.Say("対応不可と回答", "said that it cannot act"),
        FaultRules.NotRelayed => Problems.Say("展開されなかった", "nobody handed it on"),
        FaultRules.NotSent => Problems.Say("送られなかった", "was not sent"),
        FaultRules.NoChannel => Problems.Say("ハブ以外の連絡手段がなく、接続もしていない", "no channel but the hub, and not connected"),
        _ => Failed(code.Split(':', 3)),
    };

    public static string Outcome(Measure? measure) => measure is null ? Problems.Say("未到達", "not reached") : MeasureRules.StateOf(measure) switch
    {
        "confirmed" => Problems.Say("確認済み", "confirmed"),
        "cannotAct" => Problems.Say("対応不可", "cannot act"),
        "opened" => Problems.Say("開封済み・未確認", "opened, not confirmed"),
        "delivered" => Problems.Say("到達・未開封", "delivered, not opened"),
        "pushed" => Problems.Say("送信済み", "pushed"),
        _ => Problems.Say("送信待ち", "queued"),
    };

    public static string Percent(double? share) => share is { } s ? (s * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "–";

    /// <summary>A time that passed, as a person says it.</summary>
    public static string Passed(double? seconds)
    {
        if (seconds is not { } all) return "–";

        var span = TimeSpan.FromSeconds(Math.Round(all));
        return span.TotalHours >= 1 ? Problems.Say($"{(int)span.TotalHours}時間{span.Minutes}分", $"{(int)span.TotalHours} h {span.Minutes} min")
            : span.TotalMinutes >= 1 ? Problems.Say($"{span.Minutes}分{span.Seconds}秒", $"{span.Minutes} min {span.Seconds} s")
            : Problems.Say($"{span.Seconds}秒", $"{span.Seconds} s");
    }

    public static string Time(DateTimeOffset at) => Problems.Say($"{at.ToOffset(TimeSpan.FromHours(9)):yyyy年M月d日 HH:mm}（日本時間）", $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    static string Failed(string[] parts)
    {
        var state = (parts.Length > 1 ? parts[1] : "") switch
        {
            "refused" => Problems.Say("拒否された", "refused"),
            "bounced" => Problems.Say("戻ってきた", "came back"),
            "givenUp" => Problems.Say("届かないまま打ち切り", "given up"),
            "notReached" => Problems.Say("不通", "not reached"),
            "dropped" => Problems.Say("送らなかった", "not sent after all"),
            var other => other,
        };
        return Problems.Say($"{Channel(parts[0])}：{state}", $"{Channel(parts[0])}: {state}") + (parts.Length > 2 ? Problems.Say($"（{parts[2]}）", $" ({parts[2]})") : "");
    }
}
