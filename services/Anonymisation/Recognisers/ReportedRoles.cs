using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>What the reporter said of each indicator, asked by type and normal form. Victim beats attacker, attacker beats unknown.</summary>
public sealed class ReportedRoles
{
    static readonly string[] WeakestFirst = ["unknown", "attacker", "victim"];

    readonly Dictionary<string, string> roles = [];

    public ReportedRoles(IEnumerable<ReportedIndicator> indicators)
    {
        var victims = new List<ReportedIndicator>();
        foreach (var indicator in indicators)
        {
            var value = IndicatorValues.Normal(indicator.Type, indicator.Value) ?? SearchTerm.Key(indicator.Value);
            if (Array.IndexOf(WeakestFirst, indicator.Role) > Array.IndexOf(WeakestFirst, roles.GetValueOrDefault(value))) roles[value] = indicator.Role;
            if (indicator.Role == "victim") victims.Add(indicator);
        }

        Victims = new([.. victims.SelectMany(VictimRecogniser.Terms)]);
    }

    /// <summary>What the reporter listed as the victim's, ready to be searched for.</summary>
    public TermSearch Victims { get; }

    /// <summary>The role given to a value in normal form; null where the reporter did not list it.</summary>
    public string? Of(string value) => roles.GetValueOrDefault(value);
}
