using System.Runtime.InteropServices;
using System.Text;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>
/// Folded text as its sentences are read: marks of quotation, line breaks within a sentence and blanks between Japanese letters are gone;
/// every other line end stays. Immutable.
/// </summary>
public sealed class ProseView
{
    /// <summary>A line of this length that ends without a stop goes on in the next one.</summary>
    const int WrappedLine = 20;

    /// <summary>Nobody reads further for the end of a sentence; it bounds the work on texts without any stop.</summary>
    const int SentenceReach = 120;

    const int LongestSentence = 250;

    readonly TextView plain;
    readonly int[] places;

    ProseView(TextView plain, string text, int[] places)
    {
        this.plain = plain;
        Text = text;
        this.places = places;
    }

    public string Text { get; }

    public FoundWords Words => words ??= new(Text);
    FoundWords? words;

    public static ProseView Of(TextView plain)
    {
        var (text, kept, places) = (plain.Text, new StringBuilder(plain.Text.Length), new int[plain.Text.Length]);
        var column = 0;
        for (var i = SkipQuote(text, 0); i < text.Length; i++)
        {
            switch (text[i])
            {
                case ' ':
                    var word = i + 1;
                    while (word < text.Length && text[word] == ' ') word++;
                    if (column > 0 && word < text.Length && text[word] != '\n' && !Joined(kept[^1], text[word])) Keep(' ', i);
                    i = word - 1;
                    break;
                case '\n':
                    var line = SkipQuote(text, i + 1);
                    if (column >= WrappedLine && line < text.Length && char.IsLetter(text[line]) && (char.IsLetterOrDigit(kept[^1]) || kept[^1] is '、' or ','))
                    {
                        if (!Joined(kept[^1], text[line])) Keep(' ', i);
                    }
                    else if (kept.Length > 0 && kept[^1] != '\n')
                    {
                        Keep('\n', i);
                    }

                    (column, i) = (0, line - 1);
                    break;
                default:
                    Keep(text[i], i);
                    column++;
                    break;
            }
        }

        return new(plain, kept.ToString(), places);

        void Keep(char c, int place)
        {
            places[kept.Length] = place;
            kept.Append(c);
        }
    }

    /// <summary>The stretch of the original that a stretch of this view came from.</summary>
    public TextSpan ToOriginal(int start, int length)
    {
        var (from, to) = (plain.ToOriginal(places[start], 1), plain.ToOriginal(places[start + length - 1], 1));
        return new(from.Start, to.End - from.Start);
    }

    /// <summary>Whether a capital stands in the original where this view has a small letter.</summary>
    public bool Capital(int place) => char.IsUpper(plain.Original, plain.ToOriginal(places[place], 1).Start);

    /// <summary>The sentence around a stretch, without its stop.</summary>
    public Sentence SentenceAt(int start, int length)
    {
        var (from, to) = (start, start + length);
        var (first, last) = (Math.Max(0, start - SentenceReach), Math.Min(Text.Length, to + SentenceReach));
        while (from > first && !Ends(from - 1)) from--;
        while (to < last && !Ends(to)) to++;

        return new(Text, from, to, start, start + length);
    }

    /// <summary>Every sentence in order, without its stop; one without end is cut.</summary>
    public IEnumerable<TextSpan> Sentences()
    {
        for (var (from, i) = (0, 0); i <= Text.Length; i++)
        {
            if (i < Text.Length && i - from < LongestSentence && !Ends(i)) continue;

            var (start, end) = (from, i);
            while (start < end && Text[start] == ' ') start++;
            while (end > start && Text[end - 1] == ' ') end--;
            if (end > start) yield return new(start, end - start);

            from = i < Text.Length && Ends(i) ? i + 1 : i;
        }
    }

    bool Ends(int place) => Text[place] switch
    {
        '\n' or '。' or '!' or '?' => true,
        '.' => place + 1 == Text.Length || Text[place + 1] is ' ' or '\n' || Japanese(Text[place + 1]),
        _ => false,
    };

    static int SkipQuote(string text, int place)
    {
        while (place < text.Length && text[place] is ' ' or '>') place++;
        return place;
    }

    static bool Joined(char before, char after) => Japanese(before) && Japanese(after);

    static bool Japanese(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or '々' or '〇' or '、';
}

/// <summary>A sentence of a text with a stretch of it that matters.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly ref struct Sentence(string text, int from, int to, int start, int end)
{
    public int From { get; } = from;
    public int To { get; } = to;
    public ReadOnlySpan<char> Whole => text.AsSpan(From, To - From);
    public ReadOnlySpan<char> Before => text.AsSpan(From, start - From);
    public ReadOnlySpan<char> After => text.AsSpan(end, To - end);

    /// <summary>What comes behind its stop, as far as anyone looks.</summary>
    public ReadOnlySpan<char> Next(int length) => To + 1 < text.Length ? text.AsSpan(To + 1, Math.Min(length, text.Length - To - 1)) : [];
}
