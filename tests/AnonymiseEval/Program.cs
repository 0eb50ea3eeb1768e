using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.AnonymiseEval.Training;
using Ceptoar.Hosting.Text;

namespace Ceptoar.AnonymiseEval;

/// <summary>Runs the engine alone: directory.json reports.jsonl out.jsonl [ring]. Bad lines are named with their number and passed over.
/// With <c>--train corpus tokens.model</c> it learns the weights of the learned recogniser.</summary>
static class Program
{
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    static int Main(string[] args)
    {
        if (args is ["--train", var corpus, var model]) return Train(corpus, model);
        if (args is not [var directoryFile, var reportsFile, var outFile, .. var more] || RenditionPolicy.Of(more is [var named, ..] ? named : "green", new()) is not { } policy)
        {
            Console.Error.WriteLine("usage: AnonymiseEval directory.json reports.jsonl out.jsonl [green|amber|amber+strict|clear]");
            return 2;
        }

        TextView.SelfTest();
        Morphology.Load(Environment.GetEnvironmentVariable("Anonymisation__Dictionary") ?? Morphology.DefaultFolder);

        try
        {
            var workbench = new Workbench(EvalInput.Directory(directoryFile), policy);
            Warm(workbench, reportsFile);
            return Run(workbench, reportsFile, outFile);
        }
        catch (JsonException)
        {
            Console.Error.WriteLine($"{directoryFile}: not a JSON list of organisations.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
        }

        return 2;
    }

    static int Train(string corpus, string model)
    {
        TextView.SelfTest();
        var learned = TokenTrainer.Learn(corpus);
        using (var to = File.Create(model)) learned.Write(to);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model}: {new FileInfo(model).Length:N0} bytes"));
        return 0;
    }

    /// <summary>What is measured is the engine, not its compilation: the reports are rendered again and again until the code is settled.</summary>
    static void Warm(Workbench workbench, string reportsFile)
    {
        var start = Stopwatch.GetTimestamp();
        var reports = EvalInput.Reports(reportsFile).Select(r => r.Report).OfType<EvalReport>().Where(r => r.Text!.Length < 20_000).ToList();
        for (var i = 0; reports.Count > 0 && Stopwatch.GetElapsedTime(start) < WarmUp; i = (i + 1) % reports.Count) workbench.Anonymise(reports[i]);
    }

    static int Run(Workbench workbench, string reportsFile, string outFile)
    {
        var (reports, bad, blocked, characters, time) = (0, 0, 0, 0L, TimeSpan.Zero);
        var perTwoThousand = new List<double>();
        using (var output = new StreamWriter(outFile))
        {
            foreach (var (line, report) in EvalInput.Reports(reportsFile))
            {
                if (report is null)
                {
                    bad++;
                    Console.Error.WriteLine($"{reportsFile}:{line}: not a report with id and text; passed over.");
                    continue;
                }

                var (text, codes, took) = workbench.Anonymise(report);
                output.WriteLine(JsonSerializer.Serialize(new EvalOutput(report.Id!, text), EvalInput.Json));
                reports++;
                characters += report.Text!.Length;
                time += took;
                perTwoThousand.Add(took.TotalMilliseconds * 2_000 / Math.Max(2_000, report.Text.Length));
                if (codes.Length == 0) continue;

                blocked++;
                Console.Error.WriteLine($"{reportsFile}:{line}: not releasable: {string.Join(' ', codes)}");
            }
        }

        perTwoThousand.Sort();
        var p95 = perTwoThousand.Count == 0 ? 0 : perTwoThousand[(int)Math.Ceiling(perTwoThousand.Count * 0.95) - 1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reports} reports, {bad} bad lines, {blocked} not releasable; {characters} characters in {time.TotalSeconds:F2} s: {characters / Math.Max(1e-9, time.TotalSeconds):F0} characters/s, p95 {p95:F2} ms for 2,000 characters"));
        return 0;
    }
}
