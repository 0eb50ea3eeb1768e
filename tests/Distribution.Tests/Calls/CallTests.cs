using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;

namespace Ceptoar.Distribution.Tests.Calls;

/// <summary>Who relays calls those who are silent, writes down what came of it, and has the hint sent again.</summary>
public class CallTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    HttpClient Secretariat => distribution.Http(Role.Secretariat, Small.TelecomSecretariat.OrganisationId);

    [Fact]
    public async Task A_secretariat_calls_its_silent_members_and_the_call_stands_beside_them()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Receipt(id, Member(0), "confirmed");
        Assert.Equal(Small.Telecom.Skip(1).Select(o => o.OrganisationId).Order(), Ids(await Calls(Secretariat, id), "silent").Order());

        Assert.Equal(HttpStatusCode.Created, (await Called(Secretariat, id, Member(1), reached: false)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Called(Secretariat, id, Member(1), reached: true, comment: "折り返し確認予定")).StatusCode);

        var silent = (await distribution.Get($"/api/advisories/{id}/reach", Small.TelecomSecretariat.OrganisationId, Role.Secretariat))!.Value.GetProperty("silent").EnumerateArray().Single(s => s.GetProperty("organisationId").GetGuid() == Member(1));
        Assert.Equal((true, "telephone", "双葉 一郎"), (silent.GetProperty("lastCall").GetProperty("reached").GetBoolean(), silent.GetProperty("lastCall").GetProperty("channel").GetString(), silent.GetProperty("lastCall").GetProperty("by").GetString()));
        Assert.Equal("queued", silent.GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_history_stays_when_the_member_has_confirmed_and_in_later_versions()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await Called(Secretariat, id, Member(2), reached: true, comment: "確認済みと聞いた");
        await distribution.Receipt(id, Member(2), "confirmed");
        await distribution.Hears(DistributionFixture.Narrative(flash));

        var view = await Calls(Secretariat, id);

        var call = Assert.Single(view.GetProperty("calls").EnumerateArray());
        Assert.Equal((2, 1, Small.Telecom[2].Name, "確認済みと聞いた"), (view.GetProperty("version").GetInt32(), call.GetProperty("version").GetInt32(), call.GetProperty("name").GetString(), call.GetProperty("comment").GetString()));
    }

    [Fact]
    public async Task Nobody_calls_or_sees_calls_to_those_whom_it_may_not_name()
    {
        var id = await distribution.Released(distribution.Flash(audience: [Small.AllCeptoars.GroupId]));
        await Called(distribution.Http(Role.Analyst, Small.Centre.OrganisationId), await ForEveryone(), Member(0), reached: true);
        await Called(Secretariat, id, Member(0), reached: true);
        var aviation = distribution.Http(Role.Secretariat, Small.AviationMinistry.OrganisationId);

        Assert.Empty((await Calls(aviation, id)).GetProperty("calls").EnumerateArray());
        Assert.Equal(Small.Aviation.Select(o => o.OrganisationId).Order(), Ids(await Calls(aviation, id), "silent").Order());
        foreach (var other in new[] { Member(0), Guid.NewGuid() }) Assert.Equal(["organisationId"], await Fields(await Called(aviation, id, other, reached: true)));
        Assert.Equal(["organisations[1]"], await Fields(await Remind(aviation, id, Small.Aviation[0].OrganisationId, Member(0))));
        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(Role.Liaison, Small.TelecomMinistry.OrganisationId).GetAsync($"/api/advisories/{id}/calls")).StatusCode);
    }

    [Fact]
    public async Task A_liaison_calls_the_secretariats_to_which_it_handed_it_down_and_nobody_else()
    {
        var id = await distribution.Written();
        var liaison = distribution.Http(Role.Liaison, Small.TelecomMinistry.OrganisationId);
        Assert.Empty(Ids(await Calls(liaison, id), "silent"));
        Assert.Equal(HttpStatusCode.Conflict, (await Remind(liaison, id)).StatusCode);

        (await liaison.PostAsJsonAsync($"/api/advisories/{id}/relay", new { note = "展開願います" })).EnsureSuccessStatusCode();
        (await Secretariat.PostAsJsonAsync($"/api/advisories/{id}/relay", new { note = "ご確認ください" })).EnsureSuccessStatusCode();

        Assert.Equal([Small.TelecomSecretariat.OrganisationId], Ids(await Calls(liaison, id), "silent"));
        Assert.Equal(HttpStatusCode.Created, (await Called(liaison, id, Small.TelecomSecretariat.OrganisationId, reached: true)).StatusCode);
        Assert.Equal(["organisationId"], await Fields(await Called(liaison, id, Member(0), reached: true)));
    }

    [Fact]
    public async Task What_is_not_filled_in_right_is_told_by_its_field()
    {
        var id = await distribution.Released(distribution.Flash());

        Assert.Equal(["by", "channel", "organisationId", "reached"], (await Fields(await Secretariat.PostAsJsonAsync($"/api/advisories/{id}/calls", new { }))).Order());
        Assert.Equal(["channel"], await Fields(await Secretariat.PostAsJsonAsync($"/api/advisories/{id}/calls", new { organisationId = Member(0), channel = "pigeon", reached = true, by = "双葉" })));
        Assert.Equal(["organisations"], await Fields(await Secretariat.PostAsJsonAsync($"/api/advisories/{id}/reminders", new { organisations = Array.Empty<Guid>() })));
    }

    [Fact]
    public async Task One_press_sends_the_hint_again_to_the_silent_alone_and_not_again_for_five_minutes()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Receipt(id, Member(0), "confirmed");
        var (silent, confirmed) = (new ConcurrentBag<Heard>(), new ConcurrentBag<Heard>());
        await using var one = await distribution.Line(Member(1), silent.Add);
        await using var other = await distribution.Line(Member(0), confirmed.Add);

        var first = await Reminded(await Remind(Secretariat, id));

        Assert.Equal(Small.Telecom.Skip(1).Select(o => o.OrganisationId).Order(), Ids(first, "reminded").Order());
        await DistributionFixture.Until(() => Task.FromResult(silent.Any(h => h.AdvisoryId == id)), "The reminder was not heard.");
        Assert.DoesNotContain(confirmed, h => h.AdvisoryId == id);
        var again = await Reminded(await Remind(Secretariat, id));
        Assert.Empty(Ids(again, "reminded"));
        Assert.Equal(5, Ids(again, "tooSoon").Count);

        distribution.Clock.Advance(TimeSpan.FromMinutes(5));
        await distribution.Receipt(id, Member(1), "confirmed");
        Assert.Equal([Member(2)], Ids(await Reminded(await Remind(Secretariat, id, Member(1), Member(2))), "reminded"));
        Assert.All((await Calls(Secretariat, id)).GetProperty("silent").EnumerateArray(), s => Assert.NotEqual(JsonValueKind.Null, s.GetProperty("remindedAt").ValueKind));
    }

    [Fact]
    public async Task Of_presses_at_once_each_mailbox_is_reminded_by_one()
    {
        var id = await distribution.Released(distribution.Flash());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Remind(Secretariat, id)));

        var reminded = new List<Guid>();
        foreach (var answer in answers) reminded.AddRange(Ids(await Reminded(answer), "reminded"));
        Assert.Equal(Small.Telecom.Select(o => o.OrganisationId).Order(), reminded.Order());
    }

    [Fact]
    public async Task A_client_knows_a_reminder_from_news()
    {
        var id = await distribution.Released(distribution.Flash());
        var press = (await Reminded(await Remind(Secretariat, id, Member(3)))).GetProperty("remindedAt").GetDateTimeOffset();

        var hints = await distribution.With<Hints, IReadOnlyList<Hint>>(async hints =>
            await hints.Reminding((await distribution.Db<DistributionDb, Guid>(db => Task.FromResult(db.Reminders.Single(r => r.AdvisoryId == id).Press))), CancellationToken.None));

        Assert.NotEqual(default, press);
        Assert.Equal((true, id, Member(3)), (Assert.Single(hints).Reminder, hints[0].AdvisoryId, hints[0].Mailbox));
    }

    Guid Member(int n) => Small.Telecom[n].OrganisationId;

    Task<Guid> ForEveryone() => distribution.Released(distribution.Flash(audience: [Small.AllCeptoars.GroupId, Small.CentreGroup.GroupId]));

    static Task<HttpResponseMessage> Called(HttpClient http, Guid id, Guid organisation, bool reached, string? comment = null) =>
        http.PostAsJsonAsync($"/api/advisories/{id}/calls", new { organisationId = organisation, channel = "telephone", reached, by = "双葉 一郎", comment });

    static Task<HttpResponseMessage> Remind(HttpClient http, Guid id, params Guid[] organisations) =>
        http.PostAsJsonAsync($"/api/advisories/{id}/reminders", organisations.Length == 0 ? new { } : new { organisations } as object);

    static async Task<JsonElement> Reminded(HttpResponseMessage answer) => await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();

    static Task<JsonElement> Calls(HttpClient http, Guid id) => http.GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/calls");

    static List<Guid> Ids(JsonElement view, string list) => [.. view.GetProperty(list).EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetGuid() : e.GetProperty("organisationId").GetGuid())];

    static async Task<string[]> Fields(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name)];
    }
}
