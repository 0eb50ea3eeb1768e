using System.Collections.Concurrent;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>
/// Label × audience × organisation × role × exit: who sees is who should, by a table written by hand (I2, I8). Of all combinations some
/// thousands are drawn with a fixed seed, those with the role that an organisation has by nature more often.
/// </summary>
public class LeakWalkTests
{
    const int NaturalPerMille = 200;
    const int DrawnPerMille = 14;

    static readonly SmallDirectory Small = new();
    static readonly WalkTable Table = new(Small);
    static readonly DirectorySnapshot Before = Snapshot([.. Small.Organisations]);
    static readonly DirectorySnapshot AllActive = Snapshot([.. Small.Organisations.Concat(Table.After.Values).GroupBy(o => o.OrganisationId).Select(g => g.Last() with { Active = true })]);
    static readonly DirectorySnapshot Now = Snapshot([.. Small.Organisations.Where(o => Table.After.Values.All(a => a.OrganisationId != o.OrganisationId)), .. Table.After.Values]);

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
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task By_no_exit_does_anyone_see_what_is_not_for_it_and_by_each_whoever_should(bool planted)
    {
        await using var walk = await Walk.Start(planted);
        var random = new Random(planted ? 20261121 : 20261122);
        var (walked, differences) = (0, new ConcurrentBag<string>());

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
                var should = exit.WithoutDrills && item.IsDrill
                    ? false
                    : exit.AtRelease
                    ? walk.Table.Received(item.Tlp, item.Audience, organisation)
                    : (exit.Roles?.Contains(role) ?? true) && walk.Table.Sees(item.Tlp, item.Audience, organisation)
                        || exit.ToAuthor?.Contains(role) == true && walk.Table.Wrote(item.Tlp, item.Audience, organisation);
                if (await exit.Shows(walk, item, organisation, role) != should) differences.Add($"{exit.Name}: {item.Tlp.Label()} to {item.Audience}, {organisation} as {role} should{(should ? "" : " not")}");
                Interlocked.Increment(ref walked);
            });
        }

        Assert.True(differences.IsEmpty, string.Join('\n', differences.Take(20)) + $"\n{differences.Count} of {walked}");
        Assert.InRange(walked, 4_000, int.MaxValue);
    }

    /// <summary>A rule as it stands, or with one thing about it switched off.</summary>
    public sealed record Rules(Func<Tlp, Audience, DirectorySnapshot, IEnumerable<Guid>> Recipients, Func<Tlp, Audience, Guid, DirectorySnapshot, bool> MaySee);

    static readonly Rules AsTheyStand = new((tlp, audience, directory) => AudienceRules.Recipients(tlp, audience, directory).Select(o => o.Id), (tlp, audience, organisation, directory) => AudienceRules.MaySee(tlp, audience, Mailbox.Of(organisation), directory));

    static readonly Dictionary<string, Rules> SwitchedOff = new()
    {
        ["the label bounds who receives"] = AsTheyStand with { Recipients = (_, audience, directory) => AsTheyStand.Recipients(Tlp.Green, audience, directory) },
        ["the label bounds who sees"] = AsTheyStand with { MaySee = (_, audience, organisation, directory) => AsTheyStand.MaySee(Tlp.Green, audience, organisation, directory) },
        ["the audience decides who receives"] = AsTheyStand with { Recipients = (tlp, _, directory) => tlp == Tlp.Red ? [] : directory.Organisations.Values.Where(o => o.Active).Select(o => o.Id) },
        ["the audience decides who sees"] = AsTheyStand with { MaySee = (tlp, _, organisation, directory) => tlp != Tlp.Red && directory.Active(organisation) is not null },
        ["who sees is asked of the directory as it is now"] = AsTheyStand with { MaySee = (tlp, audience, organisation, _) => AsTheyStand.MaySee(tlp, audience, organisation, Before) },
        ["who is no longer active sees nothing"] = AsTheyStand with { MaySee = (tlp, audience, organisation, _) => AsTheyStand.MaySee(tlp, audience, organisation, AllActive) },
        ["who may see does see"] = AsTheyStand with { MaySee = (tlp, audience, organisation, directory) => tlp != Tlp.AmberStrict && AsTheyStand.MaySee(tlp, audience, organisation, directory) },
        ["whoever is in the audience receives"] = AsTheyStand with { Recipients = (tlp, audience, directory) => AsTheyStand.Recipients(tlp, audience, directory).Skip(1) },
        ["of a drill those who take part receive"] = AsTheyStand with { Recipients = (tlp, audience, directory) => AsTheyStand.Recipients(tlp, audience with { Participants = null }, directory) },
        ["of a drill those who take part see"] = AsTheyStand with { MaySee = (tlp, audience, organisation, directory) => AsTheyStand.MaySee(tlp, audience with { Participants = null }, organisation, directory) },
    };

    public static TheoryData<string> Switches => [.. SwitchedOff.Keys];

    [Fact]
    public void The_rules_as_they_stand_are_the_table() => Assert.Empty(Differences(AsTheyStand));

    [Theory]
    [MemberData(nameof(Switches))]
    public void With_one_rule_switched_off_the_walk_is_red(string rule) => Assert.NotEmpty(Differences(SwitchedOff[rule]));

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
        .Concat(Table.Drilled.Where(d => WalkTable.GoesOut(tlp, d.IsAnswer))
            .Select(d => KeyValuePair.Create(d.Name, new Audience(Table.Audiences[d.Ceptoar]) { IsRelayed = !d.IsAnswer, Participants = d.TakePart.ToHashSet() })));

    static DirectorySnapshot Snapshot(OrganisationChanged[] organisations) => new(organisations.Select(Held), Small.Groups.Concat(Table.Added).Select(heard =>
    {
        var group = new DirectoryGroup { Id = heard.GroupId };
        group.Hear(heard);
        return group;
    }));

    static DirectoryOrganisation Held(OrganisationChanged heard)
    {
        var organisation = new DirectoryOrganisation { Id = heard.OrganisationId };
        organisation.Hear(heard);
        return organisation;
    }
}
