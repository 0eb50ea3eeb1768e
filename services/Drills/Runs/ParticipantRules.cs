using Ceptoar.Contracts;
using Ceptoar.Directory;

namespace Ceptoar.Drills.Runs;

/// <summary>One who may be chosen for a drill of a CEPTOAR.</summary>
public record Candidate(DirectoryOrganisation Organisation, bool SecondHop);

/// <summary>Who takes part in a drill as it begins.</summary>
/// <param name="Members">Those chosen, members and second hop, who agreed.</param>
/// <param name="Bodies">Those on the way: the secretariat, the ministry, the centre.</param>
/// <param name="WithoutLiaison">Whether its way leaves out the ministry.</param>
public record Cast(Guid[] Members, Guid[] Bodies, Guid Centre, bool WithoutLiaison)
{
    /// <summary>Everyone, each once, in the order of their ids.</summary>
    public Guid[] All => [.. Members.Concat(Bodies).Distinct().Order()];
}

/// <summary>Who takes part: only whom a drill of the CEPTOAR reaches at all, only who agreed, and the bodies on the way.</summary>
public static class ParticipantRules
{
    /// <summary>The members of a CEPTOAR and whom its second hop reaches, without the bodies on the way, in the order of their names.</summary>
    public static IReadOnlyList<Candidate> Candidates(DirectoryGroup ceptoar, DirectorySnapshot directory)
    {
        var members = directory.IdsOf(ceptoar.Id);
        return
        [
            .. directory.Organisations.Values
                .Where(o => o.Active && o.Id != ceptoar.Secretariat && o.Id != ceptoar.Ministry && o.Kind != "centre")
                .Where(o => members.Contains(o.Id) || IsSecondHop(o, ceptoar))
                .OrderBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Id)
                .Select(o => new Candidate(o, SecondHop: !members.Contains(o.Id))),
        ];
    }

    /// <summary>Who takes part in a drill that begins now.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="ceptoar">The group of its CEPTOAR.</param>
    /// <param name="centre">The centre, whose words go out.</param>
    /// <param name="chosen">Whom its secretariat chose.</param>
    /// <param name="consents">What organisations said: agreed, or not; the others said nothing.</param>
    /// <param name="directory">The directory now.</param>
    public static Cast Of(Drill drill, DirectoryGroup ceptoar, Guid centre, IReadOnlySet<Guid> chosen, IReadOnlyDictionary<Guid, bool> consents, DirectorySnapshot directory)
    {
        var members = Candidates(ceptoar, directory)
            .Where(c => !c.SecondHop || ReachesSecondHop(drill.Tlp))
            .Select(c => c.Organisation.Id)
            .Where(id => chosen.Contains(id) && consents.GetValueOrDefault(id))
            .Order().ToArray();
        var ministry = ceptoar.Ministry is { } id && directory.Active(id) is not null ? ceptoar.Ministry : null;
        // a ministry that said no is left out; the secretariat, which may be the ministry itself, chose to take part
        var withoutLiaison = drill.WithoutLiaison || ministry is null || (ministry != ceptoar.Secretariat && Refused(ministry, consents));
        Guid?[] bodies = [ceptoar.Secretariat is { } s && directory.Active(s) is not null ? s : null, withoutLiaison ? null : ministry, centre];
        return new(members, [.. bodies.OfType<Guid>().Distinct().Order()], centre, withoutLiaison);
    }

    /// <summary>A narrower label than GREEN is for the CEPTOAR's members alone, as in <see cref="AudienceRules.IsUtility"/>.</summary>
    public static bool ReachesSecondHop(Tlp tlp) => tlp is Tlp.Clear or Tlp.Green;

    /// <summary>Whether an organisation said that it takes no part.</summary>
    public static bool Refused(Guid? organisation, IReadOnlyDictionary<Guid, bool> consents) => organisation is { } id && consents.TryGetValue(id, out var agreed) && !agreed;

    static bool IsSecondHop(DirectoryOrganisation organisation, DirectoryGroup ceptoar) => organisation.SecondHop.Intersect(ceptoar.Members.Ceptoars).Any();
}
