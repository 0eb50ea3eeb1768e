namespace Ceptoar.Registry.People;

/// <summary>Who is on duty.</summary>
public static class OnDutyRules
{
    /// <summary>Whose turn it is, else the deputy; nobody who is absent or cannot be reached any more.</summary>
    /// <param name="entries">The roster of one organisation.</param>
    /// <param name="absences">The absences of its people.</param>
    /// <param name="reachable">Whether a person is still there.</param>
    /// <param name="at">The moment in question.</param>
    /// <returns>Null where it is nobody's turn: then the desk is asked.</returns>
    public static RosterEntry? At(IEnumerable<RosterEntry> entries, IReadOnlyCollection<RosterAbsence> absences, Func<Guid, bool> reachable, DateTimeOffset at) => entries
        .Where(e => e.StartsAt <= at && at < e.EndsAt && reachable(e.PersonId) && !absences.Any(a => a.PersonId == e.PersonId && a.StartsAt <= at && at < a.EndsAt))
        .OrderBy(e => e.Kind == RosterEntry.Duty ? 0 : 1)
        .FirstOrDefault();

    /// <summary>The turns that begin before an earlier one of their kind is over, by their place in the list.</summary>
    public static IEnumerable<int> Overlapping(IReadOnlyList<(string Kind, DateTimeOffset From, DateTimeOffset Until)> turns)
    {
        foreach (var kind in turns.Select((turn, place) => (turn, place)).GroupBy(t => t.turn.Kind, StringComparer.Ordinal))
        {
            var over = DateTimeOffset.MinValue;
            foreach (var (turn, place) in kind.OrderBy(t => t.turn.From).ThenBy(t => t.place))
            {
                if (turn.From < over) yield return place;
                if (turn.Until > over) over = turn.Until;
            }
        }
    }
}
