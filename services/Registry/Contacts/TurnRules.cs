using Ceptoar.Contracts.Registry;
using Ceptoar.Registry.People;

namespace Ceptoar.Registry.Contacts;

/// <summary>Whose turn it is, and will be, as Distribution must know it.</summary>
public static class TurnRules
{
    /// <summary>The turns that are not over, without the time in which who has them is absent; in the order of their beginnings, duty before deputy.</summary>
    /// <param name="entries">The roster of one organisation.</param>
    /// <param name="absences">The absences of its people.</param>
    /// <param name="reachable">Whether a person is one of those who may sign in.</param>
    /// <param name="now">What is over by then is left out.</param>
    public static IEnumerable<ContactTurn> ToCome(IEnumerable<RosterEntry> entries, IEnumerable<RosterAbsence> absences, Func<Guid, bool> reachable, DateTimeOffset now)
    {
        var away = absences.ToLookup(a => a.PersonId);
        return entries.Where(e => reachable(e.PersonId)).SelectMany(e => Present(e, away[e.PersonId])).Where(t => t.Until > now)
            .OrderBy(t => t.From).ThenBy(t => t.Kind == RosterEntry.Duty ? 0 : 1).ThenBy(t => t.Until);
    }

    static IEnumerable<ContactTurn> Present(RosterEntry turn, IEnumerable<RosterAbsence> absences)
    {
        var from = turn.StartsAt;
        foreach (var away in absences.Where(a => a.EndsAt > turn.StartsAt && a.StartsAt < turn.EndsAt).OrderBy(a => a.StartsAt))
        {
            if (away.StartsAt > from) yield return new(turn.Kind, from, away.StartsAt, turn.PersonId);
            if (away.EndsAt > from) from = away.EndsAt;
        }

        if (from < turn.EndsAt) yield return new(turn.Kind, from, turn.EndsAt, turn.PersonId);
    }
}
