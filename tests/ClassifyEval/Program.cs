using System.Globalization;
using System.Text.Json;
using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.ClassifyEval;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Text;

// Runs the engine alone, with the national policy, over a file of reports; without one it only measures. Exit code 1: something is
// under-classified, or a line could not be read.
TextView.SelfTest();

if (args is ["--train", var corpus, var model])
{
    var learned = SentenceTrainer.Learn(corpus);
    using (var to = File.Create(model)) learned.Write(to);
    Console.WriteLine($"{model}: {new FileInfo(model).Length:N0} bytes");
    return 0;
}

var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9));
var (file, rules) = ((string?)null, false);
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--rules":
            rules = true;
            break;
        case "--today" when i + 1 < args.Length && DateOnly.TryParseExact(args[i + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
            (today, i) = (day, i + 1);
            break;
        case [not '-', ..] when file is null:
            file = args[i];
            break;
        default:
            Console.Error.WriteLine("classify-eval [file.jsonl] [--rules] [--today yyyy-mm-dd]");
            return 2;
    }
}

if (file is not null && !File.Exists(file))
{
    Console.Error.WriteLine($"{file} is not there");
    return 2;
}

var national = new AppliedPolicy("national/1", NationalPolicy.Rules);
var broken = new List<string>();
var reports = file is null ? [] : Read(file, broken);
var decisions = reports.Select(r => (Report: r, Labels: Decide(r))).ToList();

if (rules)
{
    foreach (var (report, labels) in decisions)
    {
        Console.WriteLine($"{report.Id}: {labels.Original.Label()}/{labels.Ceiling.Label()}");
        foreach (var reason in labels.Reasons) Console.WriteLine($"  {reason.Tlp.Label(),-12} {reason.Raises,-8} {reason.Rule,-26} {string.Join(' ', reason.Found.Select(f => $"{f.Field}[{f.Start}+{f.Length}]"))}");
    }
}

var under = 0;
if (file is not null)
{
    Console.WriteLine($"{reports.Count} reports, {reports.Count(r => r.Expected is not null)} of them with expected labels");
    under += new LabelTable("original", l => l.Original, e => e.Original).Print(decisions);
    under += new LabelTable("ceiling", l => l.Ceiling, e => e.Ceiling).Print(decisions);
    var judged = decisions.Where(d => d.Report.Expected is not null).ToList();
    Console.WriteLine($"\nover-classified in either label: {judged.Count(d => d.Labels.Original > d.Report.Expected!.Value.Original || d.Labels.Ceiling > d.Report.Expected!.Value.Ceiling)} of {judged.Count}");
}

if (reports.Count > 0) Console.WriteLine($"\nthis file: {Speed.Measure(reports, r => Decide(r))}");
Console.WriteLine($"\ninvented reports: {Speed.Measure(InventedReports.All, r => Decide(r))}");
Console.WriteLine($"\n{BadInputs.Measure(r => Decide(r))}");
foreach (var line in broken) Console.Error.WriteLine(line);
return under > 0 || broken.Count > 0 ? 1 : 0;

Labels Decide(EvalReport report)
{
    var text = ReportText.Of(report.Case);
    var signals = SignalFinder.Find(text, MemberNames.None, today);
    TriageRules.Propose(text, signals);
    return LabelRules.Decide(report.Wish, report.Case, signals, national);
}

static List<EvalReport> Read(string file, List<string> broken)
{
    var reports = new List<EvalReport>();
    foreach (var (index, line) in File.ReadLines(file).Index())
    {
        if (string.IsNullOrWhiteSpace(line)) continue;

        try
        {
            reports.Add(EvalLine.Read(line, index + 1));
        }
        catch (JsonException e)
        {
            broken.Add($"line {index + 1} cannot be read: {e.Message}");
        }
    }

    return reports;
}
