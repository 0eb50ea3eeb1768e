using System.Collections.Concurrent;
using System.Reflection;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>
/// Label × audience × organisation × role × exit: who sees is who should, by a table written by hand (I2, I8). Of all combinations some
/// thousands are drawn with a fixed seed, those with the role that an organisation has by nature more often.
/// </summary>
public class LeakWalkTests
{
    const int NaturalPerMille = 80;
    const int DrawnPerMille = 6;

    static readonly SmallDirectory Small = new();
    static readonly WalkTable Table = new(Small);
    static readonly OrganisationChanged[] OrganisationsBefore = [.. Small.Organisations, Table.Before["utility"]];
    static readonly OrganisationChanged[] OrganisationsNow = [.. OrganisationsBefore.Where(o => Table.After.Values.All(a => a.OrganisationId != o.OrganisationId)), .. Table.After.Values];
    static readonly GroupChanged[] GroupsBefore = [.. Small.Groups, .. Table.Added];
    static readonly GroupChanged[] GroupsNow = [.. GroupsBefore.Where(g => g.GroupId != Table.Closing.GroupId), Table.Closing];
    static readonly DirectorySnapshot Before = Snapshot(OrganisationsBefore, GroupsBefore);
    static readonly DirectorySnapshot Now = Snapshot(OrganisationsNow, GroupsNow);

    static readonly Dictionary<string, string> Natural = new()
    {
        ["operator"] = Role.Operator,
        ["mover"] = Role.Operator,
        ["leaver"] = Role.Operator,
        ["joiner"] = Role.Operator,
        ["flyer"] = Role.Operator,
        ["secretariat"] = Role.Secretariat,
        ["ministry"] = Role.Liaison,
        ["flyersMinistry"] = Role.Secretariat,
        ["centre"] = Role.Analyst,
        ["stranger"] = Role.Administrator,
        ["utility"] = Role.Operator,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task By_no_exit_does_anyone_see_what_is_not_for_it_and_by_each_whoever_should(bool planted)
    {
        await using var walk = await Walk.Start(planted);
        var random = new Random(planted ? 20261121 : 20261122);
        var (walked, differences) = (0, new ConcurrentBag<string>());
        var shown = new ConcurrentDictionary<string, bool>();

        foreach (var exit in Exits.All)
        {
            var drawn =
                from item in walk.Items
                from organisation in walk.Table.Ids.Keys
                from role in Role.All
                where random.Next(1000) < (role == Natural[organisation] ? NaturalPerMille : DrawnPerMille)
                select (Item: item, Organisation: organisation, Role: role);
            await Parallel.ForEachAsync(drawn.ToArray(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
            {
                var (item, organisation, role) = one;
                var should = exit.Should(walk.Table, item, organisation, role);
                var found = await Shows(exit, walk, item, organisation, role);
                if (found != (should ? "shown" : "not shown")) differences.Add($"{exit.Name}: {item.Tlp.Label()} to {item.Audience}, {organisation} as {role} should{(should ? "" : " not")}: {found}");
                if (should) shown[exit.Name] = true;
                Interlocked.Increment(ref walked);
            });
        }

        Assert.True(differences.IsEmpty, string.Join('\n', differences.Order().GroupBy(d => d.Split(':')[0]).SelectMany(d => d.Take(5).Append($"{d.Key}: {d.Count()}"))) + $"\n{differences.Count} of {walked}");
        Assert.InRange(walked, 4_000, int.MaxValue);
        Assert.Equal(Exits.All.Where(e => !e.ToNobody).Select(e => e.Name).Order(), shown.Keys.Order());
    }

    /// <summary>
    /// The walk of the walk: the decision is taken away from the service itself, and each exit is red for someone who has the role and should see nothing;
    /// then the roles, too, and each exit that asks for one is red for someone whose organisation sees by another.
    /// </summary>
    [Fact]
    public async Task With_nobody_asked_each_exit_is_red()
    {
        await using var walk = await Walk.Start(planted: true, opened: true);
        var random = new Random(20261123);
        var all = (from item in walk.Items from organisation in walk.Table.Ids.Keys from role in Role.All orderby random.Next() select (Item: item, Organisation: organisation, Role: role)).ToArray();
        var green = new List<string>();

        foreach (var exit in Exits.All.Where(e => !e.ToNobody))
        {
            if (!await IsRed(exit, all.Where(one => exit.Roles?.Contains(one.Role) != false && !Should(exit, one)))) green.Add($"{exit.Name}, the decision taken away");
        }

        walk.GiveEveryRole();
        foreach (var exit in Exits.All.Where(e => all.Any(one => IsOfRole(e, one))))
        {
            if (!await IsRed(exit, all.Where(one => IsOfRole(exit, one)))) green.Add($"{exit.Name}, the roles taken away");
        }

        Assert.True(green.Count == 0, string.Join('\n', green));

        bool Should(Exit exit, (WalkItem Item, string Organisation, string Role) one) => exit.Should(walk.Table, one.Item, one.Organisation, one.Role);

        bool IsOfRole(Exit exit, (WalkItem Item, string Organisation, string Role) one) => !Should(exit, one) && Role.All.Any(role => Should(exit, one with { Role = role }));

        async Task<bool> IsRed(Exit exit, IEnumerable<(WalkItem Item, string Organisation, string Role)> asked)
        {
            foreach (var (item, organisation, role) in asked.Take(1_000))
            {
                if (await Shows(exit, walk, item, organisation, role) != "not shown") return true;
            }

            return false;
        }
    }

    /// <returns>shown, not shown, or what is wrong with what is shown.</returns>
    static async Task<string> Shows(Exit exit, Walk walk, WalkItem item, string organisation, string role)
    {
        try
        {
            return await exit.Shows(walk, item, organisation, role) ? "shown" : "not shown";
        }
        catch (InvalidOperationException wrong)
        {
            return wrong.Message;
        }
    }

    [Fact]
    public void Whatever_the_service_answers_is_walked_or_said_to_show_nothing()
    {
        var rows = PermissionTable.All.Where(r => r.Service == "distribution").Select(r => $"{r.Method} {r.Path}");
        var methods = typeof(AdvisoryHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetBaseDefinition() == m).Select(m => "hub " + m.Name);

        Assert.Equal(rows.Concat(methods).Order(), Exits.All.SelectMany(e => e.Walks).Distinct().Concat(Exits.ShowNothing.Keys).Order());
    }

    /// <summary>A rule as it stands, or with one thing about it switched off.</summary>
    public sealed record Rules(Func<Tlp, Audience, DirectorySnapshot, IEnumerable<Guid>> Recipients, Func<Tlp, Audience, Guid, DirectorySnapshot, bool> MaySee);

    static readonly Rules AsTheyStand = new((tlp, audience, directory) => AudienceRules.Recipients(tlp, audience, directory).Select(o => o.Id), (tlp, audience, organisation, directory) => AudienceRules.MaySee(tlp, audience, Mailbox.Of(organisation), directory));

    /// <summary>The rules with what is asked changed: as they would be where they did not look at it.</summary>
    static Rules Asking(Func<Tlp, Tlp>? tlp = null, Func<Audience, Audience>? audience = null) => new(
        (t, a, directory) => AsTheyStand.Recipients(tlp?.Invoke(t) ?? t, audience?.Invoke(a) ?? a, directory),
        (t, a, organisation, directory) => AsTheyStand.MaySee(tlp?.Invoke(t) ?? t, audience?.Invoke(a) ?? a, organisation, directory));

    /// <summary>The rules with the directory changed, before and after: as they would be where they did not look at what it says of a group, or of an organisation.</summary>
    static Rules In(Func<GroupChanged, GroupChanged>? group = null, Func<OrganisationChanged, OrganisationChanged>? organisation = null)
    {
        var (before, now) = (Changed(OrganisationsBefore, GroupsBefore), Changed(OrganisationsNow, GroupsNow));
        return new((tlp, audience, _) => AsTheyStand.Recipients(tlp, audience, before), (tlp, audience, id, _) => AsTheyStand.MaySee(tlp, audience, id, now));

        DirectorySnapshot Changed(OrganisationChanged[] organisations, GroupChanged[] groups) =>
            Snapshot([.. organisations.Select(o => organisation?.Invoke(o) ?? o)], [.. groups.Select(g => group?.Invoke(g) ?? g)]);
    }

    // each with a difference by which it must be known
    static readonly Dictionary<string, (Rules Rules, string Difference)> SwitchedOff = new()
    {
        ["the label bounds who receives"] = (AsTheyStand with { Recipients = (_, audience, directory) => AsTheyStand.Recipients(Tlp.Green, audience, directory) }, "Red telecom operator"),
        ["the label bounds who sees"] = (AsTheyStand with { MaySee = (_, audience, organisation, directory) => AsTheyStand.MaySee(Tlp.Green, audience, organisation, directory) }, "Red telecom operator"),
        ["the audience decides who receives"] = (AsTheyStand with { Recipients = (tlp, _, directory) => tlp == Tlp.Red ? [] : directory.Organisations.Values.Where(o => o.Active).Select(o => o.Id) }, "Amber telecom flyer"),
        ["the audience decides who sees"] = (AsTheyStand with { MaySee = (tlp, _, organisation, directory) => tlp != Tlp.Red && directory.Active(organisation) is not null }, "Amber telecom flyer"),
        ["who sees is asked of the directory as it is now"] = (AsTheyStand with { MaySee = (tlp, audience, organisation, _) => AsTheyStand.MaySee(tlp, audience, organisation, Before) }, "Amber telecom mover"),
        ["who is no longer active sees nothing"] = (In(organisation: o => o with { Active = true }), "Amber telecom leaver"),
        ["who may see does see"] = (AsTheyStand with { MaySee = (tlp, audience, organisation, directory) => tlp != Tlp.AmberStrict && AsTheyStand.MaySee(tlp, audience, organisation, directory) }, "AmberStrict telecom operator"),
        ["whoever is in the audience receives"] = (AsTheyStand with { Recipients = (tlp, audience, directory) => AsTheyStand.Recipients(tlp, audience, directory).Skip(1) }, "Amber centre centre"),
        ["a closed group has nobody"] = (In(group => group with { Closed = false }), "Amber closed operator"),
        ["a group that is closed after the release has nobody any more"] = (In(group => group with { Closed = false }), "Amber closing operator"),
        ["a group has not whom it leaves out"] = (In(group => group with { Except = null }), "Amber allButAviation flyer"),
        ["a group that ministries do not learn of has none"] = (In(group => group with { WithoutMinistries = false }), "Amber withoutMinistries flyersMinistry"),
        ["what is relayed is seen by the bodies on its way"] = (Asking(audience: a => a with { IsRelayed = false }), "Amber alert:telecom ministry"),
        ["what goes straight has no way"] = (Asking(audience: a => a with { IsRelayed = a.Participants is null || a.IsRelayed }), "Amber hotline:telecom ministry"),
        ["what is for the named alone goes by no hops"] = (Asking(tlp => tlp == Tlp.AmberStrict ? Tlp.Amber : tlp), "AmberStrict alert:telecom ministry"),
        ["a CEPTOAR's secretariat is on the way"] = (In(group => group with { Secretariat = null }), "Amber alert:named secretariat"),
        ["a CEPTOAR's ministry is on the way"] = (In(group => group with { Ministry = null }), "Amber alert:telecom ministry"),
        ["no ministry is on the way of a group that ministries do not learn of"] = (In(group => group with { WithoutMinistries = false }), "Amber alert:confidants ministry"),
        ["a drill may leave out the ministry"] = (Asking(audience: a => a with { WithoutLiaison = false }), "Amber drill:direct ministry"),
        ["the second hop is on the way of a CEPTOAR that is named"] = (In(organisation: o => o with { SecondHop = [] }), "Green alert:telecom utility"),
        ["the second hop is on the way of no CEPTOAR but its own"] = (In(organisation: o => o with { SecondHop = o.SecondHop.Length == 0 ? [] : ["aviation"] }), "Green alert:aviation utility"),
        ["a narrower label than GREEN goes to no second hop"] = (Asking(tlp => tlp == Tlp.Amber ? Tlp.Green : tlp), "Amber alert:telecom utility"),
        ["a closed group has no second hop"] = (In(group => group with { Closed = false }), "Green alert:closing utility"),
        ["a group that leaves someone out has no second hop"] = (In(group => group with { Except = null }), "Green alert:allButAviation utility"),
        ["of a drill those who take part receive"] = (AsTheyStand with { Recipients = (tlp, audience, directory) => AsTheyStand.Recipients(tlp, audience with { Participants = null }, directory) }, "Amber drill:most leaver"),
        ["of a drill those who take part see"] = (AsTheyStand with { MaySee = (tlp, audience, organisation, directory) => AsTheyStand.MaySee(tlp, audience with { Participants = null }, organisation, directory) }, "Amber drill:few operator"),
        ["of a drill those of the second hop who take part see"] = (Asking(audience: a => a with { Participants = null }), "Green drill:most utility"),
        ["of a drill the bodies on the way who take part see"] = (Asking(audience: a => a with { Participants = null }), "Amber drill:few secretariat"),
    };

    public static TheoryData<string> Switches => [.. SwitchedOff.Keys];

    [Fact]
    public void The_rules_as_they_stand_are_the_table() => Assert.Empty(Differences(AsTheyStand));

    [Theory]
    [MemberData(nameof(Switches))]
    public void With_one_rule_switched_off_the_walk_is_red(string rule) => Assert.Contains(SwitchedOff[rule].Difference, Differences(SwitchedOff[rule].Rules));

    /// <summary>The walk without the service: what is filled, what is then seen, and what would be seen of a row that strayed into a mailbox.</summary>
    static IEnumerable<string> Differences(Rules rules) =>
        from tlp in WalkTable.Tlps
        from audience in Meant(tlp)
        from organisation in Table.Ids
        let filled = rules.Recipients(tlp, audience.Value, Before).Contains(organisation.Value)
        let allowed = rules.MaySee(tlp, audience.Value, organisation.Value, Now)
        let strays = organisation.Key is not (WalkTable.Mover or WalkTable.Joiner)
        let should = Table.Sees(tlp, audience.Key, organisation.Key)
        where filled != Table.Received(tlp, audience.Key, organisation.Key) || (filled && allowed) != should || (strays && allowed != should)
        select $"{tlp} {audience.Key} {organisation.Key}";

    static IEnumerable<KeyValuePair<string, Audience>> Meant(Tlp tlp) => Table.Audiences.Select(a => KeyValuePair.Create(a.Key, new Audience(a.Value)))
        .Concat(Table.Written.Select(w => KeyValuePair.Create(w.Name, new Audience(w.Groups) { IsRelayed = w.Template == "alert" })))
        .Concat(Table.Drilled.Where(d => WalkTable.GoesOut(tlp, d.IsAnswer))
            .Select(d => KeyValuePair.Create(d.Name, new Audience(Table.Audiences[d.Ceptoar]) { IsRelayed = !d.IsAnswer, Participants = d.TakePart.ToHashSet(), WithoutLiaison = d.WithoutLiaison })));

    static DirectorySnapshot Snapshot(OrganisationChanged[] organisations, GroupChanged[] groups) => new(organisations.Select(Held), groups.Select(Held));

    static DirectoryGroup Held(GroupChanged heard)
    {
        var group = new DirectoryGroup { Id = heard.GroupId };
        group.Hear(heard);
        return group;
    }

    static DirectoryOrganisation Held(OrganisationChanged heard)
    {
        var organisation = new DirectoryOrganisation { Id = heard.OrganisationId };
        organisation.Hear(heard);
        return organisation;
    }
}
