using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Audiences;

/// <summary>What an author is warned of before a release.</summary>
public class AudienceWarningsTests
{
    [Theory]
    [InlineData(21, new[] { 10, 10, 10 }, "largerThanUsual")]
    [InlineData(20, new[] { 10, 10, 10 }, "")]
    [InlineData(21, new[] { 5, 30, 5 }, "")]
    [InlineData(500, new[] { 10, 10 }, "")]
    [InlineData(4, new int[0], "smallCircle")]
    [InlineData(1, new int[0], "smallCircle")]
    [InlineData(5, new int[0], "")]
    [InlineData(0, new int[0], "")]
    public void By_number(int operators, int[] earlier, string expected) => Assert.Equal(expected, string.Join(' ', Codes(Some(operators), earlier: earlier)));

    [Fact]
    public void A_ministry_is_told() => Assert.Equal(["ministryIncluded"], Codes([.. Some(5), Organisation(Fake.Organisation() with { Kind = "ministry" })]));

    [Fact]
    public void Whoever_cannot_read_it_is_counted()
    {
        var (never, earlierRules) = (Fake.Organisation() with { HandlingRulesVersion = null }, Fake.Organisation() with { HandlingRulesVersion = HandlingRules.Current - 1 });

        var warning = Assert.Single(AudienceWarnings.Of([.. Some(5), Organisation(never), Organisation(earlierRules)], gone: 1, earlier: []));

        Assert.Equal(("unreachable", 3), (warning.Code, warning.Count));
    }

    [Fact]
    public void Whom_nothing_but_the_hub_reaches_is_counted()
    {
        var warning = Assert.Single(AudienceWarnings.Of(Some(5), gone: 0, earlier: [], withoutChannel: 2));

        Assert.Equal(("noChannel", 2), (warning.Code, warning.Count));
    }

    static IEnumerable<string> Codes(IReadOnlyCollection<DirectoryOrganisation> recipients, int[]? earlier = null) => AudienceWarnings.Of(recipients, gone: 0, earlier ?? []).Select(w => w.Code);

    static DirectoryOrganisation[] Some(int operators) => [.. Enumerable.Range(0, operators).Select(_ => Organisation(Fake.Organisation()))];

    static DirectoryOrganisation Organisation(OrganisationChanged heard)
    {
        var organisation = new DirectoryOrganisation { Id = heard.OrganisationId };
        organisation.Hear(heard);
        return organisation;
    }
}
