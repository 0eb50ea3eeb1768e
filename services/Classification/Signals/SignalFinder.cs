using Ceptoar.Classification.Signals.Sentences;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Signals;

/// <summary>What recognisers know beside the text.</summary>
/// <param name="Reporter">The reporter's organisation, whose own names are no news.</param>
/// <param name="Today">The day in Japan.</param>
public sealed record FinderFacts(Guid Reporter, MemberNames Members, DateOnly Today);

/// <summary>Adds what it finds in a field. Pure; may throw, which is then a failure among the signals.</summary>
public delegate void Recogniser(FieldText field, FinderFacts facts, SignalList found);

/// <summary>Finds every signal of a report. Pure and deterministic; never throws on any text: what cannot be finished is a failure among the signals.</summary>
public static class SignalFinder
{
    static readonly (string Name, Recogniser Find)[] Recognisers =
    [
        ("markings", MarkingSignals.Find),
        ("secrets", SecretSignals.Find),
        ("personalData", PersonalDataSignals.Find),
        ("controlSystems", ControlSystemSignals.Find),
        ("vulnerabilities", VulnerabilitySignals.Find),
        ("investigations", InvestigationSignals.Find),
        ("ongoingAttacks", OngoingAttackSignals.Find),
        ("otherVictims", OtherVictimSignals.Find),
        ("victimAddresses", VictimAddressSignals.Find),
        ("drills", DrillSignals.Find),
        ("sentences", SentenceSignals.Find),
    ];

    /// <param name="report">Title, body, plain summary and indicators are looked at.</param>
    /// <param name="members">Names of the members of the hub; those of the reporter's own organisation are left alone.</param>
    /// <param name="today">The day in Japan: an embargo that ended before it no longer counts.</param>
    public static IReadOnlyList<Signal> Find(CaseFile report, MemberNames members, DateOnly today) => Find(ReportText.Of(report), members, today);

    /// <param name="text">The report, made ready; triage can share it.</param>
    /// <param name="members">As above.</param>
    /// <param name="today">As above.</param>
    public static IReadOnlyList<Signal> Find(ReportText text, MemberNames members, DateOnly today) => Find(text, members, today, Recognisers);

    /// <summary>The same with recognisers of one's own.</summary>
    public static IReadOnlyList<Signal> Find(ReportText text, MemberNames members, DateOnly today, params IEnumerable<(string Name, Recogniser Find)> recognisers)
    {
        var facts = new FinderFacts(text.Report.OrganisationId, members, today);
        Signal[] failed = text.Failed ? [Signal.Failure("text")] : [];
        return [.. failed.Concat(text.Fields.SelectMany(field => In(field, facts, recognisers))).Distinct()];
    }

    static IReadOnlyList<Signal> In(FieldText field, FinderFacts facts, IEnumerable<(string Name, Recogniser Find)> recognisers)
    {
        var found = new SignalList(field);
        foreach (var (name, find) in recognisers)
        {
            try
            {
                find(field, facts, found);
            }
            catch (Exception) // that of a regular expression carries its input, so it ends here
            {
                found.Fail(name);
            }
        }

        return found.All;
    }
}
