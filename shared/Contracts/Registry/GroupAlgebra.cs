namespace Ceptoar.Contracts.Registry;

/// <summary>What decides whether an organisation belongs to a group.</summary>
public readonly record struct Member(Guid Id, string Kind, string[] Sectors, string[] Ceptoars, bool Active);

/// <summary>The rule of one group.</summary>
public readonly record struct GroupRule(Guid Id, Circle Members, Circle? Except, bool WithoutMinistries, bool Closed);

/// <summary>
/// Who belongs to which group. In doubt nobody does: a group that is unknown or closed, that contains itself by whatever way, or
/// that leaves out a group which is in doubt, has no members.
/// </summary>
public sealed class GroupAlgebra
{
    readonly Dictionary<Guid, GroupRule> certain;

    public GroupAlgebra(IEnumerable<GroupRule> groups)
    {
        var all = groups.ToDictionary(g => g.Id);
        var open = all.Values.Where(g => !g.Closed && !ContainsItself(g, all)).ToDictionary(g => g.Id);
        var whole = new Dictionary<Guid, bool>();
        certain = open.Values.Where(g => g.Except is null || g.Except.Groups.All(IsWhole)).ToDictionary(g => g.Id);

        // is everything certain that the group is made of? to leave out too few would let too many in
        bool IsWhole(Guid id) => whole.TryGetValue(id, out var known) ? known : whole[id] = open.TryGetValue(id, out var group) && NestedIn(group).All(IsWhole);
    }

    public bool Has(Guid groupId, Member member) => Has(groupId, member, decided: null);

    bool Has(Guid groupId, in Member member, Dictionary<Guid, bool>? decided)
    {
        if (decided is not null && decided.TryGetValue(groupId, out var known)) return known;

        var has = Decide(groupId, member, ref decided);
        if (decided is not null) decided[groupId] = has;
        return has;
    }

    // a group may be reached by many ways; each is decided once
    bool Decide(Guid groupId, in Member member, ref Dictionary<Guid, bool>? decided)
    {
        if (!member.Active || !certain.TryGetValue(groupId, out var group)) return false;
        if (group.WithoutMinistries && member.Kind == "ministry") return false;

        if (decided is null && NestedIn(group).Any()) decided = [];
        return Names(group.Members, member, decided) && (group.Except is null || !Names(group.Except, member, decided));
    }

    /// <summary>Would the group contain itself, directly or through others?</summary>
    public static bool ContainsItself(GroupRule group, IReadOnlyDictionary<Guid, GroupRule> others) => NestedIn(group).Any(nested => Reaches(nested, group.Id, others));

    static IEnumerable<Guid> NestedIn(GroupRule group) => group.Members.Groups.Concat(group.Except?.Groups ?? []);

    /// <summary>Does a group name another, directly or through others?</summary>
    public static bool Reaches(Guid from, Guid sought, IReadOnlyDictionary<Guid, GroupRule> groups)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Stack<Guid>([from]);
        while (waiting.TryPop(out var id))
        {
            if (id == sought) return true;
            if (!seen.Add(id) || !groups.TryGetValue(id, out var group)) continue;

            foreach (var nested in NestedIn(group)) waiting.Push(nested);
        }

        return false;
    }

    bool Names(Circle circle, in Member member, Dictionary<Guid, bool>? decided)
    {
        if (Array.IndexOf(circle.Organisations, member.Id) >= 0 || Array.IndexOf(circle.Kinds, member.Kind) >= 0) return true;
        if (Overlap(circle.Ceptoars, member.Ceptoars)) return true;
        if (member.Kind == "operator" && Overlap(circle.Sectors, member.Sectors)) return true;

        foreach (var group in circle.Groups)
        {
            if (Has(group, member, decided)) return true;
        }

        return false;
    }

    static bool Overlap(string[] some, string[] others)
    {
        foreach (var one in some)
        {
            if (Array.IndexOf(others, one) >= 0) return true;
        }

        return false;
    }
}
