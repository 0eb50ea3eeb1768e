using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.People;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Registry.Tests;

public class TurnRulesTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
    static readonly Guid[] People = [.. Enumerable.Range(1, 3).Select(n => new Guid(n, 0, 0, new byte[8]))];

    public static TheoryData<string, string, int, string> Rosters => new()
    {
        { "0-8", "", 0, "0-8" },
        { "0-8", "", 8, "" },
        { "0-8", "", 7, "0-8" },
        { "0-8", "2-4", 0, "0-2 4-8" },
        { "0-8", "2-4", 3, "4-8" },
        { "0-8", "-3-2 6-9", 0, "2-6" },
        { "0-8", "-3-9", 0, "" },
        { "0-8", "1-5 2-3 5-6", 0, "0-1 6-8" },
        { "0-8", "8-9", 0, "0-8" },
        { "8-16 0-8", "", 0, "0-8 8-16" },
    };

    [Theory]
    [MemberData(nameof(Rosters))]
    public void A_turn_is_there_but_for_the_time_in_which_who_has_it_is_absent(string turns, string absences, int now, string expected)
    {
        var said = TurnRules.ToCome(Spans(turns).Select(s => Turn(People[0], RosterEntry.Duty, s.From, s.Until)), Spans(absences).Select(s => Away(People[0], s.From, s.Until)), _ => true, Noon.AddHours(now));

        Assert.Equal(expected, string.Join(' ', said.Select(t => $"{(t.From - Noon).TotalHours}-{(t.Until - Noon).TotalHours}")));
    }

    [Fact]
    public void At_every_moment_to_come_the_turns_say_who_the_roster_says()
    {
        var hours = Gen.Choose(-6, 18);
        var entries = (from person in Gen.Elements(People) from kind in Gen.Elements(RosterEntry.Duty, RosterEntry.Deputy) from start in hours from length in Gen.Choose(1, 9) select Turn(person, kind, start, start + length)).ArrayOf();
        var absences = (from person in Gen.Elements(People) from start in hours from length in Gen.Choose(1, 5) select Away(person, start, start + length)).ArrayOf();
        var rosters = from e in entries from a in absences from gone in Gen.Elements(People) select (e, a, gone);

        Check.One(Seeded.Cases(300), Prop.ForAll(rosters.ToArbitrary(), roster =>
        {
            var (e, a, gone) = roster;
            var turns = TurnRules.ToCome(e, a, id => id != gone, Noon).ToArray();
            var moments = Enumerable.Range(0, 60).Select(half => Noon.AddMinutes(half * 30));
            return turns.All(t => t.From < t.Until && t.Until > Noon)
                && turns.Select(t => t.From).SequenceEqual(turns.Select(t => t.From).Order())
                && moments.All(at => Said(turns, at).SetEquals(Meant(e, a, gone, at)));
        }));

        static HashSet<(string, Guid)> Said(IEnumerable<Ceptoar.Contracts.Registry.ContactTurn> turns, DateTimeOffset at) => [.. turns.Where(t => t.From <= at && at < t.Until).Select(t => (t.Kind, t.PersonId))];

        static HashSet<(string, Guid)> Meant(RosterEntry[] entries, RosterAbsence[] absences, Guid gone, DateTimeOffset at) =>
        [
            .. entries.Where(e => e.StartsAt <= at && at < e.EndsAt && e.PersonId != gone && !absences.Any(a => a.PersonId == e.PersonId && a.StartsAt <= at && at < a.EndsAt)).Select(e => (e.Kind, e.PersonId)),
        ];
    }

    static IEnumerable<(int From, int Until)> Spans(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(span =>
    {
        var dash = span.IndexOf('-', 1);
        return (int.Parse(span[..dash], System.Globalization.CultureInfo.InvariantCulture), int.Parse(span[(dash + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    });

    static RosterEntry Turn(Guid person, string kind, int from, int until) =>
        new() { Id = Guid.NewGuid(), OrganisationId = Guid.Empty, PersonId = person, Kind = kind, StartsAt = Noon.AddHours(from), EndsAt = Noon.AddHours(until) };

    static RosterAbsence Away(Guid person, int from, int until) =>
        new() { Id = Guid.NewGuid(), OrganisationId = Guid.Empty, PersonId = person, StartsAt = Noon.AddHours(from), EndsAt = Noon.AddHours(until) };
}
