using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>A string to search for, by its compared form.</summary>
public sealed record Term
{
    public required string Key { get; init; }
    public required Reach Reach { get; init; }
    public required string Type { get; init; }
    public required string Rule { get; init; }
    public required string Identity { get; init; }
    public string[] Also { get; init; } = [];
}

/// <summary>Finds many strings at once in the squeezed views of a text; the longest at each place wins.</summary>
public sealed class TermSearch(IEnumerable<Term> terms)
{
    readonly StringTrie<Term> trie = new(terms.Where(t => t.Reach != Reach.None).Select(t => KeyValuePair.Create(t.Key, t)));

    /// <summary>Stretches of the view with the term that stands there; contained ones are left out.</summary>
    public IEnumerable<(int Start, int Length, Term Term)> Find(TextView view)
    {
        var text = view.Text;
        var covered = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && !trie.MayBegin(text[i], text[i + 1])) continue;

            var (longest, found, node) = (0, (Term?)null, 0);
            for (var j = i; j < text.Length && trie.Step(ref node, text[j]); j++)
            {
                if (trie.ValueAt(node) is { } term && Stands(view, i, j + 1 - i, term)) (longest, found) = (j + 1 - i, term);
            }

            if (found is null || i + longest <= covered) continue;

            covered = i + longest;
            yield return (i, longest, found);
        }
    }

    /// <summary>
    /// Whether a term may stand here. Words of ASCII that run together only because blanks were dropped ("do not escalate" holds
    /// "notes") count when they begin and end at a boundary, or when at least every second letter was spaced.
    /// </summary>
    static bool Stands(TextView view, int start, int length, Term term)
    {
        if (!Ascii(term.Key)) return true;

        var bounded = Boundary(view, start) && Boundary(view, start + length);
        if (bounded) return true;
        if (term.Reach == Reach.Bounded) return false;

        var gaps = 0;
        for (var i = start + 1; i < start + length; i++) gaps += Apart(view, i) ? 1 : 0;

        return gaps == 0 || gaps * 2 >= length - 1;
    }

    static bool Boundary(TextView view, int place) =>
        place == 0 || place == view.Text.Length
        || !char.IsAsciiLetterOrDigit(view.Text[place - 1]) || !char.IsAsciiLetterOrDigit(view.Text[place])
        || Apart(view, place);

    /// <summary>Whether white space or punctuation stood before this unit of the view.</summary>
    static bool Apart(TextView view, int place)
    {
        var (before, after) = (view.ToOriginal(place - 1, 1).End, view.ToOriginal(place, 1).Start);
        for (var i = before; i < after; i++)
        {
            if (char.IsWhiteSpace(view.Original[i]) || char.IsPunctuation(view.Original[i]) || char.IsSymbol(view.Original[i])) return true;
        }

        return false;
    }

    static bool Ascii(string key) => System.Text.Ascii.IsValid(key);
}
