using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Whatever the directory knows of any member. A hit beats every other opinion (invariant I5).</summary>
static partial class DirectoryRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        foreach (var view in field.SqueezedViews)
        {
            foreach (var (start, length, term) in facts.Directory.Hits(view))
            {
                var (from, to) = term.Type is FindingTypes.Organisation or FindingTypes.Vendor ? WithLegalForm(view.Text, start, start + length) : (start, start + length);
                var span = view.ToOriginal(from, to - from);
                if (term.Type == FindingTypes.Domain) span = WithWholeHost(field.Original, span);

                yield return new()
                {
                    Start = span.Start,
                    Length = span.Length,
                    Type = term.Type,
                    Rule = term.Rule,
                    Verdict = Verdict.Remove,
                    Identity = term.Identity,
                    Also = term.Also,
                };
            }
        }

        foreach (var (start, length, term) in facts.Directory.Hits(field.Bare))
        {
            yield return field.Bare.Finding(start, length, term.Type, term.Rule, Verdict.Remove) with { Identity = term.Identity, Also = term.Also };
        }

        foreach (Match match in WithDigits().Matches(field.Plain.Text))
        {
            if (match.ValueSpan.ContainsAnyInRange('a', 'z') && facts.Directory.LooksAlike(match.ValueSpan)) yield return field.Plain.Finding(match.Index, match.Length, FindingTypes.Organisation, "directory.lookalike", Verdict.Remove);
        }

        foreach (var hit in facts.Directory.NumberHits(field.Refanged))
        {
            yield return field.Refanged.Finding(hit.Start, hit.Length, hit.Type, hit.Rule, Verdict.Remove) with { Identity = hit.Identity };
        }
    }

    /// <summary>A legal form before or behind goes with the name: which side it stands on is a hint.</summary>
    static (int Start, int End) WithLegalForm(string text, int start, int end)
    {
        foreach (var form in DirectoryStrings.LegalForms)
        {
            if (form[0] < 0x80 && form[0] != '(') continue;
            if (text.AsSpan(0, start).EndsWith(form)) return (start - form.Length, end);
            if (text.AsSpan(end).StartsWith(form)) return (start, end + form.Length);
        }

        return (start, end);
    }

    /// <summary>The host around a domain: labels before it, and what a look-alike puts behind it.</summary>
    static TextSpan WithWholeHost(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && InHost(text[start - 1])) start--;
        while (end < text.Length && InHost(text[end])) end++;
        while (end > span.End && text[end - 1] is '.' or '-' or '．') end--;

        return new(start, end - start);
    }

    static bool InHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or (>= 'ａ' and <= 'ｚ') or (>= 'Ａ' and <= 'Ｚ') or (>= '０' and <= '９') or '．';

    /// <summary>A word with digits among its letters, as names are written to pass a search: 5uzur1.</summary>
    [GeneratedRegex(@"(?<![a-z0-9@./_-])(?=[a-z_-]{0,20}[0-9])[a-z0-9][a-z0-9_-]{4,40}(?![a-z0-9@/_-]|\.[a-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex WithDigits();
}
