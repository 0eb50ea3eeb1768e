using System.Net;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>A flash and a narrative become an advisory in the inboxes of their audience.</summary>
public class ReleaseTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task A_flash_reaches_every_member_of_its_audience_and_nobody_else()
    {
        var id = await distribution.Released(distribution.Flash());

        var rows = await distribution.Rows(id);
        Assert.Equal(distribution.TelecomMembers.Order(), rows.Select(r => r.MailboxId).Order());
        Assert.All(rows, r => Assert.Equal((1, "released", "queued"), (r.Version, r.Event, r.Receipt.State)));
        foreach (var organisation in distribution.Everyone)
        {
            var member = distribution.TelecomMembers.Contains(organisation);
            Assert.Equal(member, await distribution.Read(id, organisation) is not null);
            Assert.Equal(member, (await distribution.Listed(organisation)).Contains(id));
        }
    }

    [Fact]
    public async Task By_no_exit_does_an_outsider_see_it()
    {
        var id = await distribution.Released(distribution.Flash());
        foreach (var outsider in distribution.Everyone.Except(distribution.TelecomMembers).Append(Guid.NewGuid()))
        {
            foreach (var role in Role.All)
            {
                Assert.Null(await distribution.Read(id, outsider, role));
                Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(role, outsider).GetAsync($"/api/advisories/{id}/reach")).StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, (await distribution.Receipt(id, outsider, "opened", role: role)).StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, (await distribution.Recall(id, organisation: outsider, role: role)).StatusCode);
            }
        }

        Assert.Equal("released", (await distribution.Advisory(id)).State);
        Assert.Equal(HttpStatusCode.Unauthorized, (await distribution.Http().GetAsync($"/api/advisories/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_RED_flash_reaches_no_organisation()
    {
        var id = await distribution.Released(distribution.Flash(Tlp.Red));

        Assert.Empty(await distribution.Rows(id));
        foreach (var organisation in distribution.Everyone) Assert.Null(await distribution.Read(id, organisation));
    }

    [Fact]
    public async Task Shows_what_the_flash_says_in_the_readers_language()
    {
        var flash = distribution.Flash(Tlp.AmberStrict, indicators: [DistributionFixture.Address("198.51.100.77"), new() { Type = "cve", Value = "CVE-2026-1234" }]);
        var id = await distribution.Released(flash);

        var ja = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        var en = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId, language: "en"))!.Value;

        Assert.Equal("情報通信分野のIT障害：システム等の利用困難（DoS攻撃等の大量アクセス）", ja.GetProperty("title").GetString());
        Assert.Equal("information and communication: incident: system or site unavailable or slow (DoS, mass access)", en.GetProperty("title").GetString());
        Assert.Equal(("AMBER+STRICT", "high", "urgent", "ict"), (Text(ja, "tlp"), Text(ja, "severity"), Text(ja, "urgency"), Text(ja, "sector")));
        Assert.Equal("198.51.100.77", Assert.Single(ja.GetProperty("indicators").EnumerateArray()).GetProperty("value").GetString());
        Assert.Equal("CVE-2026-1234", Assert.Single(ja.GetProperty("references").EnumerateArray()).GetString());
        Assert.Matches("^A-[0-9]{4}-[0-9]{6}$", Text(ja, "number"));
        Assert.False(ja.GetProperty("drill").GetBoolean());
    }

    [Fact]
    public async Task A_view_never_tells_who_is_behind_it_or_who_received_it()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);

        var json = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value.GetRawText();

        Assert.DoesNotContain(flash.SourceId.ToString(), json, StringComparison.Ordinal);
        foreach (var organisation in distribution.Everyone) Assert.DoesNotContain(organisation.ToString(), json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_bus_which_sources_stand_in_it()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash));

        var first = await distribution.Published<AdvisoryReleased>(m => m.AdvisoryId == id && m.Version == 1);
        var second = await distribution.Published<AdvisoryReleased>(m => m.AdvisoryId == id && m.Version == 2);

        Assert.Equal((flash.SourceId, 0), (Assert.Single(first.SourceIds), first.NarrativeSourceIds.Length));
        Assert.Equal((flash.SourceId, flash.SourceId), (Assert.Single(second.SourceIds), Assert.Single(second.NarrativeSourceIds)));
    }

    [Fact]
    public async Task A_flash_twice_or_an_older_one_late_changes_nothing()
    {
        var flash = distribution.Flash(version: 2);
        var id = await distribution.Released(flash);

        await distribution.Hears(flash);
        await distribution.Hears(flash with { ReportVersion = 1, Tlp = Tlp.Clear });

        Assert.Equal((1, Tlp.Amber), ((await distribution.Advisory(id)).Version, (await distribution.Advisory(id)).Tlp));
        Assert.Equal(distribution.TelecomMembers.Count(), (await distribution.Rows(id)).Length);
    }

    [Fact]
    public async Task A_newer_flash_of_the_source_is_a_new_version_of_the_same_advisory()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);

        await distribution.Hears(flash with { ReportVersion = 2, Flash = flash.Flash with { Severity = "critical", Indicators = [DistributionFixture.Address()] } });

        Assert.Equal(id, await distribution.AdvisoryOf(flash.SourceId));
        var view = (await distribution.Read(id, distribution.Directory.Telecom[3].OrganisationId))!.Value;
        Assert.Equal((2, "critical", 1), (view.GetProperty("version").GetInt32(), Text(view, "severity"), view.GetProperty("reports").GetInt32()));
    }

    [Fact]
    public async Task An_approved_narrative_is_a_new_version_with_its_text()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);

        await distribution.Hears(DistributionFixture.Narrative(flash, "件名", "本文"));
        await distribution.Hears(DistributionFixture.Narrative(flash, "もう一つ", "もう一つ"));

        var view = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        Assert.Equal((2, "件名", "本文"), (view.GetProperty("version").GetInt32(), Text(view, "title"), Text(view, "body")));
        Assert.Equal(2 * distribution.TelecomMembers.Count(), (await distribution.Rows(id)).Length);
    }

    [Fact]
    public async Task A_narrative_before_its_flash_is_the_first_version()
    {
        var flash = distribution.Flash();

        await distribution.Hears(DistributionFixture.Narrative(flash, "件名", "本文"));
        await distribution.Hears(flash);

        var id = (await distribution.AdvisoryOf(flash.SourceId))!.Value;
        var view = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        Assert.Equal((1, "本文", "high"), (view.GetProperty("version").GetInt32(), Text(view, "body"), Text(view, "severity")));
    }

    [Fact]
    public async Task A_stricter_follow_up_takes_the_earlier_advisory_back()
    {
        var flash = distribution.Flash(Tlp.Green, audience: [distribution.Directory.AllCeptoars.GroupId]);
        var wide = await distribution.Released(flash);

        var narrow = await distribution.Released(flash with { ReportVersion = 2, Tlp = Tlp.Amber, Audience = [distribution.Telecom] });

        Assert.NotEqual(wide, narrow);
        Assert.Equal("recalled", (await distribution.Advisory(wide)).State);
        var view = (await distribution.Read(wide, distribution.Directory.Aviation[0].OrganisationId))!.Value;
        Assert.Equal(JsonValueKind.Null, view.GetProperty("title").ValueKind);
        Assert.Null(await distribution.Read(narrow, distribution.Directory.Aviation[0].OrganisationId));
        Assert.NotNull(await distribution.Read(narrow, distribution.Directory.Telecom[0].OrganisationId));
    }

    [Fact]
    public async Task A_follow_up_that_goes_out_apart_leaves_the_other_reports_where_they_stood()
    {
        var attacker = DistributionFixture.Address();
        var (one, other) = (distribution.Flash(indicators: attacker), distribution.Flash(indicators: attacker));
        var id = await distribution.Released(one);
        await distribution.Hears(other);

        var apart = await distribution.Released(one with { ReportVersion = 2, Tlp = Tlp.AmberStrict });

        Assert.NotEqual(id, apart);
        var left = (await distribution.Read(id, distribution.Directory.Telecom[0].OrganisationId))!.Value;
        Assert.Equal((3, "released", 1), (left.GetProperty("version").GetInt32(), Text(left, "state"), left.GetProperty("reports").GetInt32()));
    }

    [Fact]
    public async Task A_text_approved_for_one_audience_never_goes_to_another_with_a_later_flash()
    {
        var flash = distribution.Flash(Tlp.Amber);
        await distribution.Hears(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, body: "セプター内に限って承認した本文"));

        var id = await distribution.Released(flash with { ReportVersion = 2, Tlp = Tlp.Green, Audience = [distribution.Directory.AllCeptoars.GroupId] });

        var view = (await distribution.Read(id, distribution.Directory.Aviation[0].OrganisationId))!.Value;
        Assert.Equal("", Text(view, "body"));
        Assert.DoesNotContain("承認", view.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await distribution.Published<AdvisoryReleased>(m => m.AdvisoryId == id)).NarrativeSourceIds);
    }

    [Fact]
    public async Task A_text_of_an_earlier_version_that_comes_late_does_not_carry_the_newer_flash_to_its_audience()
    {
        var flash = distribution.Flash(Tlp.Green, audience: [distribution.Directory.AllCeptoars.GroupId]);
        var id = await distribution.Released(flash with { ReportVersion = 2, Tlp = Tlp.Amber, Audience = [distribution.Telecom] });

        await distribution.Hears(DistributionFixture.Narrative(flash));

        Assert.Equal(id, await distribution.AdvisoryOf(flash.SourceId));
        Assert.Equal(1, (await distribution.Advisory(id)).Version);
    }

    static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();
}
