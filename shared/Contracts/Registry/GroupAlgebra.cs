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
        certain = open.Values.Where(g => g.Except is null || g.Except.Groups.All(left => Whole(left, open))).ToDictionary(g => g.Id);
    }

    /// <summary>Is everything certain that the group is made of? To leave out too few would let too many in.</summary>
    static bool Whole(Guid id, Dictionary<Guid, GroupRule> open) => open.TryGetValue(id, out var group) && NestedIn(group).All(nested => Whole(nested, open));

    public bool Has(Guid groupId, in Member member)
    {
        if (!member.Active || !certain.TryGetValue(groupId, out var group)) return false;
        if (group.WithoutMinistries && member.Kind == "ministry") return false;

        return Names(group.Members, member) && (group.Except is null || !Names(group.Except, member));
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

    bool Names(Circle circle, in Member member)
    {
        if (Array.IndexOf(circle.Organisations, member.Id) >= 0 || Array.IndexOf(circle.Kinds, member.Kind) >= 0) return true;
        if (Overlap(circle.Ceptoars, member.Ceptoars)) return true;
        if (member.Kind == "operator" && Overlap(circle.Sectors, member.Sectors)) return true;

        foreach (var group in circle.Groups)
        {
            if (Has(group, member)) return true;
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
