using Ceptoar.Contracts.Registry;
using Ceptoar.Registry.Organisations;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Registry.Tests;

public class ProposalRulesTests
{
    [Theory]
    [InlineData("株式会社澪ヶ浜通信", "澪ヶ浜通信 澪通 澪ヶ浜通")]
    [InlineData("東京電力株式会社", "東京電力 東電 東京電")]
    [InlineData("㈱朱ノ瀬ガス", "(株)朱ノ瀬ガス 朱ノ瀬ガス 朱ガス")]
    [InlineData("柊ヶ里信用金庫", "柊信金 柊ヶ里信金")]
    [InlineData("みなと銀行", "みなと銀")]
    [InlineData("青葉市", "青葉市役所")]
    [InlineData("東京都青葉市", "青葉市 青葉市役所")]
    [InlineData("霧ノ瀬町", "霧ノ瀬町役場")]
    [InlineData("東京都", "東京都庁")]
    [InlineData("青葉市水道局", "青葉市 青葉水道局")]
    [InlineData("青葉市上下水道部", "青葉市 青葉上下水道部 青葉市水道局")]
    [InlineData("澪広域水道企業団", "")]
    [InlineData("ＡＢＣネット", "ABCネット")]
    [InlineData("停止電力", "停止電")]
    [InlineData("発動電力", "発動電")]
    [InlineData("交野通信", "交野通")]
    [InlineData("ガス", "")]
    [InlineData("電力", "")]
    public void Proposes_how_a_name_is_written_and_shortened(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', ProposalRules.For(name, nameEn: null, new() { Names = [name] }).Select(p => p.Value)));

    [Theory]
    [InlineData("Asahino Telecom Co., Ltd.", "Asahino Telecom Co., Ltd.|Asahino Telecom|Asahino")]
    [InlineData("Minato City Gas", "Minato City Gas|MCG|Minato")]
    [InlineData("Tokyo Electric Power", "Tokyo Electric Power|TEP")]
    [InlineData("Dainichi Network Service", "Dainichi Network Service|Dainichi")]
    [InlineData("The Bank of Mio", "The Bank of Mio")]
    [InlineData("National Bank", "National Bank")]
    [InlineData("Ministry of Internal Affairs", "Ministry of Internal Affairs|MIA")]
    [InlineData("Kesennuma Kotsu", "Kesennuma Kotsu|Kesennuma")]
    [InlineData("Hatchobori Shimbun", "Hatchobori Shimbun|Hatchobori")]
    [InlineData("Sapporo Cybersecurity Infrastructure", "Sapporo Cybersecurity Infrastructure|SCI")]
    public void Proposes_the_English_name_its_own_words_and_its_initials(string nameEn, string expected) =>
        Assert.Equal(expected, string.Join('|', ProposalRules.For("甲", nameEn, new()).Select(p => p.Value)));

    [Theory]
    [InlineData("miogahama-tel.example", "miogahama-tel")]
    [InlineData("city.asahino.tokyo.example", "asahino")]
    [InlineData("www.network.co.jp", "")]
    [InlineData("intranet.kirinose.example", "kirinose")]
    [InlineData("澪浜.example", "澪浜")]
    [InlineData("xn--wgv71a119e.example", "日本語")]
    public void Proposes_the_labels_of_a_domain_that_are_its_own(string domain, string expected) =>
        Assert.Equal(expected, string.Join(' ', ProposalRules.For("甲", nameEn: null, new() { Domains = [domain] }).Select(p => p.Value)));

    [Fact]
    public void Gives_the_reason_in_both_languages()
    {
        var proposal = ProposalRules.For("東京電力", nameEn: null, new())[0];

        Assert.Equal(("東電", "shortForm"), (proposal.Value, proposal.Rule));
        Assert.NotEmpty(proposal.Ja);
        Assert.NotEmpty(proposal.En);
    }

    [Fact]
    public void Never_proposes_what_is_given_nor_anything_twice()
    {
        var names = from head in Gen.Elements("澪", "澪ヶ浜", "東京", "Mio", "株式会社", "㈱") from tail in Gen.Elements("電力", "市", "市水道局", "銀行", "株式会社", "ガス", "") select head + tail;
        Check.One(Seeded.Cases(300), Prop.ForAll(names.ToArbitrary(), names.ListOf().ToArbitrary(), (name, aliases) =>
        {
            var given = new IdentifyingStrings { Names = [name], Aliases = [.. aliases] };
            var values = ProposalRules.For(name, name, given).Select(p => p.Value).ToArray();

            Assert.Equal(values.Distinct(), values);
            Assert.Empty(values.Intersect([name, .. aliases]));
            Assert.All(values, v => Assert.InRange(v.Length, 2, Organisation.MaxName));
        }));
    }
}
