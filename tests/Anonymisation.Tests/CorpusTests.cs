using System.Text.Json;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.AnonymiseEval;
using Xunit.Abstractions;

namespace Ceptoar.Anonymisation.Tests;

/// <summary>The engine over the labelled corpus; nothing is ever tuned on its held-out half.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    /// <summary>The held-out half stands where the engine has come to on texts it never saw; the tuned half is one that it learned from.</summary>
    [Theory]
    [InlineData("tuned", 99, 98, 97)]
    [InlineData("tuned-wide", 98, 98, 96)]
    [InlineData("held-out", 95, 94, 94)]
    [InlineData("held-out-second", 95, 91, 93)]
    public void What_identifies_goes_at_GREEN_and_what_defends_stays(string half, double recall, double retention, double context)
    {
        var scored = Rendered(half);
        var scoring = new Scoring(scored);
        var directory = new Scoring(scored.Select(s => s with { MustRemove = [.. s.MustRemove.Where(l => l.Core)] }));

        var figures = $"{half}: {scoring.Summary()}; strings of the directory {directory.Recall:F2} %";
        output.WriteLine(figures);
        Console.WriteLine(figures);
        Assert.True(scoring.Recall >= recall, $"recall is below {recall} %");
        Assert.True(scoring.Retention >= retention, $"retention is below {retention} %");
        Assert.True(scoring.Context >= context, $"context is below {context} %");
    }

    /// <summary>The gate: whatever the directory holds, letter by letter, stands in no rendition.</summary>
    [Theory]
    [InlineData("tuned")]
    [InlineData("tuned-wide")]
    [InlineData("held-out")]
    [InlineData("held-out-second")]
    public void No_string_of_the_directory_is_left(string half)
    {
        var members = EvalInput.Directory(File(half, "directory.json"));
        foreach (var (_, report) in EvalInput.Reports(File(half, "reports.jsonl")))
        {
            var strings = members.Append(report!.Reporter!).SelectMany(m => m.AsMember(default).Strings is { } s ? [.. s.Names, .. s.Aliases, .. s.Domains, .. s.People, .. s.Systems, .. s.Vendors] : Array.Empty<string>());
            var labels = strings.Where(s => s.Length > 1 && report.Text!.Contains(s, StringComparison.OrdinalIgnoreCase)).Distinct().Select(s => new Label(s, "directory", Core: true)).ToArray();
            var (text, _, _) = Bench(half).Anonymise(report);

            Assert.Empty(new Scoring([new(report.Id!, report.Text!, labels, [], text)]).Leaks);
        }
    }

    static readonly Dictionary<string, Workbench> Benches = [];

    static Workbench Bench(string half)
    {
        lock (Benches) return Benches.TryGetValue(half, out var bench) ? bench : Benches[half] = new(EvalInput.Directory(File(half, "directory.json")), RenditionPolicy.Of("green", new())!);
    }

    static List<Scored> Rendered(string half) =>
        [
            .. System.IO.File.ReadLines(File(half, "reports.jsonl")).Select(line =>
            {
                var labelled = JsonSerializer.Deserialize<Labelled>(line, Snake)!;
                return new Scored(labelled.Id, labelled.Text, labelled.MustRemove, labelled.MustKeep, Bench(half).Anonymise(JsonSerializer.Deserialize<EvalReport>(line, EvalInput.Json)!).Text);
            }),
        ];

    static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    sealed record Labelled(string Id, string Text, Label[] MustRemove, Label[] MustKeep);

    static string File(string half, string rest) => Path.Combine(AppContext.BaseDirectory, "Corpus", $"{half}.{rest}");
}
