#pragma warning disable
using System.Globalization;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Recognisers.Learned;

namespace Ceptoar.AnonymiseEval.Training;

/// <summary>
/// Learns <see cref="TokenModel"/> from the annotated reports and the tuned half. The limits are those at which reports that were not
/// learned from come nearest to the targets. The same corpus gives the same model.
/// </summary>
static class TokenTrainer
{
    const int Folds = 5;
    const double Recall = 95;
    const double Retention = 96;
    const double Context = 94.5;

    static readonly float[] Grid = [0.002f, 0.005f, 0.01f, 0.02f, 0.03f, 0.05f, 0.08f, 0.12f, 0.17f, 0.25f, 0.35f, 0.5f, 0.65f, 0.8f, 0.9f, 0.95f, 1.1f];

    /// <param name="corpus">The folder with <c>annotated/*.jsonl</c> and <c>tuned.*</c>.</param>
    public static TokenModel Learn(string corpus)
    {
        Morphology.Load(Environment.GetEnvironmentVariable("Anonymisation__Dictionary") ?? Morphology.DefaultFolder);
        var marked = AnnotatedReport.Marked(Path.Combine(corpus, "annotated")).Select(r => new TrainingText(r)).ToList();
        var tuned = AnnotatedReport.Tuned(corpus).Select(r => new TrainingText(r)).ToList();
        List<TrainingText> texts = [.. marked, .. tuned];

        var random = new Random(1);
        var folds = texts.Select(_ => random.Next(Folds)).ToArray();
        var probabilities = new float[texts.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var part = TokenWeights.Learned([.. texts.Where((_, i) => folds[i] != fold)]);
            foreach (var (i, text) in texts.Index().Where(t => folds[t.Index] == fold)) probabilities[i] = part.Probabilities(text);
        }

        Tokens(texts, probabilities);
        if (Environment.GetEnvironmentVariable("TG_Q") is not null) return null!;
        var limits = Nearest(texts, probabilities);
        if (Environment.GetEnvironmentVariable("TG_OUT") is { } to) File.WriteAllLines(to, texts.Select((t, i) => System.Text.Json.JsonSerializer.Serialize(new { id = t.Annotated.Report.Id, text = t.Scored(probabilities[i], limits).Output, cuts = t.Dbg, keeps = t.DbgK, toks = t.Tokens.Select((k, j) => new object[] { k.Original.Start, k.Original.End, Math.Round(probabilities[i][j * 3 + 2], 3), t.Label[j] }) })));
        Say("annotated", Scored(marked, probabilities, limits, 0), limits);
        Say("tuned", Scored(tuned, probabilities, limits, marked.Count), limits);
        Say("annotated, rules alone", Scored(marked, probabilities, new(2, 2, 2, 0, 0, 2), 0), null);
        Say("tuned, rules alone", Scored(tuned, probabilities, new(2, 2, 2, 0, 0, 2), marked.Count), null);
        return TokenWeights.Learned(texts).Quantised(limits);
    }

    static Scoring Scored(IReadOnlyList<TrainingText> texts, float[][] probabilities, TokenLimits limits, int from) => new(texts.Select((t, i) => t.Scored(probabilities[from + i], limits)));

    /// <summary>Limit by limit until none gets nearer.</summary>
    static TokenLimits Nearest(IReadOnlyList<TrainingText> texts, float[][] probabilities)
    {
        var best = new TokenLimits(Remove: 0.8f, Deny: 0.5f, Join: 0.35f, Hold: 0.12f, HoldGuess: 0.05f, Indicator: 0.8f);
        var least = Short(Scored(texts, probabilities, best, 0));
        for (var round = 0; round < 3; round++)
        {
            var before = best;
            Func<TokenLimits, float, TokenLimits>[] changes = [(l, v) => l with { Hold = v }, (l, v) => l with { Deny = v }, (l, v) => l with { HoldGuess = v }, (l, v) => l with { Indicator = v }, (l, v) => l with { Join = v }, (l, v) => l with { Remove = v }];
            foreach (var change in changes)
            {
                var from = best;
                foreach (var value in Grid)
                {
                    var tried = change(from, value);
                    if (tried == from || tried.Join > tried.Deny || tried.Deny > tried.Remove || tried.HoldGuess > tried.Hold) continue;

                    var apart = Short(Scored(texts, probabilities, tried, 0));
                    if (apart < least) (least, best) = (apart, tried);
                }
            }

            if (before == best) break;
        }

        return best;
    }

    /// <summary>How far figures fall short of the targets; beyond them a point counts little.</summary>
    static double Short(Scoring scoring)
    {
        return Part(Recall - scoring.Recall) + Part(Retention - scoring.Retention) + Part(Context - scoring.Context);

        static double Part(double lacking) => lacking > 0 ? lacking : lacking * 0.1;
    }

    static double Ap(List<(float, bool)> l) { l.Sort((a, b) => b.Item1.CompareTo(a.Item1)); double hit = 0, sum = 0; for (var i = 0; i < l.Count; i++) { if (l[i].Item2) { hit++; sum += hit / (i + 1); } } return sum / hit; }

    static void Tokens(IReadOnlyList<TrainingText> texts, float[][] probabilities)
    {
        var (right, found, there) = (0, 0, 0);
        var loss = 0.0; var total = 0; var n = 0; var aps = new List<(float, bool)>();
        foreach (var (i, text) in texts.Index())
        {
            for (var t = 0; t < text.Label.Length; t++)
            {
                var (is2, said) = (text.Label[t] == TokenModel.Removed, probabilities[i][(t * TokenModel.Labels) + TokenModel.Removed] > 0.5f);
                var pr = probabilities[i][(t * TokenModel.Labels) + 2]; n++; loss -= Math.Log(Math.Max(1e-6, is2 ? pr : 1 - pr)); aps.Add((pr, is2));
                (right, found, there) = (right + (is2 && said ? 1 : 0), found + (said ? 1 : 0), there + (is2 ? 1 : 0));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tokens to remove: precision {100.0 * right / found:F1} %, recall {100.0 * right / there:F1} % loss {loss / n:F4} ap {Ap(aps):F4}"));
    }

    static void Say(string what, Scoring scoring, TokenLimits? limits) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: recall {scoring.Recall:F2} %, retention {scoring.Retention:F2} %, context {scoring.Context:F2} % {limits}"));
}
