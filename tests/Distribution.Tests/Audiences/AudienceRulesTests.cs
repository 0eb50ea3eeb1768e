using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Audiences;

/// <summary>Who may see an item: label by membership, as a table without any host.</summary>
public class AudienceRulesTests
{
    static readonly SmallDirectory Small = new();

    static readonly Dictionary<string, Guid> Groups = new()
    {
        ["telecom"] = Small.TelecomGroup.GroupId,
        ["aviation"] = Small.AviationGroup.GroupId,
        ["all"] = Small.AllCeptoars.GroupId,
        ["ministries"] = Small.Ministries.GroupId,
        ["centre"] = Small.CentreGroup.GroupId,
        ["nowhere"] = Guid.NewGuid(),
    };

    static readonly Dictionary<string, Guid[]> Members = new()
    {
        ["telecom"] = Ids([.. Small.Telecom, Small.TelecomSecretariat]),
        ["aviation"] = Ids([.. Small.Aviation, Small.AviationMinistry]),
        ["all"] = Ids([.. Small.Telecom, Small.TelecomSecretariat, .. Small.Aviation, Small.AviationMinistry]),
        ["ministries"] = Ids([Small.TelecomMinistry, Small.AviationMinistry]),
        ["centre"] = Ids([Small.Centre]),
        ["nowhere"] = [],
    };

    public static TheoryData<Tlp, string> Table()
    {
        var table = new TheoryData<Tlp, string>();
        foreach (var tlp in Enum.GetValues<Tlp>().Append((Tlp)7).Append((Tlp)(-9)))
        {
            foreach (var groups in Groups.Keys.Concat(["", "telecom aviation", "telecom all", "aviation ministries", "centre nowhere"])) table.Add(tlp, groups);
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_label_bounds_and_the_audience_decides(Tlp tlp, string audience)
    {
        var names = audience.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var permits = tlp is Tlp.Clear or Tlp.Green or Tlp.Amber or Tlp.AmberStrict;
        Guid[] expected = permits ? [.. names.SelectMany(n => Members[n]).Distinct().Order()] : [];
        Guid[] groups = [.. names.Select(n => Groups[n])];

        Assert.Equal(expected, AudienceRules.Recipients(tlp, groups, Directory()).Select(o => o.Id));
        foreach (var organisation in Small.Organisations)
        {
            Assert.Equal(expected.Contains(organisation.OrganisationId), AudienceRules.MaySee(tlp, groups, organisation.OrganisationId, Directory()));
        }

        Assert.False(AudienceRules.MaySee(tlp, groups, Guid.NewGuid(), Directory()));
        Assert.False(AudienceRules.MaySee(tlp, groups, Guid.Empty, Directory()));
    }

    [Fact]
    public void Who_left_sees_nothing()
    {
        var gone = Small.Telecom[0] with { Version = 2, Active = false };

        Assert.False(AudienceRules.MaySee(Tlp.Green, [Groups["telecom"]], gone.OrganisationId, Directory(gone)));
        Assert.DoesNotContain(AudienceRules.Recipients(Tlp.Green, [Groups["telecom"]], Directory(gone)), o => o.Id == gone.OrganisationId);
    }

    [Fact]
    public void Who_changed_the_CEPTOAR_sees_what_goes_to_the_new_one()
    {
        var moved = Small.Telecom[0] with { Version = 2, Ceptoars = ["aviation"] };

        Assert.False(AudienceRules.MaySee(Tlp.Green, [Groups["telecom"]], moved.OrganisationId, Directory(moved)));
        Assert.True(AudienceRules.MaySee(Tlp.Green, [Groups["aviation"]], moved.OrganisationId, Directory(moved)));
    }

    static DirectorySnapshot Directory(params OrganisationChanged[] changed) => new(
        Small.Organisations.Where(o => changed.All(c => c.OrganisationId != o.OrganisationId)).Concat(changed).Select(heard =>
        {
            var organisation = new DirectoryOrganisation { Id = heard.OrganisationId };
            organisation.Hear(heard);
            return organisation;
        }),
        Small.Groups.Select(heard =>
        {
            var group = new DirectoryGroup { Id = heard.GroupId };
            group.Hear(heard);
            return group;
        }));

    static Guid[] Ids(IEnumerable<OrganisationChanged> organisations) => [.. organisations.Select(o => o.OrganisationId)];
}
