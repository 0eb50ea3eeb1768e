using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Ceptoar.Anonymisation.Recognisers.Learned;

/// <summary>From which probability on the learned recogniser does what; all are learned too.</summary>
/// <param name="Remove">That a token has to go, to begin a stretch that surely goes.</param>
/// <param name="Deny">The same where readers are denied by default.</param>
/// <param name="Join">That a neighbour of it goes along.</param>
/// <param name="Hold">Below it a word that nobody knows stays.</param>
/// <param name="HoldGuess">Below it what a rule guessed to identify stays.</param>
/// <param name="Indicator">That an indicator of which nobody said whose it is goes.</param>
/// <param name="Figure">Below it a figure is told as it is and not in its order of magnitude.</param>
/// <param name="Retain">That a token is one that defenders need: from there on no guess takes it out.</param>
sealed record TokenLimits(float Remove, float Deny, float Join, float Hold, float HoldGuess, float Indicator, float Figure, float Retain);

/// <summary>
/// Weights that were learned from annotated reports (<c>make anonymise-train</c>): how much each feature of a token speaks for its being
/// context, something to keep or something to remove, and how these follow one another. Immutable.
/// </summary>
sealed class TokenModel
{
    /// <summary>Context, kept, removed; a fourth fills the row.</summary>
    public const int Labels = 3;
    public const int Kept = 1;
    public const int Removed = 2;
    public const int Width = 4;
    public const int Gaps = 3;

    const int Format = 2;
    const string Resource = "Ceptoar.Anonymisation.Recognisers.Learned.tokens.model";

    readonly sbyte[] weights;
    readonly float[] follows;
    readonly float step;

    /// <param name="limits">From which probability on what is done.</param>
    /// <param name="follows">How well a label follows another, for each <see cref="Gap"/>.</param>
    /// <param name="step">What a weight of 1 is worth.</param>
    /// <param name="weights">A row of <see cref="Width"/> for each feature.</param>
    public TokenModel(TokenLimits limits, float[] follows, float step, sbyte[] weights)
    {
        (Limits, this.follows, this.step, this.weights) = (limits, follows, step, weights);
    }

    static readonly Lazy<TokenModel> Embedded = new(() => Read(typeof(TokenModel).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("The learned weights are missing.")));

    /// <summary>The model that this build carries.</summary>
    public static TokenModel Current => Embedded.Value;

    public TokenLimits Limits { get; }

    public TokenModel With(TokenLimits limits) => new(limits, follows, step, weights);

    /// <summary>The probability of each label of each token, three to a token.</summary>
    public float[] Probabilities(FieldViews field, List<Token> tokens, List<Finding> findings)
    {
        var (features, list) = (new TokenFeatures(field, tokens, findings), new List<int>(128));
        var scores = new float[tokens.Count * Labels];
        var rows = MemoryMarshal.Cast<sbyte, int>(weights);
        for (var i = 0; i < tokens.Count; i++)
        {
            list.Clear();
            features.Of(i, list);
            var (none, kept, removed) = (0, 0, 0);
            foreach (var feature in CollectionsMarshal.AsSpan(list))
            {
                var row = rows[feature];
                none += (sbyte)row;
                kept += (sbyte)(row >> 8);
                removed += (sbyte)(row >> 16);
            }

            (scores[i * Labels], scores[(i * Labels) + 1], scores[(i * Labels) + Removed]) = (none * step, kept * step, removed * step);
        }

        LabelChain.Probabilities(scores, tokens, follows);
        return scores;
    }

    public void Write(Stream to)
    {
        using var writer = new BinaryWriter(new BrotliStream(to, CompressionLevel.SmallestSize));
        writer.Write(Format);
        writer.Write(TokenFeatures.Bits);
        foreach (var limit in new[] { Limits.Remove, Limits.Deny, Limits.Join, Limits.Hold, Limits.HoldGuess, Limits.Indicator, Limits.Figure, Limits.Retain }) writer.Write(limit);
        foreach (var follow in follows) writer.Write(follow);
        writer.Write(step);
        for (var label = 0; label < Labels; label++)
        {
            // label by label: likes stand together and compress well
            for (var row = 0; row < 1 << TokenFeatures.Bits; row++) writer.Write(weights[(row * Width) + label]);
        }
    }

    /// <exception cref="InvalidDataException">It is of another format or was learned from other features.</exception>
    public static TokenModel Read(Stream from)
    {
        using var reader = new BinaryReader(new BrotliStream(from, CompressionMode.Decompress));
        if (reader.ReadInt32() != Format || reader.ReadInt32() != TokenFeatures.Bits) throw new InvalidDataException("a model of another format");

        var limits = new TokenLimits(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var pairs = new float[Gaps * Labels * Labels];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = reader.ReadSingle();

        var (step, weights) = (reader.ReadSingle(), new sbyte[Width << TokenFeatures.Bits]);
        for (var label = 0; label < Labels; label++)
        {
            var column = reader.ReadBytes(1 << TokenFeatures.Bits);
            for (var row = 0; row < column.Length; row++) weights[(row * Width) + label] = (sbyte)column[row];
        }

        return new(limits, pairs, step, weights);
    }
}
