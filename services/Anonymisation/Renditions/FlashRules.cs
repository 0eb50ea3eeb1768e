using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>The flash: codes, a generalised sector and hour, and indicators that are safe to pass on. No free text.</summary>
static class FlashRules
{
    public static Flash Make(CaseFile report, AnonymityClass? shared, TimeGrain grain, IReadOnlyList<FlashIndicator> indicators) => new()
    {
        Kind = Taxonomy.Kinds.Of(report.Kind).Value,
        Events = Known(Taxonomy.Events, report.Events),
        Causes = Known(Taxonomy.Causes, report.Causes),
        ServiceImpact = Taxonomy.ServiceImpacts.Knows(report.ServiceImpact) ? report.ServiceImpact : null,
        Severity = Taxonomy.Severities.Knows(report.Severity) ? report.Severity : null,
        Urgency = Taxonomy.Urgencies.Knows(report.Urgency) ? report.Urgency : null,
        Sector = shared?.Sector,
        Region = shared?.Region,
        Size = shared?.Size,
        DetectedHour = KAnonymity.Coarser(report.DetectedAt, grain),
        DetectedGrain = grain.ToString().ToLowerInvariant(),
        Indicators = [.. indicators],
    };

    /// <summary>
    /// The reporter's indicators that are not the victim's, and the attacker's that stand in the text alone; one spelling each,
    /// by type in the order of the taxonomy, then by value.
    /// </summary>
    public static IReadOnlyList<FlashIndicator> Indicators(CaseFile report, IEnumerable<Finding> keptInText, RecogniserFacts facts, int most)
    {
        var reported = report.Indicators.Where(i => i.Role is "attacker" or "unknown" && (i.Type != "email" || i.Role == "attacker")).Select(i => (i.Type, i.Value));
        var inText = keptInText.Where(k => k.Role == "attacker" || (k.Type == "cve" && k.Role != "victim")).Select(k => (k.Type, Value: k.Value!));

        return
        [
            .. reported.Concat(inText)
                .Select(i => (i.Type, Value: IndicatorValues.Normal(i.Type, i.Value)))
                .Where(i => i.Value is not null && facts.Reported.Of(i.Value) != "victim")
                .Distinct()
                .OrderBy(i => Rank(i.Type)).ThenBy(i => i.Value, StringComparer.Ordinal)
                .Where(i => Safe(i.Type, i.Value!, facts))
                .Take(most)
                .Select(i => new FlashIndicator { Type = i.Type, Value = i.Value! }),
        ];
    }

    /// <summary>Whether no recogniser would take anything out of it. One that cannot tell drops it.</summary>
    static bool Safe(string type, string value, RecogniserFacts facts)
    {
        var (findings, failure) = Recognition.ByRules(new(value), facts);
        return failure is null
            && !findings.Any(f => f.Verdict == Verdict.Remove || (f.Verdict == Verdict.RemoveLikely && type is "fileName" or "product" or "other"))
            && (type != "domain" || !Victims.Owns(facts.Directory, value));
    }

    static string[] Known(IReadOnlyList<Code> codes, string[] values) => [.. values.Where(v => codes.Knows(v)).Distinct()];

    static int Rank(string type) => Taxonomy.IndicatorTypes.Select((code, rank) => (code.Value, rank)).First(t => t.Value == type).rank;
}
