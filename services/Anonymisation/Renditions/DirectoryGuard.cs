using System.Text;
using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>
/// Tells whether any of many terms stands in a text. Made for verification: shares the terms with the recogniser, but not the
/// way of finding them. Immutable.
/// </summary>
sealed class DirectoryGuard
{
    readonly StringHeads japanese;
    readonly StringHeads latin;
    readonly HashSet<string> words;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wordLookup;
    readonly int longestWord;
    readonly StringHeads punctuated;

    public DirectoryGuard(IReadOnlyList<Term> terms)
    {
        var free = terms.Where(t => t.Reach == Reach.Free).Select(t => t.Key).ToLookup(key => Ascii.IsValid(key));
        (japanese, latin) = (new(free[false]), new(free[true]));
        var bounded = terms.Where(t => t.Reach == Reach.Bounded).Select(t => t.Key).ToLookup(key => key.All(char.IsAsciiLetterOrDigit));
        words = bounded[true].ToHashSet();
        wordLookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        longestWord = words.Count == 0 ? 0 : words.Max(w => w.Length);
        punctuated = new(bounded[false]);
    }

    /// <summary>Whether a term stands in folded text that still has its white space.</summary>
    public bool Stands(string folded) => japanese.Stand(folded) || latin.Stand(folded) || Words(folded) || punctuated.Stand(folded, (start, end) => Open(folded, start, _ => true) && Open(folded, end, _ => true));

    /// <summary>
    /// Whether a term stands in a text only once its white space is gone. <paramref name="joined"/> tells of a place in the
    /// squeezed text whether a letter adjoined the one before it.
    /// </summary>
    public bool StandsSqueezed(string squeezed, Func<int, bool> joined) =>
        japanese.Stand(squeezed) || latin.Stand(squeezed, (start, end) => Open(squeezed, start, joined) && Open(squeezed, end, joined));

    static bool Open(string text, int place, Func<int, bool> joined) =>
        place == 0 || place == text.Length || !char.IsAsciiLetterOrDigit(text[place - 1]) || !char.IsAsciiLetterOrDigit(text[place]) || !joined(place);

    /// <summary>Short words and numbers, also where blanks run through them.</summary>
    bool Words(string folded)
    {
        if (longestWord == 0) return false;

        const int small = 256;
        Span<char> run = longestWord <= small ? stackalloc char[small] : new char[longestWord];
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(folded[i]) || (i > 0 && char.IsAsciiLetterOrDigit(folded[i - 1]))) continue;

            var length = 0;
            for (var j = i; j < folded.Length && length < longestWord; j++)
            {
                if (char.IsWhiteSpace(folded[j])) continue;
                if (!char.IsAsciiLetterOrDigit(folded[j])) break;

                run[length++] = folded[j];
                var ends = j + 1 == folded.Length || !char.IsAsciiLetterOrDigit(folded[j + 1]);
                if (ends && wordLookup.Contains(run[..length])) return true;
            }
        }

        return false;
    }
}

/// <summary>Many strings by their first letters; tells whether one stands in a text. Immutable.</summary>
sealed class StringHeads
{
    const int LongestHead = SearchTerm.ShortestFreeAscii;

    // one bit for each pair of letters that a string begins with, by a hash
    readonly ulong[] pairs = new ulong[(char.MaxValue + 1) / 64];
    readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>>[] byLength;
    readonly int[] lengths;

    /// <param name="strings">Of two letters and more.</param>
    public StringHeads(IEnumerable<string> strings)
    {
        var all = strings.ToArray();
        foreach (var text in all) pairs[Pair(text[0], text[1]) / 64] |= 1UL << Pair(text[0], text[1]) % 64;
        byLength =
        [
            .. all.GroupBy(text => Math.Min(text.Length, LongestHead)).Select(
                length => length.GroupBy(text => text[..length.Key]).ToDictionary(head => head.Key, head => head.ToArray()).GetAlternateLookup<ReadOnlySpan<char>>()),
        ];
        lengths = [.. byLength.Select(l => l.Dictionary.Keys.First().Length)];
    }

    /// <param name="fits">Whether a string may stand from here to there; anywhere unless given.</param>
    public bool Stand(string text, Func<int, int, bool>? fits = null)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var pair = Pair(text[at], text[at + 1]);
            if ((pairs[pair / 64] >> pair % 64 & 1) == 0) continue;

            for (var i = 0; i < lengths.Length; i++)
            {
                if (at + lengths[i] > text.Length || !byLength[i].TryGetValue(text.AsSpan(at, lengths[i]), out var candidates)) continue;

                foreach (var candidate in candidates)
                {
                    if (text.AsSpan(at).StartsWith(candidate) && (fits is null || fits(at, at + candidate.Length))) return true;
                }
            }
        }

        return false;
    }

    static int Pair(char first, char second) => (first * 40_503 ^ second) & char.MaxValue;
}
