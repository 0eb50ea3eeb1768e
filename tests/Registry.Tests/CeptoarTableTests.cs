using Ceptoar.Contracts;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Organisations;

namespace Ceptoar.Registry.Tests;

public class CeptoarTableTests
{
    [Fact]
    public void Eighteen_ceptoars_thirteen_sectors_and_five_ministries_agree()
    {
        Assert.Equal((18, 13, 5), (CeptoarTable.All.Count, Sectors.All.Count, MinistryTable.All.Count));
        Assert.Equal(18, CeptoarTable.All.DistinctBy(c => c.Code).Count());
        Assert.Equal(Sectors.All.Select(s => s.Value).Order(), CeptoarTable.All.Select(c => c.Sector).Distinct().Order());
        Assert.Equal(MinistryTable.All.Select(m => m.Code).Order(), CeptoarTable.All.Select(c => c.Ministry).Distinct().Order());
    }

    [Theory]
    [InlineData("MIC", "ict government", "")]
    [InlineData("FSA", "finance", "")]
    [InlineData("MLIT", "aviation rail logistics", "aviation rail")]
    [InlineData("METI", "electricity gas chemical credit petroleum", "")]
    [InlineData("MHLW", "medical water", "medical")]
    public void A_ministry_oversees_its_sectors_and_belongs_only_to_the_ceptoars_it_runs(string code, string sectors, string ceptoars)
    {
        var ministry = MinistryTable.All.Single(m => m.Code == code);

        Assert.Equal(sectors, string.Join(' ', ministry.Sectors));
        Assert.Equal(ceptoars, string.Join(' ', ministry.Ceptoars));
    }

    [Fact]
    public void Each_ceptoar_has_a_secretariat_of_its_own_unless_a_ministry_runs_it()
    {
        var run = CeptoarTable.All.Where(c => c.SecretariatId == c.MinistryId).Select(c => c.Code);

        Assert.Equal(["aviation", "rail", "medical"], run);
        Assert.Equal(15, CeptoarTable.All.Where(c => c.Body is not null).DistinctBy(c => c.SecretariatId).Count());
    }

    [Theory]
    [InlineData("allCeptoars", 18)]
    [InlineData("financialCouncil", 4)]
    [InlineData("council", 16)]
    [InlineData("ministries", 0)]
    [InlineData("centre", 0)]
    public void The_circles_name_ceptoars_of_the_table(string key, int ceptoars)
    {
        var group = GroupTable.All.Single(g => g.Key == key);

        Assert.Equal(ceptoars, group.Ceptoars.Length);
        Assert.All(group.Ceptoars, c => Assert.NotNull(CeptoarTable.Find(c)));
        Assert.All(group.Kinds, k => Assert.Contains(k, OrganisationKind.All));
    }

    [Fact]
    public void Forty_seven_prefectures_lie_in_eight_regions()
    {
        Assert.Equal(47, PrefectureTable.All.DistinctBy(p => p.Code).Count());
        Assert.Equal(
            "hokkaido 1, tohoku 6, kanto 7, chubu 9, kinki 7, chugoku 5, shikoku 4, kyushu 8",
            string.Join(", ", PrefectureTable.All.GroupBy(p => p.Region).Select(g => $"{g.Key} {g.Count()}")));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1-9")]
    [InlineData(9, "1-9")]
    [InlineData(10, "10-49")]
    [InlineData(50, "50-199")]
    [InlineData(200, "200-999")]
    [InlineData(999, "200-999")]
    [InlineData(1000, "1000+")]
    public void A_size_is_told_as_a_band(int members, string band) => Assert.Equal(band, GroupSize.Band(members));
}
