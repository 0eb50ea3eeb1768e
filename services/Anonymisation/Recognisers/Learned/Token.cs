using System.Runtime.InteropServices;
using Ceptoar.Anonymisation.Dictionary;

namespace Ceptoar.Anonymisation.Recognisers.Learned;

/// <summary>What stands between a token and the one before it.</summary>
enum Gap
{
    Nothing,
    Blank,
    LineEnd,
}

/// <summary>A word, a name in Latin letters with what joins it, or a sign; of the plain view and of the original.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Token(int Start, int Length, TextStretch Original, WordClass Class, bool Unknown, Gap Before)
{
    public int End => Start + Length;
}

/// <summary>A stretch of the original, in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct TextStretch(int Start, int End);

static class Tokens
{
    /// <summary>
    /// The tokens of a text in order. Latin letters and digits are one token with the hyphens, dots and the like within, as host names
    /// and addresses are; all else is divided as the dictionary does.
    /// </summary>
    public static List<Token> Of(FieldViews field)
    {
        var (view, words) = (field.Plain, field.Morphemes);
        var text = view.Text;
        var tokens = new List<Token>(words.Count);
        var (gap, word) = (Gap.LineEnd, 0);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is ' ' or '\n')
            {
                if (gap != Gap.LineEnd) gap = text[i] == '\n' ? Gap.LineEnd : Gap.Blank;
                i++;
                continue;
            }

            while (word < words.Count && words[word].End <= i) word++;
            var (end, kind, unknown) = (i + 1, WordClass.Function, false);
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || Joins(text, i, end))) end++;
                kind = WordClass.Noun;
            }
            else if (text[i] >= 0x80 && word < words.Count && words[word].Start <= i)
            {
                (end, kind, unknown) = (words[word].End, words[word].Class, words[word].Unknown);
            }

            var at = view.ToOriginal(i, end - i);
            tokens.Add(new(i, end - i, new(at.Start, at.End), kind, unknown, gap));
            (gap, i) = (Gap.Nothing, end);
        }

        return tokens;
    }

    /// <summary>Signs within names, hosts and mail addresses; the comma of thousands; the colons of times and of hardware addresses.</summary>
    static bool Joins(string text, int start, int at)
    {
        if (at + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[at + 1])) return false;

        return text[at] switch
        {
            '-' or '_' or '.' or '@' => true,
            ',' => char.IsAsciiDigit(text[at - 1]) && at + 3 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]),
            ':' => char.IsAsciiHexDigit(text[at + 1]) && text.AsSpan(start, at - start).IndexOfAnyExcept(Hexadecimal) < 0 && (at - start <= 4 || text.AsSpan(start, at - start).Contains(':')),
            _ => false,
        };
    }

    static readonly System.Buffers.SearchValues<char> Hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdef:");
}
