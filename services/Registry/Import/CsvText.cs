using System.Text;

namespace Ceptoar.Registry.Import;

/// <summary>A record of a CSV text.</summary>
/// <param name="Number">The line it begins in, from 1.</param>
/// <param name="Cells">Its cells; empty where it is faulty.</param>
/// <param name="Fault">openQuote or strayQuote; null where it can be read.</param>
public record CsvLine(int Number, string[] Cells, string? Fault);

/// <summary>
/// CSV (RFC 4180), written and read. One whose quotes are wrong is told by its line, and reading goes on in the next; a library
/// would take the rest of the file for one cell.
/// </summary>
public static class CsvText
{
    const int LongestCell = 32_000;

    /// <summary>So many faults, and the rest of the file is not worth reading.</summary>
    public const int MostFaults = 100;

    /// <summary>The records of a text; lines without any character are none.</summary>
    public static IEnumerable<CsvLine> Read(string text)
    {
        var (place, number, faults) = (0, 1, 0);
        while (place < text.Length && faults < MostFaults)
        {
            if (text[place] is '\r' or '\n')
            {
                place = AfterLineEnd(text, place);
                number++;
                continue;
            }

            var (start, line) = (place, number);
            var cells = new List<string>();
            if (ReadCells(text, ref place, cells) is { } fault)
            {
                faults++;
                place = text.AsSpan(start).IndexOfAny('\r', '\n') is var end && end < 0 ? text.Length : AfterLineEnd(text, start + end);
                number++;
                yield return new(line, [], fault);
                continue;
            }

            number += LineEnds(text.AsSpan(start, place - start));
            yield return new(line, [.. cells], Fault: null);
        }
    }

    /// <summary>One record with its line end.</summary>
    public static string Write(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || cell is [' ', ..] or [.., ' '] ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    static string? ReadCells(string text, ref int place, List<string> cells)
    {
        while (true)
        {
            if (place < text.Length && text[place] == '"')
            {
                if (ReadQuoted(text, ref place, cells) is { } fault) return fault;
            }
            else
            {
                var length = text.AsSpan(place).IndexOfAny(',', '\r', '\n') is var end && end < 0 ? text.Length - place : end;
                var cell = text.Substring(place, length);
                if (cell.Contains('"', StringComparison.Ordinal)) return "strayQuote";

                cells.Add(cell);
                place += length;
            }

            if (place == text.Length) return null;
            if (text[place] != ',')
            {
                place = AfterLineEnd(text, place);
                return null;
            }

            place++;
        }
    }

    static string? ReadQuoted(string text, ref int place, List<string> cells)
    {
        var cell = new StringBuilder();
        for (place++; place < text.Length && cell.Length <= LongestCell; place++)
        {
            if (text[place] != '"')
            {
                cell.Append(text[place]);
                continue;
            }

            if (place + 1 < text.Length && text[place + 1] == '"')
            {
                cell.Append('"');
                place++;
                continue;
            }

            place++;
            if (place < text.Length && text[place] is not (',' or '\r' or '\n')) return "strayQuote";

            cells.Add(cell.ToString());
            return null;
        }

        return "openQuote";
    }

    static int AfterLineEnd(string text, int place) => text[place] == '\r' && place + 1 < text.Length && text[place + 1] == '\n' ? place + 2 : place + 1;

    static int LineEnds(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) count++;
        }

        return count;
    }
}

/// <summary>What stands in a cell: several values, and nothing that a spreadsheet takes for a formula.</summary>
public static class CsvCell
{
    /// <summary>Several values, <c>;</c> between them; a <c>;</c> or <c>\</c> within one has a <c>\</c> before it.</summary>
    public static string Join(IEnumerable<string> values) => string.Join(';', values.Select(v => v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)));

    /// <summary>The values of a cell, without blanks around them; empty ones do not count.</summary>
    public static string[] Split(string cell)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length && cell[i + 1] is ';' or '\\') value.Append(cell[++i]);
            else if (cell[i] == ';') Take();
            else value.Append(cell[i]);
        }

        Take();
        return [.. values];

        void Take()
        {
            if (value.ToString().Trim() is { Length: > 0 } found) values.Add(found);
            value.Clear();
        }
    }

    /// <summary>The cell as it is exported: a <c>'</c> goes before what a spreadsheet would compute.</summary>
    public static string Guarded(string cell) => Computes(cell) ? "'" + cell : cell;

    /// <summary>The cell as it was before it was guarded.</summary>
    public static string Unguarded(string cell) => cell is ['\'', .. var rest] && Computes(rest) ? rest : cell;

    static bool Computes(string cell) => cell.TrimStart('\'') is ['=' or '+' or '-' or '@', ..];
}
