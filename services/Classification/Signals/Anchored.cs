using System.Buffers;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Matches an expression only where one of some words begins.</summary>
/// <param name="expression">Begins with <c>\G</c>.</param>
/// <param name="words">At least one of them begins every match.</param>
sealed class Anchored(Regex expression, params string[] words)
{
    readonly WordSet words = new(words);

    /// <summary>One of these signs stands in every match, no further from its begin than <see cref="Reach"/>.</summary>
    public SearchValues<char>? Signs { get; init; }
    public int Reach { get; init; }

    /// <summary>Matches in order, none overlapping another.</summary>
    public IEnumerable<Match> In(FoundWords found) => found.Any(words) ? Matches(found) : [];

    IEnumerable<Match> Matches(FoundWords found)
    {
        var end = 0;
        foreach (var place in found.Of(words))
        {
            if (place < end || (Signs is not null && !found.Text.AsSpan(place, Math.Min(Reach, found.Text.Length - place)).ContainsAny(Signs))) continue;

            var match = expression.Match(found.Text, place);
            if (match.Success) yield return match;

            end = place + match.Length;
        }
    }
}
