using System.Globalization;
using System.Text.Json;
using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Signals.Sentences;
using Ceptoar.Hosting.Text;

namespace Ceptoar.ClassifyEval;

/// <summary>
/// Learns <see cref="SentenceModel"/> from labelled snippets and from the tuned reports: naive Bayes ratios, weighted by logistic regression
/// (Wang and Manning 2012, "Baselines and Bigrams"). The threshold of each fact is where cross-validation sees too many false ones.
/// The same corpus gives the same model.
/// </summary>
static class SentenceTrainer
{
    const int Folds = 5;
    const int Epochs = 20;
    const int Rarest = 2;
    const int MostWeight = 127;
    const int Heaviest = 2;

    /// <summary>A feature none of whose weights has as many steps is not kept.</summary>
    const int Lightest = 3;
    const float Smoothing = 0.3f;
    const float Rate = 0.3f;
    const float Decay = 1e-4f;
    const float StartWeight = 0.3f;
    const float Presence = 4;
    const float StartBias = -3;

    /// <summary>How many found facts one false one is worth, as shares of the stretches with and without it; half of those without are written to look alike.</summary>
    const double Price = 80;

    /// <summary>The same for facts that raise little, or that are told in so many ways that the other recognisers miss most.</summary>
    const double LowPrice = 22;

    static readonly string[] Cheap = [SignalTable.OtherVictim.Value, SignalTable.VictimAddress.Value, SignalTable.Unpublished.Value, SignalTable.Police.Value, SignalTable.Ongoing.Value, SignalTable.Person.Value, SignalTable.Embargo.Value];

    static readonly FinderFacts LabelledOn = new(Guid.Empty, MemberNames.None, new(2026, 11, 21));

    /// <param name="Features">Of its sentences.</param>
    /// <param name="Has">For each fact: 1 there, 0 not, -1 unknown.</param>
    /// <param name="Grounds">For each fact: whether it could be there at all.</param>
    sealed record Stretch(int[] Features, sbyte[] Has, bool[] Grounds);

    sealed record Snippet(string Text, string[] Facts);

    /// <summary>Facts that check digits tell better, or that raise nothing, are not learned.</summary>
    static readonly string[] Facts = [.. SignalTable.All.Select(c => c.Value).Except([SignalTable.MyNumber.Value, SignalTable.CorporateNumber.Value, SignalTable.Card.Value, SignalTable.OtherMember.Value, SignalTable.MarkingClear.Value, SignalTable.MarkingUnknown.Value, SignalTable.MarkingRed.Value, SignalTable.MarkingAmberStrict.Value, SignalTable.MarkingAmber.Value, SignalTable.MarkingGreen.Value, SignalTable.Drill.Value])];

    // Of one family only the strictest fact is labelled, so the milder one may be there as well.
    static readonly (string Milder, string Stricter)[] Stricter =
    [
        .. from milder in new[] { SignalTable.Person, SignalTable.PeopleList } from stricter in new[] { SignalTable.PeopleList, SignalTable.MyNumber, SignalTable.Card } where milder != stricter select (milder.Value, stricter.Value),
        (SignalTable.Police.Value, SignalTable.Investigation.Value),
        (SignalTable.MarkingRestricted.Value, SignalTable.MarkingInternal.Value),
        (SignalTable.MarkingRestricted.Value, SignalTable.MarkingSecret.Value),
        (SignalTable.MarkingInternal.Value, SignalTable.MarkingSecret.Value),
    ];

    /// <param name="corpus">The folder with <c>sentences/*.jsonl</c> and <c>tuned*.jsonl</c>.</param>
    public static SentenceModel Learn(string corpus)
    {
        Stretch[] stretches = [.. Snippets(Path.Combine(corpus, "sentences")), .. Reports(corpus)];
        var fold = new Random(1);
        var folds = stretches.Select(_ => fold.Next(Folds)).ToArray();
        var scores = new float[stretches.Length][];
        for (var f = 0; f < Folds; f++)
        {
            var part = Train([.. stretches.Where((_, i) => folds[i] != f)]);
            foreach (var (i, stretch) in stretches.Index().Where(s => folds[s.Index] == f)) scores[i] = [.. part.Scores(stretch.Features).Select((s, k) => stretch.Grounds[k] ? s : float.NegativeInfinity)];
        }

        var thresholds = new float[Facts.Length];
        for (var k = 0; k < Facts.Length; k++)
        {
            var (with, without) = (stretches.Index().Where(s => s.Item.Has[k] == 1).Select(s => scores[s.Index][k]).ToList(), stretches.Index().Where(s => s.Item.Has[k] == 0).Select(s => scores[s.Index][k]).OrderDescending().ToList());
            thresholds[k] = Threshold(with, without, Cheap.Contains(Facts[k]) ? LowPrice : Price) + Caution(Facts[k]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Facts[k],-28} {with.Count,5} with, {without.Count,6} without: {100.0 * with.Count(s => s > thresholds[k]) / with.Count,5:0.0} % found at {100.0 * without.Count(s => s > thresholds[k]) / without.Count,5:0.00} % false"));
        }

        return Train(stretches).Quantised(thresholds);
    }

    /// <summary>How much surer it must be than where snippets put the threshold: in whole reports these facts are often only spoken of.</summary>
    static float Caution(string fact) => fact switch
    {
        _ when fact == SignalTable.Person.Value => 2,
        _ when fact.StartsWith("marking.", StringComparison.Ordinal) || fact.StartsWith("handling.", StringComparison.Ordinal) || fact == SignalTable.Police.Value || fact == SignalTable.PeopleList.Value || fact == SignalTable.Embargo.Value => 1,
        _ when fact == SignalTable.VictimAddress.Value || fact == SignalTable.Ongoing.Value || fact == SignalTable.Unpublished.Value => 0.5f,
        _ when fact == SignalTable.ControlSystem.Value => 0,
        _ => 0.25f,
    };

    /// <summary>Where finding more would cost more than it is worth.</summary>
    static float Threshold(List<float> with, List<float> without, double price)
    {
        var (best, at) = (double.NegativeInfinity, 0f);
        foreach (var score in with)
        {
            var worth = (with.Count(s => s >= score) / (double)with.Count) - (price * without.Count(s => s >= score) / without.Count);
            if (worth > best) (best, at) = (worth, MathF.BitDecrement(score));
        }

        return at;
    }

    static IEnumerable<Stretch> Snippets(string folder) =>
        from file in new DirectoryInfo(folder).EnumerateFiles("*.jsonl").Select(f => f.FullName).Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        let snippet = JsonSerializer.Deserialize<Snippet>(line, JsonSerializerOptions.Web)!
        let field = new FieldText("body", snippet.Text)
        let sentences = field.Prose.Sentences().ToArray()
        where sentences.Length > 0
        select new Stretch(FeaturesOf(field, sentences), [.. Facts.Select(f => (sbyte)(snippet.Facts.Contains(f) ? 1 : Array.Exists(snippet.Facts, s => Stricter.Contains((f, s))) ? -1 : 0))], GroundsOf(field, sentences));

    /// <summary>A report tells what is nowhere in it, but not where it has what it has.</summary>
    static IEnumerable<Stretch> Reports(string corpus) =>
        from file in new DirectoryInfo(corpus).EnumerateFiles("tuned*.jsonl").Select(f => f.FullName).Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        let report = JsonDocument.Parse(line).RootElement
        let why = report.GetProperty("why").GetString()!
        let field = new FieldText("body", report.GetProperty("title").GetString() + "\n" + report.GetProperty("text").GetString())
        let sentences = field.Prose.Sentences().ToList()
        from stretch in sentences.Select(s => (TextSpan[])[s]).Concat(sentences.Zip(sentences.Skip(1), (one, two) => (TextSpan[])[one, two]))
        select new Stretch(FeaturesOf(field, stretch), [.. Facts.Select(f => (sbyte)(why.Contains(f, StringComparison.Ordinal) ? -1 : 0))], GroundsOf(field, stretch));

    static bool[] GroundsOf(FieldText field, TextSpan[] sentences)
    {
        var at = new TextSpan(sentences[0].Start, sentences[^1].End - sentences[0].Start);
        return [.. Facts.Select(f => SentenceGrounds.Hold(f, field, at, LabelledOn))];
    }

    static int[] FeaturesOf(FieldText field, IEnumerable<TextSpan> sentences)
    {
        var features = new List<int>();
        foreach (var at in sentences) SentenceFeatures.Of(field.Prose.Text.AsSpan(at.Start, at.Length), features);
        return [.. features];
    }

    static Weights Train(Stretch[] stretches)
    {
        var weights = new Weights(stretches);
        var (random, order) = (new Random(7), Enumerable.Range(0, stretches.Length).ToArray());
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) weights.Learn(stretches[i]);
        }

        return weights;
    }

    /// <summary>The model while it is learned: a naive Bayes ratio and what it counts for, of each feature and fact.</summary>
    sealed class Weights
    {
        readonly float[] ratio = new float[Facts.Length << SentenceFeatures.Bits];
        readonly float[] weight = new float[Facts.Length << SentenceFeatures.Bits];
        readonly float[] bias = [.. Enumerable.Repeat(StartBias, Facts.Length)];

        public Weights(Stretch[] stretches)
        {
            var (seen, positives) = (new int[1 << SentenceFeatures.Bits], new int[Facts.Length]);
            foreach (var stretch in stretches)
            {
                for (var k = 0; k < Facts.Length; k++) positives[k] += stretch.Has[k] == 1 ? 1 : 0;
                foreach (var feature in stretch.Features.Distinct())
                {
                    seen[feature]++;
                    for (var k = 0; k < Facts.Length; k++) ratio[(feature * Facts.Length) + k] += stretch.Has[k] == 1 ? 1 : 0;
                }
            }

            for (var feature = 0; feature < seen.Length; feature++)
            {
                for (var k = 0; k < Facts.Length; k++)
                {
                    ref var of = ref ratio[(feature * Facts.Length) + k];
                    of = seen[feature] < Rarest ? 0 : MathF.Log((of + Smoothing) / (positives[k] + (2 * Smoothing)) / ((seen[feature] - of + Smoothing) / (stretches.Length - positives[k] + (2 * Smoothing))));
                }
            }

            Array.Fill(weight, StartWeight);
        }

        public float[] Scores(int[] features)
        {
            var scores = new float[Facts.Length];
            foreach (var feature in features)
            {
                for (var (k, at) = (0, feature * Facts.Length); k < scores.Length; k++, at++) scores[k] += weight[at] * ratio[at];
            }

            for (var k = 0; k < scores.Length; k++) scores[k] = (scores[k] / MathF.Sqrt(Math.Max(1, features.Length))) + bias[k];
            return scores;
        }

        public void Learn(Stretch stretch)
        {
            var scores = Scores(stretch.Features);
            var norm = Rate / MathF.Sqrt(Math.Max(1, stretch.Features.Length));
            for (var k = 0; k < scores.Length; k++)
            {
                if (stretch.Has[k] < 0) continue;

                var error = stretch.Has[k] - (1 / (1 + MathF.Exp(-scores[k])));
                if (stretch.Has[k] == 1) error *= Presence;
                if (MathF.Abs(error) < 0.005f) continue;

                bias[k] += 0.02f * error;
                foreach (var feature in stretch.Features)
                {
                    var at = (feature * Facts.Length) + k;
                    weight[at] += (norm * error * ratio[at]) - (Decay * (weight[at] - StartWeight));
                }
            }
        }

        /// <summary>Weights in steps; those of the few heaviest features are cut, so that the many light ones keep more than one step.</summary>
        public SentenceModel Quantised(float[] thresholds)
        {
            var most = 0f;
            for (var i = 0; i < weight.Length; i++) most = MathF.Max(most, MathF.Abs(weight[i] * ratio[i]));

            var (step, known, rows) = (most / (Heaviest * MostWeight), new List<int>(), new List<sbyte>());
            for (var feature = 0; feature < 1 << SentenceFeatures.Bits; feature++)
            {
                var row = new sbyte[SentenceModel.Width];
                for (var k = 0; k < Facts.Length; k++)
                {
                    var at = (feature * Facts.Length) + k;
                    row[k] = (sbyte)Math.Clamp(MathF.Round(weight[at] * ratio[at] / step), -MostWeight, MostWeight);
                }

                if (Array.TrueForAll(row, w => Math.Abs(w) < Lightest)) continue;

                known.Add(feature);
                rows.AddRange(row);
            }

            return new(Facts, bias, thresholds, step, known, [.. rows]);
        }
    }
}
