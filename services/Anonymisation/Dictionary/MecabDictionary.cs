using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Ceptoar.Anonymisation.Dictionary;

/// <summary>
/// MeCab's compiled dictionary (<c>sys.dic</c>, <c>unk.dic</c>, <c>matrix.bin</c>, <c>char.bin</c>, UTF-8), read without any native
/// library. Immutable, for any number of threads; loads in some 100 ms.
/// </summary>
public sealed class MecabDictionary
{
    readonly short[] matrix;
    readonly int matrixWidth;
    readonly uint[] characters;
    readonly WordTable words;
    readonly (int First, int Count)[] unknown;
    readonly WordTable unknownWords;
    readonly WordClass[] classes;
    readonly WordClass[] unknownClasses;

    MecabDictionary(byte[] sys, byte[] unk, byte[] matrix, byte[] chars)
    {
        words = new(sys);
        unknownWords = new(unk);
        matrixWidth = BinaryPrimitives.ReadUInt16LittleEndian(matrix);
        this.matrix = MemoryMarshal.Cast<byte, short>(matrix.AsSpan(4)).ToArray();

        var categories = BinaryPrimitives.ReadInt32LittleEndian(chars);
        const int nameLength = 32;
        characters = MemoryMarshal.Cast<byte, uint>(chars.AsSpan(4 + categories * nameLength)).ToArray();
        unknown = new (int, int)[categories];
        for (var i = 0; i < categories; i++)
        {
            var name = chars.AsSpan(4 + i * nameLength, nameLength);
            unknown[i] = unknownWords.Exact(name[..name.IndexOf((byte)0)]) ?? throw new InvalidDataException("unk.dic lacks a category of char.bin.");
        }

        classes = words.Classes();
        unknownClasses = unknownWords.Classes();
    }

    /// <summary>Reads a compiled dictionary, such as <c>/var/lib/mecab/dic/ipadic-utf8</c>.</summary>
    /// <exception cref="InvalidOperationException">It is missing, incomplete or not in UTF-8.</exception>
    public static MecabDictionary Load(string folder)
    {
        try
        {
            return new(Read("sys.dic"), Read("unk.dic"), Read("matrix.bin"), Read("char.bin"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidOperationException($"No usable MeCab dictionary in {folder}: install the package mecab-ipadic-utf8 or name its folder in Anonymisation:Dictionary.", e);
        }

        byte[] Read(string file) => File.ReadAllBytes(Path.Combine(folder, file));
    }

    /// <summary>Family names and given names with their readings in katakana.</summary>
    internal IEnumerable<(string Name, string Reading, WordClass Class)> PersonNames()
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (classes[word.PartOfSpeech] is not (WordClass.FamilyName or WordClass.GivenName)) continue;
            if (words.Feature(word).Split(',') is [_, _, _, _, _, _, var name, var reading, ..]) yield return (name, reading, classes[word.PartOfSpeech]);
        }
    }

    /// <summary>Whether a word stands in the dictionary as something other than a name.</summary>
    internal bool Common(ReadOnlySpan<char> word)
    {
        const int longest = 64;
        if (word.Length > longest) return false;

        Span<byte> key = stackalloc byte[longest * 3];
        if (words.Exact(key[..Encoding.UTF8.GetBytes(word, key)]) is not var (first, count)) return false;

        for (var i = first; i < first + count; i++)
        {
            if (!classes[words[i].PartOfSpeech].Identifies()) return true;
        }

        return false;
    }

    /// <summary>The reading in katakana of a word of <see cref="Lattice.Split"/>; null where the dictionary has none.</summary>
    internal string? Reading(Morpheme morpheme) =>
        !morpheme.Unknown && words.Feature(words[morpheme.Word]).Split(',') is [_, _, _, _, _, _, _, var reading, ..] && reading != "*" ? reading : null;

    internal WordTable Words => words;
    internal WordTable UnknownWords => unknownWords;

    internal (int First, int Count) UnknownOf(int category) => unknown[category];

    internal WordClass ClassOf(Entry entry, bool isUnknown) => (isUnknown ? unknownClasses : classes)[entry.PartOfSpeech];

    internal int Connection(int leftOfRight, int rightOfLeft) => matrix[rightOfLeft + matrixWidth * leftOfRight];

    /// <summary>What char.bin says of a character; those outside the basic plane count as the first.</summary>
    internal CharacterKind Kind(int rune) => new(characters[rune < characters.Length ? rune : 0]);

    /// <summary>Bit fields of char.bin: 18 of categories, 8 of the one that counts, 4 of length, then group and invoke.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct CharacterKind(uint Bits)
    {
        public uint Categories => Bits & 0x3FFFF;
        public int Default => (int)(Bits >> 18 & 0xFF);
        public int Length => (int)(Bits >> 26 & 0xF);
        public bool Group => (Bits >> 30 & 1) != 0;
        public bool Invoke => Bits >> 31 != 0;

        public bool SharesWith(CharacterKind other) => (Categories & other.Categories) != 0;
    }

    /// <summary>One token of a dictionary.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Entry(ushort Left, ushort Right, ushort PartOfSpeech, short Cost, uint FeatureAt, uint Compound);

    /// <summary>A <c>.dic</c> file: 72 bytes of header, a double array of UTF-8 keys, tokens, features.</summary>
    internal sealed class WordTable
    {
        const int Header = 72;
        const int CharsetAt = 40;

        readonly byte[] file;
        readonly int doubleArray;
        readonly int tokens;
        readonly int features;

        public WordTable(byte[] file)
        {
            this.file = file;
            if (file.Length < Header || !Encoding.ASCII.GetString(file, CharsetAt, Header - CharsetAt).TrimEnd('\0').StartsWith("utf", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException("The dictionary is not in UTF-8.");
            }

            var (arraySize, tokenSize, featureSize) = (Int(24), Int(28), Int(32));
            (doubleArray, tokens, features) = (Header, Header + arraySize, Header + arraySize + tokenSize);
            if (features + featureSize != file.Length) throw new InvalidDataException("The dictionary is incomplete.");

            Count = tokenSize / Marshal.SizeOf<Entry>();
        }

        public int Count { get; }

        public Entry this[int index] => MemoryMarshal.Cast<byte, Entry>(file.AsSpan(tokens, features - tokens))[index];

        public string Feature(Entry entry)
        {
            var text = file.AsSpan(features + (int)entry.FeatureAt);
            return Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);
        }

        /// <summary>The class of each part of speech, by its number.</summary>
        public WordClass[] Classes()
        {
            var classes = new WordClass[ushort.MaxValue + 1];
            var seen = new bool[ushort.MaxValue + 1];
            for (var i = 0; i < Count; i++)
            {
                var entry = this[i];
                if (seen[entry.PartOfSpeech]) continue;

                (seen[entry.PartOfSpeech], classes[entry.PartOfSpeech]) = (true, WordClasses.Of(Feature(entry)));
            }

            return classes;
        }

        public (int First, int Count)? Exact(ReadOnlySpan<byte> key)
        {
            Span<(int Length, int First, int Count)> found = stackalloc (int, int, int)[1];
            var units = MemoryMarshal.Cast<byte, int>(file.AsSpan(doubleArray, tokens - doubleArray));
            var place = units[0];
            foreach (var letter in key)
            {
                if (!Step(units, ref place, letter)) return null;
            }

            return Value(units, place, 0, found) ? (found[0].First, found[0].Count) : null;
        }

        /// <summary>All entries whose key begins the text, shortest first; fills <paramref name="found"/> and says how many.</summary>
        public int Prefixes(ReadOnlySpan<byte> text, Span<(int Length, int First, int Count)> found)
        {
            var units = MemoryMarshal.Cast<byte, int>(file.AsSpan(doubleArray, tokens - doubleArray));
            var (place, count) = (units[0], 0);
            for (var i = 0; count < found.Length; i++)
            {
                if (Value(units, place, i, found[count..])) count++;
                if (i == text.Length || count == found.Length || !Step(units, ref place, text[i])) return count;
            }

            return count;
        }

        static bool Step(ReadOnlySpan<int> units, ref int place, byte letter)
        {
            var next = place + letter + 1;
            if (units[2 * next + 1] != place) return false;

            place = units[2 * next];
            return true;
        }

        static bool Value(ReadOnlySpan<int> units, int place, int length, Span<(int Length, int First, int Count)> found)
        {
            var value = units[2 * place];
            if (units[2 * place + 1] != place || value >= 0) return false;

            found[0] = (length, -value - 1 >> 8, -value - 1 & 0xFF);
            return true;
        }

        int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
    }
}
