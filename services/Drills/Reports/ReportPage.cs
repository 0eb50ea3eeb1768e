using System.Globalization;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Reports;

/// <summary>A report as one page that needs nothing else, for the screen and for A4: the mark first, figures alone, no name of a participant, no script.</summary>
static class ReportPage
{
    // curly braces in here would be placeholders of a text that is put together
    const string Style = """
        @page{size:A4;margin:15mm}body{font:10pt/1.5 sans-serif;color:#111;max-width:180mm;margin:0 auto;padding:4mm}
        h1{font-size:15pt;margin:0 0 3mm}h2{font-size:12pt;margin:6mm 0 2mm;break-after:avoid}table{border-collapse:collapse;font-size:9pt;width:100%;margin:0 0 3mm}
        th,td{border:1px solid #999;padding:1mm 1.4mm;text-align:left;vertical-align:top;word-break:keep-all;overflow-wrap:break-word}td.n{text-align:right}thead th{background:#eee}tr,svg{break-inside:avoid}
        .mark{font-weight:bold;color:#900;border:2px solid #900;padding:1mm 3mm;display:inline-block}
        """;

    public static string Of(GetDrillReport.View view)
    {
        var drill = view.Drill;
        return Page(Problems.Say($"{drill.Year}年度 {drill.CeptoarName} 訓練結果報告", $"Drill report {drill.Year}: {drill.CeptoarName}"), drill.Tlp,
            Facts(drill), Summary(view.Figures), Stages(view.Figures), Channels(view.Figures), Faults(view.Figures), Years(view), Survey(view.Survey));
    }

    public static string Of(GetCampaignReport.View view) => Page(
        Problems.Say($"{view.Campaign.Year}年度 {view.Campaign.Title} 結果報告", $"Report of the drills {view.Campaign.Year}: {view.Campaign.Title}"),
        view.Drills.Select(d => d.Drill.Tlp).DefaultIfEmpty(Tlp.Clear).Max(),
        Paragraphs(view.Campaign.Aims), Summary(view.Figures), Ceptoars(view), Stages(view.Figures), Channels(view.Figures), Faults(view.Figures), Years(view), Survey(view.Survey));

    static string Page(string title, Tlp tlp, params string[] parts) =>
        $"""
        <!DOCTYPE html>
        <html lang="{Problems.Say("ja", "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(ReportWords.Mark + title)}</title>
        <style>{Style}</style></head>
        <body>
        <p class="mark">{Encode(ReportWords.Mark.Trim())} TLP:{Encode(tlp.Label())}</p>
        <h1>{Encode(ReportWords.Mark + title)}</h1>
        {string.Join('\n', parts.Where(p => p.Length > 0))}
        <p class="mark">{Encode(ReportWords.Mark.Trim())} TLP:{Encode(tlp.Label())}</p>
        </body></html>

        """;

    static string Facts(ReportedDrill drill) => $"<table><tbody>{string.Concat(new[]
    {
        (Problems.Say("訓練", "Campaign"), drill.Title),
        (Problems.Say("状態", "State"), ReportWords.State(drill.State) + (drill.StopReason is null ? "" : Problems.Say("：", ": ") + drill.StopReason)),
        (Problems.Say("開始", "Began"), drill.StartedAt is { } began ? ReportWords.Time(began) : "–"),
        (Problems.Say("終了", "Ended"), drill.EndedAt is { } ended ? ReportWords.Time(ended) : "–"),
        (Problems.Say("方式", "Way"), Way(drill)),
        (Problems.Say("使わなかった手段", "Channels left out"), drill.ChannelsOff.Count == 0 ? Problems.Say("なし", "none") : Joined(drill.ChannelsOff.Select(ReportWords.Channel))),
    }.Select(f => $"<tr><th>{Encode(f.Item1)}</th><td>{Encode(f.Item2)}</td></tr>"))}</tbody></table>";

    static string Way(ReportedDrill drill) => Joined(new[]
    {
        drill.Announced ? Problems.Say("日時を通知", "announced") : Problems.Say("抜き打ち", "unannounced"),
        drill.TwoWay ? Problems.Say("双方向", "two-way") : Problems.Say("一方向", "one-way"),
        drill.Pace == 1 ? "" : Problems.Say($"{drill.Pace} 倍速（時間は実時間に換算）", $"{drill.Pace} times as fast as life (times are put back to life's)"),
    }.Where(w => w.Length > 0));

    static string Summary(DrillFigures figures) => Table(
        Problems.Say("到達の状況", "How far it got"),
        [Problems.Say("参加", "Participants"), Problems.Say("発出", "Queued"), Problems.Say("送信", "Pushed"), Problems.Say("到達", "Delivered"), Problems.Say("開封", "Opened"), Problems.Say("確認", "Confirmed"), Problems.Say("対応不可", "Cannot act"), Problems.Say("回答", "Answered")],
        [[Number(figures.Participants), Number(figures.Queued), Number(figures.Pushed), Number(figures.Delivered), Number(figures.Opened), Number(figures.Confirmed), Number(figures.CannotAct), Number(figures.Answered)]]);

    static string Stages(DrillFigures figures) =>
        Table(
            Problems.Say("段階ごとの疎通確認率と到達時間", "Confirmation rate and reach times by stage"),
            [Problems.Say("段階", "Stage"), Problems.Say("宛先", "Recipients"), Problems.Say("確認", "Confirmed"), Problems.Say("疎通確認率", "Rate"), Problems.Say("10分", "10 min"), Problems.Say("30分", "30 min"), Problems.Say("1時間", "1 h"), Problems.Say("2時間", "2 h"), Problems.Say("中央値", "Median"), "90 %", Problems.Say("展開", "Relaying")],
            figures.Stages.Select(s => (string[])
            [
                ReportWords.Stage(s.Hop), Number(s.Recipients), Number(s.Confirmed), ReportWords.Percent(s.Rate), ReportWords.Percent(s.Reach.Within10Min), ReportWords.Percent(s.Reach.Within30Min),
                ReportWords.Percent(s.Reach.Within1H), ReportWords.Percent(s.Reach.Within2H), ReportWords.Passed(s.Reach.P50), ReportWords.Passed(s.Reach.P90), ReportWords.Passed(s.RelaySeconds),
            ]))
        + ReachChart.Of(figures.Stages.Select(s => (ReportWords.Stage(s.Hop), s.Reach.Curve)), Problems.Say("訓練開始からの時間と、確認した宛先の割合（段階ごと）", "Share of the recipients that confirmed over the time since the drill began, by stage"));

    static string Ceptoars(GetCampaignReport.View view) => Table(
        Problems.Say("セプターごとの結果", "By CEPTOAR"),
        [Problems.Say("セプター", "CEPTOAR"), Problems.Say("状態", "State"), Problems.Say("開始", "Began"), Problems.Say("参加", "Participants"), Problems.Say("確認", "Confirmed"), Problems.Say("確認の割合", "Share"), Problems.Say("事業者の中央値", "Median, members")],
        view.Drills.Select(d => (string[])
        [
            d.Drill.CeptoarName, ReportWords.State(d.Drill.State), d.Drill.StartedAt is { } began ? ReportWords.Time(began) : "–", d.Figures is null ? "–" : Number(d.Figures.Participants), d.Figures is null ? "–" : Number(d.Figures.Confirmed),
            ReportWords.Percent(d.Figures is { Participants: > 0 } f ? (double)f.Confirmed / f.Participants : null), ReportWords.Passed(d.Figures?.Stages.FirstOrDefault(s => s.Hop == Measures.StageRules.Members)?.Reach.P50),
        ]));

    static string Channels(DrillFigures figures) => figures.Channels.Length == 0 ? "" : Table(
        Problems.Say("連絡手段", "Channels"), [Problems.Say("手段", "Channel"), Problems.Say("試みた宛先", "Tried with"), Problems.Say("送れた宛先", "Went out to"), Problems.Say("その後に確認", "Confirmed after it")],
        figures.Channels.Select(c => (string[])[ReportWords.Channel(c.Channel), Number(c.Tried), Number(c.Sent), Number(c.Confirmed)]));

    static string Faults(DrillFigures figures) => figures.Faults.Length == 0 ? "" : Table(
        Problems.Say("不具合の原因", "Faults by cause"), [Problems.Say("原因", "Cause"), Problems.Say("コード", "Code"), Problems.Say("宛先", "Recipients")],
        figures.Faults.Select(f => (string[])[ReportWords.Fault(f.Code), f.Code, Number(f.Count)]));

    static string Years(GetDrillReport.View view) => view.Earlier.Count == 0 ? "" : Table(
        Problems.Say("過年度との比較", "Compared with earlier years"),
        [Problems.Say("年度", "Year"), Problems.Say("参加", "Participants"), Problems.Say("確認", "Confirmed"), .. Measures.StageRules.All.Where(s => s != Measures.StageRules.Audience).Select(s => ReportWords.Stage(s)), Problems.Say("事業者・2時間以内", "Members within 2 h"), Problems.Say("事業者の中央値", "Median, members")],
        view.Earlier.Select(e => (e.Year, e.Figures)).Prepend((view.Drill.Year, view.Figures)).Select(y => (string[])
        [
            Number(y.Year), Number(y.Figures.Participants), Number(y.Figures.Confirmed), .. Measures.StageRules.All.Where(s => s != Measures.StageRules.Audience).Select(s => ReportWords.Percent(Stage(y.Figures, s)?.Rate)),
            ReportWords.Percent(Stage(y.Figures, Measures.StageRules.Members)?.Reach.Within2H), ReportWords.Passed(Stage(y.Figures, Measures.StageRules.Members)?.Reach.P50),
        ]));

    static string Years(GetCampaignReport.View view) => view.Earlier.Count == 0 ? "" : Table(
        Problems.Say("過年度との比較", "Compared with earlier years"), [Problems.Say("年度", "Year"), Problems.Say("訓練", "Campaign"), Problems.Say("セプター", "CEPTOARs"), Problems.Say("参加", "Participants"), Problems.Say("確認", "Confirmed"), Problems.Say("確認の割合", "Share")],
        view.Earlier.Select(e => (string[])[Number(e.Year), e.Title, Number(e.Drills), Number(e.Participants), Number(e.Confirmed), ReportWords.Percent(e.Rate)]));

    static string Survey(SurveyFigures survey) => Sheet(Problems.Say("自己点検", "Self-check"), survey.SelfCheck) + Sheet(Problems.Say("調査票", "Survey"), survey.Survey);

    static string Sheet(string name, SheetFigures? sheet) => sheet is not { Answers: > 0 } ? "" :
        $"<h2>{Encode(Problems.Say($"{name}（{sheet.Answers} 組織）", $"{name} ({sheet.Answers} organisations)"))}</h2>" + string.Concat(sheet.Questions.Select(q =>
            $"<h3>{Encode(Problems.Say(q.TextJa, q.TextEn))} ({Number(q.Answered)})</h3>"
            + (q.Options.Count == 0 ? "" : $"<ul>{string.Concat(q.Options.Select(o => $"<li>{Encode(Problems.Say(o.TextJa, o.TextEn))}: {Number(o.Count)}</li>"))}</ul>")
            + (q.Median is { } median ? $"<p>{Encode(Problems.Say("中央値", "Median"))}: {median.ToString(CultureInfo.InvariantCulture)}</p>" : "")
            + (q.Texts.Count == 0 ? "" : $"<ul>{string.Concat(q.Texts.Select(t => $"<li>{Lines(t)}</li>"))}</ul>")));

    static StageFigures? Stage(DrillFigures figures, string stage) => figures.Stages.FirstOrDefault(s => s.Hop == stage);

    /// <summary>The first cell of a row names it.</summary>
    static string Table(string title, string[] heads, IEnumerable<string[]> rows) =>
        $"<h2>{Encode(title)}</h2>\n<table><thead><tr>{string.Concat(heads.Select(h => $"<th>{Encode(h)}</th>"))}</tr></thead><tbody>\n"
        + string.Concat(rows.Select(cells => $"<tr>{string.Concat(cells.Select((c, i) => i == 0 ? $"<th>{Encode(c)}</th>" : $"<td class=\"n\">{Encode(c)}</td>"))}</tr>\n")) + "</tbody></table>\n";

    static string Paragraphs(string text) => string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{Lines(p)}</p>"));

    static string Lines(string text) => string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Encode));

    static string Joined(IEnumerable<string> values) => string.Join(Problems.Say("、", ", "), values);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Encode(string? text) => LightPage.Encode(text);
}
