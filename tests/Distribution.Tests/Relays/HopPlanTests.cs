using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Relays;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Relays;

/// <summary>The way of an advisory of the centre through the directory, without any host.</summary>
public class HopPlanTests
{
    static readonly SmallDirectory Small = new();

    static readonly Guid[] Operators = [.. Small.Telecom.Select(o => o.OrganisationId).Order()];

    [Fact]
    public void Goes_from_the_liaison_to_the_secretariat_to_the_members() => Assert.Equal(
        ["liaison  霞電波庁", "secretariat telecom 霞電波庁→双葉連絡協議会", "members telecom 双葉連絡協議会→6"],
        Told(HopPlan.Of(Tlp.Amber, To(Small.TelecomGroup), Directory())));

    [Fact]
    public void A_ministry_that_runs_its_CEPTOAR_has_one_hop_less() => Assert.Equal(
        ["liaison  蒼穹運輸庁", "members aviation 蒼穹運輸庁→3"],
        Told(HopPlan.Of(Tlp.Green, To(Small.AviationGroup), Directory())));

    [Fact]
    public void An_audience_without_ministries_takes_the_route_without_liaison()
    {
        var group = Fake.Group() with { Kind = "workingGroup", Ceptoars = ["telecom", "aviation"], WithoutMinistries = true };
        var around = Fake.Group() with { Kind = "named", Ceptoars = [], Groups = [group.GroupId] };

        foreach (var named in new[] { group, around })
        {
            Assert.Equal(["audience  3", "secretariat  双葉連絡協議会", "members telecom 双葉連絡協議会→6"], Told(HopPlan.Of(Tlp.Green, To(named), Directory(groups: [group, around]))));
        }
    }

    [Fact]
    public void A_drill_goes_by_the_bodies_that_take_part_to_the_members_that_do()
    {
        Guid[] agreed = [Operators[0], Operators[1], Small.TelecomSecretariat.OrganisationId, Small.TelecomMinistry.OrganisationId, Small.Aviation[0].OrganisationId, Guid.NewGuid()];
        Audience Drill(Func<Guid, bool> who, bool withoutLiaison = false) => To(Small.TelecomGroup) with { Participants = agreed.Where(who).ToHashSet(), WithoutLiaison = withoutLiaison };

        Assert.Equal(["liaison  霞電波庁", "secretariat telecom 霞電波庁→双葉連絡協議会", "members telecom 双葉連絡協議会→2"], Told(HopPlan.Of(Tlp.Green, Drill(_ => true), Directory())));
        Assert.Equal(["secretariat  双葉連絡協議会", "members telecom 双葉連絡協議会→2"], Told(HopPlan.Of(Tlp.Green, Drill(_ => true, withoutLiaison: true), Directory())));
        Assert.Equal(["secretariat  双葉連絡協議会", "members telecom 双葉連絡協議会→2"], Told(HopPlan.Of(Tlp.Green, Drill(id => id != Small.TelecomMinistry.OrganisationId), Directory())));
        Assert.Equal(["audience  2"], Told(HopPlan.Of(Tlp.Green, Drill(Operators.Contains), Directory())));
        Assert.Empty(HopPlan.Of(Tlp.Green, Drill(_ => false), Directory()));
    }

    [Fact]
    public void A_ministry_that_runs_its_CEPTOAR_is_no_liaison_to_be_left_out() => Assert.Equal(
        ["liaison  蒼穹運輸庁", "members aviation 蒼穹運輸庁→3"],
        Told(HopPlan.Of(Tlp.Green, To(Small.AviationGroup) with { WithoutLiaison = true }, Directory())));

    [Fact]
    public void Whoever_is_in_no_CEPTOAR_is_reached_at_once()
    {
        var alone = Fake.Organisation() with { Ceptoars = [] };
        var group = Fake.Group() with { Kind = "named", Ceptoars = [], Organisations = [alone.OrganisationId, Small.Telecom[0].OrganisationId, Small.Centre.OrganisationId] };

        Assert.Equal(
            ["audience  2", "liaison  霞電波庁", "secretariat telecom 霞電波庁→双葉連絡協議会", "members telecom 双葉連絡協議会→青葉通信株式会社"],
            Told(HopPlan.Of(Tlp.Green, To(group), Directory([alone], [group])), alone));
    }

    [Theory]
    [InlineData(Tlp.Red)]
    [InlineData(Tlp.AmberStrict)]
    public void RED_and_AMBER_STRICT_have_no_hops_and_no_bodies_on_the_way(Tlp tlp)
    {
        var hop = Assert.Single(HopPlan.Of(tlp, To(Small.TelecomGroup), Directory()));

        Assert.Equal((HopName.Audience, (Guid?)null), (hop.Name, hop.Body));
        Assert.Equal(tlp == Tlp.Red ? [] : Small.Telecom.Append(Small.TelecomSecretariat).Select(o => o.OrganisationId).Order(), hop.Members);
    }

    [Theory]
    [InlineData(Tlp.Green, true)]
    [InlineData(Tlp.Clear, true)]
    [InlineData(Tlp.Amber, false)]
    public void The_second_hop_reaches_utilities_under_a_label_for_the_whole_community(Tlp tlp, bool reaches)
    {
        var utility = Fake.Organisation("government", "local-government") with { SecondHop = ["telecom"] };

        var hops = HopPlan.Of(tlp, To(Small.TelecomGroup), Directory([utility]));

        Assert.Equal(reaches, hops.Any(h => h.Name == HopName.SecondHop && h.Body == Small.TelecomSecretariat.OrganisationId && h.Members.Single() == utility.OrganisationId));
        Assert.DoesNotContain(HopPlan.Of(tlp, To(Fake.Group() with { Kind = "named", Organisations = Operators, Ceptoars = [] }), Directory([utility])), h => h.Name == HopName.SecondHop);
    }

    [Fact]
    public void Where_nobody_is_to_hand_down_those_below_are_reached_from_one_step_higher()
    {
        var noSecretariat = Small.TelecomSecretariat with { Version = 2, Active = false };
        var noMinistry = Small.TelecomMinistry with { Version = 2, Active = false };

        Assert.Equal(["liaison  霞電波庁", "members telecom 霞電波庁→6"], Told(HopPlan.Of(Tlp.Amber, To(Small.TelecomGroup), Directory([noSecretariat]))));
        Assert.Equal(["secretariat  双葉連絡協議会", "members telecom 双葉連絡協議会→6"], Told(HopPlan.Of(Tlp.Amber, To(Small.TelecomGroup), Directory([noMinistry]))));
        Assert.Equal(["audience  6"], Told(HopPlan.Of(Tlp.Amber, To(Small.TelecomGroup), Directory([noMinistry, noSecretariat]))));
    }

    /// <summary>2,000 invented directories: the hops reach exactly whom the hand-written rule below says, each once, and none before its body.</summary>
    [Fact]
    public void Hops_never_widen_the_audience_and_leave_nobody_out()
    {
        var random = new Random(20261121);
        var relayed = 0;
        for (var run = 0; run < 2_000; run++)
        {
            var (organisations, groups, audience) = Invented(random);
            var tlp = (Tlp)random.Next(-4, 1);
            var directory = Snapshot(organisations, groups);
            var hops = HopPlan.Of(tlp, new Audience(audience) { IsRelayed = true }, directory);

            var expected = Expected(tlp, audience, organisations, groups);
            Assert.Equal(expected.Order(), hops.SelectMany(h => h.Members).Distinct().Order());
            Assert.Equal(expected.Order(), AudienceRules.Recipients(tlp, new Audience(audience) { IsRelayed = true }, directory).Select(o => o.Id));
            Assert.All(organisations, o => Assert.Equal(expected.Contains(o.OrganisationId), AudienceRules.MaySee(tlp, new Audience(audience) { IsRelayed = true }, Mailbox.Of(o.OrganisationId), directory)));
            if (tlp is Tlp.Red or Tlp.AmberStrict) Assert.DoesNotContain(hops, h => h.Body is not null);

            Assert.Equal(hops.Count, hops.Select(h => (h.Name, h.Ceptoar)).Distinct().Count());
            Assert.All(hops, h => Assert.Equal(h.Members.Distinct().Order(), h.Members));
            var rows = new Dictionary<Guid, string>();
            foreach (var hop in hops) // in the order in which an advisory goes down
            {
                if (hop.Body is { } body) Assert.True(rows.ContainsKey(body), $"Run {run}: {hop.Name} of {hop.Ceptoar} comes before its body.");
                foreach (var member in hop.Members) rows.TryAdd(member, hop.Name);
            }

            Assert.Equal(expected.Order(), rows.Keys.Order());
            relayed += hops.Count(h => h.Body is not null);
        }

        Assert.True(relayed > 1_000, "The invented directories have too few hops to prove anything.");
    }

    /// <summary>2,000 invented directories: whoever takes part in a drill meets it by the rule of life, and nobody else meets it.</summary>
    [Fact]
    public void Participants_narrow_an_audience_and_never_widen_it()
    {
        var random = new Random(20261123);
        var (reached, left) = (0, 0);
        for (var run = 0; run < 2_000; run++)
        {
            var (organisations, groups, audience) = Invented(random);
            var (tlp, directory) = ((Tlp)random.Next(-4, 1), Snapshot(organisations, groups));
            var live = new Audience(audience) { IsRelayed = random.Next(2) == 0, People = [.. organisations.Select(o => o.OrganisationId)] };
            var drill = live with { Participants = organisations.Where(_ => random.Next(3) > 0).Select(o => o.OrganisationId).ToHashSet(), WithoutLiaison = random.Next(3) == 0 };

            var recipients = AudienceRules.Recipients(tlp, drill, directory).Select(o => o.Id).ToArray();

            Assert.All(recipients, id => Assert.Contains(id, drill.Participants));
            Assert.Subset(AudienceRules.Recipients(tlp, live, directory).Select(o => o.Id).ToHashSet(), recipients.ToHashSet());
            Assert.Equal(recipients, HopPlan.Of(tlp, drill, directory).SelectMany(h => h.Members).Distinct().Order());
            Assert.All(HopPlan.Of(tlp, drill, directory), h => Assert.True(h.Body is not { } body || drill.Participants.Contains(body)));
            foreach (var organisation in organisations)
            {
                var (mailbox, person) = (Mailbox.Of(organisation.OrganisationId), new Mailbox(organisations[0].OrganisationId, organisation.OrganisationId));
                Assert.Equal(recipients.Contains(organisation.OrganisationId), AudienceRules.MaySee(tlp, drill, mailbox, directory));
                if (person.IsPerson) Assert.Equal(AudienceRules.MaySee(tlp, live, person, directory) && drill.Participants.Contains(organisation.OrganisationId), AudienceRules.MaySee(tlp, drill, person, directory));
            }

            // all of them take part: as in life
            Assert.Equal(AudienceRules.Recipients(tlp, live, directory), AudienceRules.Recipients(tlp, live with { Participants = organisations.Select(o => o.OrganisationId).ToHashSet() }, directory));
            reached += recipients.Length;
            left += AudienceRules.Recipients(tlp, live, directory).Count - recipients.Length;
        }

        Assert.True(reached > 1_000 && left > 1_000, "Too few to prove anything.");
    }

    /// <summary>Whom an advisory of the centre may reach, said a second time and from the messages alone.</summary>
    static HashSet<Guid> Expected(Tlp tlp, Guid[] audience, List<OrganisationChanged> organisations, List<GroupChanged> groups)
    {
        var active = organisations.Where(o => o.Active).ToArray();
        var named = groups.Where(g => audience.Contains(g.GroupId)).ToArray();
        bool Named(OrganisationChanged o) => named.Any(g => !(g.WithoutMinistries && o.Kind == "ministry")
            && (g.Ceptoars.Intersect(o.Ceptoars).Any() || g.Kinds.Contains(o.Kind) || g.Organisations.Contains(o.OrganisationId)));

        if (tlp == Tlp.Red) return [];
        var reached = active.Where(Named).ToDictionary(o => o.OrganisationId);
        if (tlp == Tlp.AmberStrict) return [.. reached.Keys];

        foreach (var ceptoar in groups.Where(g => g.Kind == "ceptoar"))
        {
            Guid?[] bodies = [ceptoar.Secretariat, ceptoar.Ministry];
            if (!active.Any(o => o.Ceptoars.Contains(ceptoar.Ceptoars[0]) && Named(o) && !bodies.Contains(o.OrganisationId))) continue;

            foreach (var body in active.Where(o => bodies.Contains(o.OrganisationId) && (o.Kind != "ministry" || !named.Any(g => g.WithoutMinistries)))) reached[body.OrganisationId] = body;
        }

        if (tlp is Tlp.Green or Tlp.Clear)
        {
            foreach (var utility in active.Where(o => o.SecondHop.Intersect(named.SelectMany(g => g.Ceptoars)).Any())) reached[utility.OrganisationId] = utility;
        }

        return [.. reached.Keys];
    }

    static (List<OrganisationChanged> Organisations, List<GroupChanged> Groups, Guid[] Audience) Invented(Random random)
    {
        string[] codes = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => $"c{i}")];
        OrganisationChanged Organisation(string kind, string[] ceptoars) => Fake.Organisation() with { Kind = kind, Ceptoars = ceptoars, Active = random.Next(8) > 0 };

        var ministries = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Organisation("ministry", [])).ToList();
        var (organisations, groups) = (new List<OrganisationChanged> { Organisation("centre", []) }, new List<GroupChanged>());
        foreach (var code in codes)
        {
            var ministry = random.Next(ministries.Count);
            OrganisationChanged? secretariat = null;
            if (random.Next(4) == 0) ministries[ministry] = secretariat = ministries[ministry] with { Ceptoars = [.. ministries[ministry].Ceptoars, code] };
            else if (random.Next(6) > 0) organisations.Add(secretariat = Organisation("secretariat", random.Next(5) > 0 ? [code] : []));
            groups.Add(Fake.Group(code, secretariat?.OrganisationId, random.Next(6) > 0 ? ministries[ministry].OrganisationId : null));
        }

        organisations.AddRange(ministries);
        for (var i = random.Next(10); i > 0; i--)
        {
            organisations.Add(Organisation("operator", [.. codes.Where(_ => random.Next(3) == 0)]) with { SecondHop = [.. codes.Where(_ => random.Next(6) == 0)] });
        }

        groups.Add(Fake.Group() with { Kind = "allCeptoars", Ceptoars = codes });
        groups.Add(Fake.Group() with { Kind = "ministries", Ceptoars = [], Kinds = ["ministry"] });
        groups.Add(Fake.Group() with { Kind = "named", Ceptoars = [], Organisations = [.. organisations.Where(_ => random.Next(3) == 0).Select(o => o.OrganisationId)] });
        groups.Add(Fake.Group() with { Kind = "workingGroup", Ceptoars = [codes[0]], Organisations = [.. organisations.Where(_ => random.Next(4) == 0).Select(o => o.OrganisationId)], WithoutMinistries = true });
        return (organisations, groups, [.. groups.Where(_ => random.Next(4) == 0).Select(g => g.GroupId), groups[random.Next(groups.Count)].GroupId]);
    }

    static Audience To(GroupChanged group) => new([group.GroupId]) { IsRelayed = true };

    static IEnumerable<string> Told(IReadOnlyList<Hop> hops, params OrganisationChanged[] others)
    {
        var names = Small.Organisations.Concat(others).ToDictionary(o => o.OrganisationId, o => o.Name);
        return hops.Select(h => $"{h.Name} {h.Ceptoar} {(h.Body is { } body ? names[body] + "→" : "")}{(h.Members.Count == 1 ? names[h.Members[0]] : h.Members.Count)}");
    }

    static DirectorySnapshot Directory(OrganisationChanged[]? changed = null, GroupChanged[]? groups = null) =>
        Snapshot(Small.Organisations.Where(o => changed?.Any(c => c.OrganisationId == o.OrganisationId) != true).Concat(changed ?? []), Small.Groups.Concat(groups ?? []));

    static DirectorySnapshot Snapshot(IEnumerable<OrganisationChanged> organisations, IEnumerable<GroupChanged> groups) => new(
        organisations.Select(heard =>
        {
            var organisation = new DirectoryOrganisation { Id = heard.OrganisationId };
            organisation.Hear(heard);
            return organisation;
        }),
        groups.Select(heard =>
        {
            var group = new DirectoryGroup { Id = heard.GroupId };
            group.Hear(heard);
            return group;
        }));
}
