using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>Advisories as people write them, before anybody else sees them.</summary>
public class DraftTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Its_own_organisation_alone_sees_a_draft()
    {
        var id = await distribution.Drafted();
        var centre = distribution.Directory.Centre.OrganisationId;

        foreach (var organisation in distribution.Everyone.Where(o => o != centre))
        {
            foreach (var role in Role.All)
            {
                Assert.Null(await distribution.Read(id, organisation, role));
                foreach (var path in new[] { "draft", "audience", "reach" }) Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(role, organisation).GetAsync($"/api/advisories/{id}/{path}")).StatusCode);
                foreach (var (path, body) in new (string, object)[] { ("release", new { revision = 1 }), ("versions", DistributionFixture.Correction()), ("recall", new { reason = "誤報" }) })
                {
                    Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(role, organisation).PostAsJsonAsync($"/api/advisories/{id}/{path}", body)).StatusCode);
                }
            }
        }

        var view = (await distribution.Read(id, centre, Role.Analyst))!.Value;
        Assert.Equal(("draft", JsonValueKind.Null, JsonValueKind.Null), (view.GetProperty("state").GetString(), view.GetProperty("number").ValueKind, view.GetProperty("sequence").ValueKind));
        foreach (var role in new[] { Role.Auditor, Role.Administrator, Role.Controller }) Assert.Null(await distribution.Read(id, centre, role));
        Assert.Contains(id, await Drafts(Role.Approver));
        Assert.DoesNotContain(id, await Drafts(Role.Secretariat));
        Assert.Empty(await distribution.Rows(id));
    }

    [Fact]
    public async Task Comes_to_its_readers_as_it_was_written()
    {
        var due = new DateTimeOffset(2036, 1, 2, 3, 0, 0, TimeSpan.Zero);
        var id = await distribution.Written(distribution.Alert(
            ("template", "hotline"), ("title", new { ja = "件名", en = "Title" }), ("body", "# 対策\n<script>alert(1)</script>"), ("urgency", "urgent"), ("sector", "ict"), ("origin", "jpcert"), ("due", due),
            ("handling", new[] { "noRedistribution" }), ("addressee", "情報システム部門責任者 各位"),
            ("references", new object[] { new { url = "https://jvn.example/1" }, new { cve = "CVE-2021-44228", cvssVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", cvssScore = 10.0 } }),
            ("indicators", new object[] { new { type = "ipv4", value = "203.0.113.9" }, new { type = "cve", value = "CVE-2026-9999" } })));

        var ja = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        var en = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId, language: "en"))!.Value;

        Assert.Equal(("件名", "Title"), (Text(ja, "title"), Text(en, "title")));
        Assert.Equal(("hotline", "high", "urgent", "ict", "prevention", "jpcert"), (Text(ja, "kind"), Text(ja, "severity"), Text(ja, "urgency"), Text(ja, "sector"), Text(ja, "purpose"), Text(ja, "origin")));
        Assert.Equal("情報システム部門責任者 各位", Text(ja, "addressee"));
        Assert.Equal((distribution.Directory.Centre.Name, "修正版を適用してください。", due), (Text(ja, "issuer"), Text(ja, "requiredAction"), ja.GetProperty("due").GetDateTimeOffset()));
        Assert.DoesNotContain("<script", Text(ja, "bodyHtml"), StringComparison.Ordinal);
        Assert.Contains("<h1>対策</h1>", Text(ja, "bodyHtml"), StringComparison.Ordinal);
        Assert.Equal(["CVE-2026-9999", "https://jvn.example/1", "CVE-2021-44228"], ja.GetProperty("references").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(10m, Assert.Single(ja.GetProperty("vulnerabilities").EnumerateArray()).GetProperty("cvssScore").GetDecimal());
        Assert.Equal("203.0.113.9", Text(Assert.Single(ja.GetProperty("indicators").EnumerateArray()), "value"));
        Assert.Equal("noRedistribution", Assert.Single(ja.GetProperty("handling").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_title_in_one_language_is_shown_in_both()
    {
        var id = await distribution.Written(role: Role.Secretariat);

        Assert.Equal("VPN装置の脆弱性について", Text((await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId, language: "en"))!.Value, "title"));
    }

    /// <summary>Field, value, the field that the answer names.</summary>
    public static TheoryData<string, object?, string> Faults => new()
    {
        { "template", null, "template" },
        { "template", "poem", "template" },
        { "title", new { ja = new string('長', 201) }, "title.ja" },
        { "title", new { en = "a\0b" }, "title.en" },
        { "severity", "terrible", "severity" },
        { "purpose", "fun", "purpose" },
        { "urgency", "now", "urgency" },
        { "sector", "moon", "sector" },
        { "origin", "hearsay", "origin" },
        { "body", new string('a', 100_001), "body" },
        { "body", new string('>', 5_000), "body" },
        { "handling", new[] { "eat" }, "handling[0]" },
        { "due", "2020-01-01T00:00:00Z", "due" },
        { "expiresAt", "2020-01-01T00:00:00Z", "expiresAt" },
        { "tlp", null, "tlp" },
        { "tlp", "PURPLE", "tlp" },
        { "audience", new[] { Guid.Empty }, "audience[0]" },
        { "people", new[] { Guid.Empty }, "people" },
        { "references", new object[] { new { } }, "references[0].url" },
        { "references", new object[] { new { url = "javascript:alert(1)" } }, "references[0].url" },
        { "references", new object[] { new { cve = "CVE-1" } }, "references[0].cve" },
        { "references", new object[] { new { cve = "CVE-2026-1234", cvssVector = "high" } }, "references[0].cvssVector" },
        { "references", new object[] { new { cve = "CVE-2026-1234", cvssVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", cvssScore = 5.0 } }, "references[0].cvssScore" },
        { "indicators", new object[] { new { type = "ipv4", value = "1.2.3" } }, "indicators[0].value" },
        { "indicators", new object[] { new { type = "smell", value = "x" } }, "indicators[0].type" },
        { "indicators", new object[] { new { type = "sha256", value = "abc" } }, "indicators[0].value" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Bad_input_is_told_by_its_field(string field, object? value, string named)
    {
        var answer = await distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).PostAsJsonAsync("/api/advisories", distribution.Alert((field, value)));

        Assert.Equal([named], await Named(answer));
    }

    [Theory]
    [InlineData(2, 1, false)]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    public async Task An_embargo_ends_before_it_expires(int embargo, int expires, bool fits)
    {
        var now = distribution.Clock.GetUtcNow();
        var alert = distribution.Alert(("embargoUntil", now.AddHours(embargo)), ("expiresAt", now.AddHours(expires)));

        var answer = await distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).PostAsJsonAsync("/api/advisories", alert);

        if (fits) Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        else Assert.Equal(["embargoUntil"], await Named(answer));
    }

    [Fact]
    public async Task What_expired_while_it_was_written_does_not_go_out()
    {
        var id = await distribution.Drafted(distribution.Alert(("expiresAt", distribution.Clock.GetUtcNow().AddHours(1))));
        distribution.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(["expiresAt"], await Named(await distribution.Release(id)));
        Assert.Empty(await distribution.Rows(id));
    }

    [Fact]
    public async Task RED_names_the_people_who_may_read_it_and_nothing_else_does()
    {
        var id = await distribution.Drafted(distribution.Alert(("tlp", "RED")));

        Assert.Equal(["people"], Missing(await Draft(id)));
        Assert.Equal(["people"], await Named(await distribution.Release(id)));
    }

    [Theory]
    [InlineData("alert", "summary severity purpose requiredAction")]
    [InlineData("earlyWarning", "summary severity purpose")]
    [InlineData("threatSheet", "summary body purpose")]
    [InlineData("newsletter", "body")]
    [InlineData("question", "body due")]
    [InlineData("caseStudy", "summary body lessons purpose")]
    [InlineData("hotline", "summary severity urgency requiredAction")]
    public async Task Each_template_asks_for_what_it_cannot_do_without(string template, string required)
    {
        var id = await distribution.Drafted(new() { ["template"] = template, ["title"] = new { ja = "件名" }, ["tlp"] = "GREEN", ["audience"] = new[] { distribution.Telecom } });

        Assert.Equal(required.Split(' '), Missing(await Draft(id)));
        Assert.Equal(required.Split(' ').Order(), (await Named(await distribution.Release(id))).Order());
        var templates = await distribution.Http(Role.Operator, distribution.Directory.Telecom[0].OrganisationId).GetFromJsonAsync<JsonElement>("/api/advisories/templates");
        Assert.Equal(required.Split(' '), templates.GetProperty("items").EnumerateArray().Single(t => Text(t, "code") == template).GetProperty("requires").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task Half_written_it_is_kept_and_goes_nowhere()
    {
        var id = await distribution.Drafted(new() { ["template"] = "alert", ["tlp"] = "AMBER", ["audience"] = Array.Empty<Guid>(), ["summary"] = new { ja = "途中" } });

        Assert.Equal(["title", "severity", "purpose", "requiredAction", "audience"], Missing(await Draft(id)));
        Assert.Equal(["audience", "purpose", "requiredAction", "severity", "title"], (await Named(await distribution.Release(id))).Order());
        Assert.Equal("途中", Text((await Draft(id)).GetProperty("summary"), "ja"));
        Assert.Empty(await distribution.Rows(id));

        Assert.Equal(HttpStatusCode.OK, (await Put(id, distribution.Alert(("revision", 1)))).StatusCode);

        Assert.Empty(Missing(await Draft(id)));
        Assert.Equal(HttpStatusCode.OK, (await distribution.Release(id, revision: 2)).StatusCode);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("summary")]
    [InlineData("severity")]
    [InlineData("requiredAction")]
    public async Task A_correction_lacks_nothing(string field)
    {
        var id = await distribution.Written();
        var correction = DistributionFixture.Correction();
        correction.Remove(field);
        var answer = await distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/versions", correction);

        Assert.Equal([field], await Named(answer));
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_is_told()
    {
        var id = await distribution.Drafted();

        Assert.Equal(HttpStatusCode.OK, (await Put(id, distribution.Alert(("revision", 1), ("title", new { ja = "先" })))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Put(id, distribution.Alert(("revision", 1), ("title", new { ja = "後" })))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Release(id, revision: 1)).StatusCode);

        Assert.Equal(("先", 2), (Text((await Draft(id)).GetProperty("title"), "ja"), (await Draft(id)).GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task A_drill_is_not_written_by_hand()
    {
        var id = await distribution.Drafted(distribution.Alert(("drill", false)));

        Assert.Equal(["drill"], await Named(await distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).PostAsJsonAsync("/api/advisories", distribution.Alert(("drill", true)))));
        Assert.Equal(["drill"], await Named(await Put(id, distribution.Alert(("revision", 1), ("drill", true)))));

        // a copy of a drill's advisory
        Assert.Equal(["title"], await Named(await Put(id, distribution.Alert(("revision", 1), ("title", new { ja = "［訓練］通信障害" })))));
        Assert.Equal(["body"], await Named(await Put(id, distribution.Alert(("revision", 1), ("body", "AT-2026-000012 のとおり")))));
    }

    [Fact]
    public async Task A_body_writes_to_its_own_and_no_further()
    {
        var d = distribution.Directory;
        (string Role, Guid Organisation, Guid[] May)[] bodies =
        [
            (Role.Analyst, d.Centre.OrganisationId, [d.TelecomGroup.GroupId, d.AviationGroup.GroupId, d.AllCeptoars.GroupId, d.Ministries.GroupId, d.CentreGroup.GroupId]),
            (Role.Secretariat, d.TelecomSecretariat.OrganisationId, [d.TelecomGroup.GroupId]),
            (Role.Liaison, d.TelecomMinistry.OrganisationId, [d.TelecomGroup.GroupId]),
            (Role.Liaison, d.AviationMinistry.OrganisationId, [d.AviationGroup.GroupId]),
            (Role.Secretariat, d.AviationMinistry.OrganisationId, [d.AviationGroup.GroupId]),
        ];
        foreach (var (role, organisation, may) in bodies)
        {
            foreach (var group in d.Groups)
            {
                var answer = await distribution.Http(role, organisation).PostAsJsonAsync("/api/advisories", distribution.Alert(("audience", new[] { group.GroupId })));
                if (may.Contains(group.GroupId)) Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                else Assert.Equal(["audience[0]"], await Named(answer));
            }
        }
    }

    [Fact]
    public async Task A_group_that_ministries_do_not_learn_of_is_nobodys_to_name_who_is_not_in_it()
    {
        var d = distribution.Directory;
        var within = d.Telecom[0].OrganisationId;
        var group = Fake.Group() with { Kind = "workingGroup", Ceptoars = [], Organisations = [within, d.TelecomSecretariat.OrganisationId], WithoutMinistries = true };
        await distribution.Hears(group);
        var alert = distribution.Alert(("audience", new[] { group.GroupId }));

        foreach (var role in new[] { Role.Analyst, Role.Liaison }) Assert.Equal(["audience[0]"], await Named(await distribution.Http(role, distribution.BodyOf(role)).PostAsJsonAsync("/api/advisories", alert)));
        Assert.Equal(HttpStatusCode.Created, (await distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat)).PostAsJsonAsync("/api/advisories", alert)).StatusCode);
    }

    [Fact]
    public async Task Who_wrote_what_stands_in_the_trail_without_a_word_of_it()
    {
        var id = await distribution.Drafted(distribution.Alert(("title", new { ja = "ひみつ件名" })));
        await Put(id, distribution.Alert(("revision", 1), ("title", new { ja = "ひみつ件名二" })));
        await distribution.Release(id, revision: 2);

        foreach (var action in new[] { "advisory.drafted", "advisory.draftChanged", "advisory.released" })
        {
            var entry = await distribution.Published<AuditRecorded>(m => m.Item == $"advisory/{id}" && m.Action == action);
            Assert.Equal(distribution.Directory.Centre.OrganisationId, entry.Organisation);
            Assert.DoesNotContain("ひみつ", JsonSerializer.Serialize(entry), StringComparison.Ordinal);
        }
    }

    Task<HttpResponseMessage> Put(Guid id, object alert) => distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).PutAsJsonAsync($"/api/advisories/{id}", alert);

    Task<JsonElement> Draft(Guid id) => distribution.Http(Role.Analyst, distribution.Directory.Centre.OrganisationId).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/draft");

    async Task<Guid[]> Drafts(string role) =>
        [.. (await distribution.Http(role, distribution.BodyOf(role)).GetFromJsonAsync<JsonElement>("/api/advisories/drafts?limit=500")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid())];

    static string[] Missing(JsonElement draft) => [.. draft.GetProperty("missing").EnumerateArray().Select(m => m.GetString()!)];

    static async Task<string[]> Named(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name)];
    }

    static string? Text(JsonElement json, string field) => json.GetProperty(field).GetString();
}
