using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ceptoar.AnonymiseEval;

/// <summary>A labelled text of the corpus.</summary>
public sealed record Label(string Text, string Type, bool Core = false);

/// <summary>A labelled report of the corpus with what was made of it.</summary>
public sealed record Scored(string Id, string Text, Label[] MustRemove, Label[] MustKeep, string Output);

/// <summary>
/// Recall of what must go, retention of what must stay, and the share of the other text that is left: a part is gone when its
/// normal form is no longer a substring of the output's, whitespace squeezed out where it divides a name.
/// </summary>
public sealed partial class Scoring
{
    const int Rounds = 2_000;

    readonly (int Removed, int Remove, int Kept, int Keep, int Left, int Other)[] reports;

    public Scoring(IEnumerable<Scored> scored)
    {
        var (all, leaks, lost) = (new List<(int, int, int, int, int, int)>(), new List<(string, Label)>(), new List<(string, Label)>());
        foreach (var report in scored)
        {
            var output = Normal(report.Output);
            var squeezed = Squeezed(output);
            var leaked = Array.FindAll(report.MustRemove, l => Stands(l.Text, output, squeezed));
            var gone = Array.FindAll(report.MustKeep, l => Normal(l.Text) is var n && !output.Contains(n, StringComparison.Ordinal) && !squeezed.Contains(Squeezed(n), StringComparison.Ordinal));
            leaks.AddRange(leaked.Select(l => (report.Id, l)));
            lost.AddRange(gone.Select(l => (report.Id, l)));

            var (left, other) = (0, 0);
            foreach (var segment in Segments(report).Select(Squeezed))
            {
                other += segment.EnumerateRunes().Count();
                left += squeezed.Contains(segment, StringComparison.Ordinal) ? segment.EnumerateRunes().Count() : 0;
            }

            all.Add((report.MustRemove.Length - leaked.Length, report.MustRemove.Length, report.MustKeep.Length - gone.Length, report.MustKeep.Length, left, other));
        }

        (reports, Leaks, Lost) = ([.. all], leaks, lost);
    }

    /// <summary>What must go and is still there, by report.</summary>
    public IReadOnlyList<(string Id, Label Label)> Leaks { get; }

    public IReadOnlyList<(string Id, Label Label)> Lost { get; }

    public double Recall => Share(reports, r => (r.Removed, r.Remove));
    public double Retention => Share(reports, r => (r.Kept, r.Keep));
    public double Context => Share(reports, r => (r.Left, r.Other));

    /// <summary>The three figures in percent, each with its 95 % bootstrap interval over reports (fixed seed).</summary>
    public string Summary()
    {
        var random = new Random(1);
        var drawn = Enumerable.Range(0, Rounds).Select(_ => Enumerable.Range(0, reports.Length).Select(_ => reports[random.Next(reports.Length)]).ToArray()).ToArray();
        return $"recall {Figure(r => (r.Removed, r.Remove))}, retention {Figure(r => (r.Kept, r.Keep))}, context {Figure(r => (r.Left, r.Other))}, reports {reports.Length}";

        string Figure(Func<(int Removed, int Remove, int Kept, int Keep, int Left, int Other), (int Part, int Whole)> of)
        {
            var shares = drawn.Select(d => Share(d, of)).Order().ToArray();
            return string.Create(CultureInfo.InvariantCulture, $"{Share(reports, of):F2} % ({shares[Rounds / 40 - 1]:F1}-{shares[Rounds - Rounds / 40 - 1]:F1})");
        }
    }

    static double Share(IEnumerable<(int, int, int, int, int, int)> reports, Func<(int Removed, int Remove, int Kept, int Keep, int Left, int Other), (int Part, int Whole)> of)
    {
        var (part, whole) = reports.Select(of).Aggregate((Part: 0, Whole: 0), (sum, r) => (sum.Part + r.Part, sum.Whole + r.Whole));
        return 100.0 * part / Math.Max(1, whole);
    }

    static bool Stands(string text, string output, string squeezed)
    {
        var normal = Normal(text);
        if (normal.Length <= 4 && Ascii.IsValid(normal))
        {
            if (Regex.IsMatch(output, $"(?<![a-z0-9]){Regex.Escape(normal)}(?![a-z0-9])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5))) return true;
        }
        else if (output.Contains(normal, StringComparison.Ordinal))
        {
            return true;
        }

        return (text.Any(char.IsWhiteSpace) || Cjk().Count(normal) >= 3) && Squeezed(normal) is { Length: >= 3 } joined && squeezed.Contains(joined, StringComparison.Ordinal);
    }

    static IEnumerable<string> Segments(Scored report)
    {
        var text = Normal(report.Text);
        foreach (var label in report.MustRemove.OrderByDescending(l => l.Text.Length)) text = text.Replace(Normal(label.Text), "\0", StringComparison.Ordinal);
        return Divider().Split(text).Where(s => s.Trim().Length >= 3);
    }

    static string Normal(string text) => Refanged(Invisible().Replace(text, "").Normalize(NormalizationForm.FormKC).ToLowerInvariant());

    static string Refanged(string text) => At().Replace(Dot().Replace(Scheme().Replace(text, "http${s}"), "."), "@");

    static string Squeezed(string text) => Blank().Replace(text, "");

    [GeneratedRegex("[\u200B\u200C\u200D\u2060\uFEFF\u00AD]", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"h(?:xx|\*\*)p(?<s>s?)", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\s?[\[\(\{]\s?(?:\.|dot)\s?[\]\)\}]\s?", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Dot();

    [GeneratedRegex(@"\s?[\[\(\{]\s?(?:@|at)\s?[\]\)\}]\s?", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex At();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"[\u3040-\u30ff\u3400-\u9fff]|[\uD840-\uDBFF][\uDC00-\uDFFF]", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Cjk();

    [GeneratedRegex("[\0\\n\\t \u3000、。,.;:()（）「」『』【】<>\"'|]+", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Divider();
}
