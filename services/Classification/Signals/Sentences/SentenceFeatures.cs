using System.Buffers;
using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals.Sentences;

/// <summary>
/// What the learned reader sees of a sentence of folded text: its words and Japanese letters in runs of up to four, and its stems in pairs,
/// whatever stands between them. Digits count by their number, addresses and mixed strings by their shape. Each feature is hashed to a
/// number below 2^<see cref="Bits"/>.
/// </summary>
public static class SentenceFeatures
{
    public const int Bits = 20;

    const int LongestRun = 4;
    const int LongestWord = 40;
    const int StemLength = 7;
    const int PairReach = 4;
    const int NegationReach = 12;

    static readonly SearchValues<char> PlainWord = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");
    static readonly SearchValues<char> Joining = SearchValues.Create("-_.@/:+=$%#!&*");

    static readonly uint Surname = Hash("surname");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unsaying = new[]
    {
        "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "and", "or", "is", "are", "was", "were", "be", "been", "it", "its", "that", "this", "as", "with", "from", "has", "have", "had", "our", "we", "i", "us",
    }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly string[] Endings = ["ations", "ation", "ingly", "ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s", "e"];

    static readonly string[] Negations = ["ない", "ず", "ません", "なか"];

    /// <summary>Adds every feature of a sentence, one that stands in it twice twice.</summary>
    public static void Of(ReadOnlySpan<char> sentence, List<int> into)
    {
        var from = into.Count;
        Runs(sentence, into);
        Pairs(sentence, into);
        Numbered(CollectionsMarshal.AsSpan(into)[from..]);
    }

    static void Runs(ReadOnlySpan<char> text, List<int> into)
    {
        Span<uint> last = stackalloc uint[LongestRun];
        last.Clear();
        var count = 0;
        Push(Hash("<"), last, ref count, into);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                i++;
                continue;
            }

            var end = char.IsAsciiLetterOrDigit(text[i]) ? EndOfWord(text, i) : i + 1;
            Push(end > i + 1 || char.IsAsciiLetterOrDigit(text[i]) ? Word(text[i..end], into) : Sign(text[i..], into), last, ref count, into);
            i = end;
        }

        Push(Hash(">"), last, ref count, into);
    }

    static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start < LongestWord && (char.IsAsciiLetterOrDigit(text[end]) || (Joining.Contains(text[end]) && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))) end++;
        return end;
    }

    static uint Word(ReadOnlySpan<char> word, List<int> into)
    {
        var (letters, digits) = (0, 0);
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetter(c)) letters++;
        }

        var signs = word.Length - letters - digits;
        if (digits == 0 && word.IndexOfAnyExcept(PlainWord) < 0)
        {
            if (signs > 0) Parts(word, 0, into);
            if (word.Length >= StemLength) Add((Hash(word[..5]) * 31) + 7, into);
            return Hash(word);
        }

        if (letters == 0 && signs == 0)
        {
            if (digits <= 2) Add(Hash(word), into);
            return Hash("#") + (uint)Math.Min(digits, 17);
        }

        Add(Hash(word), into);
        Parts(word, 3, into);
        return Shape(word, letters, digits, signs);
    }

    /// <summary>The letters that a compound word is made of.</summary>
    static void Parts(ReadOnlySpan<char> word, uint kind, List<int> into)
    {
        for (var (from, k) = (0, 0); k <= word.Length; k++)
        {
            if (k < word.Length && char.IsAsciiLetter(word[k])) continue;
            if (k - from >= 2) Add((Hash(word[from..k]) * 17) + kind, into);

            from = k + 1;
        }
    }

    static uint Shape(ReadOnlySpan<char> word, int letters, int digits, int signs)
    {
        if (word.StartsWith("cve-")) return Hash("{cve}");
        if (word.IndexOf('@') > 0) return Hash("{mail}");
        if (word.IndexOf("://") > 0) return Hash("{url}");
        if (word.StartsWith("10.") || word.StartsWith("192.168.") || word.StartsWith("172.")) return Hash("{private}");
        if (letters == 0 && word.Count('.') == 3) return Hash("{ip}");
        if (letters == 0) return Hash(word.ContainsAny(':', '/') ? "{time}" : "{number}") + (uint)Math.Min(word.Length, 15);
        if (digits == 0 && word.Contains('.')) return Hash("{host}");

        return Hash("{mixed}") + (uint)(Math.Min(word.Length, 24) / 4) + (signs > 0 ? 16u : 0u);
    }

    static uint Sign(ReadOnlySpan<char> text, List<int> into)
    {
        if (Kanji(text[0]) && Surnames.LengthAt(text) is > 0 and var length)
        {
            // what follows the name tells whether it is one
            Add(Surname, into);
            for (var more = 1; more <= 2 && length + more <= text.Length; more++) Add((Surname * 31) + Hash(text.Slice(length, more)), into);
        }

        return Hash(text[..1]);
    }

    static void Push(uint token, Span<uint> last, ref int count, List<int> into)
    {
        last[..^1].CopyTo(last[1..]);
        last[0] = token;
        count++;
        var run = 0u;
        for (var k = 0; k < Math.Min(count, LongestRun); k++)
        {
            run = (run * 0x9E3779B1u) ^ (last[k] + ((uint)k * 0x85EBCA6Bu));
            Add(run, into);
        }

        if (count >= 3) Add((last[0] * 0xC2B2AE35u) ^ (last[2] * 0x27D4EB2Fu), into);
    }

    static void Pairs(ReadOnlySpan<char> text, List<int> into)
    {
        Span<uint> before = stackalloc uint[PairReach];
        before.Clear();
        for (var i = 0; i < text.Length;)
        {
            var (kind, end) = (KindOf(text[i]), i + 1);
            while (end < text.Length && KindOf(text[end]) == kind) end++;

            var word = text[i..end];
            if (kind != Kind.Other && !Unsaying.Contains(word))
            {
                var stem = Hash(kind == Kind.Latin ? Stem(word) : word) * 0x61C88647u;
                Add(stem + 5, into);
                foreach (var other in before)
                {
                    if (other != 0) Add((other * 0xC2B2AE35u) ^ stem, into);
                }

                if (kind == Kind.Kanji && Negated(text[end..])) Add((stem * 31) + 1, into);

                before[..^1].CopyTo(before[1..]);
                before[0] = stem;
            }

            i = end;
        }
    }

    static bool Negated(ReadOnlySpan<char> behind)
    {
        behind = behind[..Math.Min(behind.Length, NegationReach)];
        if (behind.IndexOf('、') is >= 0 and var end) behind = behind[..end];
        foreach (var negation in Negations)
        {
            if (behind.Contains(negation, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending))
            {
                word = word[..^ending.Length];
                break;
            }
        }

        return word[..Math.Min(word.Length, StemLength)];
    }

    enum Kind
    {
        Other,
        Kanji,
        Katakana,
        Latin,
    }

    static Kind KindOf(char c) => c switch
    {
        (>= '\u3400' and <= '\u9FFF') or '々' => Kind.Kanji,
        (>= 'ァ' and <= 'ヺ') or 'ー' => Kind.Katakana,
        >= 'a' and <= 'z' => Kind.Latin,
        _ => Kind.Other,
    };

    static bool Kanji(char c) => KindOf(c) == Kind.Kanji;

    static void Add(uint hash, List<int> into) => into.Add((int)hash);

    /// <summary>Puts the features' numbers in the place of their hashes: as many at once as the processor can.</summary>
    static void Numbered(Span<int> features)
    {
        var many = MemoryMarshal.Cast<int, Vector<uint>>(features);
        foreach (ref var several in many) several = Number(several);

        foreach (ref var one in features[(many.Length * Vector<uint>.Count)..]) one = (int)Number(new Vector<uint>((uint)one))[0];
    }

    // The last rounds of MurmurHash3, so that the upper bits depend on all of the lower.
    static Vector<uint> Number(Vector<uint> hash)
    {
        hash ^= hash >>> 16;
        hash *= new Vector<uint>(0x85EBCA6Bu);
        hash ^= hash >>> 13;
        hash *= new Vector<uint>(0xC2B2AE35u);
        return hash >>> (32 - Bits);
    }

    // FNV-1a.
    static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
