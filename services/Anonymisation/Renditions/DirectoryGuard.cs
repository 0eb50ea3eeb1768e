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
    // Below this many terms looking for one after the other is faster than preparing to look for all at once.
    const int Few = 100;

    readonly SearchValues<string>? anywhere;
    readonly SearchValues<string>? japanese;
    readonly SearchValues<string>? latin;
    readonly string[] free;
    readonly string[] freeJapanese;
    readonly string[] freeLatin;
    readonly FrozenDictionary<string, string[]> latinByHead;
    readonly HashSet<string> words;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wordLookup;
    readonly int longestWord;
    readonly string[] punctuated;

    public DirectoryGuard(IReadOnlyList<Term> terms)
    {
        free = [.. terms.Where(t => t.Reach == Reach.Free).Select(t => t.Key)];
        freeJapanese = Array.FindAll(free, k => !Ascii.IsValid(k));
        freeLatin = Array.FindAll(free, k => Ascii.IsValid(k));
        var bounded = terms.Where(t => t.Reach == Reach.Bounded).Select(t => t.Key).ToArray();
        latinByHead = FrozenDictionary<string, string[]>.Empty;
        if (free.Length > Few)
        {
            anywhere = SearchValues.Create(free, StringComparison.Ordinal);
            japanese = SearchValues.Create(freeJapanese, StringComparison.Ordinal);
            latin = SearchValues.Create(freeLatin, StringComparison.Ordinal);
            latinByHead = freeLatin.GroupBy(k => k[..SearchTerm.ShortestFreeAscii]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        }
        words = bounded.Where(k => k.All(char.IsAsciiLetterOrDigit)).ToHashSet();
        wordLookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        longestWord = words.Count == 0 ? 0 : words.Max(w => w.Length);
        punctuated = [.. bounded.Where(k => !k.All(char.IsAsciiLetterOrDigit))];
    }

    /// <summary>Whether a term stands in folded text that still has its white space.</summary>
    public bool Stands(string folded) => Any(folded, anywhere, free) || Words(folded) || punctuated.Any(term => BetweenBoundaries(folded, term));

    /// <summary>
    /// Whether a term stands in a text only once its white space is gone. <paramref name="joined"/> tells of a place in the
    /// squeezed text whether a letter adjoined the one before it.
    /// </summary>
    public bool StandsSqueezed(string squeezed, Func<int, bool> joined)
    {
        if (Any(squeezed, japanese, freeJapanese)) return true;
        if (latin is null) return Array.Exists(freeLatin, term => Between(squeezed, term, joined));

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

    static bool Any(string text, SearchValues<string>? all, string[] terms) =>
        all is null ? Array.Exists(terms, term => text.Contains(term, StringComparison.Ordinal)) : text.AsSpan().ContainsAny(all);

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

    static bool BetweenBoundaries(string text, string term) => Between(text, term, _ => true);

    static bool Between(string text, string term, Func<int, bool> joined)
    {
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            if (Open(text, at, joined) && Open(text, at + term.Length, joined)) return true;
        }

        return false;
    }
}
