using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Measures;

namespace Ceptoar.Drills.Reports;

/// <summary>
/// What failed, by its cause (docs/drills.md). Each participant that did not confirm has exactly one of the causes of the first table; what
/// was tried with it in vain is told beside, also of those who confirmed by another channel.
/// </summary>
public static class FaultRules
{
    public const string Silent = "silent";
    public const string CannotAct = "cannotAct";

    /// <summary>No body handed it on to it.</summary>
    public const string NotRelayed = "notRelayed";

    /// <summary>It left for others, for it did not: it left the directory, or the drill ended at once.</summary>
    public const string NotSent = "notSent";
    public const string NoChannel = "noChannel";

    /// <summary>The codes of a participant that was reached.</summary>
    /// <param name="measure">How far it got.</param>
    /// <param name="lastTurn">Of <see cref="LastTurn"/>.</param>
    public static IEnumerable<string> Of(Measure measure, DateTimeOffset? lastTurn)
    {
        if (OutcomeOf(measure, lastTurn) is { } outcome) yield return outcome;

        foreach (var failed in measure.Tried.Where(Failed).Select(CodeOf).Distinct(StringComparer.Ordinal)) yield return failed;
    }

    /// <summary>The code of a participant that was not reached.</summary>
    /// <param name="stage">Where it stands.</param>
    /// <param name="hops">Of the drill.</param>
    public static string OfWaiting(string stage, IEnumerable<MeasuredHop> hops) =>
        StageRules.IsRelayed(stage) && !hops.Any(h => h.Name == stage && h.RelayedAt is not null) ? NotRelayed : NotSent;

    /// <summary>
    /// When those got it whose turn of further channels came last; null where nobody's came. Of who got it later it is not known by which
    /// channel it could have been reached. A webhook goes with the first reminder, before anyone's turn.
    /// </summary>
    public static DateTimeOffset? LastTurn(IEnumerable<Measure> measures) =>
        measures.Where(m => m.Tried.Any(t => t.Channel != "webhook")).Select(m => (DateTimeOffset?)m.QueuedAt).Max();

    /// <summary>Those who could not be reached by what the directory holds: they never reacted, and every channel tried failed or there was none.</summary>
    public static IEnumerable<Guid> Stale(IReadOnlyCollection<Measure> measures)
    {
        var lastTurn = LastTurn(measures);
        return from measure in measures
               where OutcomeOf(measure, lastTurn) switch
               {
                   NoChannel => true,
                   Silent => measure.Tried.Length > 0 && measure.Tried.All(Failed),
                   _ => false,
               }
               orderby measure.OrganisationId
               select measure.OrganisationId;
    }

    static string? OutcomeOf(Measure measure, DateTimeOffset? lastTurn) => MeasureRules.StateOf(measure) switch
    {
        "confirmed" => null,
        "cannotAct" => CannotAct,
        "queued" or "pushed" when measure.Tried.Length == 0 && measure.QueuedAt <= lastTurn => NoChannel,
        _ => Silent,
    };

    /// <summary>Not what was dropped because it was wanted no more, for its channel was off or the label did not let it out.</summary>
    static bool Failed(TriedChannel tried) => tried.State is "refused" or "bounced" or "givenUp" or "notReached" || tried is { State: "dropped", Cause: "contact" };

    static string CodeOf(TriedChannel tried) => tried.Cause is null ? $"{tried.Channel}:{tried.State}" : $"{tried.Channel}:{tried.State}:{tried.Cause}";
}
