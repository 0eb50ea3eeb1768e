using Ceptoar.Contracts;
using Ceptoar.Directory;

namespace Ceptoar.Distribution.Relays;

/// <summary>What a hop is called, by whom it reaches.</summary>
public static class HopName
{
    /// <summary>Those before whom nobody stands.</summary>
    public const string Audience = "audience";

    /// <summary>Centre → the ministries' liaisons.</summary>
    public const string Liaison = "liaison";

    /// <summary>Liaison → the secretariats of its CEPTOARs.</summary>
    public const string Secretariat = "secretariat";

    /// <summary>Secretariat → the members of its CEPTOAR.</summary>
    public const string Members = "members";

    /// <summary>Secretariat → those whom its CEPTOAR reaches though they are no members: the utilities of the waterworks.</summary>
    public const string SecondHop = "secondHop";

    /// <summary>Those that a body relays, by a rule of the CEPTOAR.</summary>
    public static IReadOnlyList<string> Relayed { get; } = [Secretariat, Members, SecondHop];

    /// <summary>In which order an advisory goes down.</summary>
    public static int Place(string name) => Array.IndexOf([Audience, Liaison, Secretariat, Members, SecondHop], name);
}

/// <summary>One step on the way down.</summary>
/// <param name="Name">One of <see cref="HopName"/>.</param>
/// <param name="Ceptoar">Code of the CEPTOAR whose hop it is; null of those that the release itself reaches.</param>
/// <param name="Body">Who relays it; null of those that the release itself reaches.</param>
/// <param name="Members">Whom it reaches, in the order of their ids.</param>
public sealed record Hop(string Name, string? Ceptoar, Guid? Body, IReadOnlyList<Guid> Members);

/// <summary>
/// The way of an advisory of the centre through the directory as it is now: centre → liaison → secretariat → members → second hop.
/// All hops together reach exactly whom <see cref="AudienceRules"/> permits. Where nobody is to hand down, those below are reached
/// from one step higher; where a ministry runs the CEPTOAR, the liaison is the secretariat.
/// </summary>
public static class HopPlan
{
    /// <summary>Whom a hop reaches by the plan of now; where it stands in the plan no more, for nobody is left to hand down, those of its CEPTOAR all the same.</summary>
    public static IReadOnlyList<Guid> MembersOf(string name, string ceptoar, IReadOnlyList<Hop> plan, DirectorySnapshot directory) =>
        plan.FirstOrDefault(h => h.Name == name && h.Ceptoar == ceptoar)?.Members
        ?? [.. plan.Where(h => h.Body is null).SelectMany(h => h.Members).Where(id => (name switch
        {
            HopName.Members => directory.Organisations[id].Ceptoars,
            HopName.SecondHop => directory.Organisations[id].SecondHop,
            _ => [],
        }).Contains(ceptoar))];

    public static IReadOnlyList<Hop> Of(Tlp tlp, Audience audience, DirectorySnapshot directory)
    {
        var everyone = AudienceRules.Recipients(tlp, audience, directory);
        if (!audience.IsRelayed || !AudienceRules.HasHops(tlp)) return [new(HopName.Audience, Ceptoar: null, Body: null, [.. everyone.Select(o => o.Id)])];

        var permitted = everyone.ToDictionary(o => o.Id);
        var ministries = AudienceRules.LetsMinistriesIn(audience, directory);
        var (atOnce, hops, reached) = (new Dictionary<string, HashSet<Guid>>(), new List<Hop>(), new HashSet<Guid>());
        foreach (var ceptoar in directory.Groups.Values.Where(g => g.Kind == "ceptoar").OrderBy(g => g.Id)) Descend(ceptoar);
        AtOnce(HopName.Audience, permitted.Keys.Where(id => !reached.Contains(id)));
        return
        [
            .. atOnce.Where(a => a.Value.Count > 0).OrderBy(a => HopName.Place(a.Key)).Select(a => new Hop(a.Key, Ceptoar: null, Body: null, [.. a.Value.Order()])),
            .. hops.OrderBy(h => HopName.Place(h.Name)),
        ];

        void Descend(DirectoryGroup group)
        {
            var code = group.Members.Ceptoars.FirstOrDefault() ?? "";
            var (liaison, secretariat) = (AudienceRules.HasLiaison(audience, group) ? Hands(group.Ministry) : null, Hands(group.Secretariat));
            bool IsBody(Guid id) => id == group.Ministry || id == group.Secretariat;
            Guid[] members = [.. directory.IdsOf(group.Id).Where(id => permitted.ContainsKey(id) && !IsBody(id) && AudienceRules.IsNamed(audience, id, directory)).Order()];
            Guid[] utilities = [.. everyone.Where(o => o.SecondHop.Contains(code) && !members.Contains(o.Id) && !IsBody(o.Id) && AudienceRules.IsUtility(tlp, audience, o, directory)).Select(o => o.Id)];
            if (members.Length + utilities.Length == 0) return;

            reached.UnionWith([.. members, .. utilities]);
            if (liaison is { } first) AtOnce(HopName.Liaison, [first]);
            if (secretariat is { } second && second != liaison)
            {
                reached.Add(second);
                if (liaison is null) AtOnce(HopName.Secretariat, [second]);
                else hops.Add(new(HopName.Secretariat, code, liaison, [second]));
            }

            Down(HopName.Members, members);
            Down(HopName.SecondHop, utilities);

            void Down(string name, Guid[] ids)
            {
                if (ids.Length == 0) return;
                if ((secretariat ?? liaison) is { } body) hops.Add(new(name, code, body, ids));
                else AtOnce(HopName.Audience, ids);
            }
        }

        // a ministry that is named for itself hands nothing down where ministries do not stand on the way
        Guid? Hands(Guid? body) => body is { } id && permitted.TryGetValue(id, out var organisation) && (ministries || organisation.Kind != "ministry") ? id : null;

        void AtOnce(string name, IEnumerable<Guid> ids)
        {
            if (!atOnce.TryGetValue(name, out var some)) atOnce[name] = some = [];
            foreach (var id in ids)
            {
                some.Add(id);
                reached.Add(id);
            }
        }
    }
}
