using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>
/// Tells whether any of many terms stands in a text. Made for verification: shares the terms with the recogniser, but not the
/// way of finding them. Immutable.
/// </summary>
sealed class DirectoryGuard
{
    readonly SearchValues<string> anywhere;
    readonly SearchValues<string> japanese;
    readonly SearchValues<string> latin;
    readonly FrozenDictionary<string, string[]> latinByHead;
    readonly FrozenSet<string> words;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> wordLookup;
    readonly int longestWord;
    readonly string[] punctuated;

    public DirectoryGuard(IReadOnlyList<Term> terms)
    {
        var free = terms.Where(t => t.Reach == Reach.Free).Select(t => t.Key).ToArray();
        var bounded = terms.Where(t => t.Reach == Reach.Bounded).Select(t => t.Key).ToArray();
        var ascii = free.Where(k => Ascii.IsValid(k)).ToArray();

        anywhere = SearchValues.Create(free, StringComparison.Ordinal);
        japanese = SearchValues.Create([.. free.Where(k => !Ascii.IsValid(k))], StringComparison.Ordinal);
        latin = SearchValues.Create(ascii, StringComparison.Ordinal);
        latinByHead = ascii.GroupBy(k => k[..SearchTerm.ShortestFreeAscii]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        words = bounded.Where(k => k.All(char.IsAsciiLetterOrDigit)).ToFrozenSet();
        wordLookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        longestWord = words.Count == 0 ? 0 : words.Max(w => w.Length);
        punctuated = [.. bounded.Where(k => !k.All(char.IsAsciiLetterOrDigit))];
    }

    /// <summary>Whether a term stands in folded text that still has its white space.</summary>
    public bool Stands(string folded) => folded.AsSpan().ContainsAny(anywhere) || Words(folded) || punctuated.Any(term => BetweenBoundaries(folded, term));

    /// <summary>
    /// Whether a term stands in a text only once its white space is gone. <paramref name="joined"/> tells of a place in the
    /// squeezed text whether a letter adjoined the one before it.
    /// </summary>
    public bool StandsSqueezed(string squeezed, Func<int, bool> joined)
    {
        if (squeezed.AsSpan().ContainsAny(japanese)) return true;

        for (var at = 0; at < squeezed.Length;)
        {
            var hit = squeezed.AsSpan(at).IndexOfAny(latin);
            if (hit < 0) return false;

            at += hit;
            foreach (var term in latinByHead[squeezed.Substring(at, SearchTerm.ShortestFreeAscii)])
            {
                if (squeezed.AsSpan(at).StartsWith(term) && Open(squeezed, at, joined) && Open(squeezed, at + term.Length, joined)) return true;
            }

            at++;
        }

        return false;
    }

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

    static bool BetweenBoundaries(string text, string term)
    {
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            if (Open(text, at, _ => true) && Open(text, at + term.Length, _ => true)) return true;
        }

        return false;
    }
}
