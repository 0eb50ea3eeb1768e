using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>Whatever an author fills in stands in every form in which it is read.</summary>
public class RenditionTests(ChannelsFixture distribution) : IClassFixture<ChannelsFixture>
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Templates => [.. Template.Codes];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Every_field_of_a_template_stands_in_every_rendition(string template)
    {
        var reader = distribution.Directory.Telecom[0].OrganisationId;
        var address = ChannelsFixture.NewAddress(template);
        await distribution.Reached(reader, ChannelsFixture.Desk(address));
        var id = await distribution.Drafted(distribution.Alert(
            ("template", template), ("tlp", "GREEN"), ("title", new { ja = "件名その一" }), ("summary", new { ja = "要旨その一" }), ("body", "本文その一"), ("lessons", "教訓その一\n教訓その二"), ("requiredAction", "対応その一"),
            ("addressee", "情報システム部門責任者 各位"), ("severity", "critical"), ("urgency", "urgent"), ("purpose", "containment"), ("sector", "ict"), ("origin", "jpcert"), ("handling", new[] { "noRedistribution" }),
            ("due", new DateTimeOffset(2036, 1, 2, 3, 0, 0, TimeSpan.Zero)), ("expiresAt", new DateTimeOffset(2036, 2, 3, 4, 0, 0, TimeSpan.Zero)),
            ("references", new object[] { new { url = "https://jvn.example/1" }, new { cve = "CVE-2021-44228", cvssVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", cvssScore = 9.8 } }),
            ("indicators", new object[] { new { type = "ipv4", value = "203.0.113.9" }, new { type = "sha256", value = new string('a', 64) } })), Role.Secretariat);
        using var file = new ByteArrayContent([1, 2, 3]);
        (await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).PostAsync($"/api/advisories/{id}/attachments?name={Uri.EscapeDataString("手順書.pdf")}", file)).EnsureSuccessStatusCode();
        (await distribution.Release(id, revision: 2, Role.Secretariat)).EnsureSuccessStatusCode();

        string[] texts = ["件名その一", "要旨その一", "本文その一", "教訓その一", "教訓その二", "対応その一", "情報システム部門責任者 各位", distribution.Directory.TelecomSecretariat.Name, "手順書.pdf", "https://jvn.example/1", "CVE-2021-44228", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "9.8", new string('a', 64)];
        string[] names =
        [
            Template.NameOf(template).Ja, Taxonomy.Severities.Of("critical").Ja, Taxonomy.Urgencies.Of("urgent").Ja, Taxonomy.Purposes.Of("containment").Ja, Sectors.All.Of("ict").Ja, Taxonomy.Origins.Of("jpcert").Ja,
            Taxonomy.HandlingRestrictions.Of("noRedistribution").Ja, "2036年1月2日 12:00", "2036年2月3日 13:00",
        ];
        var (text, html) = (await Get(id, reader, "", "text/plain"), await Get(id, reader, "", "text/html"));
        Holds("JSON", JsonSerializer.Serialize((await distribution.Read(id, reader))!.Value, Readable), [.. texts, template, "critical", "urgent", "containment", "ict", "jpcert", "noRedistribution", "2036-01-02T03:00:00", "2036-02-03T04:00:00", "203.0.113.9"]);
        Holds("text", text, [.. texts, .. names, "203.0.113.9"]);
        Holds("HTML", WebUtility.HtmlDecode(html), [.. texts, .. names, "203.0.113.9"]);
        Holds("sheet", WebUtility.HtmlDecode(await Get(id, reader, "/sheet", "text/html")), [.. texts, .. names, "203.0.113.9"]);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, LightRendition.MostText - 1);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, LightRendition.MostHtml - 1);

        Assert.Equal("sent", (await distribution.Sent(id, reader)).State);
        var mail = Assert.Single(TestMail.Box.To(address));
        foreach (var (form, said) in new[] { ("mail", mail.Text), ("mail in HTML", WebUtility.HtmlDecode(mail.Html)) }) Holds(form, said, [.. texts, .. names, "203[.]0[.]113[.]9"]);
    }

    static void Holds(string form, string said, string[] parts) => Assert.All(parts, part => Assert.True(said.Contains(part, StringComparison.Ordinal), $"{part} is missing in {form}."));

    async Task<string> Get(Guid id, Guid reader, string path, string accept)
    {
        var http = distribution.Http(Role.Operator, reader);
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");
        return await http.GetStringAsync($"/api/advisories/{id}{path}");
    }
}
