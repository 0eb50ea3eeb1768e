using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Telephone numbers as written in Japan, with their digits counted, so that dates and versions stay.</summary>
static partial class TelephoneRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Plain;
        foreach (Match match in Number().Matches(view.Text))
        {
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (match.Value[0] == '+' ? digits is >= 9 and <= 15 : digits is 10 or 11) yield return view.Finding(match.Index, match.Length, FindingTypes.Phone, "contact.phone", Verdict.RemoveLikely);
        }

        foreach (Match match in Labelled().Matches(view.Text))
        {
            yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.Phone, "contact.phoneLabel", Verdict.RemoveLikely);
        }
    }

    [GeneratedRegex(
        @"(?<![0-9a-z.+/:-])(?:0[0-9]{1,4}[-. ][0-9]{1,4}[-. ][0-9]{3,4}|\(0[0-9]{1,4}\)[-. ]?[0-9]{1,4}[-. ]?[0-9]{3,4}|0[0-9]{1,4}\([0-9]{1,4}\)[0-9]{3,4}|0[5789]0[0-9]{8}|0(?:120|800)[0-9]{6,7}" +
        @"|\+[0-9]{1,3}[-. ]?(?:\(0\)[-. ]?)?[0-9]{1,4}(?:[-. ]?[0-9]{2,4}){2,3})(?![0-9a-z]|[-.][0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:電話番号|電話|携帯|内線番号|内線|直通|代表番号|連絡先|ファックス|fax|tel|phone|ext|extension)(?:番号|\.|\s|:|は|=){0,4}(?<value>\+?[0-9(][0-9()\-. ]{2,16}[0-9])(?![0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Labelled();
}
