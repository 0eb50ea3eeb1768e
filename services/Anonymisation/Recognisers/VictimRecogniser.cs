using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>What the reporter listed as the victim's goes out in no spelling.</summary>
static class VictimRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts) =>
        field.SqueezedViews.SelectMany(view => facts.Reported.Victims.Find(view).Select(hit =>
            view.Finding(hit.Start, hit.Length, hit.Term.Type, hit.Term.Rule, Verdict.Remove) with { Identity = hit.Term.Identity }));

    /// <summary>An indicator as given and in its normal form. Short ones count too, for the reporter named them, but between boundaries.</summary>
    internal static IEnumerable<Term> Terms(ReportedIndicator indicator)
    {
        foreach (var text in new[] { indicator.Value, IndicatorValues.Normal(indicator.Type, indicator.Value) ?? indicator.Value })
        {
            var key = SearchTerm.Key(text);
            if (key.Length == 0) continue;

            yield return new()
            {
                Key = key,
                Reach = SearchTerm.Reach(key) == Reach.Free && !char.IsAsciiDigit(key[^1]) ? Reach.Free : Reach.Bounded,
                Type = Removed(indicator.Type),
                Rule = "reported.victim",
                Identity = Removed(indicator.Type) + ":" + key,
            };
        }
    }

    /// <summary>The type of what is removed, for a type of indicator.</summary>
    internal static string Removed(string indicatorType) => indicatorType switch
    {
        "ipv4" or "ipv6" or "asn" => FindingTypes.Address,
        "domain" => FindingTypes.Domain,
        "url" => FindingTypes.Url,
        "email" => FindingTypes.Email,
        "product" => FindingTypes.System,
        _ => FindingTypes.Other,
    };
}
