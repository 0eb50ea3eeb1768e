using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Escalation;

/// <summary>A channel is switched off and on again, and its health is told in counts.</summary>
public class ChannelTests(EscalationFixture distribution) : IClassFixture<EscalationFixture>
{
    static readonly TimeSpan Wait = EscalationFixture.Urgent;

    [Fact]
    public async Task A_channel_that_is_off_is_passed_over_and_the_plan_goes_on()
    {
        var member = distribution.Directory.Telecom[0].OrganisationId;
        await distribution.Knows((member, distribution.Sheet()));
        await Switch("mail", on: false);
        var id = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);

        await distribution.Pass(Wait);
        Assert.Equal(["reminder reminded", "onDuty channelOff", "deputy channelOff", "channel channelOff", "channel posted"], await distribution.Steps(id, member));
        await Switch("mail", on: true);
        var later = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);
        await distribution.Pass(Wait);

        Assert.Equal(["reminder reminded", "onDuty posted"], await distribution.Steps(later, member));
        await distribution.Published<AuditRecorded>(m => m is { Action: "channel.switched", Item: "channel/mail", Detail: "on=false" });
        await distribution.Published<AuditRecorded>(m => m is { Action: "channel.switched", Item: "channel/mail", Detail: "on=true" });
    }

    [Fact]
    public async Task The_hub_itself_stays_on_and_an_unknown_channel_is_not_there()
    {
        Assert.Equal(HttpStatusCode.Conflict, (await Put("hub", new { on = false, reason = "訓練" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put("pigeon", new { on = false, reason = "訓練" })).StatusCode);
        foreach (var (body, field) in new (object, string)[] { (new { on = false }, "reason"), (new { on = false, reason = "" }, "reason"), (new { reason = "訓練" }, "on"), (new { on = false, reason = new string('あ', 2_001) }, "reason") })
        {
            var answer = await Put("fax", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
        }
    }

    [Fact]
    public async Task Every_channel_tells_how_it_stands()
    {
        var (id, now) = (await distribution.Released(distribution.Flash()), distribution.Clock.GetUtcNow());
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into dispatch (advisory_id, version, mailbox_id, channel, purpose, contact, state, code, posted_at, due_at, ended_at) values
              ({id}, 1, gen_random_uuid(), 'telephone', 'escalation', 'channel:2', 'waiting', null, {now.AddMinutes(-9)}, {now}, null),
              ({id}, 1, gen_random_uuid(), 'telephone', 'escalation', 'channel:2', 'waiting', null, {now.AddMinutes(-3)}, {now}, null),
              ({id}, 1, gen_random_uuid(), 'telephone', 'escalation', 'channel:2', 'sent', 200, {now}, {now}, {now.AddMinutes(-30)}),
              ({id}, 1, gen_random_uuid(), 'telephone', 'escalation', 'channel:2', 'sent', 200, {now}, {now}, {now.AddMinutes(-90)}),
              ({id}, 1, gen_random_uuid(), 'telephone', 'escalation', 'channel:2', 'givenUp', 503, {now}, {now}, {now.AddMinutes(-10)}),
              ({id}, 1, gen_random_uuid(), 'telephone', 'escalation', 'channel:2', 'dropped', null, {now}, {now}, {now.AddMinutes(-20)})
            """));
        await Switch("telephone", on: false, "局舎の停電");

        var channels = (await distribution.Http(Role.Secretariat, distribution.Directory.TelecomSecretariat.OrganisationId).GetFromJsonAsync<JsonElement>("/api/channels")).GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal(ChannelSwitch.Channels, channels.Select(c => c.GetProperty("channel").GetString()));
        var telephone = channels.Single(c => c.GetProperty("channel").GetString() == "telephone");
        Assert.Equal((false, "局舎の停電", true, 2, 1, 1, 503), (telephone.GetProperty("on").GetBoolean(), telephone.GetProperty("reason").GetString(), telephone.GetProperty("sender").GetBoolean(),
            telephone.GetProperty("waiting").GetInt32(), telephone.GetProperty("sentLastHour").GetInt32(), telephone.GetProperty("failedLastHour").GetInt32(), telephone.GetProperty("lastCode").GetInt32()));
        Assert.Equal(9, Math.Round((now - telephone.GetProperty("oldestWaiting").GetDateTimeOffset()).TotalMinutes));
        Assert.Equal(30, Math.Round((now - telephone.GetProperty("lastSentAt").GetDateTimeOffset()).TotalMinutes));
        Assert.Equal((true, JsonValueKind.Null), (channels[0].GetProperty("on").GetBoolean(), channels[0].GetProperty("since").ValueKind));
        await Switch("telephone", on: true);
    }

    [Fact]
    public async Task Switching_twice_changes_nothing_and_of_switches_at_once_one_counts()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Switch("satellite", on: false)));

        Assert.Equal(1, await distribution.Db<DistributionDb, int>(db => db.ChannelSwitches.CountAsync(s => s.Channel == "satellite")));
        Assert.Equal(["satellite"], (await distribution.With<ChannelSwitches, IReadOnlySet<string>>(s => s.Off(CancellationToken.None))).Where(c => c == "satellite"));
    }

    async Task Switch(string channel, bool on, string reason = "訓練") => Assert.Equal(HttpStatusCode.OK, (await Put(channel, new { on, reason })).StatusCode);

    Task<HttpResponseMessage> Put(string channel, object body) => distribution.Http(Role.Approver, distribution.Directory.Centre.OrganisationId).PutAsJsonAsync($"/api/channels/{channel}", body);
}
