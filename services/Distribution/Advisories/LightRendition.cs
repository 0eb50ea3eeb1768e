using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Microsoft.Net.Http.Headers;

namespace Ceptoar.Distribution.Advisories;

/// <summary>An advisory for a thin line, a telephone or a printer: plain text, or HTML without script, picture or style; a written body is Markdown, rendered safely (<c>Accept: text/plain</c>, <c>text/html</c>).</summary>
public static class LightRendition
{
    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly string[] Offered = ["application/json", "text/html", "text/plain"];

    /// <summary>The view in the form that the caller accepts most; JSON where it does not say.</summary>
    public static IResult Answer(GetAdvisory.View view, HttpContext http)
    {
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return Wanted(http.Request.GetTypedHeaders().Accept) switch
        {
            "text/html" => TypedResults.Text(HtmlOf(view), "text/html", Encoding.UTF8),
            "text/plain" => TypedResults.Text(TextOf(view), "text/plain", Encoding.UTF8),
            _ => TypedResults.Ok(view),
        };
    }

    public static string TextOf(GetAdvisory.View view) => string.Join('\n',
        [Label(view), Heading(view), "", .. Lines(view).Select(line => line.Name.Length == 0 ? line.Value : $"{line.Name}: {line.Value}"), .. Body(view).Select(paragraph => "\n" + paragraph), "", Label(view), ""]);

    public static string HtmlOf(GetAdvisory.View view) =>
        $"""
        <!DOCTYPE html>
        <html lang="{Problems.Say("ja", "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Html.Encode(Heading(view))}</title></head>
        <body>{ArticleOf(view)}</body></html>

        """;

    /// <summary>The same without the frame of a page: level and handling first, then what it says and what to do.</summary>
    public static string ArticleOf(GetAdvisory.View view) =>
        $"""
        <p><strong>{Html.Encode(Label(view))}</strong></p>
        <h1>{Html.Encode(Heading(view))}</h1>
        {string.Join('\n', Lines(view).Select(line => $"<p>{(line.Name.Length == 0 ? "" : $"<b>{Html.Encode(line.Name)}</b>: ")}{Html.Encode(line.Value)}</p>"))}
        {view.BodyHtml ?? string.Join('\n', Body(view).Select(paragraph => $"<p>{string.Join("<br>", paragraph.Split('\n').Select(Html.Encode))}</p>"))}
        <p><strong>{Html.Encode(Label(view))}</strong></p>
        """;

    /// <summary>A rung of the ladder of receipts in words.</summary>
    public static string Standing(string receipt) => receipt switch
    {
        "confirmed" => Problems.Say("確認済み", "confirmed"),
        "cannotAct" => Problems.Say("対応不可と回答済み", "cannot act"),
        "opened" => Problems.Say("開封済み・未確認", "opened, not confirmed"),
        _ => Problems.Say("未確認", "not confirmed"),
    };

    static string[] Body(GetAdvisory.View view) => (view.Body ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    static string Label(GetAdvisory.View view) => "TLP:" + view.Tlp.Label();

    public static string Heading(GetAdvisory.View view) => $"{view.Number} {Problems.Say($"第 {view.Version} 版", $"version {view.Version}")}{(view.Title is null ? "" : " " + view.Title)}";

    // a name without value is no line
    static IEnumerable<(string Name, string Value)> Lines(GetAdvisory.View view) => new (string Name, string? Value)[]
    {
        (Problems.Say("取扱い", "Handling"), Joined(view.Handling.Select(h => Name(Taxonomy.HandlingRestrictions.Of(h))))),
        ("", view.Drill ? Problems.Say("【訓練】", "[DRILL]") : null),
        ("", view.State == Advisory.Recalled ? Problems.Say("この情報提供は撤回されました。", "This advisory was recalled.") : null),
        (Problems.Say("撤回の理由", "Reason"), view.RecallReason),
        (Problems.Say("発出", "Issued"), Time(view.IssuedAt)),
        (Problems.Say("宛先", "To"), view.Addressee),
        (Problems.Say("要旨", "Summary"), view.Summary),
        (Problems.Say("対応", "Required action"), view.RequiredAction),
        (Problems.Say("期限", "Due"), view.Due is { } due ? Time(due) : null),
        (Problems.Say("重要度", "Severity"), view.Severity is null ? null : Name(Taxonomy.Severities.Of(view.Severity))),
        (Problems.Say("緊急度", "Urgency"), view.Urgency is null ? null : Name(Taxonomy.Urgencies.Of(view.Urgency))),
        (Problems.Say("指標", "Indicators"), Joined(view.Indicators.Select(i => $"{i.Type} {i.Value}"))),
        (Problems.Say("参照", "References"), Joined(view.References)),
        (Problems.Say("添付", "Attached"), Joined(view.Attachments.Select(a => a.Name))),
    }.Concat(view.Notes.Select(n => (Name: n.By ?? "", Value: (string?)n.Text))).Where(line => !string.IsNullOrEmpty(line.Value)).Select(line => (line.Name, line.Value!));

    internal static string Name(Code code) => Problems.Say(code.Ja, code.En);

    static string Joined(IEnumerable<string> values) => string.Join(Problems.Say("、", ", "), values);

    internal static string Time(DateTimeOffset at) => Problems.Say($"{at.ToOffset(TimeSpan.FromHours(9)):yyyy年M月d日 HH:mm}（日本時間）", $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    static string? Wanted(IList<MediaTypeHeaderValue> accepted) => accepted.OrderByDescending(a => a.Quality ?? 1)
        .Select(a => Offered.FirstOrDefault(o => new MediaTypeHeaderValue(o).IsSubsetOf(a))).FirstOrDefault(o => o is not null);
}
