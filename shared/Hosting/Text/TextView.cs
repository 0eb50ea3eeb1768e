using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ceptoar.Hosting.Text;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// A text as it is compared: NFKC by grapheme, invisible characters dropped, lower case, variant kanji and dashes made alike.
/// Every unit of the view knows the graphemes of the original it came from. Immutable; bears broken UTF-16.
/// </summary>
public sealed class TextView
{
    // A grapheme may carry any number of marks, and ICU sorts them in quadratic time.
    const int LongestGrapheme = 64;

    readonly int[] starts;
    readonly int[] ends;

    TextView(string original, string text, int[] starts, int[] ends)
    {
        Original = original;
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public string Original { get; }
    public string Text { get; }

    /// <summary>The view with its white space: blanks are <c>' '</c>, line ends <c>'\n'</c>.</summary>
    public static TextView Of(string original) => Build(original, squeeze: false);

    /// <summary>The view without any white space, so that neither blanks nor line breaks divide a name.</summary>
    public static TextView Squeezed(string original) => Build(original, squeeze: true);

    /// <summary>The letters and digits of this view alone, so that no punctuation put between them hides a name.</summary>
    public TextView Bare()
    {
        var count = 0;
        foreach (var c in Text) count += InWord(c) ? 1 : 0;
        if (count == Text.Length) return this;

        var (text, from, to) = (new char[count], new int[count], new int[count]);
        for (var (i, at) = (0, 0); i < Text.Length; i++)
        {
            if (InWord(Text[i])) (text[at], from[at], to[at++]) = (Text[i], starts[i], ends[i]);
        }

        return new(Original, new(text), from, to);

        // What stands for something taken out joins neither side to the other.
        static bool InWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '\uFFFC';
    }

    /// <summary>The compared form of a short string: what <see cref="Squeezed(string)"/> shows of it.</summary>
    public static string Key(string text) => Squeezed(text).Text;

    /// <summary>This view with the usual ways to defuse an address undone: hxxp → http, [.] (dot) → ., [at] → @, [:] → :.</summary>
    public TextView Refanged()
    {
        // Twice defused, as [[.]], is met where one tool handed to another.
        const int most = 4;
        var view = this;
        for (var round = 0; round < most && Refanging.Undo(view.Text) is { } edits; round++) view = view.Edited(edits);

        return view;
    }

    /// <summary>The stretch of the original that a stretch of the view came from; covers whole graphemes.</summary>
    public TextSpan ToOriginal(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Text.Length - start);

        return new(starts[start], ends[start + length - 1] - starts[start]);
    }

    /// <summary>Throws where NFKC does nothing, as in globalisation-invariant mode: every recogniser would then be half blind.</summary>
    /// <exception cref="InvalidOperationException">Normalisation does not work here.</exception>
    public static void SelfTest()
    {
        if (Of("ＡＢ①㈱ｶﾞ").Text != "ab1(株)ガ" || Squeezed("髙 \u200B𠮷").Text != "高吉")
        {
            throw new InvalidOperationException("Unicode normalisation does not work: install ICU and set InvariantGlobalization to false.");
        }
    }

    static TextView Build(string original, bool squeeze)
    {
        var (text, at) = (new char[original.Length], new int[original.Length]);
        var visible = text.AsSpan(0, Visible(original, squeeze, text, at));
        var writer = new ViewWriter(visible.Length, squeeze);
        var place = 0;
        while (place < visible.Length)
        {
            var length = GraphemeLength(visible, place);
            var (start, end) = (at[place], at[place + length - 1] + 1);
            if (length > 1)
            {
                foreach (var c in Normalised(visible.Slice(place, length))) writer.Add(c, start, end);
            }
            else if (Folding.Plain(visible[place]))
            {
                writer.Add(visible[place], start, end);
            }
            else
            {
                foreach (var c in Folding.Sign(visible[place]) ?? Normalised(visible.Slice(place, length))) writer.Add(c, start, end);
            }

            place += length;
        }

        return writer.Done(original);
    }

    /// <summary>The text without what cannot be seen, and where each unit of it stands in the original; gives its length.</summary>
    static int Visible(string original, bool squeeze, char[] text, int[] at)
    {
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (Folding.Plain(c) && (c != ' ' || !squeeze))
            {
                Keep(c, i);
                continue;
            }

            var paired = char.IsHighSurrogate(c) && i + 1 < original.Length && char.IsLowSurrogate(original[i + 1]);
            if (paired ? Folding.Ignorable(new Rune(c, original[i + 1])) : !char.IsSurrogate(c) && Folding.Ignorable(new Rune(c)))
            {
                i += paired ? 1 : 0;
                continue;
            }

            if (squeeze && char.IsWhiteSpace(c)) continue;

            Keep(c switch { '゛' => '\u3099', '゜' => '\u309A', _ => c }, i);
            if (!paired) continue;

            i++;
            Keep(original[i], i);
        }

        return length;

        void Keep(char c, int place) => (text[length], at[length++]) = (c, place);
    }

    static int GraphemeLength(ReadOnlySpan<char> text, int place)
    {
        if (Folding.Alone(text[place]) && (place + 1 == text.Length || Folding.Alone(text[place + 1]))) return 1;

        var length = StringInfo.GetNextTextElementLength(text.Slice(place, Math.Min(LongestGrapheme, text.Length - place)));
        return length == LongestGrapheme && char.IsHighSurrogate(text[place + length - 1]) ? length - 1 : length;
    }

    static string Normalised(ReadOnlySpan<char> grapheme)
    {
        if (Folding.EndsLine(grapheme[0])) return "\n";

        var text = grapheme.ToString();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return new('\uFFFD', text.Length);
            i++;
        }

        return text.Normalize(NormalizationForm.FormKC);
    }

    TextView Edited(IReadOnlyList<Refanging.Edit> edits)
    {
        var text = new StringBuilder(Text.Length);
        var (from, to) = (new List<int>(Text.Length), new List<int>(Text.Length));
        var place = 0;
        foreach (var edit in edits)
        {
            Copy(place, edit.Start);
            foreach (var c in edit.Replacement)
            {
                text.Append(c);
                from.Add(starts[edit.Start]);
                to.Add(ends[edit.Start + edit.Length - 1]);
            }

            place = edit.Start + edit.Length;
        }

        Copy(place, Text.Length);
        return new(Original, text.ToString(), [.. from], [.. to]);

        void Copy(int start, int end)
        {
            text.Append(Text, start, end - start);
            for (var i = start; i < end; i++)
            {
                from.Add(starts[i]);
                to.Add(ends[i]);
            }
        }
    }

    /// <summary>Collects the units of a view, folding each as it comes.</summary>
    sealed class ViewWriter(int capacity, bool squeeze)
    {
        char[] text = new char[capacity];
        int[] from = new int[capacity];
        int[] to = new int[capacity];
        int count;
        bool dashAfterKana;

        public void Add(char c, int start, int end)
        {
            if (!Folding.Special(c) && !dashAfterKana)
            {
                Append(Folding.Fold(c), start, end);
                return;
            }

            if (char.IsWhiteSpace(c))
            {
                if (squeeze) return;
                c = c == '\n' ? '\n' : ' ';
            }

            if (Folding.LooseAccent(c)) return;

            if (char.IsLowSurrogate(c) && count > 0 && char.IsHighSurrogate(text[count - 1]) && Folding.FoldPair(text[count - 1], c) is { } usual)
            {
                text[count - 1] = usual;
                to[count - 1] = end;
                return;
            }

            if (Folding.Dash(c))
            {
                var afterKana = count > 0 && Folding.Kana(text[count - 1]);
                dashAfterKana = afterKana && c != 'ー';
                c = afterKana && c == 'ー' ? 'ー' : '-';
            }
            else
            {
                if (dashAfterKana && Folding.Kana(c)) text[count - 1] = 'ー';
                dashAfterKana = false;
                c = Folding.Fold(c);
            }

            Append(c, start, end);
        }

        void Append(char c, int start, int end)
        {
            if (count == text.Length) Grow();
            (text[count], from[count], to[count]) = (c, start, end);
            count++;
        }

        // ㍿ is one letter in the original and four in the view.
        void Grow()
        {
            var more = Math.Max(16, count * 2);
            Array.Resize(ref text, more);
            Array.Resize(ref from, more);
            Array.Resize(ref to, more);
        }

        public TextView Done(string original)
        {
            Array.Resize(ref from, count);
            Array.Resize(ref to, count);
            return new(original, new(text, 0, count), from, to);
        }
    }
}
