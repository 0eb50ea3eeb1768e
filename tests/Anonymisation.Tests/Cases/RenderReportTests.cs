using System.Text;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Npgsql;

namespace Ceptoar.Anonymisation.Tests.Cases;

/// <summary>A classified report becomes a flash and a narrative; only the flash may leave by itself, and only where it may.</summary>
public class RenderReportTests(AnonymisationFixture anonymisation) : IClassFixture<AnonymisationFixture>
{
    [Fact]
    public async Task Where_the_reporter_said_auto_and_enough_others_could_have_sent_it_the_flash_goes_at_once()
    {
        var report = anonymisation.Report();
        var id = await anonymisation.Rendered(report);

        var changed = await Changed(id);
        Assert.Equal(("ready", "awaitingApproval", 1), (changed.Flash, changed.Narrative, changed.ReportVersion));
        var flash = await anonymisation.Published<FlashReady>(m => m.SourceId == changed.SourceId);
        Assert.Equal((Tlp.Amber, 1), (flash.Tlp, flash.ReportVersion));
        Assert.Equal(report.Audience, flash.Audience);
        Assert.Equal(new FlashIndicator { Type = "ipv4", Value = "203.0.113.7" }, Assert.Single(flash.Flash.Indicators));
        Assert.Contains(changed.Notices, n => n.Code == "auto.hour");
    }

    [Fact]
    public async Task A_flash_holds_nothing_that_identifies_and_leads_nowhere()
    {
        var id = await anonymisation.Rendered(anonymisation.Report() with
        {
            Indicators =
            [
                new() { Type = "ipv4", Value = "203.0.113.8", Role = "attacker" }, new() { Type = "ipv4", Value = "198.18.1.9", Role = "attacker" },
                new() { Type = "domain", Value = "www.aoba-tsushin.example", Role = "unknown" }, new() { Type = "email", Value = "soc@aoba-tsushin.example", Role = "attacker" },
                new() { Type = "ipv4", Value = "203.0.113.9", Role = "victim" }, new() { Type = "fileName", Value = "青葉基幹系.exe", Role = "attacker" },
            ],
        });

        var flash = await anonymisation.Published<FlashReady>(SourceOf(await Changed(id)));

        AssertSilent(JsonSerializer.Serialize(flash, Readable), id);
        Assert.Equal(["203.0.113.7", "203.0.113.8"], flash.Flash.Indicators.Select(i => i.Value));
    }

    [Fact]
    public async Task Where_the_reporter_said_review_the_flash_waits()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));

        var changed = await Changed(id);
        Assert.Equal(("held", "awaitingApproval", "review.held"), (changed.Flash, changed.Narrative, Assert.Single(changed.Notices).Code));
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == changed.SourceId));
    }

    [Fact]
    public async Task Where_too_few_others_could_have_sent_it_the_flash_waits_and_the_reporter_is_told_why()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(anonymisation.Directory.Aviation[0]));

        var changed = await Changed(id);
        Assert.Equal("held", changed.Flash);
        var notice = Assert.Single(changed.Notices, n => n.Code == "k.held");
        Assert.Contains("3 者", notice.Ja, StringComparison.Ordinal);
        Assert.Contains("3 operators", notice.En, StringComparison.Ordinal);
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == changed.SourceId));
        var rendition = (await anonymisation.Read(id, anonymisation.Directory.Aviation[0]))!.Value;
        Assert.Equal(("high", 3), (rendition.GetProperty("risk").GetProperty("level").GetString(), rendition.GetProperty("risk").GetProperty("k").GetInt32()));
        Assert.Equal(JsonValueKind.Null, rendition.GetProperty("flash").GetProperty("sector").ValueKind);
    }

    [Fact]
    public async Task RED_goes_nowhere()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Red);

        var changed = await Changed(id);
        Assert.Equal(("none", "blocked"), (changed.Flash, changed.Narrative));
        Assert.Equal("red.namedPeople", Assert.Single(changed.Notices).Code);
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == changed.SourceId));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await anonymisation.Approve(id)).StatusCode);
    }

    [Fact]
    public async Task The_reporter_sees_what_would_go_out_and_what_was_removed()
    {
        var report = anonymisation.Report();
        var id = await anonymisation.Rendered(report);

        var rendition = (await anonymisation.Read(id))!.Value;

        AssertSilent(rendition.GetProperty("narrative").GetRawText(), id);
        Assert.Contains("203.0.113.7", rendition.GetProperty("narrative").GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Contains(rendition.GetProperty("removed").EnumerateArray(), r =>
            r.GetProperty("field").GetString() == "title" && report.Title.Substring(r.GetProperty("start").GetInt32(), r.GetProperty("length").GetInt32()) == anonymisation.Reporter.Name);
        Assert.Equal(64, rendition.GetProperty("hash").GetString()!.Length);
        Assert.Empty(rendition.GetProperty("blocked").EnumerateArray());
    }

    [Fact]
    public async Task A_repeat_says_nothing_more()
    {
        var heard = anonymisation.Classified(anonymisation.Report());
        await anonymisation.Hears(heard);

        await anonymisation.Hears(heard);

        var changed = Assert.Single(await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == heard.ReportId));
        Assert.Single(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == changed.SourceId));
    }

    [Fact]
    public async Task A_follow_up_is_rendered_anew_for_the_same_source()
    {
        var id = await anonymisation.Rendered();
        var (first, before) = (await Changed(id), await anonymisation.Hash(id));

        await anonymisation.Hears(anonymisation.Classified(anonymisation.Report() with { Title = "復旧した", Severity = "critical" }, Tlp.AmberStrict, id, version: 2));

        var second = (await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == id)).Single(m => m.ReportVersion == 2);
        Assert.Equal(first.SourceId, second.SourceId);
        Assert.True(second.Version > first.Version);
        var rendition = (await anonymisation.Read(id))!.Value;
        Assert.Equal((2, "復旧した", "AMBER+STRICT"), (rendition.GetProperty("reportVersion").GetInt32(), rendition.GetProperty("narrative").GetProperty("title").GetString(), rendition.GetProperty("tlp").GetString()));
        Assert.NotEqual(before, await anonymisation.Hash(id));
        Assert.Equal("critical", (await anonymisation.Published<FlashReady>(m => m.SourceId == first.SourceId && m.ReportVersion == 2)).Flash.Severity);
    }

    [Fact]
    public async Task An_older_version_late_changes_nothing()
    {
        var id = Guid.NewGuid();
        await anonymisation.Hears(anonymisation.Classified(anonymisation.Report() with { Title = "第二報" }, id: id, version: 2));

        await anonymisation.Hears(anonymisation.Classified(anonymisation.Report() with { Title = "第一報" }, Tlp.Clear, id));

        Assert.Equal("第二報", (await anonymisation.Read(id))!.Value.GetProperty("narrative").GetProperty("title").GetString());
        Assert.Single(await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == id));
    }

    [Fact]
    public async Task A_withdrawn_case_is_gone_with_its_key_and_what_is_out_is_recalled()
    {
        var id = await anonymisation.Rendered();
        var source = (await Changed(id)).SourceId;

        await anonymisation.Hears(new ReportWithdrawn { ReportId = id });
        await anonymisation.Hears(new ReportWithdrawn { ReportId = id });

        Assert.Single(await anonymisation.AllPublished<SourceWithdrawn>(m => m.SourceId == source));
        Assert.Null(await anonymisation.Read(id));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anonymisation.Decide(id, new { decision = "approve", hash = "00" })).StatusCode);
        Assert.Equal(0, await Count($"select (select count(*) from case_key where case_id = '{id}') + (select count(*) from case_rendition where report_id = '{id}')"));
    }

    [Fact]
    public async Task A_case_withdrawn_before_it_was_rendered_never_is()
    {
        var heard = anonymisation.Classified(anonymisation.Report());
        await anonymisation.Hears(new ReportWithdrawn { ReportId = heard.ReportId });

        await anonymisation.Hears(heard);

        Assert.Null(await anonymisation.Read(heard.ReportId));
        Assert.Empty(await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == heard.ReportId));
        Assert.Equal(0, await Count($"select count(*) from case_key where case_id = '{heard.ReportId}'"));
    }

    [Fact]
    public async Task A_foreign_case_is_not_there()
    {
        var id = await anonymisation.Rendered();
        var hash = await anonymisation.Hash(id);

        foreach (var other in anonymisation.Directory.Organisations.Where(o => o != anonymisation.Reporter))
        {
            Assert.Null(await anonymisation.Read(id, other));
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anonymisation.Decide(id, new { decision = "approve", hash }, other)).StatusCode);
        }

        Assert.Equal(hash, await anonymisation.Hash(id));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await anonymisation.Http().GetAsync($"/api/reports/{id}/rendition")).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_a_case_lies_in_the_database_in_clear()
    {
        var id = await anonymisation.Rendered(anonymisation.Report() with { Title = "Zanzibar outage", Body = "The giraffe gateway is down. 目黒の設備" });
        await anonymisation.Decide(id, new { decision = "edit", hash = await anonymisation.Hash(id), title = "Okapi title", body = "Llama body" });

        var stored = await anonymisation.With<NpgsqlDataSource, string>(async database =>
        {
            var rows = new StringBuilder();
            foreach (var table in new[] { "case_rendition", "case_key", "outbox", "idempotency", "heard", "withdrawn_case" })
            {
                await using var command = database.CreateCommand($"select t::text from {table} t");
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync()) rows.AppendLine(reader.GetString(0));
            }

            return rows.ToString();
        });

        Assert.Contains(id.ToString(), stored, StringComparison.Ordinal);
        foreach (var secret in new[] { "Zanzibar", "giraffe", "目黒の設備", "Okapi title", "Llama body" })
        {
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(secret).Trim('"'))), stored, StringComparison.OrdinalIgnoreCase);
        }

        var organisation = anonymisation.Reporter.OrganisationId;
        Assert.All([organisation.ToString(), organisation.ToString("N"), Convert.ToHexString(organisation.ToByteArray())], form => Assert.DoesNotContain(form, stored, StringComparison.OrdinalIgnoreCase));
    }

    static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    void AssertSilent(string json, Guid reportId)
    {
        var text = json.Contains("\\u", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Unescape(json) : json;
        foreach (var identifying in anonymisation.Directory.AllStringsOf(anonymisation.Reporter).Append("198.18.1.").Append(anonymisation.Reporter.OrganisationId.ToString()).Append(reportId.ToString()))
        {
            Assert.DoesNotContain(identifying, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    static Func<FlashReady, bool> SourceOf(RenditionChanged changed) => m => m.SourceId == changed.SourceId;

    Task<RenditionChanged> Changed(Guid id) => anonymisation.Published<RenditionChanged>(m => m.ReportId == id);

    Task<long> Count(string sql) => anonymisation.With<NpgsqlDataSource, long>(async database =>
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    });
}

/// <summary>What is not known cannot be removed: while a member's strings are missing, nothing is released.</summary>
public class IncompleteDirectoryTests(IncompleteDirectoryTests.OneMissing anonymisation) : IClassFixture<IncompleteDirectoryTests.OneMissing>
{
    public class OneMissing : AnonymisationFixture
    {
        protected override IEnumerable<OrganisationChanged> Unknown => [Directory.Telecom[1]];
    }

    [Fact]
    public async Task A_report_is_blocked_and_not_leaked()
    {
        var id = await anonymisation.Rendered(anonymisation.Report() with { Body = "若葉ネットワーク株式会社でも発生。" });

        var changed = await anonymisation.Published<RenditionChanged>(m => m.ReportId == id);
        Assert.Equal(("blocked", "blocked"), (changed.Flash, changed.Narrative));
        Assert.Contains(changed.Notices, n => n.Code == "blocked.directory.incomplete" && n.Ja.Length > 0 && n.En.Length > 0);
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == changed.SourceId));
        var rendition = (await anonymisation.Read(id))!.Value;
        Assert.Equal(("", ""), (rendition.GetProperty("narrative").GetProperty("title").GetString(), rendition.GetProperty("narrative").GetProperty("body").GetString()));
    }
}
