namespace Ceptoar.Anonymisation.Recognisers.Learned;

/// <summary>
/// A linear-chain conditional random field: the labels of all tokens together, by how each is scored and how one follows another
/// (Lafferty, McCallum and Pereira 2001).
/// </summary>
static class LabelChain
{
    const int Labels = TokenModel.Labels;

    /// <summary>Where the score of one label after another stands.</summary>
    public static int Follows(Gap gap, int before, int label) => ((((int)gap * Labels) + before) * Labels) + label;

    /// <summary>Puts probabilities in the place of scores, three to a token. What each pair of labels is expected is added up where asked for.</summary>
    public static void Probabilities(float[] scores, List<Token> tokens, float[] follows, float[]? expected = null)
    {
        if (tokens.Count == 0) return;

        var factors = new float[follows.Length];
        for (var i = 0; i < factors.Length; i++) factors[i] = MathF.Exp(follows[i]);

        var forward = new float[scores.Length];
        for (var i = 0; i < tokens.Count; i++)
        {
            var here = scores.AsSpan(i * Labels, Labels);
            var most = float.MinValue;
            foreach (var score in here) most = MathF.Max(most, score);
            foreach (ref var score in here) score = MathF.Exp(score - most);

            for (var label = 0; label < Labels; label++)
            {
                var sum = i == 0 ? 1f : 0f;
                for (var before = 0; i > 0 && before < Labels; before++) sum += forward[((i - 1) * Labels) + before] * factors[Follows(tokens[i].Before, before, label)];
                forward[(i * Labels) + label] = sum * here[label];
            }

            Normalise(forward.AsSpan(i * Labels, Labels));
        }

        Span<float> backward = [1, 1, 1];
        Span<float> next = stackalloc float[Labels];
        Span<float> pairs = stackalloc float[Labels * Labels];
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            next.Clear();
            for (var before = 0; i > 0 && before < Labels; before++)
            {
                for (var label = 0; label < Labels; label++)
                {
                    var onward = factors[Follows(tokens[i].Before, before, label)] * scores[(i * Labels) + label] * backward[label];
                    next[before] += onward;
                    pairs[(before * Labels) + label] = onward * forward[((i - 1) * Labels) + before];
                }
            }

            for (var label = 0; label < Labels; label++) scores[(i * Labels) + label] = forward[(i * Labels) + label] * backward[label];
            Normalise(scores.AsSpan(i * Labels, Labels));
            if (i == 0) break;

            if (expected is not null)
            {
                Normalise(pairs);
                for (var pair = 0; pair < pairs.Length; pair++) expected[Follows(tokens[i].Before, 0, 0) + pair] += pairs[pair];
            }

            Normalise(next);
            next.CopyTo(backward);
        }
    }

    static void Normalise(Span<float> values)
    {
        var sum = 0f;
        foreach (var value in values) sum += value;
        if (!(sum > 0) || !float.IsFinite(sum)) throw new InvalidOperationException("The labels of a text have no probability.");

        foreach (ref var value in values) value /= sum;
    }
}
