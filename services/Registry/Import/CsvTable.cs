using Ceptoar.Hosting.Http;
using FluentValidation;

namespace Ceptoar.Registry.Import;

/// <summary>The lines of a directory in CSV under its headings.</summary>
public sealed class CsvTable
{
    readonly Dictionary<string, int> places;

    CsvTable(string[] headings, IReadOnlyList<CsvLine> lines)
    {
        places = headings.Select((heading, place) => (heading, place)).ToDictionary(h => h.heading, h => h.place);
        Width = headings.Length;
        Lines = lines;
    }

    public int Width { get; }
    public IReadOnlyList<CsvLine> Lines { get; }

    /// <exception cref="ValidationException">The headings are not those of the directory, or there are too many lines.</exception>
    public static CsvTable Read(string csv)
    {
        var lines = CsvText.Read(csv).Take(ImportOrganisations.MaxLines + 2).ToList();
        if (lines.Count == 0 || lines[0].Fault is not null) throw Wrong("header", "先頭の行に列の名前が必要です。", "The first line must name the columns.");

        var known = DirectoryColumns.All.Select(c => c.Name).Append(DirectoryColumns.Id).ToDictionary(c => c, StringComparer.OrdinalIgnoreCase);
        var headings = new List<string>();
        for (var i = 0; i < lines[0].Cells.Length; i++)
        {
            if (!known.TryGetValue(lines[0].Cells[i].Trim(), out var heading)) throw Wrong($"header[{i}]", "列の名前は次のいずれかです: ", "A column is one of: ", string.Join(", ", known.Values));
            if (headings.Contains(heading)) throw Wrong($"header[{i}]", "同じ列が二度あります。", "The same column stands there twice.");
            headings.Add(heading);
        }

        if (!headings.Contains(DirectoryColumns.Name) && !headings.Contains(DirectoryColumns.Id)) throw Wrong("header", "name または id の列が必要です。", "There must be a column name or id.");
        if (lines.Count > ImportOrganisations.MaxLines + 1) throw Wrong("body", $"{ImportOrganisations.MaxLines} 行までです。", $"At most {ImportOrganisations.MaxLines} lines.");

        return new([.. headings], lines.GetRange(1, lines.Count - 1));
    }

    /// <summary>The cell of a column; null where the file has no such column.</summary>
    public string? Cell(CsvLine line, string column) => places.TryGetValue(column, out var place) ? CsvCell.Unguarded(line.Cells[place]) : null;

    static ValidationException Wrong(string field, string ja, string en, string more = "") => new([new(field, Problems.Say(ja, en) + more)]);
}
