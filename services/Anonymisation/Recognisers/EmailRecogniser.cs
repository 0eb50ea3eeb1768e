using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>E-mail addresses: all of them, but for an attacker's that the reporter listed and that is no member's.</summary>
static partial class EmailRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Refanged;
        foreach (Match match in Email().Matches(view.Text))
        {
            var length = view.Text.AsSpan(match.Index, match.Length).TrimEnd("-.").Length;
            var address = view.Text.Substring(match.Index, length);
            var host = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
            var attackers = facts.Reported.Of(address) == "attacker" && IndicatorValues.Normal("email", address) is not null && !Victims.Owns(facts.Directory, host);

            yield return attackers
                ? view.Finding(match.Index, length, "email", "indicator.email", Verdict.Keep) with { Value = address, Role = "attacker" }
                : view.Finding(match.Index, length, FindingTypes.Email, "contact.email", Verdict.Remove);
        }
    }

    [GeneratedRegex(@"[a-z0-9._%+'-]{1,64}@\[?[a-z0-9][a-z0-9.-]{0,252}\]?", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Email();
}
