using Ceptoar.Classification.Signals;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Triage;

/// <summary>How severe and how urgent a report seems, and why: a proposal that starts the right timers until a person says otherwise.</summary>
/// <param name="Severity">low, medium, high or critical.</param>
/// <param name="Urgency">normal or urgent.</param>
public sealed record Proposal(string Severity, string Urgency, IReadOnlyList<TriageReason> Reasons);

public sealed record TriageReason(string Rule, string Severity, string Urgency, string Ja, string En, IReadOnlyList<Found> Found);

/// <summary>Proposes by the most severe and most urgent of all reasons; more facts never lower either.</summary>
public static class TriageRules
{
    public static Proposal Propose(CaseFile report, IReadOnlyCollection<Signal> signals) => throw new NotImplementedException();
}
