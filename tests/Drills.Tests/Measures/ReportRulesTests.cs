using System.Security.Claims;
using Ceptoar.Directory;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Drills.Tests.Measures;

public class ReportRulesTests
{
    static readonly SmallDirectory Small = new();
    static readonly DirectorySnapshot Now = Snapshot();

    public static TheoryData<string, string, string, Sight> Readers => new()
    {
        { "centre", Role.Controller, "telecom", Sight.Names },
        { "centre", Role.Analyst, "telecom", Sight.Names },
        { "centre", Role.Approver, "telecom", Sight.Names },
        { "centre", Role.Administrator, "telecom", Sight.Nothing },
        { "telecom secretariat", Role.Secretariat, "telecom", Sight.Names },
        { "telecom secretariat", Role.Controller, "telecom", Sight.Nothing },
        { "telecom ministry", Role.Liaison, "telecom", Sight.Figures },
        { "telecom member", Role.Operator, "telecom", Sight.Nothing },
        { "telecom member", Role.Secretariat, "telecom", Sight.Nothing },
        { "telecom secretariat", Role.Secretariat, "aviation", Sight.Nothing },
        { "telecom ministry", Role.Liaison, "aviation", Sight.Nothing },
        { "aviation ministry", Role.Secretariat, "aviation", Sight.Names },
        { "aviation ministry", Role.Liaison, "aviation", Sight.Figures },
        { "aviation ministry", Role.Liaison, "telecom", Sight.Nothing },
        { "nobody", Role.Secretariat, "telecom", Sight.Nothing },
        { "telecom secretariat", Role.Secretariat, "unknown", Sight.Nothing },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_reader_sees_what_it_may(string reader, string role, string ceptoar, Sight sight) => Assert.Equal(sight, ReportRules.Of(Drill(ceptoar), Caller(reader, role), Now));

    [Fact]
    public void A_liaison_whom_a_drill_leaves_out_sees_nothing_of_it() =>
        Assert.Equal(Sight.Nothing, ReportRules.Of(Drill("telecom", withoutLiaison: true), Caller("telecom ministry", Role.Liaison), Now));

    static Drill Drill(string ceptoar, bool withoutLiaison = false) =>
        new() { Id = Guid.Empty, CampaignId = Guid.Empty, Ceptoar = ceptoar, Announced = true, StartsAt = PlayedWords.Begin, Minutes = 60, Text = new(), WithoutLiaison = withoutLiaison };

    static Caller Caller(string reader, string role) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, role), new(Hosting.SignIn.Caller.OrganisationClaim, IdOf(reader).ToString())], "test")));

    static Guid IdOf(string reader) => reader switch
    {
        "centre" => Small.Centre.OrganisationId,
        "telecom secretariat" => Small.TelecomSecretariat.OrganisationId,
        "telecom ministry" => Small.TelecomMinistry.OrganisationId,
        "telecom member" => Small.Telecom[0].OrganisationId,
        "aviation ministry" => Small.AviationMinistry.OrganisationId,
        _ => Guid.Empty,
    };

    static DirectorySnapshot Snapshot()
    {
        var organisations = Small.Organisations.Select(heard =>
        {
            var organisation = new DirectoryOrganisation { Id = heard.OrganisationId };
            organisation.Hear(heard);
            return organisation;
        });
        var groups = Small.Groups.Select(heard =>
        {
            var group = new DirectoryGroup { Id = heard.GroupId };
            group.Hear(heard);
            return group;
        });
        return new(organisations, groups);
    }
}
