using System.Runtime.InteropServices;

namespace Ceptoar.Hosting.Text;

/// <summary>Undoes the usual ways in which reports make an address harmless ("defanging"). Works on folded text.</summary>
static class Refanging
{
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Edit(int Start, int Length, string Replacement);

    // Within brackets of any kind; blanks inside the brackets are allowed for.
    static readonly (string Inside, string Meaning)[] Bracketed =
    [
        (".", "."), ("dot", "."), ("ドット", "."), (",", "."), ("at", "@"), ("@", "@"), ("アット", "@"), ("アットマーク", "@"), (":", ":"), ("://", "://"), ("/", "/"),
    ];

    static readonly string[] Schemes = ["hxxp", "hxtp", "htxp", "h**p", "httx", "h__p", "meow"];

    /// <summary>The changes to make, in order; null where the text holds nothing defused.</summary>
    public static IReadOnlyList<Edit>? Undo(string text)
    {
        List<Edit>? edits = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i) is not { } edit) continue;

            (edits ??= []).Add(edit);
            i = edit.Start + edit.Length - 1;
        }

        return edits;
    }

    static Edit? At(string text, int i) => text[i] switch
    {
        '[' => Bracket(text, i, ']'),
        '(' => Bracket(text, i, ')'),
        '{' => Bracket(text, i, '}'),
        '<' => Bracket(text, i, '>'),
        '【' => Bracket(text, i, '】'),
        '〔' => Bracket(text, i, '〕'),
        'h' or 'm' => Scheme(text, i),
        '\\' when i + 1 < text.Length && text[i + 1] == '.' => new(i, 2, "."),
        _ => null,
    };

    static Edit? Bracket(string text, int i, char close)
    {
        const int longest = 10;
        var end = text.AsSpan(i + 1, Math.Min(longest, text.Length - i - 1)).IndexOf(close);
        if (end < 0) return null;

        var inside = text.AsSpan(i + 1, end).Trim();
        foreach (var (written, meaning) in Bracketed)
        {
            if (inside.SequenceEqual(written)) return new(i, end + 2, meaning);
        }

        return null;
    }

    static Edit? Scheme(string text, int i)
    {
        if (i > 0 && char.IsAsciiLetterOrDigit(text[i - 1])) return null;

        foreach (var scheme in Schemes)
        {
            if (!text.AsSpan(i).StartsWith(scheme)) continue;

            var after = text.AsSpan(i + scheme.Length);
            if (after.StartsWith("s")) after = after[1..];
            if (after.StartsWith(":") || after.StartsWith("[")) return new(i, scheme.Length, "http");
        }

        return null;
    }
}
