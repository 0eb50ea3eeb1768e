using System.Buffers;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>
/// Matches an expression only where one of some words begins: all words are looked for in one pass, and most texts hold none of them.
/// </summary>
/// <param name="words">At least one of them begins every match.</param>
/// <param name="expression">Begins with <c>\G</c>.</param>
sealed class Anchored(Regex expression, params string[] words)
{
    readonly SearchValues<string> words = SearchValues.Create(words, StringComparison.Ordinal);

    /// <summary>Matches in order, none overlapping another.</summary>
    public IEnumerable<Match> In(string text)
    {
        for (var i = Next(text, 0); i >= 0; i = Next(text, i))
        {
            var match = expression.Match(text, i);
            if (match.Success) yield return match;

            i += Math.Max(1, match.Length);
        }
    }

    int Next(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(words);
        return found < 0 ? -1 : from + found;
    }
}
