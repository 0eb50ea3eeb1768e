using Ceptoar.Contracts;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals.Sentences;

/// <summary>
/// Facts by how sentences read, learned from labelled ones: it sees what is said in words that no other recogniser has. Each sentence is
/// read alone and together with the next, so that a further sentence never takes a fact away. What was found within it before, and closer, is not told twice.
/// </summary>
public static class SentenceSignals
{
    /// <summary>Two sentences of more characters than this are not read together.</summary>
    const int LongestPair = 250;

    static readonly SentenceModel Model = SentenceModel.Current;

    static readonly Code[] Codes = [.. Model.Facts.Select(f => SignalTable.All.Single(c => c.Value == f))];

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        if (field.Indicator is not null) return;

        var prose = field.Prose;
        var (features, scores, last) = (new List<int>(), new float[SentenceModel.Width], ((TextSpan At, SentenceWeight Weight)?)null);
        foreach (var at in prose.Sentences())
        {
            features.Clear();
            SentenceFeatures.Of(prose.Text.AsSpan(at.Start, at.Length), features);
            var weight = Model.Weigh(features);
            Judge(weight, at);
            if (last is { } before && at.End - before.At.Start <= LongestPair) Judge(before.Weight.And(weight), new(before.At.Start, at.End - before.At.Start));

            last = (at, weight);
        }

        void Judge(in SentenceWeight weight, TextSpan at)
        {
            Model.Scores(weight, scores);
            for (var k = 0; k < Codes.Length; k++)
            {
                if (scores[k] <= 0) continue;

                var place = prose.ToOriginal(at.Start, at.Length);
                if (!found.Within(Codes[k], place) && !found.Enough(Codes[k]) && SentenceGrounds.Hold(Codes[k].Value, field, at, facts)) found.Add(Codes[k], place);
            }
        }
    }
}
