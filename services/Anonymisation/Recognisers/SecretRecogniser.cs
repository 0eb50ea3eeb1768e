using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Passwords and keys, private key blocks, and numbers of persons and cards whose check digit is right.</summary>
static partial class SecretRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Plain;
        foreach (Match match in Secret().Matches(view.Text))
        {
            var group = match.Groups["value"] is { Success: true } value ? value : match;
            yield return view.Finding(group.Index, group.Length, FindingTypes.Secret, "secret", Verdict.Remove);
        }

        foreach (Match match in Digits().Matches(view.Text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (digits.Length == 12 ? CheckDigits.MyNumber(digits) : digits.Length is >= 14 and <= 16 && digits[0] is >= '3' and <= '6' && CheckDigits.Luhn(digits))
            {
                yield return view.Finding(match.Index, match.Length, FindingTypes.Number, digits.Length == 12 ? "number.myNumber" : "number.card", Verdict.RemoveLikely);
            }
        }

        foreach (Match match in Corporate().Matches(view.Text))
        {
            yield return view.Finding(match.Groups["value"].Index, match.Groups["value"].Length, FindingTypes.Number, "number.labelled", Verdict.Remove);
        }
    }

    [GeneratedRegex(
        @"(?:passwords?|(?<![a-z])pass|passwd|passphrase|(?<![a-z0-9.\])])pwd(?!=/)|(?<![a-z0-9.\])])pw|パスワード|パスフレーズ|暗証番号|secret(?:[ _-]?key)?|api[ _-]?key|access[ _-]?key(?:[ _-]?id)?|apiキー|アクセスキー|秘密鍵|token|トークン|bearer|community(?: string)?|psk)[""']?" +
        @"(?:\s{0,3}(?:[:=]|は|is\s|->)[\s""'「『]{0,3}|\s(?=[!-~]{0,40}[0-9]))(?<value>[!#-&(-~]{3,128})" +
        @"|akia[0-9a-z]{16}|gh[pousr]_[0-9a-z]{30,80}|xox[abprs]-[0-9a-z-]{10,80}|eyj[0-9a-z_-]{10,2000}\.[0-9a-z_-]{10,2000}\.[0-9a-z_-]{5,2000}" +
        @"|-----begin [a-z0-9 ]{0,30}private key-----[0-9a-z+/=\s:,.-]{0,20000}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?<![0-9a-z.:-])(?:[0-9]{12,16}|[0-9]{4}(?:[- ][0-9]{4}){2,3}|[0-9]{4}[- ][0-9]{6}[- ][0-9]{4,5})(?![0-9a-z]|[-.:][0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?:法人番号|マイナンバー|個人番号|免許証番号|基礎年金番号|口座番号|顧客番号|社員番号|契約番号)(?:は|:|=|\s){0,3}(?<value>[0-9][0-9\- ]{3,18}[0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Corporate();
}
