using System.Runtime.InteropServices;
using System.Text;

namespace Ceptoar.Anonymisation.Dictionary;

/// <summary>A word of a text, in UTF-16 units. <see cref="Unknown"/> words were guessed from their characters alone.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Morpheme(int Start, int Length, WordClass Class, bool Unknown, int Word)
{
    public int End => Start + Length;
}

/// <summary>
/// Splits text into words by the cheapest way through the dictionary, and breaks ties as libmecab 0.996 does. Keeps its buffers:
/// one for each thread.
/// </summary>
public sealed class Lattice(MecabDictionary dictionary)
{
    // libmecab gives up on a line of about a megabyte; here a long line is cut before the lattice grows.
    const int LongestPiece = 4_096;
    const int MostPrefixes = 64;
    const int LongestGroup = 24;

    readonly List<Node> nodes = [];
    byte[] bytes = new byte[1_024];
    int[] ends = new int[1_024];
    int[] units = new int[1_024];

    /// <summary>The words of a text in order; white space belongs to none.</summary>
    public List<Morpheme> Split(ReadOnlySpan<char> text)
    {
        var words = new List<Morpheme>(text.Length / 2 + 1);
        for (var start = 0; start < text.Length;)
        {
            var length = PieceLength(text[start..]);
            SplitPiece(text.Slice(start, length), start, words);
            start += length;
        }

        return words;
    }

    /// <summary>A line; of a longer one what ends with a sentence, a blank, or as much as may be.</summary>
    static int PieceLength(ReadOnlySpan<char> rest)
    {
        var line = rest.IndexOf('\n');
        if (line >= 0 && line < LongestPiece) return line + 1;
        if (rest.Length <= LongestPiece) return rest.Length;

        var within = rest[..LongestPiece];
        var stop = within.LastIndexOfAny("。、 ");
        if (stop >= 0) return stop + 1;

        return char.IsHighSurrogate(within[^1]) ? LongestPiece - 1 : LongestPiece;
    }

    void SplitPiece(ReadOnlySpan<char> text, int offset, List<Morpheme> words)
    {
        var count = Encode(text);
        nodes.Clear();
        Array.Fill(ends, -1, 0, count + 1);
        nodes.Add(new() { NextEnd = -1 }); // begin of sentence: connects by 0 on both sides
        ends[0] = 0;

        for (var at = 0; at < count; at++)
        {
            if (ends[at] < 0) continue;

            var first = nodes.Count;
            var begin = AddWords(at, count);
            for (var i = nodes.Count - 1; i >= first; i--) Connect(i, at, begin);
        }

        var last = count;
        while (last > 0 && ends[last] < 0) last--; // what follows is white space
        var node = Best(last);
        var from = words.Count;
        for (; node > 0; node = nodes[node].Previous)
        {
            var n = nodes[node];
            var entry = (n.Unknown ? dictionary.UnknownWords : dictionary.Words)[n.Word];
            words.Add(new(offset + units[n.Begin], units[n.End] - units[n.Begin], dictionary.ClassOf(entry, n.Unknown), n.Unknown, n.Word));
        }

        words.Reverse(from, words.Count - from);
    }

    /// <summary>The piece in UTF-8 with, for each byte, the unit it begins; broken surrogates count as one character.</summary>
    int Encode(ReadOnlySpan<char> text)
    {
        var most = text.Length * 3 + 1;
        if (bytes.Length < most) (bytes, ends, units) = (new byte[most * 2], new int[most * 2], new int[most * 2]);

        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
            units[count] = i;
            var length = rune.EncodeToUtf8(bytes.AsSpan(count));
            for (var j = 1; j < length; j++) units[count + j] = i;
            (count, i) = (count + length, i + consumed);
        }

        units[count] = text.Length;
        return count;
    }

    /// <summary>Adds all words that may begin here, behind white space; gives the place behind it.</summary>
    int AddWords(int at, int count)
    {
        var begin = at;
        while (begin < count && bytes[begin] is (byte)' ' or (byte)'\n' or (byte)'\t' && begin < count) begin++;
        if (begin == count) return begin;

        var first = nodes.Count;
        Span<(int Length, int First, int Count)> found = stackalloc (int, int, int)[MostPrefixes];
        var hits = dictionary.Words.Prefixes(bytes.AsSpan(begin, count - begin), found);
        foreach (var hit in found[..hits])
        {
            for (var i = 0; i < hit.Count; i++) Add(begin, begin + hit.Length, hit.First + i, unknown: false);
        }

        Rune.DecodeFromUtf8(bytes.AsSpan(begin, count - begin), out var rune, out var size);
        var kind = dictionary.Kind(rune.Value);
        if (nodes.Count > first && !kind.Invoke) return begin;

        AddUnknown(begin, begin + size, count, kind, first);
        return begin;
    }

    void AddUnknown(int begin, int afterFirst, int count, MecabDictionary.CharacterKind kind, int first)
    {
        var grouped = -1;
        if (kind.Group)
        {
            var (end, length) = (afterFirst, 1);
            for (var previous = kind; end < count && Kind(end, count, out var size) is var next && previous.SharesWith(next); end += size, length++) previous = next;
            if (length <= LongestGroup + 1) AddAll(begin, end, kind);
            grouped = end;
        }

        var stop = afterFirst;
        for (var i = 1; i <= kind.Length && stop <= count; i++)
        {
            if (stop != grouped) AddAll(begin, stop, kind);
            if (stop == count || Kind(stop, count, out var size) is var next && !kind.SharesWith(next)) break;

            Kind(stop, count, out size);
            stop += size;
        }

        if (nodes.Count == first) AddAll(begin, afterFirst, kind);
    }

    MecabDictionary.CharacterKind Kind(int at, int count, out int size)
    {
        Rune.DecodeFromUtf8(bytes.AsSpan(at, count - at), out var rune, out size);
        return dictionary.Kind(rune.Value);
    }

    void AddAll(int begin, int end, MecabDictionary.CharacterKind kind)
    {
        var (first, count) = dictionary.UnknownOf(kind.Default);
        for (var i = 0; i < count; i++) Add(begin, end, first + i, unknown: true);
    }

    void Add(int begin, int end, int word, bool unknown)
    {
        var entry = (unknown ? dictionary.UnknownWords : dictionary.Words)[word];
        nodes.Add(new() { Begin = begin, End = end, Word = word, Unknown = unknown, Left = entry.Left, Right = entry.Right, Cost = entry.Cost });
    }

    /// <summary>Joins a word to the cheapest of those that end where it (or the white space before it) begins.</summary>
    void Connect(int index, int at, int begin)
    {
        var all = CollectionsMarshal.AsSpan(nodes);
        ref var node = ref all[index];
        var (best, from) = (long.MaxValue, -1);
        for (var left = ends[at]; left >= 0; left = all[left].NextEnd)
        {
            var total = all[left].Total + dictionary.Connection(node.Left, all[left].Right) + node.Cost;
            if (total < best) (best, from) = (total, left);
        }

        (node.Total, node.Previous, node.NextEnd) = (best, from, ends[node.End]);
        ends[node.End] = index;
        System.Diagnostics.Debug.Assert(node.Begin == begin);
    }

    int Best(int last)
    {
        var all = CollectionsMarshal.AsSpan(nodes);
        var (best, from) = (long.MaxValue, 0);
        for (var left = ends[last]; left >= 0; left = all[left].NextEnd)
        {
            var total = all[left].Total + dictionary.Connection(0, all[left].Right);
            if (total < best) (best, from) = (total, left);
        }

        return from;
    }

    [StructLayout(LayoutKind.Auto)]
    struct Node
    {
        public int Begin;
        public int End;
        public int Word;
        public bool Unknown;
        public ushort Left;
        public ushort Right;
        public short Cost;
        public long Total;
        public int Previous;
        public int NextEnd;
    }
}
