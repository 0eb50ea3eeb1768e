using System.Buffers;
using System.Collections.Frozen;
using System.Numerics;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Names of hosts that are made to be taken for a member's. Immutable.</summary>
sealed class LookAlikes
{
    /// <summary>Shorter labels are met in many words.</summary>
    public const int Shortest = 4;
    const int ShortestAmiss = 6;
    const int Longest = 63;

    // Digits and pairs that are read as a letter.
    static readonly (string Seen, string Meant)[] Seen = [("0", "o"), ("1", "l"), ("3", "e"), ("4", "a"), ("5", "s"), ("7", "t"), ("8", "b"), ("9", "g"), ("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u")];

    readonly SearchValues<string> plains;
    readonly SearchValues<string> meanings;
    readonly (string Plain, ulong PlainLetters, string Meant, ulong MeantLetters)[][] byLength;

    // all meanings, a line each: one search over it is what thousands would be
    readonly string meant;

    // short names, told by their reading as a whole
    readonly FrozenSet<string> shortMeant;

    /// <param name="labels">What is searched for within other words, too.</param>
    /// <param name="names">Names too short for that: only a word that reads as the whole of one, with digits for letters, is like it.</param>
    public LookAlikes(IEnumerable<string> labels, IEnumerable<string> names)
    {
        shortMeant = names.Select(Meant).ToFrozenSet();

        var all = labels.Select(l => (Plain: Plain(l), Meant: Meant(Plain(l)))).Distinct().ToArray();
        plains = SearchValues.Create([.. all.Select(l => l.Plain)], StringComparison.Ordinal);
        meanings = SearchValues.Create([.. all.Select(l => l.Meant)], StringComparison.Ordinal);
        meant = string.Join('\n', all.Select(l => l.Meant));
        byLength = [.. Enumerable.Range(0, Longest + 1).Select(length => all.Where(l => l.Plain.Length == length && length >= ShortestAmiss).Select(l => (l.Plain, Letters(l.Plain), l.Meant, Letters(l.Meant))).ToArray())];
    }

    /// <summary>Whether a label of a host spells one of the members' labels.</summary>
    public bool Spells(ReadOnlySpan<char> label)
    {
        if (label.Length is < Shortest or > Longest) return false;

        var written = label.ToString();
        var own = Plain(written);
        var read = Meant(own);
        if (own.AsSpan().ContainsAny(plains) || read.AsSpan().ContainsAny(meanings)) return true;
        if (own.Length >= ShortestAmiss && written.AsSpan().ContainsAnyInRange('0', '9') && meant.Contains(read, StringComparison.Ordinal)) return true;
        if (shortMeant.Contains(read) && written.AsSpan().ContainsAnyInRange('0', '9') && read != own) return true;
        if (Amiss(own, read: null)) return true;

        return written.Length > own.Length && Array.Exists(written.Split('-', '_'), part => part.Length >= ShortestAmiss - 1 && Amiss(part, Meant(part)));
    }

    /// <summary>Whether a word is a letter or two off a member's; compared as it is read where that is given.</summary>
    bool Amiss(string own, string? read)
    {
        var letters = Letters(read ?? own);
        for (var length = Math.Max(ShortestAmiss, own.Length - 2); length <= Math.Min(Longest, own.Length + 2); length++)
        {
            var most = length < 8 ? 1 : 2;
            foreach (var (plain, plainLetters, meaning, meantLetters) in byLength[length])
            {
                if (Changes(letters, read is null ? plainLetters : meantLetters) <= most && (read is null ? Near(own, plain, most) : Near(read, meaning, most))) return true;
            }
        }

        return false;
    }

    static string Plain(string label) => label.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    /// <summary>One spelling for all that are read alike; l and i and 1 are one letter.</summary>
    static string Meant(string label)
    {
        foreach (var (seen, meant) in Seen)
        {
            if (label.Contains(seen, StringComparison.Ordinal)) label = label.Replace(seen, meant, StringComparison.Ordinal);
        }

        return label.Replace('i', 'l');
    }

    /// <summary>Which letters a word has, one bit for each, some of them sharing one.</summary>
    static ulong Letters(string word)
    {
        var letters = 0UL;
        foreach (var c in word) letters |= 1UL << (c & 63);
        return letters;
    }

    /// <summary>What it takes at least to make one word of another: each letter that only one of them has must go or come.</summary>
    static int Changes(ulong one, ulong other) => Math.Max(BitOperations.PopCount(one & ~other), BitOperations.PopCount(other & ~one));

    static bool Near(string a, string b, int most) => Math.Abs(a.Length - b.Length) <= most && Distance(a, b, most) <= most;

    /// <summary>Letters to add, leave out, change or swap with their neighbour; more than <paramref name="most"/> is not counted further.</summary>
    static int Distance(string a, string b, int most)
    {
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most) return least;

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }
}
