using System.Text;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Text;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Drills.Reports;

/// <summary>The forms of a report: JSON, CSV for a spreadsheet, and a page for the printer, both to be kept as files.</summary>
public static class ReportFormat
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Html = "html";

    /// <summary>What <c>?format=</c> asks for; JSON unless told.</summary>
    /// <exception cref="ValidationException">Another format is asked for.</exception>
    public static string Of(string? format) => format switch
    {
        null or Json => Json,
        Csv or Html => format,
        _ => throw new ValidationException([new("format", Problems.Say("json、csv、html のいずれかを指定してください。", "Must be json, csv or html."))]),
    };

    /// <summary>A report in the form that was asked for. A page goes as a file: shown from the hub's own address it would have to do without its style (Content-Security-Policy).</summary>
    public static Results<Ok<TView>, FileContentHttpResult, NotFound> Answer<TView>(
        HttpContext http, string format, TView view, Func<IEnumerable<IEnumerable<string>>> rows, Func<TView, string> page, string name) => format switch
        {
            Csv => File(http, CsvSheet.Of(rows()), CsvSheet.MediaType, name + ".csv"),
            Html => File(http, Encoding.UTF8.GetBytes(page(view)), "text/html", name + ".html"),
            _ => TypedResults.Ok(view),
        };

    static FileContentHttpResult File(HttpContext http, byte[] bytes, string mediaType, string name)
    {
        http.Response.Headers.Vary = "Accept-Language";
        return TypedResults.File(bytes, mediaType + "; charset=utf-8", name);
    }
}
