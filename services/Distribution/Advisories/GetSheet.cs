using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// A sheet of A4 for the fax, as a page to be printed: label at top and bottom, number, what the label lets leave, and a box for the reply. For
/// whoever may read the advisory; of RED there is none.
/// </summary>
public static class GetSheet
{
    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/sheet", async Task<Results<ContentHttpResult, NotFound>> (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            http.Response.Headers.Vary = "Accept-Language";
            return await mediator.Send(new GetAdvisory.Query(id), ct) is { Number: not null } view && HtmlOf(view) is { } html ? TypedResults.Text(html, "text/html", Encoding.UTF8) : TypedResults.NotFound();
        })
        .Produces<string>(200, "text/html");

    /// <summary>Null where nothing of it may leave by fax.</summary>
    public static string? HtmlOf(GetAdvisory.View view)
    {
        var carried = ChannelTable.For(view.Tlp, ChannelTable.Fax, [.. view.Handling]);
        if (carried == Carried.Nothing) return null;

        var (label, drill) = ("TLP:" + view.Tlp.Label(), DrillMark.Say(view.Drill));
        var told = carried == Carried.Content && view.State != Advisory.Recalled;
        return $"""
            <!DOCTYPE html>
            <html lang="{Problems.Say("ja", "en")}"><head><meta charset="utf-8"><title>{Encode(drill + view.Number)}</title><link rel="stylesheet" href="/sheet.css"></head>
            <body>
            <p class="label">{Encode(drill + label)}</p>
            <h1>{Encode($"{view.Number} {Problems.Say($"第 {view.Version} 版", $"version {view.Version}")}")}</h1>
            {(view.State == Advisory.Recalled ? $"<p><strong>{Encode(Problems.Say("この情報提供は撤回されました。", "This advisory was recalled."))}</strong></p>" : "")}
            <table>
            {string.Join('\n', (told ? LightRendition.Around(view) : Pointer(view)).Select(line => $"<tr><th>{Encode(line.Name)}</th><td>{Encode(line.Value)}</td></tr>"))}
            </table>
            {(told ? Said(view) : $"<p>{Encode(Problems.Say("内容は FAX では送りません。ハブにサインインして読んでください。", "What it says is not sent by fax. Sign in to the hub to read it."))}</p>")}
            <section>
            <h2>{Encode(Problems.Say("返信欄", "Reply"))}</h2>
            <p>☐ {Encode(Problems.Say("確認しました", "We have read this"))}</p>
            <p>{Encode(Problems.Say("組織", "Organisation"))}: ____________________________</p>
            <p>{Encode(Problems.Say("氏名", "Name"))}: ____________________________</p>
            <p>{Encode(Problems.Say("日時", "Date and time"))}: ____________________________</p>
            </section>
            <p class="label">{Encode(drill + label)}</p>
            </body></html>

            """;
    }

    static string Said(GetAdvisory.View view) =>
        $"""
        <h2>{Encode(view.Title)}</h2>
        {Paragraphs(view.Summary)}
        {(string.IsNullOrWhiteSpace(view.RequiredAction) ? "" : $"<h3>{Encode(Problems.Say("対応", "Required action"))}</h3>{Paragraphs(view.RequiredAction)}")}
        {view.BodyHtml ?? Paragraphs(view.Body)}
        {(string.IsNullOrWhiteSpace(view.Lessons) ? "" : $"<h3>{Encode(LightRendition.Lessons)}</h3>{Paragraphs(view.Lessons)}")}
        """;

    /// <summary>What a label that keeps the content in the hub lets leave.</summary>
    static IEnumerable<(string Name, string Value)> Pointer(GetAdvisory.View view)
    {
        yield return (Problems.Say("発出", "Issued"), LightRendition.Time(view.IssuedAt));
        yield return (Problems.Say("重要度", "Severity"), view.Severity is null ? "" : LightRendition.Name(Taxonomy.Severities.Of(view.Severity)));
        yield return (Problems.Say("緊急度", "Urgency"), view.Urgency is null ? "" : LightRendition.Name(Taxonomy.Urgencies.Of(view.Urgency)));
    }

    static string Paragraphs(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{string.Join("<br>", p.Split('\n').Select(Encode))}</p>"));

    static string Encode(string? text) => LightPage.Encode(text);
}
