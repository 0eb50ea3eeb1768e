using Ceptoar.Contracts.Registry;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Hosting.Tests.Contracts;

/// <summary>Who belongs to a group: what it names less what it leaves out, and in doubt nobody.</summary>
public class GroupAlgebraTests
{
    static readonly Guid[] Ids = [.. Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];
    static readonly string[] Kinds = ["operator", "secretariat", "ministry", "centre"];
    static readonly string[] Codes = ["banks", "rail", "gas"];

    static readonly Gen<Circle> Circles =
        from ceptoars in Some(Codes)
        from kinds in Some(Kinds)
        from organisations in Some(Ids)
        from groups in Some(Ids)
        select new Circle { Ceptoars = ceptoars, Kinds = kinds, Organisations = organisations, Groups = groups };

    static readonly Gen<GroupRule[]> Groups =
        from members in Circles.ArrayOf(Ids.Length)
        from except in Gen.OneOf(Gen.Constant<Circle?>(null), Circles.Select(c => (Circle?)c)).ArrayOf(Ids.Length)
        from closed in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true))).ArrayOf(Ids.Length)
        select Ids.Select((id, i) => new GroupRule(id, members[i], except[i], WithoutMinistries: i == 0, closed[i])).ToArray();

    static readonly Gen<Member> Members =
        from id in Gen.Elements(Ids)
        from kind in Gen.Elements(Kinds)
        from ceptoars in Some(Codes)
        from active in Gen.Elements(true, true, false)
        select new Member(id, kind, [], ceptoars, active);

    [Fact]
    public void All_but_two_is_all_but_these_two()
    {
        var all = new GroupRule(Ids[0], new() { Ceptoars = Codes }, Except: null, WithoutMinistries: false, Closed: false);
        var most = new GroupRule(Ids[1], new() { Groups = [Ids[0]] }, new() { Organisations = [Ids[4], Ids[5]] }, WithoutMinistries: false, Closed: false);
        var algebra = new GroupAlgebra([all, most]);

        Assert.Equal(Ids[..4], Ids.Where(id => algebra.Has(Ids[1], new(id, "operator", ["finance"], ["banks"], Active: true))));
        Assert.Equal(Ids, Ids.Where(id => algebra.Has(Ids[0], new(id, "operator", ["finance"], ["banks"], Active: true))));
    }

    [Fact]
    public void A_sector_means_its_operators_not_its_ministry()
    {
        var algebra = new GroupAlgebra([new(Ids[0], new() { Sectors = ["finance"] }, Except: null, WithoutMinistries: false, Closed: false)]);

        Assert.True(algebra.Has(Ids[0], new(Ids[1], "operator", ["finance"], [], Active: true)));
        Assert.False(algebra.Has(Ids[0], new(Ids[2], "ministry", ["finance"], [], Active: true)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_group_that_contains_itself_has_no_members(int ways)
    {
        var chain = Enumerable.Range(0, ways + 1).Select(i => new GroupRule(Ids[i], new() { Kinds = Kinds, Groups = [Ids[(i + 1) % (ways + 1)]] }, Except: null, WithoutMinistries: false, Closed: false)).ToArray();
        var algebra = new GroupAlgebra(chain);

        Assert.All(chain, g => Assert.False(algebra.Has(g.Id, new(Ids[5], "operator", [], [], Active: true))));
        Assert.All(chain, g => Assert.True(GroupAlgebra.ContainsItself(g, chain.ToDictionary(c => c.Id))));
    }

    [Fact]
    public void Who_leaves_out_a_group_that_is_in_doubt_has_no_members()
    {
        var all = new GroupRule(Ids[0], new() { Kinds = Kinds }, new() { Groups = [Ids[1]] }, WithoutMinistries: false, Closed: false);
        var leftOut = new GroupRule(Ids[1], new() { Groups = [Ids[2]] }, Except: null, WithoutMinistries: false, Closed: false);
        var named = new GroupRule(Ids[2], new() { Organisations = [Ids[5]] }, Except: null, WithoutMinistries: false, Closed: false);
        var someone = new Member(Ids[4], "operator", [], [], Active: true);

        Assert.True(new GroupAlgebra([all, leftOut, named]).Has(Ids[0], someone));
        Assert.False(new GroupAlgebra([all, leftOut, named]).Has(Ids[0], someone with { Id = Ids[5] }));
        Assert.False(new GroupAlgebra([all, leftOut, named with { Closed = true }]).Has(Ids[0], someone));
        Assert.False(new GroupAlgebra([all, leftOut]).Has(Ids[0], someone));
    }

    [Fact]
    public void Groups_that_name_one_another_by_many_ways_are_decided_at_once()
    {
        // by way of each of sixty levels there are two to the sixtieth ways to the bottom
        var ids = Enumerable.Range(1, 121).Select(n => new Guid(n, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0])).ToArray();
        var levels = Enumerable.Range(0, 60).SelectMany(level => new[] { 0, 1 }.Select(side =>
            new GroupRule(ids[(level * 2) + side], new() { Groups = level == 59 ? [ids[120]] : [ids[(level * 2) + 2], ids[(level * 2) + 3]] }, Except: null, WithoutMinistries: false, Closed: false)));
        var bottom = new GroupRule(ids[120], new() { Kinds = ["operator"] }, Except: null, WithoutMinistries: false, Closed: false);
        var top = new GroupRule(Ids[0], new() { Kinds = Kinds }, new() { Groups = [ids[0]] }, WithoutMinistries: false, Closed: false);

        var algebra = new GroupAlgebra([.. levels, bottom, top]);

        Assert.True(algebra.Has(ids[0], new(Ids[5], "operator", [], [], Active: true)));
        Assert.False(algebra.Has(ids[0], new(Ids[5], "centre", [], [], Active: true)));
        Assert.False(algebra.Has(Ids[0], new(Ids[5], "operator", [], [], Active: true)));
        Assert.True(algebra.Has(Ids[0], new(Ids[5], "centre", [], [], Active: true)));
    }

    [Fact]
    public void Whatever_is_combined_it_is_decided_and_a_doubt_never_lets_anyone_in() => Prop.ForAll(Groups.ToArbitrary(), Members.ToArbitrary(), (groups, member) =>
    {
        var algebra = new GroupAlgebra(groups);
        var byId = groups.ToDictionary(g => g.Id);
        return groups.All(g => algebra.Has(g.Id, member) == Belongs(g.Id, member, byId));
    }).Check(Seeded.Cases(2_000));

    [Fact]
    public void To_close_a_group_lets_nobody_into_another() => Prop.ForAll(Groups.ToArbitrary(), Members.ToArbitrary(), Gen.Elements(Ids).ToArbitrary(), (groups, member, closed) =>
    {
        var before = new GroupAlgebra(groups);
        var after = new GroupAlgebra(groups.Select(g => g.Id == closed ? g with { Closed = true } : g));
        return groups.All(g => !after.Has(g.Id, member) || before.Has(g.Id, member));
    }).Check(Seeded.Cases(2_000));

    /// <summary>The rule again, as slow and plain as its words.</summary>
    static bool Belongs(Guid id, Member member, Dictionary<Guid, GroupRule> groups)
    {
        return member.Active && Certain(id) && Has(id);

        bool Has(Guid group) => Certain(group) && !(groups[group].WithoutMinistries && member.Kind == "ministry")
            && Named(groups[group].Members) && !(groups[group].Except is { } except && Named(except));

        bool Named(Circle c) => c.Organisations.Contains(member.Id) || c.Kinds.Contains(member.Kind) || c.Ceptoars.Intersect(member.Ceptoars).Any()
            || (member.Kind == "operator" && c.Sectors.Intersect(member.Sectors).Any()) || c.Groups.Any(Has);

        bool Certain(Guid group) => Open(group) && (groups[group].Except?.Groups.All(e => Within(e).All(Open)) ?? true);

        bool Open(Guid group) => groups.TryGetValue(group, out var g) && !g.Closed && !Nested(g).SelectMany(Within).Contains(group);

        IEnumerable<Guid> Within(Guid group)
        {
            var all = new HashSet<Guid> { group };
            while (true)
            {
                var more = all.Where(groups.ContainsKey).SelectMany(g => Nested(groups[g])).Except(all).ToArray();
                if (more.Length == 0) return all;
                all.UnionWith(more);
            }
        }

        static IEnumerable<Guid> Nested(GroupRule g) => g.Members.Groups.Concat(g.Except?.Groups ?? []);
    }

    static Gen<T[]> Some<T>(T[] from) => Gen.SubListOf(from).Where(some => some.Count <= 2).Select(some => some.ToArray());
}
