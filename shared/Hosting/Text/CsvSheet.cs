using System.Text;

namespace Ceptoar.Hosting.Text;

/// <summary>CSV (RFC 4180) for a spreadsheet: UTF-8 with its mark, and no cell that a spreadsheet would calculate.</summary>
public static class CsvSheet
{
    public const string MediaType = "text/csv";

    public static byte[] Of(IEnumerable<IEnumerable<string>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(cells => string.Join(',', cells.Select(Cell)) + "\r\n")))];

    /// <summary>Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
