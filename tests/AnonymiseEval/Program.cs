using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.AnonymiseEval;
using Ceptoar.Hosting.Text;

// Runs the engine alone: <directory.json> <reports.jsonl> <out.jsonl> [ring].
if (args is not [var directoryFile, var reportsFile, var outFile, .. var more] || RenditionPolicy.Of(more is [var named, ..] ? named : "green") is not { } policy)
{
    Console.Error.WriteLine("usage: AnonymiseEval directory.json reports.jsonl out.jsonl [green|amber|amber+strict|clear]");
    return 2;
}

TextView.SelfTest();
Morphology.Load(Environment.GetEnvironmentVariable("Anonymisation__Dictionary") ?? Morphology.DefaultFolder);

Workbench workbench;
try
{
    workbench = new(EvalInput.Directory(directoryFile), policy);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
{
    Console.Error.WriteLine($"{directoryFile}: not a JSON list of organisations.");
    return 2;
}

if (!File.Exists(reportsFile))
{
    Console.Error.WriteLine($"{reportsFile}: no such file.");
    return 2;
}

// Once through everything small: what is measured is the engine, not its compilation.
foreach (var (_, report) in EvalInput.Reports(reportsFile).Take(200))
{
    if (report is { Text.Length: < 20_000 }) workbench.Anonymise(report);
}

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
        if (report.Text.Length > 0) perTwoThousand.Add(took.TotalMilliseconds * 2_000 / Math.Max(2_000, report.Text.Length));
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
