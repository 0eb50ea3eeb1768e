using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Drills;

/// <summary>The mock advisory of a drill goes the way of every advisory, to those who take part and nobody else, and says everywhere what it is.</summary>
public class DrillReleaseTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    Guid Member(int n) => Small.Telecom[n].OrganisationId;

    [Fact]
    public async Task Goes_down_by_the_bodies_to_the_members_that_take_part()
    {
        var id = await distribution.Drilled();
        Assert.Equal([Small.TelecomMinistry.OrganisationId], await Reached(id));

        await distribution.Relayed(id);

        Assert.Equal(distribution.Agreed.Where(o => o != Small.Centre.OrganisationId).Order(), await Reached(id));
        Assert.Equal(5, (await distribution.Advisory(id)).Recipients);
        Assert.NotNull(await distribution.Read(id, Member(0)));
        Assert.NotNull(await distribution.Read(id, Small.Centre.OrganisationId, Role.Analyst));
        foreach (var outside in distribution.Everyone.Except(distribution.Agreed)) Assert.Null(await distribution.Read(id, outside));
    }

    [Fact]
    public async Task Says_what_it_is_under_a_number_of_its_own_and_leaves_no_hole_in_the_live_series()
    {
        var before = await distribution.Advisory(await distribution.Written());
        var id = await distribution.Drilled();
        var after = await distribution.Advisory(await distribution.Written());

        var view = (await distribution.Read(id, Small.TelecomMinistry.OrganisationId, Role.Liaison))!.Value;
        Assert.Matches("^AT-2[0-9]{3}-[0-9]{6}$", view.GetProperty("number").GetString()!);
        Assert.Equal((true, Small.Centre.Name, "alert", "GREEN"), (view.GetProperty("drill").GetBoolean(), view.GetProperty("issuer").GetString(), view.GetProperty("kind").GetString(), view.GetProperty("tlp").GetString()));
        Assert.Equal(int.Parse(before.Number[^6..]) + 1, int.Parse(after.Number[^6..]));
        Assert.True((await distribution.Published<AdvisoryReleased>(m => m.AdvisoryId == id)).Drill);
        Assert.NotNull(await distribution.Get($"/api/advisories/{id}/signature", Small.TelecomMinistry.OrganisationId, Role.Liaison));
    }

    [Theory]
    [InlineData("通信障害")]
    [InlineData("【訓練】通信障害")]
    public async Task The_mark_stands_first_in_every_rendition_and_once(string title)
    {
        var id = await distribution.Drilled(m => m with { TitleJa = title, TitleEn = title });
        var ministry = Small.TelecomMinistry.OrganisationId;
        var number = (await distribution.Advisory(id)).Number;
        const string marked = "【訓練】通信障害";

        Assert.Equal((marked, "[DRILL] 通信障害"), (Title((await distribution.Read(id, ministry, Role.Liaison))!.Value), Title((await distribution.Read(id, ministry, Role.Liaison, "en"))!.Value)));
        Assert.Equal(marked, Title((await distribution.Get("/api/advisories", ministry, Role.Liaison))!.Value.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetGuid() == id)));
        Assert.Equal(marked, Title((await distribution.Get("/api/relays", ministry, Role.Liaison))!.Value.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("advisoryId").GetGuid() == id)));
        var texts = new[]
        {
            await Text($"/api/advisories/{id}", "text/plain"), await Text($"/api/advisories/{id}", "text/html"), await Text($"/light/advisories/{id}", "text/html"), await Text($"/api/advisories/{id}/sheet", "text/html"), await Text("/light", "text/html"),
        };
        Assert.All(texts[..3], t => Assert.Contains($"【訓練】{number} 第 1 版 通信障害", t, StringComparison.Ordinal));
        Assert.Contains($"<title>【訓練】{number}</title>", texts[3], StringComparison.Ordinal);
        Assert.Contains($"<h2>{marked}</h2>", texts[3], StringComparison.Ordinal);
        Assert.Contains($"{number} {marked}</a>", texts[4], StringComparison.Ordinal);
        Assert.All(texts, t => Assert.DoesNotContain("【訓練】【訓練】", t.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.StartsWith("【訓練】組織", (await Text($"/api/advisories/{id}/calls?format=csv", "text/csv", Role.Analyst, Small.Centre.OrganisationId)).TrimStart('﻿'), StringComparison.Ordinal);
        foreach (var board in new[] { "reach", "calls", "escalation" }) Assert.True((await distribution.Get($"/api/advisories/{id}/{board}", Small.Centre.OrganisationId, Role.Analyst))!.Value.GetProperty("drill").GetBoolean(), board);
    }

    [Fact]
    public async Task Hearing_it_twice_or_before_it_is_known_who_takes_part_changes_nothing()
    {
        var id = Guid.NewGuid();

        await distribution.Hears(distribution.Mock(id));
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed));
        await distribution.Hears(distribution.Mock(id, participants: [.. distribution.Everyone], title: "ほかの件名"));

        var advisory = await distribution.Advisory(id);
        Assert.Equal((1, "通信障害の発生について"), (advisory.Version, advisory.Content.TitleJa));
        Assert.Equal(distribution.Agreed.Order(), advisory.Participants);
        Assert.Single(await distribution.Rows(id));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("stopped")]
    public async Task Nothing_goes_out_of_a_drill_that_has_ended(string state)
    {
        var id = Guid.NewGuid();
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, state, version: 3));

        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, version: 2));
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, version: 4));
        await distribution.Hears(distribution.Mock(id));

        Assert.False(await IsOut(id));
    }

    [Theory]
    [InlineData(Tlp.Red)]
    [InlineData(Tlp.AmberStrict)]
    [InlineData((Tlp)7)]
    public async Task Under_a_label_that_no_drill_has_nothing_goes_out(Tlp tlp)
    {
        var id = Guid.NewGuid();
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed));

        await distribution.Hears(distribution.Mock(id, tlp: tlp));

        Assert.False(await IsOut(id));
    }

    [Fact]
    public async Task One_whose_CEPTOAR_is_not_known_is_not_dropped_in_silence()
    {
        var id = Guid.NewGuid();

        await Assert.ThrowsAnyAsync<Exception>(() => distribution.Hears(distribution.Mock(id) with { Ceptoar = "nowhere" }));

        Assert.False(await IsOut(id));
    }

    [Fact]
    public async Task Without_liaison_it_begins_at_the_secretariat()
    {
        var id = await distribution.Drilled(m => m with { WithoutLiaison = true });

        Assert.Equal([Small.TelecomSecretariat.OrganisationId], await Reached(id));
        Assert.Null(await distribution.Read(id, Small.TelecomMinistry.OrganisationId, Role.Liaison));
    }

    [Fact]
    public async Task An_organisation_that_left_between_gets_nothing_and_sees_nothing()
    {
        var leaver = Testing.Fake.Organisation("ict", "telecom");
        await distribution.Hears(leaver);
        var id = await distribution.Drilled(participants: [.. distribution.Agreed, leaver.OrganisationId]);
        await distribution.Hears(leaver with { Version = 2, Active = false });

        await distribution.Relayed(id);

        Assert.Equal(5, (await Reached(id)).Length);
        Assert.Null(await distribution.Read(id, leaver.OrganisationId));
    }

    [Fact]
    public async Task Who_agreed_after_it_began_is_not_in_it()
    {
        var id = await distribution.Drilled();
        await distribution.Relayed(id);

        await distribution.Hears(DistributionFixture.Drill(id, [.. distribution.Agreed, Member(4)], version: 2));

        Assert.Null(await distribution.Read(id, Member(4)));
    }

    [Fact]
    public async Task A_body_cannot_hand_it_to_who_does_not_take_part()
    {
        var id = await distribution.Drilled(m => m with { WithoutLiaison = true });

        var answer = await distribution.Http(Role.Secretariat, Small.TelecomSecretariat.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/relay", new { members = new[] { Member(0), Member(5) } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["members[1]"], (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Single(await Reached(id));
    }

    [Fact]
    public async Task It_cannot_be_corrected_by_hand()
    {
        var id = await distribution.Drilled();

        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(Role.Analyst, Small.Centre.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/versions", DistributionFixture.Correction())).StatusCode);
    }

    async Task<Guid[]> Reached(Guid id) => [.. (await distribution.Rows(id)).Select(r => r.MailboxId).Order()];

    Task<bool> IsOut(Guid id) => distribution.Db<DistributionDb, bool>(db => db.Advisories.AnyAsync(a => a.Id == id));

    static string? Title(JsonElement item) => item.GetProperty("title").GetString();

    async Task<string> Text(string path, string accept, string role = Role.Liaison, Guid? organisation = null)
    {
        var http = distribution.Http(role, organisation ?? Small.TelecomMinistry.OrganisationId);
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);
        return await http.GetStringAsync(path);
    }
}
