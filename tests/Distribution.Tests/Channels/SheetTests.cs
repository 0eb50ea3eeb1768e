using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Calls;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>What is sent by hand: a sheet for the fax, and the call list for a spreadsheet.</summary>
public class SheetTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Member => distribution.Directory.Telecom[0].OrganisationId;

    HttpClient Secretariat => distribution.Http(Role.Secretariat, distribution.Directory.TelecomSecretariat.OrganisationId);

    [Theory]
    [InlineData(Tlp.Green, true)]
    [InlineData(Tlp.Clear, true)]
    [InlineData(Tlp.Amber, false)]
    [InlineData(Tlp.AmberStrict, false)]
    public async Task A_sheet_has_its_label_at_top_and_bottom_a_box_for_the_reply_and_what_may_leave(Tlp tlp, bool told)
    {
        var flash = distribution.Flash(tlp);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "ひみつ件名", "ひみつ本文<script>"));

        var answer = await distribution.Http(Role.Operator, Member).GetAsync($"/api/advisories/{id}/sheet");

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(2, html.Split($"<p class=\"label\">TLP:{tlp.Label().Replace("+", "&#x2B;", StringComparison.Ordinal)}</p>").Length - 1);
        Assert.All([(await distribution.Advisory(id)).Number, "第 2 版", "☐ 確認しました", "氏名", "日時"], part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.Equal(told, html.Contains("ひみつ", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_there_for_whoever_may_read_it_and_after_a_recall_without_content()
    {
        var flash = distribution.Flash(Tlp.Green);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "ひみつ件名", "ひみつ本文"));

        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(Role.Operator, distribution.Directory.Aviation[0].OrganisationId).GetAsync($"/api/advisories/{id}/sheet")).StatusCode);
        (await distribution.Recall(id)).EnsureSuccessStatusCode();
        Assert.DoesNotContain("ひみつ", await distribution.Http(Role.Operator, Member).GetStringAsync($"/api/advisories/{id}/sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_sheet()
    {
        var id = await distribution.Drafted();

        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).GetAsync($"/api/advisories/{id}/sheet")).StatusCode);
    }

    [Fact]
    public async Task The_call_list_comes_as_CSV_by_address_or_by_wish()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Receipt(id, Member, "confirmed");
        await Secretariat.PostAsJsonAsync($"/api/advisories/{id}/calls", new { organisationId = distribution.Directory.Telecom[1].OrganisationId, channel = "telephone", reached = false, by = "=HYPERLINK(\"https://evil.example\")" });

        foreach (var (path, accept) in new[] { ("?format=csv", "application/json"), ("", "text/csv"), ("", "application/json;q=0.5, text/csv") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/advisories/{id}/calls{path}");
            request.Headers.Accept.ParseAdd(accept);
            var answer = await Secretariat.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();

            Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
            var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
            Assert.StartsWith("組織,状況,", lines[0], StringComparison.Ordinal);
            Assert.Equal(7, lines.Length); // five silent, the heads and the end
            Assert.DoesNotContain(distribution.Directory.Telecom[0].Name, string.Join('\n', lines), StringComparison.Ordinal);
            Assert.Contains(lines, l => l.StartsWith(distribution.Directory.Telecom[1].Name, StringComparison.Ordinal) && l.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"", StringComparison.Ordinal));
        }

        Assert.Equal("application/json; charset=utf-8", (await Secretariat.GetAsync($"/api/advisories/{id}/calls")).Content.Headers.ContentType?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await Secretariat.GetAsync($"/api/advisories/{id}/calls?format=xlsx")).StatusCode);
    }

    [Fact]
    public void Of_nobody_silent_there_are_the_heads_alone() =>
        Assert.Single(Encoding.UTF8.GetString(CallSheet.Csv(new(Guid.NewGuid(), 1, false, Array.Empty<SilentOne>(), []))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
}
