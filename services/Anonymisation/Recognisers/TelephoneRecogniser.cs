using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Telephone numbers as written in Japan, with their digits counted, so that dates and versions stay.</summary>
static partial class TelephoneRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts) => Numbers(field).Select(f => Attackers(field, f) ? f with { Verdict = Verdict.Known, Rule = "phone.attacker" } : f);

    /// <summary>Whether the words before a number call it the attacker's.</summary>
    static bool Attackers(FieldViews field, Finding number)
    {
        const int before = 40;
        var text = field.Original.AsSpan(Math.Max(0, number.Start - before), Math.Min(before, number.Start));
        return AttackersNumber().IsMatch(text) && !OwnNumber().IsMatch(text);
    }

    static IEnumerable<Finding> Numbers(FieldViews field)
    {
        var view = field.Plain;
        foreach (Match match in Number().Matches(view.Text))
        {
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (match.Value[0] == '+' ? digits is >= 9 and <= 15 : digits is 10 or 11) yield return view.Finding(match.Index, match.Length, FindingTypes.Phone, "contact.phone", Verdict.RemoveLikely);
        }

        foreach (Match match in Misread().Matches(view.Text))
        {
            if (match.ValueSpan.ContainsAnyInRange('0', '9')) yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.Phone, "contact.phoneMisread", Verdict.Remove);
        }

        foreach (Match match in KanjiDigits().Matches(view.Text)) yield return view.Finding(match.Index, match.Length, FindingTypes.Phone, "contact.phoneKanji", Verdict.Remove);

        foreach (Match match in Labelled().Matches(view.Text))
        {
            yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.Phone, "contact.phoneLabel", Verdict.RemoveLikely);
        }
    }

    [GeneratedRegex(
        @"(?<![0-9a-z.+/:-])(?:0[0-9]{1,4}[-. ][0-9]{1,4}[-. ][0-9]{3,4}|0[0-9]{1,4} \([0-9]{1,4}\) ?[0-9]{3,4}|\(0[0-9]{1,4}\)[-. ]?[0-9]{1,4}[-. ]?[0-9]{3,4}|0[0-9]{1,4}\([0-9]{1,4}\)[0-9]{3,4}|0[5789]0[0-9]{8}|0(?:120|800)[0-9]{6,7}" +
        @"|\+[0-9]{1,3}[-. ]?(?:\(0\)[-. ]?)?[0-9]{1,4}(?:[-. ]?[0-9]{2,4}){2,3})(?![0-9a-z]|[-.][0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"偽|詐欺|不審な|画面の番号|画面に表示|表示された番号|攻撃者|犯人|SMS|発信者番号|着信|誘導|架電|差出人|痕跡|スキマー|scam|fake|attacker|caller|vishing|smishing|called from|call from|spoof|lure|number shown|(?:Call|call) \z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex AttackersNumber();

    [GeneratedRegex(@"連絡先|担当|問い?合わ?せ|窓口|照会|報告者|代表|phone:|tel:|contact|our |reach", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex OwnNumber();

    /// <summary>A number as a scanner reads it, with letters for digits: O87-555-O1l9.</summary>
    [GeneratedRegex(@"(?:電話(?:番号)?|携帯|直通|連絡先|fax|tel|phone)[.: は=]{0,3}(?<value>[0o][0-9oil]{1,4}[-. ][0-9oilsb]{1,4}[-. ][0-9oilsb]{3,4})(?![0-9a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Misread();

    [GeneratedRegex(@"\(?〇[〇一二三四五六七八九]{1,4}[-()―ー 　]{1,2}[〇一二三四五六七八九]{1,4}[-()―ー 　]{1,2}[〇一二三四五六七八九]{3,4}(?![〇一二三四五六七八九十百千万])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KanjiDigits();

    [GeneratedRegex(@"(?:電話番号|電話|携帯|内線番号|内線|直通|代表番号|連絡先|ファックス|phs|fax|tel|phone|ext|extension)(?:番号|\.|\s|:|は|=){0,4}(?<value>\+?[0-9(][0-9()\-. ]{2,16}[0-9])(?![0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Labelled();
}
