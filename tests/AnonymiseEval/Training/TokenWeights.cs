using Ceptoar.Anonymisation.Recognisers.Learned;

namespace Ceptoar.AnonymiseEval.Training;

/// <summary>The model while it is learned: AdaGrad on the likelihood of the annotated labels (Duchi, Hazan and Singer 2011).</summary>
sealed class TokenWeights
{
    const int Fewest = 2;
    const int Epochs = 10;
    const float Rate = 0.03f;
    const float Decay = 2e-5f;
    const float Start = 0.1f;
    const int MostWeight = 127;
    const int Labels = TokenModel.Labels;
    const int Width = TokenModel.Width;

    readonly bool[] met;
    readonly float[] weights = new float[Width << TokenFeatures.Bits];
    readonly float[] squares = new float[Width << TokenFeatures.Bits];
    readonly float[] follows = new float[TokenModel.Gaps * Labels * Labels];
    readonly float[] followSquares = new float[TokenModel.Gaps * Labels * Labels];

    /// <summary>A feature of one report alone, such as a name, says nothing of the next and would only hide what does.</summary>
    TokenWeights(IEnumerable<TrainingText> texts)
    {
        var reports = new byte[1 << TokenFeatures.Bits];
        foreach (var feature in texts.SelectMany(t => t.Features.SelectMany(f => f).Distinct())) reports[feature] = (byte)Math.Min(reports[feature] + 1, Fewest);
        met = [.. reports.Select(r => r == Fewest)];
    }

    public static TokenWeights Learned(IReadOnlyList<TrainingText> texts)
    {
        var learned = new TokenWeights(texts);
        var (random, order) = (new Random(7), Enumerable.Range(0, texts.Count).ToArray());
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) learned.Learn(texts[i]);
        }

        return learned;
    }

    public float[] Probabilities(TrainingText text)
    {
        var scores = Scores(text);
        LabelChain.Probabilities(scores, text.Tokens, follows);
        return scores;
    }

    float[] Scores(TrainingText text)
    {
        var scores = new float[text.Tokens.Count * Labels];
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            foreach (var feature in text.Features[i])
            {
                for (var label = 0; label < Labels; label++) scores[(i * Labels) + label] += weights[(feature * Width) + label];
            }
        }

        return scores;
    }

    void Learn(TrainingText text)
    {
        var (shown, scores, expected) = (new int[text.Features.Length][], new float[text.Tokens.Count * Labels], new float[follows.Length]);
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = Array.FindAll(text.Features[i], f => met[f]);
            foreach (var feature in shown[i])
            {
                for (var label = 0; label < Labels; label++) scores[(i * Labels) + label] += weights[(feature * Width) + label];
            }
        }

        LabelChain.Probabilities(scores, text.Tokens, follows, expected);
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var error = (text.Label[i] == label ? 1 : 0) - scores[(i * Labels) + label];
                if (MathF.Abs(error) < 0.002f) continue;
                foreach (var feature in shown[i])
                {
                    Step(ref weights[(feature * Width) + label], ref squares[(feature * Width) + label], error);
                }
            }

            if (i > 0) expected[LabelChain.Follows(text.Tokens[i].Before, text.Label[i - 1], text.Label[i])] -= 1;
        }

        for (var pair = 0; pair < follows.Length; pair++) Step(ref follows[pair], ref followSquares[pair], -expected[pair]);
    }

    static void Step(ref float weight, ref float square, float error)
    {
        square += error * error;
        weight += (Rate * error / MathF.Sqrt(square + Start)) - (Decay * weight);
    }

    public TokenModel Quantised(TokenLimits limits)
    {
        var step = weights.Max(MathF.Abs) / MostWeight;
        return new(limits, follows, step, [.. weights.Select(w => (sbyte)MathF.Round(w / step))]);
    }
}
