using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;
using Microsoft.Extensions.Options;
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
        var whole = WholeAt(view.Id);
        var official = http.RequestServices.GetRequiredService<IOptions<DistributionSettings>>().Value.PublicUrl.TrimEnd('/');
        var link = (official.Length > 0 ? official : $"{http.Request.Scheme}://{http.Request.Host}") + whole;
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return Wanted(http.Request.GetTypedHeaders().Accept) switch
        {
            "text/html" => TypedResults.Text(HtmlOf(view, whole), "text/html", Encoding.UTF8),
            "text/plain" => TypedResults.Text(TextOf(view, link), "text/plain", Encoding.UTF8),
            _ => TypedResults.Ok(view),
        };
    }

    /// <summary>Bytes of UTF-8 that plain text stays below: what a thin line carries in a moment.</summary>
    public const int MostText = 4_000;

    /// <summary>Bytes of UTF-8 that a page stays below: what a server sends before it waits for the first answer of the line.</summary>
    public const int MostHtml = 14_000;

    /// <summary>Of the page without script: what frame, links and forms may take of <see cref="MostHtml"/>.</summary>
    const int AroundArticle = 4_000;

    /// <summary>Where all of it is shown on one page without script.</summary>
    public static string WholeAt(Guid id) => $"{LightPage.Path}/advisories/{id}?{WholeKey}=1";

    public const string WholeKey = "whole";

    /// <summary>What is longer than <see cref="MostText"/> ends at a paragraph, with the link to the rest.</summary>
    /// <param name="view">The advisory.</param>
    /// <param name="link">Where the rest is.</param>
    public static string TextOf(GetAdvisory.View view, string link) => Fitted(view, MostText, 200, (shown, cut) => TextOf(shown, cut ? link : null, cut));

    /// <inheritdoc cref="TextOf(GetAdvisory.View, string)"/>
    public static string HtmlOf(GetAdvisory.View view, string link) => Fitted(view, MostHtml, 1_000, (shown, cut) => PageOf(shown, cut ? link : null));

    /// <summary>The same without the frame of a page: level and handling first, then what it says and what to do; all of it, or as much as a page has room for.</summary>
    public static string ArticleOf(GetAdvisory.View view, string? link) =>
        link is null ? ArticleOf(view, link: null, cut: false) : Fitted(view, MostHtml - AroundArticle, 1_000, (shown, cut) => ArticleOf(shown, cut ? link : null, cut));

    static string TextOf(GetAdvisory.View view, string? link, bool cut) => string.Join('\n',
        [Label(view), Heading(view), "", .. Lines(view).Select(line => line.Name.Length == 0 ? line.Value : $"{line.Name}: {line.Value}"), .. Body(view).Select(paragraph => "\n" + paragraph), .. view.Lessons is { Length: > 0 } lessons ? ["", $"{Lessons}: {lessons}"] : Array.Empty<string>(), .. cut ? ["", More, link!] : Array.Empty<string>(), "", Label(view), ""]);

    static string PageOf(GetAdvisory.View view, string? link) =>
        $"""
        <!DOCTYPE html>
        <html lang="{Problems.Say("ja", "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Html.Encode(Heading(view))}</title></head>
        <body>{ArticleOf(view, link, link is not null)}</body></html>

        """;

    static string ArticleOf(GetAdvisory.View view, string? link, bool cut) =>
        $"""
        <p><strong>{Html.Encode(Label(view))}</strong></p>
        <h1>{Html.Encode(Heading(view))}</h1>
        {string.Join('\n', Lines(view).Select(line => $"<p>{(line.Name.Length == 0 ? "" : $"<b>{Html.Encode(line.Name)}</b>: ")}{Html.Encode(line.Value)}</p>"))}
        {view.BodyHtml ?? string.Join('\n', Body(view).Select(paragraph => $"<p>{string.Join("<br>", paragraph.Split('\n').Select(Html.Encode))}</p>"))}
        {(view.Lessons is { Length: > 0 } lessons ? $"<p><b>{Html.Encode(Lessons)}</b>: {string.Join("<br>", lessons.ReplaceLineEndings("\n").Split('\n').Select(Html.Encode))}</p>" : "")}
        {(cut ? $"<p><a href=\"{Html.Encode(link!)}\">{Html.Encode(More)}</a></p>" : "")}
        <p><strong>{Html.Encode(Label(view))}</strong></p>
        """;

    internal static string Lessons => Problems.Say("教訓", "Lessons");

    const string More = "(続きはハブで / more in the hub)";

    /// <summary>
    /// The whole where it fits. Else as much as fits: of each line its beginning, then lines, then paragraphs, in their order; a paragraph that is
    /// too long for any page is cut in itself.
    /// </summary>
    /// <param name="view">All of it.</param>
    /// <param name="most">Bytes of UTF-8.</param>
    /// <param name="longestLine">Characters of a line, where not all fits.</param>
    /// <param name="render">Writes what is shown, and where it is cut that there is more.</param>
    static string Fitted(GetAdvisory.View view, int most, int longestLine, Func<GetAdvisory.View, bool, string> render)
    {
        var whole = render(view, false);
        if (Encoding.UTF8.GetByteCount(whole) < most) return whole;

        var lines = Shorter(view, longestLine);
        var body = (view.Body ?? "").ReplaceLineEndings("\n");
        var places = Places(body).TakeWhile(p => p <= most).ToArray();
        var steps = lines.Count - 1 + places.Length;
        var (fits, tooMuch) = (0, steps + 1);
        while (tooMuch - fits > 1)
        {
            var middle = (fits + tooMuch) / 2;
            if (Encoding.UTF8.GetByteCount(render(Upto(middle), true)) < most) fits = middle;
            else tooMuch = middle;
        }

        return render(Upto(fits), true);

        // first one line after the other, then the body, which begins to be shown when all lines are
        GetAdvisory.View Upto(int step)
        {
            var shown = lines[Math.Min(step, lines.Count - 1)];
            var text = step < lines.Count ? "" : body[..places[step - lines.Count]];
            return shown with { Body = text, BodyHtml = view.BodyHtml is null ? null : MarkdownText.ToHtml(text) };
        }
    }

    /// <summary>The view with none of its fields but the first, with two, and so on up to all, each cut to a length.</summary>
    static List<GetAdvisory.View> Shorter(GetAdvisory.View view, int longest)
    {
        string? To(string? text) => text is null ? null : Cut.To(text, longest);

        var bare = view with
        {
            Title = To(view.Title),
            Summary = null,
            RequiredAction = null,
            Addressee = null,
            Indicators = [],
            References = [],
            Vulnerabilities = [],
            Lessons = null,
            Attachments = [],
            Notes = [],
            RecallReason = To(view.RecallReason),
            Body = "",
            BodyHtml = null,
        };
        var all = new List<GetAdvisory.View> { bare };
        void Then(Func<GetAdvisory.View, GetAdvisory.View> more) => all.Add(more(all[^1]));

        Then(v => v with { RequiredAction = To(view.RequiredAction) });
        Then(v => v with { Summary = To(view.Summary) });
        Then(v => v with { Addressee = To(view.Addressee) });
        for (var n = 1; n <= Math.Min(view.Notes.Count, 2); n++) Then(v => v with { Notes = [.. view.Notes.Take(n).Select(note => note with { Text = To(note.Text)! })] });
        for (var n = 5; n < view.Indicators.Count + 5 && n <= 20; n += 5) Then(v => v with { Indicators = [.. view.Indicators.Take(n).Where(i => i.Value.Length <= longest)] });
        Then(v => v with { References = [.. view.References.Take(5).Where(r => r.Length <= longest)] });
        Then(v => v with { Vulnerabilities = [.. view.Vulnerabilities.Take(5)] });
        Then(v => v with { Attachments = [.. view.Attachments.Take(5)] });
        Then(v => v with { Lessons = To(view.Lessons) });
        return all;
    }

    /// <summary>Where a text may be cut: behind its paragraphs, and in one that is very long behind each few hundred characters.</summary>
    static IEnumerable<int> Places(string text)
    {
        const int Long = 1_200, Piece = 200;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var blank ? blank : text.Length;
            if (end - start > Long)
            {
                for (var place = start + Piece; place < end; place += Piece) yield return Cut.Boundary(text, place);
            }

            yield return end;
            start = end + 2;
        }
    }

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

    /// <summary>Number, version and title, behind the mark of a drill.</summary>
    public static string Heading(GetAdvisory.View view) =>
        $"{DrillMark.Say(view.Drill)}{view.Number} {Problems.Say($"第 {view.Version} 版", $"version {view.Version}")}{(view.Title is null ? "" : " " + DrillMark.Bare(view.Drill, view.Title))}";

    // a name without value is no line
    static IEnumerable<(string Name, string Value)> Lines(GetAdvisory.View view) => Filled(
    [
        .. From(view),
        ("", view.State == Advisory.Recalled ? Problems.Say("この情報提供は撤回されました。", "This advisory was recalled.") : null),
        (Problems.Say("撤回の理由", "Reason"), view.RecallReason),
        (Problems.Say("要旨", "Summary"), view.Summary),
        (Problems.Say("対応", "Required action"), view.RequiredAction),
        .. About(view),
        .. view.Notes.Select(n => (n.By ?? "", (string?)n.Text)),
    ]);

    /// <summary>What it is besides its text, line by line: from whom to whom, how urgent, what it rests on and what goes with it.</summary>
    internal static IEnumerable<(string Name, string Value)> Around(GetAdvisory.View view) => Filled([.. From(view), .. About(view)]);

    static IEnumerable<(string Name, string Value)> Filled((string Name, string? Value)[] lines) => lines.Where(line => !string.IsNullOrEmpty(line.Value)).Select(line => (line.Name, line.Value!));

    static (string Name, string? Value)[] From(GetAdvisory.View view) =>
    [
        (Problems.Say("取扱い", "Handling"), Joined(view.Handling.Select(h => Name(Taxonomy.HandlingRestrictions.Of(h))))),
        (Problems.Say("発信元", "Issuer"), view.Issuer),
        (Problems.Say("発出", "Issued"), Time(view.IssuedAt)),
        (Problems.Say("宛先", "To"), view.Addressee),
    ];

    static (string Name, string? Value)[] About(GetAdvisory.View view) =>
    [
        (Problems.Say("期限", "Due"), view.Due is { } due ? Time(due) : null),
        (Problems.Say("有効期限", "Expires"), view.ExpiresAt is { } expires ? Time(expires) : null),
        (Problems.Say("種別", "Kind"), view.Kind is null ? null : Name(Template.NameOf(view.Kind))),
        (Problems.Say("重要度", "Severity"), view.Severity is null ? null : Name(Taxonomy.Severities.Of(view.Severity))),
        (Problems.Say("緊急度", "Urgency"), view.Urgency is null ? null : Name(Taxonomy.Urgencies.Of(view.Urgency))),
        (Problems.Say("目的", "Purpose"), view.Purpose is null ? null : Name(Taxonomy.Purposes.Of(view.Purpose))),
        (Problems.Say("分野", "Sector"), view.Sector is null ? null : Name(Sectors.All.Of(view.Sector))),
        (Problems.Say("情報の出所", "Origin"), view.Origin is null ? null : Name(Taxonomy.Origins.Of(view.Origin))),
        (Problems.Say("指標", "Indicators"), Joined(view.Indicators.Select(i => $"{i.Type} {i.Value}"))),
        (Problems.Say("参照", "References"), Joined(view.References)),
        ("CVSS", Joined(view.Vulnerabilities.Select(v => Cvss.Say(v.Cve, v.CvssVector, v.CvssScore)))),
        (Problems.Say("添付", "Attached"), Joined(view.Attachments.Select(a => a.Name))),
    ];

    internal static string Name(Code code) => Problems.Say(code.Ja, code.En);

    static string Joined(IEnumerable<string> values) => string.Join(Problems.Say("、", ", "), values);

    internal static string Time(DateTimeOffset at) => Problems.Say($"{at.ToOffset(TimeSpan.FromHours(9)):yyyy年M月d日 HH:mm}（日本時間）", $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    static string? Wanted(IList<MediaTypeHeaderValue> accepted) => accepted.OrderByDescending(a => a.Quality ?? 1)
        .Select(a => Offered.FirstOrDefault(o => new MediaTypeHeaderValue(o).IsSubsetOf(a))).FirstOrDefault(o => o is not null);
}
