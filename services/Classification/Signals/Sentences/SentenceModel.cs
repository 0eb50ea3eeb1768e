using System.IO.Compression;
using System.Runtime.Intrinsics;

namespace Ceptoar.Classification.Signals.Sentences;

/// <summary>
/// Weights that were learned from labelled sentences (<c>make classify-train</c>): of every feature how much it speaks for each fact. Immutable.
/// </summary>
public sealed class SentenceModel
{
    /// <summary>Facts that fit into a row of weights.</summary>
    public const int Width = 32;

    const int Format = 1;
    const string Resource = "Ceptoar.Classification.Signals.Sentences.sentences.model";

    readonly sbyte[] weights;
    readonly float[] bias;
    readonly float[] thresholds;
    readonly float step;

    /// <param name="facts">Codes of <see cref="SignalTable"/>, at most <see cref="Width"/>.</param>
    /// <param name="bias">Of each fact.</param>
    /// <param name="thresholds">From this score on a fact is taken to be there.</param>
    /// <param name="step">What a weight of 1 is worth.</param>
    /// <param name="weights">A row of <see cref="Width"/> for each feature.</param>
    public SentenceModel(string[] facts, float[] bias, float[] thresholds, float step, sbyte[] weights)
    {
        (Facts, this.bias, this.thresholds, this.step, this.weights) = (facts, bias, thresholds, step, weights);
    }

    /// <summary>The model that this build carries.</summary>
    public static SentenceModel Current { get; } = Read(typeof(SentenceModel).Assembly.GetManifestResourceStream(Resource)!);

    public IReadOnlyList<string> Facts { get; }

    /// <summary>What the features of a sentence add up to, for each fact; sentences are read together by adding these.</summary>
    public SentenceWeight Weigh(List<int> features)
    {
        var sums = new int[Width];
        var (a, b, c, d) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        foreach (var feature in features)
        {
            var row = Vector256.LoadUnsafe(ref weights[feature * Width]);
            var (low, high) = Vector256.Widen(row);
            var (first, second) = Vector256.Widen(low);
            var (third, fourth) = Vector256.Widen(high);
            (a, b, c, d) = (a + first, b + second, c + third, d + fourth);
        }

        a.CopyTo(sums, 0);
        b.CopyTo(sums, 8);
        c.CopyTo(sums, 16);
        d.CopyTo(sums, 24);
        return new(sums, features.Count);
    }

    /// <summary>Positive where a fact is taken to be there, the higher the surer.</summary>
    public float Score(SentenceWeight of, int fact) => (of.Sums[fact] * step / MathF.Sqrt(Math.Max(1, of.Features))) + bias[fact] - thresholds[fact];

    public void Write(Stream to)
    {
        using var writer = new BinaryWriter(new BrotliStream(to, CompressionLevel.SmallestSize));
        writer.Write(Format);
        writer.Write(SentenceFeatures.Bits);
        writer.Write(Facts.Count);
        for (var k = 0; k < Facts.Count; k++)
        {
            writer.Write(Facts[k]);
            writer.Write(bias[k]);
            writer.Write(thresholds[k]);
        }

        writer.Write(step);
        // fact by fact: likes stand together and compress well
        for (var k = 0; k < Facts.Count; k++)
        {
            for (var row = 0; row < 1 << SentenceFeatures.Bits; row++) writer.Write(weights[(row * Width) + k]);
        }
    }

    /// <exception cref="InvalidDataException">It is of another format or was learned from other features.</exception>
    public static SentenceModel Read(Stream from)
    {
        using var reader = new BinaryReader(new BrotliStream(from, CompressionMode.Decompress));
        if (reader.ReadInt32() != Format || reader.ReadInt32() != SentenceFeatures.Bits) throw new InvalidDataException("a model of another format");

        var count = reader.ReadInt32();
        var (facts, bias, thresholds) = (new string[count], new float[count], new float[count]);
        for (var k = 0; k < count; k++) (facts[k], bias[k], thresholds[k]) = (reader.ReadString(), reader.ReadSingle(), reader.ReadSingle());

        var (step, weights) = (reader.ReadSingle(), new sbyte[Width << SentenceFeatures.Bits]);
        for (var k = 0; k < count; k++)
        {
            var column = reader.ReadBytes(1 << SentenceFeatures.Bits);
            for (var row = 0; row < column.Length; row++) weights[(row * Width) + k] = (sbyte)column[row];
        }

        return new(facts, bias, thresholds, step, weights);
    }
}

/// <summary>What sentences weigh for each fact.</summary>
/// <param name="Sums">Of all features.</param>
/// <param name="Features">How many features.</param>
public sealed record SentenceWeight(int[] Sums, int Features)
{
    public SentenceWeight And(SentenceWeight other) => new([.. Sums.Zip(other.Sums, (one, two) => one + two)], Features + other.Features);
}
