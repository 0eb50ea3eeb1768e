using System.Net;
using System.Net.Http.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class ChannelTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    static readonly object[] Plan =
    [
        new { channel = "hub" }, new { channel = "mail", contact = "soc@minato.example", holder = "監視室" }, new { channel = "telephone", contact = "03-5555-1234", holder = "港 太郎" },
        new { channel = "web", contact = "https://status.minato.example/", holder = (string?)null },
    ];

    [Fact]
    public void Every_ceptoar_has_the_hub_first_and_a_second_way()
    {
        Assert.All(CeptoarTable.All, c => Assert.Equal([Channel.Hub, Channel.Mail, Channel.Telephone], ChannelTable.Of(c.Code).Take(3)));
        Assert.All(CeptoarTable.All, c => Assert.Subset(Channel.All.ToHashSet(), ChannelTable.Of(c.Code).ToHashSet()));
        Assert.Equal((6, 4, 4, 2, 1), (Count(Channel.Fax), Count(Channel.Web), Count(Channel.Mobile), Count(Channel.Satellite), Count(Channel.Conference)));

        static int Count(string channel) => CeptoarTable.All.Count(c => ChannelTable.Of(c.Code).Contains(channel));
    }

    [Fact]
    public async Task A_ceptoar_tells_its_channels_to_everyone()
    {
        var items = (await registry.Of(await registry.Operator("gas")).Get("/api/ceptoars/water/channels")).Items();

        Assert.Equal(["hub", "mail", "telephone", "mobile", "satellite", "fax"], items.Select(i => i.GetProperty("channel").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Administrator.GetAsync("/api/ceptoars/moon/channels")).StatusCode);
    }

    [Fact]
    public async Task Without_a_plan_of_its_own_it_has_that_of_its_ceptoars()
    {
        var id = await registry.Operator("telecom", "gas");

        var plan = await registry.Of(id).Get($"/api/organisations/{id}/channels");

        Assert.Equal("ceptoar", plan.GetProperty("source").GetString());
        Assert.Equal(["hub", "mail", "telephone", "mobile", "fax"], plan.Items().Select(i => i.GetProperty("channel").GetString()));
    }

    [Fact]
    public async Task Those_who_keep_its_contacts_set_them_and_others_do_not_find_it()
    {
        var id = await registry.Operator("gas");
        var path = $"/api/organisations/{id}/channels";
        foreach (var keeper in new[] { registry.Of(id), registry.Of(id, Role.Manager), registry.SecretariatOf("gas"), registry.Administrator })
        {
            Assert.Equal("organisation", (await keeper.Put(path, new { channels = Plan })).GetProperty("source").GetString());
        }

        foreach (var other in new[] { registry.Of(await registry.Operator("gas")), registry.SecretariatOf("water"), registry.Http(Role.Liaison, MinistryTable.All[3].Id), registry.Http(Role.Analyst, Seeding.WellKnownId.Centre) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsJsonAsync(path, new { channels = Plan })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"{path}/2/test", new { result = "reached" })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await registry.Of(await registry.Operator("gas")).GetAsync(path)).StatusCode);
        Assert.Equal(["channels", "registered"], (await registry.Of(id).Get($"/api/organisations/{id}/history")).Items().Select(e => e.GetProperty("field").GetString()).Take(2));
    }

    [Fact]
    public async Task A_secretariat_keeps_its_own_contacts_too()
    {
        var id = CeptoarTable.Find("gas")!.SecretariatId;

        Assert.Equal("organisation", (await registry.SecretariatOf("gas").Put($"/api/organisations/{id}/channels", new { channels = Plan })).GetProperty("source").GetString());
    }

    [Fact]
    public async Task Names_each_contact_that_is_wrong()
    {
        object[] channels =
        [
            new { channel = "mail", contact = "soc@minato.example" }, new { channel = "hub", contact = "x" }, new { channel = "pigeon", contact = "coop" }, new { channel = "mail", contact = "soc at minato" },
            new { channel = "telephone", contact = "call me" }, new { channel = "web", contact = "javascript:alert(1)" }, new { channel = "fax" }, new { channel = "conference", contact = "部屋\n3" },
        ];

        var fields = await (await registry.Administrator.PutAsJsonAsync($"/api/organisations/{Guid.NewGuid()}/channels", new { channels })).Fields();

        Assert.Equal(
            ["channels", "channels[1]", "channels[1].contact", "channels[2].channel", "channels[3].contact", "channels[4].contact", "channels[5].contact", "channels[6].contact", "channels[7].contact"],
            fields.Order(StringComparer.Ordinal));
        Assert.Equal(["channels"], await (await registry.Administrator.PutAsJsonAsync($"/api/organisations/{Guid.NewGuid()}/channels", new { channels = Array.Empty<object>() })).Fields());
        Assert.Equal(["channels[1]"], await (await registry.Administrator.PutAsJsonAsync($"/api/organisations/{Guid.NewGuid()}/channels", new { channels = new object?[] { new { channel = "hub" }, null } })).Fields());
    }

    [Fact]
    public async Task A_trial_is_kept_with_the_contact_it_was_of()
    {
        var id = await registry.Operator("gas");
        var path = $"/api/organisations/{id}/channels";
        await registry.Of(id).Put(path, new { channels = Plan });

        var tested = (await registry.SecretariatOf("gas").Post($"{path}/2/test", new { result = "bounced" })).Items()[1];
        Assert.Equal(("bounced", true), (tested.GetProperty("testResult").GetString(), tested.GetProperty("bouncing").GetBoolean()));
        await registry.Of(id).Post($"{path}/3/test", new { result = "reached" });

        var after = (await registry.Of(id).Put(path, new { channels = new[] { Plan[0], Plan[2], new { channel = "mail", contact = "new@minato.example", holder = "監視室" } } })).Items();
        Assert.Equal([null, "reached", null], after.Select(c => c.GetProperty("testResult").GetString()));
        Assert.False(after[2].GetProperty("bouncing").GetBoolean());
    }

    [Fact]
    public async Task Only_what_is_in_the_plan_is_tested_and_only_with_a_known_result()
    {
        var id = await registry.Operator("gas");
        await registry.Of(id).Put($"/api/organisations/{id}/channels", new { channels = Plan });

        Assert.Equal(["result"], await (await registry.Of(id).PostAsJsonAsync($"/api/organisations/{id}/channels/2/test", new { result = "fine" })).Fields());
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Of(id).PostAsJsonAsync($"/api/organisations/{id}/channels/9/test", new { result = "reached" })).StatusCode);
    }

    [Fact]
    public async Task No_contact_stands_readable_in_the_database()
    {
        var id = await registry.Operator("gas");
        await registry.Of(id).Put($"/api/organisations/{id}/channels", new { channels = Plan });

        var rows = await registry.Db<RegistryDb, List<string>>(db => db.Database.SqlQuery<string>($"select c::text from organisation_channel c where organisation_id = {id} union all select h::text from history_entry h where organisation_id = {id}").ToListAsync());

        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.DoesNotMatch("minato|5555|港", row));
    }
}
