using System.Runtime.InteropServices;

namespace Ceptoar.Classification.Signals;

/// <summary>Where the words of each <see cref="WordSet"/> begin in a view.</summary>
public sealed class FoundWords(string text)
{
    WordPlaces places = WordIndex.Current.In(text);

    public string Text { get; } = text;

    /// <summary>Whether a word of the set stands anywhere.</summary>
    public bool Any(WordSet set) => Of(set).MoveNext();

    /// <summary>Where words of the set begin, in order.</summary>
    public WordPlaces.Enumerator Of(WordSet set)
    {
        if (set.Number >= places.Sets) places = WordIndex.Current.In(Text); // the set is younger than the scan
        return places.Of(set.Number);
    }
}

/// <summary>Places of words, in a list for each set.</summary>
public sealed class WordPlaces
{
    const int None = -1;

    // Of each set the first and the last of its places below.
    readonly int[] first;
    readonly int[] last;

    // All places, each with the next of its set.
    readonly List<(int At, int Next)> all = [];

    internal WordPlaces(int sets)
    {
        (first, last) = (new int[sets], new int[sets]);
        Array.Fill(first, None);
        Array.Fill(last, None);
    }

    internal int Sets => first.Length;

    internal Enumerator Of(int set) => new(all, first[set]);

    /// <summary>To be called place by place.</summary>
    internal void Add(int[] sets, int at)
    {
        foreach (var set in sets)
        {
            var end = last[set];
            if (end != None && all[end].At == at) continue;

            if (end == None) first[set] = all.Count;
            else CollectionsMarshal.AsSpan(all)[end].Next = all.Count;
            last[set] = all.Count;
            all.Add((at, None));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    public struct Enumerator(List<(int At, int Next)> all, int next)
    {
        int next = next;

        public int Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (next == None) return false;

            (Current, next) = all[next];
            return true;
        }
    }
}
