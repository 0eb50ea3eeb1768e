using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ceptoar.Classification.Signals.Sentences;

/// <summary>
/// Weights that were learned from labelled sentences (<c>make classify-train</c>): of every feature how much it speaks for each fact.
/// Most features never weigh anything, so only those that do have a row. Immutable.
/// </summary>
public sealed class SentenceModel
{
    /// <summary>Facts that fit into a row of weights.</summary>
    public const int Width = 32;

    const int Format = 2;
    const int Block = 64;
    const int AtOnce = 8;
    const string Resource = "Ceptoar.Classification.Signals.Sentences.sentences.model";

    readonly FeatureBlock[] blocks = new FeatureBlock[(1 << SentenceFeatures.Bits) / Block];
    readonly sbyte[] rows;
    readonly float[] bias;
    readonly float[] thresholds;
    readonly float step;

    // Of each fact what its weighted features must exceed; nothing exceeds that of the places beyond the last.
    readonly float[] least = new float[Width];

    /// <param name="facts">Codes of <see cref="SignalTable"/>, at most <see cref="Width"/>.</param>
    /// <param name="bias">Of each fact.</param>
    /// <param name="thresholds">From this score on a fact is taken to be there.</param>
    /// <param name="step">What a weight of 1 is worth.</param>
    /// <param name="known">The features that have a row, ascending.</param>
    /// <param name="rows">A row of <see cref="Width"/> for each of them.</param>
    public SentenceModel(string[] facts, float[] bias, float[] thresholds, float step, IReadOnlyList<int> known, sbyte[] rows)
    {
        (Facts, Known, this.bias, this.thresholds, this.step, this.rows) = (facts, known, bias, thresholds, step, rows);
        foreach (var feature in known) blocks[feature / Block].Known |= 1UL << (feature % Block);
        for (var i = 1; i < blocks.Length; i++) blocks[i].Before = blocks[i - 1].Before + BitOperations.PopCount(blocks[i - 1].Known);

        Array.Fill(least, float.PositiveInfinity);
        for (var k = 0; k < facts.Length; k++) least[k] = thresholds[k] - bias[k];
    }

    // Read when first asked for: one that is of an older format must not keep a new one from being learned.
    static readonly Lazy<SentenceModel> Carried = new(() => Read(typeof(SentenceModel).Assembly.GetManifestResourceStream(Resource)!));

    /// <summary>The model that this build carries.</summary>
    public static SentenceModel Current => Carried.Value;

    public IReadOnlyList<string> Facts { get; }

    IReadOnlyList<int> Known { get; }

    /// <summary>What the features of a sentence add up to, for each fact; sentences are read together by adding these.</summary>
    public SentenceWeight Weigh(List<int> features)
    {
        var (a, b, c, d) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        foreach (var feature in features)
        {
            ref readonly var block = ref blocks[feature / Block];
            var before = block.Known << (Block - 1 - (feature % Block)); // its own bit is the highest now
            if ((long)before >= 0) continue;

            var row = Vector256.LoadUnsafe(ref rows[(block.Before + BitOperations.PopCount(before) - 1) * Width]);
            var (low, high) = Vector256.Widen(row);
            var (first, second) = Vector256.Widen(low);
            var (third, fourth) = Vector256.Widen(high);
            (a, b, c, d) = (a + first, b + second, c + third, d + fourth);
        }

        return new(a, b, c, d, features.Count);
    }

    /// <summary>How far each fact is above its threshold: it is taken to be there where this is positive. A place of <see cref="Width"/> each.</summary>
    public void Scores(in SentenceWeight of, Span<float> into)
    {
        var scale = Vector256.Create(step / MathF.Sqrt(Math.Max(1, of.Features)));
        Score(of.First, 0, into);
        Score(of.Second, AtOnce, into);
        Score(of.Third, 2 * AtOnce, into);
        Score(of.Fourth, 3 * AtOnce, into);

        void Score(Vector256<int> sums, int from, Span<float> into) =>
            ((Vector256.ConvertToSingle(sums) * scale) - Vector256.LoadUnsafe(ref least[from])).CopyTo(into[from..]);
    }

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
        writer.Write(Known.Count);
        for (var i = 0; i < Known.Count; i++) writer.Write7BitEncodedInt(Known[i] - (i == 0 ? 0 : Known[i - 1]));

        // fact by fact: likes stand together and compress well
        for (var k = 0; k < Facts.Count; k++)
        {
            for (var row = 0; row < Known.Count; row++) writer.Write(rows[(row * Width) + k]);
        }
    }

    /// <exception cref="InvalidDataException">It is of another format, was learned from other features or is not whole.</exception>
    public static SentenceModel Read(Stream from)
    {
        using var reader = new BinaryReader(new BrotliStream(from, CompressionMode.Decompress));
        if (reader.ReadInt32() != Format || reader.ReadInt32() != SentenceFeatures.Bits) throw new InvalidDataException("a model of another format");

        var count = reader.ReadInt32();
        var (facts, bias, thresholds) = (new string[count], new float[count], new float[count]);
        for (var k = 0; k < count; k++) (facts[k], bias[k], thresholds[k]) = (reader.ReadString(), reader.ReadSingle(), reader.ReadSingle());

        var (step, known) = (reader.ReadSingle(), new int[reader.ReadInt32()]);
        for (var i = 0; i < known.Length; i++) known[i] = reader.Read7BitEncodedInt() + (i == 0 ? 0 : known[i - 1]);

        var weights = new sbyte[known.Length * Width];
        for (var k = 0; k < count; k++)
        {
            var column = reader.ReadBytes(known.Length);
            if (column.Length < known.Length) throw new InvalidDataException("a model that ends too early");

            for (var row = 0; row < column.Length; row++) weights[(row * Width) + k] = (sbyte)column[row];
        }

        return new(facts, bias, thresholds, step, known, weights);
    }

    /// <summary>64 features: which of them have a row, and how many of those below have one.</summary>
    [StructLayout(LayoutKind.Auto)]
    struct FeatureBlock
    {
        public ulong Known;
        public int Before;
    }
}

/// <summary>What sentences weigh: sums of eight facts each.</summary>
/// <param name="Features">How many features they have.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SentenceWeight(Vector256<int> First, Vector256<int> Second, Vector256<int> Third, Vector256<int> Fourth, int Features)
{
    public SentenceWeight And(in SentenceWeight other) => new(First + other.First, Second + other.Second, Third + other.Third, Fourth + other.Fourth, Features + other.Features);
}
