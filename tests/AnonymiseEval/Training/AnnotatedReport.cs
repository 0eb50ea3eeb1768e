using System.Text;
using System.Text.Json;

namespace Ceptoar.AnonymiseEval.Training;

/// <summary>A report of which each character is known to be context, something to keep or something to remove.</summary>
/// <param name="Label">Of each UTF-16 unit: 0 context, 1 kept, 2 removed.</param>
/// <param name="Directory">Of the members it was written among.</param>
sealed record AnnotatedReport(EvalReport Report, byte[] Label, Label[] MustRemove, Label[] MustKeep, IReadOnlyList<EvalMember> Directory)
{
    const byte Kept = 1;
    const byte Removed = 2;

    static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    sealed record Surfaces(Label[] MustRemove, Label[] MustKeep);

    /// <summary>Annotated in the text: ⟦r|…⟧ is removed, ⟦k|…⟧ kept. Nothing is in any directory.</summary>
    public static IEnumerable<AnnotatedReport> Marked(string folder) =>
        from file in new DirectoryInfo(folder).EnumerateFiles("*.jsonl").Select(f => f.FullName).Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        select Unmarked(JsonSerializer.Deserialize<EvalReport>(line, EvalInput.Json)!);

    /// <summary>The labelled reports that may be learned from; their surfaces count wherever they stand.</summary>
    public static IEnumerable<AnnotatedReport> Labelled(string corpus) => new[] { "tuned", "tuned-wide" }.SelectMany(part => Labelled(corpus, part));

    static IEnumerable<AnnotatedReport> Labelled(string corpus, string part)
    {
        var directory = EvalInput.Directory(Path.Combine(corpus, part + ".directory.json"));
        return
            from line in File.ReadLines(Path.Combine(corpus, part + ".reports.jsonl"))
            let report = JsonSerializer.Deserialize<EvalReport>(line, EvalInput.Json)!
            let surfaces = JsonSerializer.Deserialize<Surfaces>(line, Snake)!
            select new AnnotatedReport(report, Found(report.Text!, surfaces), surfaces.MustRemove, surfaces.MustKeep, directory);
    }

    static AnnotatedReport Unmarked(EvalReport report)
    {
        var (text, labels, removed, kept) = (new StringBuilder(), new List<byte>(), new HashSet<string>(), new HashSet<string>());
        var marked = report.Text!;
        for (var i = 0; i < marked.Length;)
        {
            var next = marked.IndexOf('⟦', i);
            if (next < 0) next = marked.Length;
            Add(marked[i..next], 0);
            if (next == marked.Length) break;

            var end = marked.IndexOf('⟧', next);
            var surface = marked[(next + 3)..end];
            var label = marked[next + 1] == 'r' ? Removed : Kept;
            (label == Removed ? removed : kept).Add(surface);
            Add(surface, label);
            i = end + 1;
        }

        // what is kept in one place and removed in another cannot be both
        kept.RemoveWhere(k => removed.Any(r => r.Contains(k, StringComparison.Ordinal) || k.Contains(r, StringComparison.Ordinal)));
        return new(report with { Text = text.ToString() }, [.. labels], [.. removed.Select(Of)], [.. kept.Select(Of)], []);

        void Add(string part, byte label)
        {
            text.Append(part);
            labels.AddRange(Enumerable.Repeat(label, part.Length));
        }

        static Label Of(string surface) => new(surface, "annotated");
    }

    static byte[] Found(string text, Surfaces surfaces)
    {
        var labels = new byte[text.Length];
        foreach (var (surface, label) in surfaces.MustKeep.Select(k => (k.Text, Kept)).Concat(surfaces.MustRemove.Select(r => (r.Text, Removed))))
        {
            for (var at = text.IndexOf(surface, StringComparison.Ordinal); at >= 0; at = text.IndexOf(surface, at + surface.Length, StringComparison.Ordinal)) labels.AsSpan(at, surface.Length).Fill(label);
        }

        return labels;
    }
}
