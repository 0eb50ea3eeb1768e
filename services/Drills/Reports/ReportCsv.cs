using System.Globalization;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Reports;

/// <summary>
/// A report as rows of one table, told apart by their first cell: a row a stage, a row a fault, and, for those who may know, a row a participant.
/// Codes as in the API, times in UTC, durations in seconds of life.
/// </summary>
static class ReportCsv
{
    const string Utc = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>What only rows of participants have.</summary>
    static readonly string[] NoTimes = ["", "", "", "", "", "", "", "", "", ""];

    public static IEnumerable<string[]> Of(GetDrillReport.Report report) => [Heads, .. Rows(report.View.Drill.Ceptoar, report.View.Figures), .. Rows(report.View.Drill.Ceptoar, report.Named ?? [])];

    /// <summary>All drills together first, with an empty code of a CEPTOAR.</summary>
    public static IEnumerable<string[]> Of(GetCampaignReport.Report report) =>
    [
        Heads, .. Rows("", report.View.Figures),
        .. report.View.Drills.Where(d => d.Figures is not null).SelectMany(d => Rows(d.Drill.Ceptoar, d.Figures!)),
        .. report.View.Drills.Where(d => report.Named.ContainsKey(d.Drill.Id)).SelectMany(d => Rows(d.Drill.Ceptoar, report.Named[d.Drill.Id])),
    ];

    static string[] Heads =>
    [
        ReportWords.Mark.Trim(), Problems.Say("セプター", "ceptoar"), Problems.Say("段階・原因・組織", "stage, fault or organisation"), Problems.Say("件数", "count"),
        Problems.Say("到達", "delivered"), Problems.Say("開封", "opened"), Problems.Say("確認", "confirmed"), Problems.Say("対応不可", "cannot act"), Problems.Say("回答", "answered"), Problems.Say("疎通確認率", "confirmation rate"),
        Problems.Say("10分以内", "within 10 min"), Problems.Say("30分以内", "within 30 min"), Problems.Say("1時間以内", "within 1 h"), Problems.Say("2時間以内", "within 2 h"),
        Problems.Say("確認50%（秒）", "p50 s"), Problems.Say("確認90%（秒）", "p90 s"), Problems.Say("確認99%（秒）", "p99 s"), Problems.Say("展開に要した時間（秒）", "relay s"),
        Problems.Say("組織の段階", "stage of organisation"), Problems.Say("状況", "state"), Problems.Say("発出時刻", "queued at"), Problems.Say("配信時刻", "pushed at"), Problems.Say("到達時刻", "delivered at"), Problems.Say("開封時刻", "opened at"),
        Problems.Say("確認時刻", "confirmed at"), Problems.Say("対応不可時刻", "cannot act at"), Problems.Say("回答時刻", "answered at"), Problems.Say("試みた手段", "tried"),
    ];

    static IEnumerable<string[]> Rows(string ceptoar, DrillFigures figures) =>
    [
        .. figures.Stages.Select(s => (string[])
        [
            Problems.Say("段階", "stage"), ceptoar, s.Hop, Number(s.Recipients), Number(s.Delivered), Number(s.Opened), Number(s.Confirmed), Number(s.CannotAct), Number(s.Answered), Number(s.Rate),
            Number(s.Reach.Within10Min), Number(s.Reach.Within30Min), Number(s.Reach.Within1H), Number(s.Reach.Within2H), Number(s.Reach.P50), Number(s.Reach.P90), Number(s.Reach.P99), Number(s.RelaySeconds), .. NoTimes,
        ]),
        .. figures.Faults.Select(f => (string[])[Problems.Say("不具合", "fault"), ceptoar, f.Code, Number(f.Count), "", "", "", "", "", "", "", "", "", "", "", "", "", "", .. NoTimes]),
    ];

    static IEnumerable<string[]> Rows(string ceptoar, IReadOnlyList<NamedMeasure> named) => named.Select(n => (string[])
    [
        Problems.Say("組織", "organisation"), ceptoar, n.Name, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
        n.Stage, ReportWords.Outcome(n.Measure), Time(n.Measure?.QueuedAt), Time(n.Measure?.PushedAt), Time(n.Measure?.DeliveredAt), Time(n.Measure?.OpenedAt), Time(n.Measure?.ConfirmedAt), Time(n.Measure?.CannotActAt), Time(n.Measure?.AnsweredAt),
        string.Join("; ", n.Measure?.Tried.Select(t => t.Cause is null ? $"{t.Channel}:{t.State}" : $"{t.Channel}:{t.State}:{t.Cause}") ?? []),
    ]);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Number(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture) ?? "";
}
