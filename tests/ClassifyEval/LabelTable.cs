using System.Globalization;
using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts;

namespace Ceptoar.ClassifyEval;

/// <summary>What was expected against what was decided, for one of the two labels.</summary>
sealed class LabelTable(string name, Func<Labels, Tlp> decided, Func<(Tlp Original, Tlp Ceiling), Tlp> expected)
{
    static readonly Tlp[] Order = [.. Enum.GetValues<Tlp>().Order()];

    /// <summary>Prints the table and those that differ; the number of under-classified ones.</summary>
    public int Print(IReadOnlyList<(EvalReport Report, Labels Labels)> decisions)
    {
        var judged = decisions.Where(d => d.Report.Expected is not null).Select(d => (d.Report, d.Labels, Expected: expected(d.Report.Expected!.Value), Decided: decided(d.Labels))).ToList();

        Console.WriteLine($"\n{name}: expected (rows) and decided (columns)");
        Console.WriteLine("".PadRight(14) + string.Concat(Order.Select(t => t.Label().PadLeft(14))));
        foreach (var row in Order)
        {
            Console.WriteLine(row.Label().PadRight(14) + string.Concat(Order.Select(column => judged.Count(d => d.Expected == row && d.Decided == column).ToString(CultureInfo.InvariantCulture).PadLeft(14))));
        }

        var under = judged.Where(d => d.Decided < d.Expected).ToList();
        var over = judged.Where(d => d.Decided > d.Expected).ToList();
        Console.WriteLine($"under-classified: {under.Count} of {judged.Count}");
        foreach (var d in under) Console.WriteLine($"  {d.Report.Id}: expected {d.Expected.Label()}, decided {d.Decided.Label()} by {Rules(d.Labels, d.Decided)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"over-classified: {over.Count} of {judged.Count} ({100.0 * over.Count / Math.Max(1, judged.Count):0.0} %)"));
        foreach (var d in over) Console.WriteLine($"  {d.Report.Id}: expected {d.Expected.Label()}, decided {d.Decided.Label()} by {Rules(d.Labels, d.Decided)}");
        return under.Count;
    }

    string Rules(Labels labels, Tlp tlp) =>
        string.Join(", ", labels.Reasons.Where(r => r.Tlp == tlp && (r.Raises == LabelRules.Both || (r.Raises == LabelRules.OriginalOnly && name == "original"))).Select(r => r.Rule));
}
