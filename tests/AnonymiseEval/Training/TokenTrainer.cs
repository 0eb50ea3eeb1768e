using System.Globalization;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Recognisers.Learned;

namespace Ceptoar.AnonymiseEval.Training;

/// <summary>
/// Learns <see cref="TokenModel"/> from the annotated reports, the tuned half and the wide sample. The limits are those at which reports that were not
/// learned from come nearest to the targets. The same corpus gives the same model.
/// </summary>
static class TokenTrainer
{
    const int Folds = 5;
    const double Recall = 95;
    const double Retention = 96;
    const double Context = 94.5;

    /// <summary>A rule's guess is held back only where it is less likely than this to be right, whatever the figures gain.</summary>
    const float MostHeldGuess = 0.03f;

    /// <summary>What stands between two words that go is taken along only where it is as likely as this to be of the name.</summary>
    const float LeastJoin = 0.25f;

    /// <summary>What is less surely needed than this does not hold against a guess, whatever the figures gain.</summary>
    const float LeastRetained = 0.5f;

    static readonly TokenLimits Nothing = new(Remove: 2, Deny: 2, Join: 2, Hold: 0, HoldGuess: 0, Indicator: 2, Figure: 0, Retain: 2);

    static readonly float[] Grid = [0.002f, 0.005f, 0.01f, 0.02f, 0.03f, 0.05f, 0.08f, 0.12f, 0.16f, 0.2f, 0.25f, 0.3f, 0.35f, 0.42f, 0.5f, 0.65f, 0.8f, 0.9f, 0.95f, 1.1f];

    /// <param name="corpus">The folder with <c>annotated/*.jsonl</c>, <c>tuned.*</c> and <c>tuned-wide.*</c>.</param>
    public static TokenModel Learn(string corpus)
    {
        Morphology.Load(Environment.GetEnvironmentVariable("Anonymisation__Dictionary") ?? Morphology.DefaultFolder);
        var marked = AnnotatedReport.Marked(Path.Combine(corpus, "annotated")).Select(r => new TrainingText(r)).ToList();
        var tuned = AnnotatedReport.Labelled(corpus).Select(r => new TrainingText(r)).ToList();
        List<TrainingText> texts = [.. marked, .. tuned];

        var random = new Random(1);
        var folds = texts.Select(_ => random.Next(Folds)).ToArray();
        var probabilities = new float[texts.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var part = TokenWeights.Learned([.. texts.Where((_, i) => folds[i] != fold)]);
            foreach (var (i, text) in texts.Index().Where(t => folds[t.Index] == fold)) probabilities[i] = part.Probabilities(text);
        }

        SayTokens(texts, probabilities);
        var limits = Nearest(texts, probabilities);
        Say("annotated", Scored(marked, probabilities, limits, 0), limits);
        Say("tuned", Scored(tuned, probabilities, limits, marked.Count), limits);
        Say("annotated, rules alone", Scored(marked, probabilities, Nothing, 0), null);
        Say("tuned, rules alone", Scored(tuned, probabilities, Nothing, marked.Count), null);
        return TokenWeights.Learned(texts).Quantised(limits);
    }

    static Scoring Scored(IReadOnlyList<TrainingText> texts, float[][] probabilities, TokenLimits limits, int from) => new(texts.Select((t, i) => t.Scored(probabilities[from + i], limits)));

    /// <summary>Limit by limit, and those of removal together, until none gets nearer.</summary>
    static TokenLimits Nearest(IReadOnlyList<TrainingText> texts, float[][] probabilities)
    {
        var best = new TokenLimits(Remove: 0.5f, Deny: 0.35f, Join: 0.3f, Hold: 0.35f, HoldGuess: 0.02f, Indicator: 0.8f, Figure: 0.05f, Retain: 0.9f);
        var least = Short(Scored(texts, probabilities, best, 0));
        for (var round = 0; round < 3; round++)
        {
            var before = best;
            Func<TokenLimits, float, TokenLimits>[] changes = [(l, v) => l with { Hold = v }, (l, v) => l with { Deny = v }, (l, v) => l with { HoldGuess = v }, (l, v) => l with { Indicator = v }, (l, v) => l with { Join = v }, (l, v) => l with { Remove = v }, (l, v) => l with { Figure = v }, (l, v) => l with { Retain = v }, (l, v) => l with { Join = v, Deny = v, Remove = v }];
            foreach (var change in changes)
            {
                var from = best;
                foreach (var value in Grid)
                {
                    var tried = change(from, value);
                    if (tried == from || tried.Join > tried.Deny || tried.Join < LeastJoin || tried.Deny > tried.Remove || tried.HoldGuess > tried.Hold || tried.HoldGuess > MostHeldGuess || tried.Figure > tried.Hold || tried.Retain < LeastRetained) continue;

                    var apart = Short(Scored(texts, probabilities, tried, 0));
                    if (apart < least) (least, best) = (apart, tried);
                }
            }

            if (before == best) break;
        }

        return best;
    }

    /// <summary>How far figures fall short of the targets, squared, for the farthest matters most; beyond them a point counts little.</summary>
    static double Short(Scoring scoring)
    {
        return Part(Recall - scoring.Recall) + Part(Retention - scoring.Retention) + Part(Context - scoring.Context);

        static double Part(double lacking) => lacking > 0 ? lacking * lacking : lacking * 0.1;
    }

    static void SayTokens(IReadOnlyList<TrainingText> texts, float[][] probabilities)
    {
        var (right, found, there) = (0, 0, 0);
        foreach (var (i, text) in texts.Index())
        {
            for (var t = 0; t < text.Label.Length; t++)
            {
                var (removed, said) = (text.Label[t] == TokenModel.Removed, probabilities[i][(t * TokenModel.Labels) + TokenModel.Removed] > 0.5f);
                (right, found, there) = (right + (removed && said ? 1 : 0), found + (said ? 1 : 0), there + (removed ? 1 : 0));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tokens to remove: precision {100.0 * right / found:F1} %, recall {100.0 * right / there:F1} %"));
    }

    static void Say(string what, Scoring scoring, TokenLimits? limits) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: recall {scoring.Recall:F2} %, retention {scoring.Retention:F2} %, context {scoring.Context:F2} % {limits}"));
}
