namespace Ceptoar.Classification.Signals;

/// <summary>
/// Words that a recogniser looks for before it does anything dear. The sets of all recognisers are looked for together, in one pass over
/// a view (<see cref="FoundWords"/>); most texts hold no word of most sets.
/// </summary>
public sealed class WordSet
{
    public WordSet(params string[] words)
    {
        Number = WordIndex.Add(words);
    }

    /// <summary>Its number in <see cref="WordIndex"/>.</summary>
    internal int Number { get; }
}

/// <summary>The words of all sets, by their first letters. Immutable: each new set makes a new index.</summary>
sealed class WordIndex
{
    const int Slots = 1 << 14;

    static readonly Lock Adding = new();
    static volatile WordIndex current = new([]);

    readonly string[][] sets;
    readonly string[] words;
    readonly int[][] setsOf;

    // The first word of each slot and the next one of the same slot; 0 where there is none.
    readonly ushort[] byOne = new ushort[Slots];
    readonly ushort[] byTwo = new ushort[Slots];
    readonly ushort[] next;

    WordIndex(string[][] sets)
    {
        this.sets = sets;
        var byWord = sets.Index().SelectMany(s => s.Item.Distinct(StringComparer.Ordinal).Select(word => (Word: word, Set: s.Index))).GroupBy(w => w.Word, w => w.Set, StringComparer.Ordinal).ToList();
        (words, setsOf, next) = (["", .. byWord.Select(w => w.Key)], [[], .. byWord.Select(w => w.ToArray())], new ushort[byWord.Count + 1]);
        for (ushort i = 1; i < words.Length; i++)
        {
            ref var first = ref words[i].Length == 1 ? ref byOne[Slot(words[i][0])] : ref byTwo[Slot(words[i][0], words[i][1])];
            (next[i], first) = (first, i);
        }
    }

    /// <summary>The index of all sets that there are by now: they come as the recognisers are first used.</summary>
    public static WordIndex Current => current;

    public int Count => sets.Length;

    /// <summary>Adds a set and gives its number.</summary>
    public static int Add(string[] words)
    {
        lock (Adding)
        {
            current = new([.. current.sets, words]);
            return current.Count - 1;
        }
    }

    /// <summary>Every place in a text where a word of a set begins.</summary>
    public WordPlaces In(ReadOnlySpan<char> text)
    {
        var into = new WordPlaces(Count);
        for (var i = 0; i < text.Length; i++)
        {
            for (int word = byOne[Slot(text[i])]; word != 0; word = next[word])
            {
                if (words[word][0] == text[i]) into.Add(setsOf[word], i);
            }

            if (i + 1 == text.Length) break;

            for (int word = byTwo[Slot(text[i], text[i + 1])]; word != 0; word = next[word])
            {
                if (text[i..].StartsWith(words[word])) into.Add(setsOf[word], i);
            }
        }

        return into;
    }

    static int Slot(char one) => one & (Slots - 1);

    static int Slot(char one, char two) => ((one * 0x9E5) ^ (two * 0x35)) & (Slots - 1);
}
