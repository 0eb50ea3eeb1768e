using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>Recalls and withdrawn sources go to exactly those who had the item.</summary>
public class RecallTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Reader => distribution.Directory.Telecom[0].OrganisationId;

    [Fact]
    public async Task A_secretariat_recalls_nothing_that_went_beyond_its_own_ceptoar()
    {
        var wide = await distribution.Released(distribution.Flash(audience: [distribution.Telecom, distribution.Directory.AviationGroup.GroupId]));
        var all = await distribution.Released(distribution.Flash(audience: [distribution.Directory.AllCeptoars.GroupId]));

        foreach (var id in new[] { wide, all }) Assert.Equal(HttpStatusCode.Conflict, (await distribution.Recall(id)).StatusCode);

        Assert.All(await Task.WhenAll(new[] { wide, all }.Select(distribution.Advisory)), a => Assert.Equal(Advisory.Released, a.State));
    }

    [Fact]
    public async Task A_recalled_item_shows_its_reason_and_no_content()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "ひみつ件名", "ひみつ本文"));

        var answer = await distribution.Recall(id, "誤報でした");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var member in distribution.TelecomMembers)
        {
            var view = (await distribution.Read(id, member))!.Value;
            Assert.Equal(("recalled", "誤報でした", 3), (view.GetProperty("state").GetString(), view.GetProperty("recallReason").GetString(), view.GetProperty("version").GetInt32()));
            Assert.All(["title", "summary", "body", "kind", "severity"], field => Assert.Equal(JsonValueKind.Null, view.GetProperty(field).ValueKind));
            Assert.Equal(0, view.GetProperty("indicators").GetArrayLength());
            Assert.DoesNotContain("ひみつ", view.GetRawText(), StringComparison.Ordinal);
            Assert.Contains(id, await distribution.Listed(member, "?status=recalled"));
            Assert.DoesNotContain(id, await distribution.Listed(member, "?status=released"));
        }
    }

    [Fact]
    public async Task Who_recalled_it_stands_in_the_trail_and_nobody_does_where_its_source_was_withdrawn()
    {
        var flash = distribution.Flash();
        var (recalled, withdrawn) = (await distribution.Released(distribution.Flash()), await distribution.Released(flash));

        await distribution.Recall(recalled);
        await distribution.Hears(new SourceWithdrawn { SourceId = flash.SourceId });

        var secretariat = distribution.Directory.TelecomSecretariat.OrganisationId;
        var by = await distribution.Published<AuditRecorded>(m => m.Item == $"advisory/{recalled}");
        Assert.Equal(("advisory.recalled", $"test-secretariat-{secretariat:N}", secretariat), (by.Action, by.Actor, by.Organisation));
        var byItself = await distribution.Published<AuditRecorded>(m => m.Item == $"advisory/{withdrawn}");
        Assert.Equal(("advisory.recalled", "", null, null), (byItself.Action, byItself.Actor, byItself.Organisation, byItself.Detail));
    }

    [Fact]
    public async Task A_recall_goes_to_exactly_those_who_had_it()
    {
        var id = await distribution.Released(distribution.Flash());
        var late = Testing.Fake.Organisation("ict", "telecom");
        await distribution.Hears(late);

        await distribution.Recall(id);

        var rows = await distribution.Rows(id);
        Assert.Equal(rows.Where(r => r.Event == "released").Select(r => r.MailboxId).Order(), rows.Where(r => r.Event == "recalled").Select(r => r.MailboxId).Order());
        Assert.DoesNotContain(rows, r => r.MailboxId == late.OrganisationId);
        Assert.Null(await distribution.Read(id, late.OrganisationId));
        await distribution.Hears(late with { Version = 2, Active = false });
    }

    [Fact]
    public async Task Who_left_is_told_of_the_recall_and_of_nothing_else()
    {
        var (left, inactive) = (Testing.Fake.Organisation("ict", "telecom"), Testing.Fake.Organisation("ict", "telecom"));
        await Task.WhenAll(distribution.Hears(left), distribution.Hears(inactive));
        var (flash, standing) = (distribution.Flash(), await distribution.Released(distribution.Flash()));
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "ひみつ件名", "ひみつ本文"));
        foreach (var had in new[] { left, inactive }) (await distribution.Receipt(id, had.OrganisationId, "opened")).EnsureSuccessStatusCode();
        await Task.WhenAll(distribution.Hears(left with { Version = 2, Ceptoars = [] }), distribution.Hears(inactive with { Version = 2, Active = false }));
        Assert.Null(await distribution.Read(id, left.OrganisationId));
        await using var line = await distribution.Line(left.OrganisationId, _ => { });

        (await distribution.Recall(id, "誤報でした")).EnsureSuccessStatusCode();

        var view = (await distribution.Read(id, left.OrganisationId))!.Value;
        Assert.Equal(("recalled", "誤報でした", JsonValueKind.Null), (view.GetProperty("state").GetString(), view.GetProperty("recallReason").GetString(), view.GetProperty("body").ValueKind));
        Assert.DoesNotContain("ひみつ", view.GetRawText(), StringComparison.Ordinal);
        Assert.Equal([id], await distribution.Listed(left.OrganisationId));
        Assert.Equal([id], (await line.CatchUp(0)).Select(h => h.AdvisoryId).Distinct());
        Assert.Equal(HttpStatusCode.OK, (await distribution.Receipt(id, left.OrganisationId, "confirmed")).StatusCode);
        foreach (var path in new[] { "reach", "answers", "questions", "calls", "relay" })
        {
            Assert.Contains((await distribution.Http(Role.Operator, left.OrganisationId).GetAsync($"/api/advisories/{id}/{path}")).StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        }

        Assert.Null(await distribution.Read(standing, left.OrganisationId));
        Assert.Null(await distribution.Read(id, inactive.OrganisationId));
        Assert.Empty(await distribution.Listed(inactive.OrganisationId));
    }

    [Fact]
    public async Task Who_left_before_anything_of_it_came_hears_of_no_recall()
    {
        var left = Testing.Fake.Organisation("ict", "telecom");
        await distribution.Hears(left);
        var id = await distribution.Released(distribution.Flash());
        await distribution.Hears(left with { Version = 2, Ceptoars = [] });
        await using var line = await distribution.Line(left.OrganisationId, _ => { });

        (await distribution.Recall(id, "誤報でした")).EnsureSuccessStatusCode();

        Assert.Null(await distribution.Read(id, left.OrganisationId));
        Assert.Empty(await distribution.Listed(left.OrganisationId));
        Assert.Empty(await line.CatchUp(0));
        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Receipt(id, left.OrganisationId, "confirmed")).StatusCode);
        Assert.DoesNotContain(await distribution.Rows(id), r => r.MailboxId == left.OrganisationId && r.Version == 2);
    }

    [Fact]
    public async Task A_second_recall_is_refused()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Recall(id);

        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Recall(id)).StatusCode);
        Assert.Equal(2, (await distribution.Advisory(id)).Version);
    }

    [Fact]
    public async Task A_recall_needs_a_reason()
    {
        var id = await distribution.Released(distribution.Flash());

        foreach (var reason in new[] { "", "  ", new string('あ', 2001), "a\0b" })
        {
            var answer = await distribution.Recall(id, reason);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("reason", out _));
        }
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Liaison)]
    [InlineData(Role.Auditor)]
    public async Task Who_only_reads_cannot_recall(string role)
    {
        var id = await distribution.Released(distribution.Flash());

        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Recall(id, organisation: Reader, role: role)).StatusCode);
        Assert.Equal("released", (await distribution.Advisory(id)).State);
    }

    [Fact]
    public async Task A_withdrawn_source_that_stood_alone_recalls_its_advisory()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);

        await distribution.Hears(new SourceWithdrawn { SourceId = flash.SourceId });
        await distribution.Hears(new SourceWithdrawn { SourceId = flash.SourceId });

        var view = (await distribution.Read(id, Reader))!.Value;
        Assert.Equal(("recalled", 2), (view.GetProperty("state").GetString(), view.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Without_a_withdrawn_source_its_advisory_goes_on()
    {
        var attacker = DistributionFixture.Address();
        var (stays, goes) = (distribution.Flash(indicators: attacker), distribution.Flash(indicators: [attacker, DistributionFixture.Address("198.51.100.99")]));
        var id = await distribution.Released(stays);
        await distribution.Hears(goes);
        await distribution.Hears(DistributionFixture.Narrative(goes, body: "取り下げられる本文"));

        await distribution.Hears(new SourceWithdrawn { SourceId = goes.SourceId });

        var view = (await distribution.Read(id, Reader))!.Value;
        Assert.Equal(("released", 1, 4), (view.GetProperty("state").GetString(), view.GetProperty("reports").GetInt32(), view.GetProperty("version").GetInt32()));
        Assert.DoesNotContain("取り下げられる本文", view.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("198.51.100.99", view.GetRawText(), StringComparison.Ordinal);
        // nor does a further report join by what only the withdrawn one had said
        Assert.NotEqual(id, await distribution.Released(distribution.Flash(indicators: DistributionFixture.Address("198.51.100.99"))));
    }

    [Fact]
    public async Task What_comes_late_of_a_withdrawn_source_is_ignored()
    {
        var flash = distribution.Flash();
        await distribution.Hears(new SourceWithdrawn { SourceId = flash.SourceId });

        await distribution.Hears(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash));

        Assert.Null(await distribution.AdvisoryOf(flash.SourceId));
        Assert.True(await distribution.Db<DistributionDb, bool>(db => db.Sources.AnyAsync(s => s.SourceId == flash.SourceId && s.Withdrawn && s.Flash == null)));
    }

    [Fact]
    public async Task A_withdrawn_source_leaves_no_trace_of_its_content()
    {
        var flash = distribution.Flash(indicators: DistributionFixture.Address("198.51.100.123"));
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, body: "消えるべき本文"));

        await distribution.Hears(new SourceWithdrawn { SourceId = flash.SourceId });

        var stored = JsonSerializer.Serialize(await distribution.Advisory(id));
        Assert.DoesNotContain("198.51.100.123", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(JsonSerializer.Serialize("消えるべき本文").Trim('"'), stored, StringComparison.Ordinal);
        Assert.False(await distribution.Db<DistributionDb, bool>(db => db.Indicators.AnyAsync(i => i.Value == "198.51.100.123")));
    }
}
