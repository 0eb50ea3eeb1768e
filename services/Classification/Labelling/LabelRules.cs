using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Labelling;

/// <summary>The two labels of a report version with every reason that bears on them, and the handling restrictions it carries.</summary>
public sealed record Labels(Tlp Original, Tlp Ceiling, IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Handling);

/// <summary>Why a label is at least <see cref="Tlp"/>, and where that was found.</summary>
/// <param name="Policy">The policy whose rule it is; empty for what no policy can change.</param>
public sealed record Reason(string Policy, string Rule, Tlp Tlp, string Raises, string Ja, string En, IReadOnlyList<Found> Found);

/// <summary>A policy as it is applied to a report: its rules, and how far the centre let it relax rules of the national default.</summary>
/// <param name="Name">Scope and version, such as <c>ceptoar.telecom/3</c>.</param>
/// <param name="Relaxed">National rules that ask for less.</param>
public sealed record AppliedPolicy(string Name, IReadOnlyList<PolicyRule> Rules, IReadOnlyList<Relaxation> Relaxed)
{
    public AppliedPolicy(string name, IReadOnlyList<PolicyRule> rules) : this(name, rules, [])
    {
    }
}

/// <summary>
/// Decides by the strictest of all reasons: more facts never lower a label, and their order does not matter. The reporter's wish and the
/// failure of a recogniser stand above every policy.
/// </summary>
public static class LabelRules
{
    public const string Both = "both";
    public const string OriginalOnly = "original";
    public const string None = "none";

    /// <param name="requested">The reporter's wish.</param>
    /// <param name="report">Its codes; its text is not looked at here.</param>
    /// <param name="signals">What the recognisers found.</param>
    /// <param name="national">The national default.</param>
    /// <param name="further">What the ministries and CEPTOARs of the reporter own.</param>
    public static Labels Decide(Tlp requested, CaseFile report, IReadOnlyCollection<Signal> signals, AppliedPolicy national, params IReadOnlyCollection<AppliedPolicy> further)
    {
        Reason[] reasons =
        [
            Wish(requested),
            .. signals.Where(s => s.IsFailure).Select(s => s.Code).Distinct().Order(StringComparer.Ordinal).Select(Failed),
            .. Asked(national, report, signals).Select(r => Relaxed(r, further)),
            .. further.OrderBy(p => p.Name, StringComparer.Ordinal).SelectMany(p => Asked(p, report, signals)),
        ];
        return new(
            reasons.Where(r => r.Raises != None).Max(r => r.Tlp),
            reasons.Where(r => r.Raises == Both).Max(r => r.Tlp),
            reasons,
            [.. Handling(national, report, signals).Concat(further.SelectMany(p => Handling(p, report, signals))).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Whether a rule's condition holds for a report.</summary>
    public static bool Holds(PolicyCondition when, CaseFile report, IReadOnlyCollection<Signal> signals) =>
        (when.Signals.Length == 0 || signals.Any(s => when.Signals.Contains(s.Code)))
        && (when.Kinds.Length == 0 || when.Kinds.Contains(report.Kind))
        && (when.Events.Length == 0 || report.Events.Intersect(when.Events).Any())
        && (when.Causes.Length == 0 || report.Causes.Intersect(when.Causes).Any())
        && (when.ServiceImpacts.Length == 0 || when.ServiceImpacts.Contains(report.ServiceImpact ?? "unknown"));

    /// <summary>A national rule as the strictest of those relaxes it that may; one that has become stricter since is relaxed no more.</summary>
    static Reason Relaxed(Reason reason, IEnumerable<AppliedPolicy> further)
    {
        var less = further.SelectMany(p => p.Relaxed.Where(r => r.Rule == reason.Rule && reason.Tlp <= r.From && r.Tlp < reason.Tlp).Select(r => (p.Name, r.Tlp))).OrderByDescending(r => r.Tlp).FirstOrDefault();
        return less.Name is null ? reason : reason with { Policy = less.Name, Tlp = less.Tlp };
    }

    static IEnumerable<Reason> Asked(AppliedPolicy policy, CaseFile report, IReadOnlyCollection<Signal> signals) =>
        from rule in policy.Rules
        where Holds(rule.When, report, signals)
        orderby rule.Id
        let found = signals.Where(s => s.Found is not null && rule.When.Signals.Contains(s.Code)).Select(s => s.Found!).Distinct()
        select new Reason(policy.Name, rule.Id, rule.Tlp, rule.Raises, rule.Ja, rule.En, [.. found.OrderBy(f => f.Field, StringComparer.Ordinal).ThenBy(f => f.Start).ThenBy(f => f.Length)]);

    static IEnumerable<string> Handling(AppliedPolicy policy, CaseFile report, IReadOnlyCollection<Signal> signals) =>
        policy.Rules.Where(r => Holds(r.When, report, signals)).SelectMany(r => r.Handling);

    static Reason Wish(Tlp requested) =>
        new("", "wish", requested, Both, $"報告者の希望は TLP:{requested.Label()} です。", $"The reporter asked for TLP:{requested.Label()}.", []);

    static Reason Failed(string code) => new(
        "", code, Tlp.Red, Both,
        "検査を最後まで行えなかったため、最も厳しい TLP:RED とします。", "A check could not be completed, so the strictest label, TLP:RED, holds.", []);
}
