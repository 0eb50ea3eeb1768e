using System.Net;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>Finding one item among many in a mailbox.</summary>
public class InboxFilterTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Reader => distribution.Directory.Telecom[0].OrganisationId;

    [Theory]
    [InlineData("q=リモート 遮断")]
    [InlineData("q=りもーと", false)]
    [InlineData("q=ﾘﾓｰﾄ")]
    [InlineData("q=vpn-Gate")]
    [InlineData("q=203.0.113.77")]
    [InlineData("q=cve-2026-41234")]
    [InlineData("q=100%", false)]
    [InlineData("q=_", false)]
    [InlineData("kind=alert&severity=critical&sector=water&status=released&tlp=AMBER")]
    [InlineData("kind=newsletter", false)]
    [InlineData("severity=low", false)]
    [InlineData("sector=rail", false)]
    [InlineData("open=unopened&q=遮断")]
    public async Task Finds_it_by_its_words_and_marks(string query, bool finds = true)
    {
        var id = await distribution.Written(distribution.Alert(
            ("title", new { ja = "VPN-GATE のリモート接続の遮断" }), ("sector", "water"), ("severity", "critical"), ("body", "遠隔の接続を断つ。"),
            ("indicators", new object[] { new { type = "ipv4", value = "203.0.113.77" } }), ("references", new object[] { new { cve = "CVE-2026-41234" } })), Role.Secretariat);

        var listed = await distribution.Listed(Reader, "?limit=500&" + string.Join('&', query.Split('&').Select(p => p.Split('=')[0] + "=" + Uri.EscapeDataString(p.Split('=')[1]))));

        Assert.Equal(finds, listed.Contains(id));
    }

    [Fact]
    public async Task What_was_opened_or_confirmed_is_open_no_more()
    {
        var id = await distribution.Written(role: Role.Secretariat);

        await distribution.Receipt(id, Reader, "opened");
        Assert.Equal((false, true), ((await distribution.Listed(Reader, "?open=unopened")).Contains(id), (await distribution.Listed(Reader, "?open=unconfirmed")).Contains(id)));
        await distribution.Receipt(id, Reader, "confirmed");
        Assert.DoesNotContain(id, await distribution.Listed(Reader, "?open=unconfirmed"));
    }

    [Fact]
    public async Task What_was_recalled_is_found_by_none_of_its_words()
    {
        var id = await distribution.Written(distribution.Alert(("title", new { ja = "たった一度の語句" })), Role.Secretariat);
        Assert.Contains(id, await distribution.Listed(Reader, "?q=" + Uri.EscapeDataString("一度の語句")));

        await distribution.Recall(id);

        Assert.DoesNotContain(id, await distribution.Listed(Reader, "?q=" + Uri.EscapeDataString("一度の語句")));
        Assert.Contains(id, await distribution.Listed(Reader, "?status=recalled&limit=500"));
    }

    [Theory]
    [InlineData("kind=poem")]
    [InlineData("severity=huge")]
    [InlineData("sector=moon")]
    [InlineData("open=maybe")]
    [InlineData("tlp=PURPLE")]
    public async Task What_there_is_not_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await distribution.Http(Role.Operator, Reader).GetAsync("/api/advisories?" + query)).StatusCode);
}
