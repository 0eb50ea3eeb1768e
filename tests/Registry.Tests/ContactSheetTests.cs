using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;

namespace Ceptoar.Registry.Tests;

/// <summary>What Distribution learns of an organisation's contacts, and when.</summary>
public class ContactSheetTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_new_organisation_has_the_channels_of_its_ceptoars_without_addresses()
    {
        var id = await registry.Operator("telecom", "gas");

        var said = Assert.Single(await registry.SheetsSaid(id));
        Assert.Equal(1, said.Version);
        var sheet = await registry.Sheet(id);
        Assert.Equal(["1 hub", "2 mail", "3 telephone", "4 mobile", "5 fax"], sheet.Channels.Select(c => $"{c.Position} {c.Channel}"));
        Assert.All(sheet.Channels, c => Assert.Null(c.Address));
        Assert.Equal((null, null, null), (sheet.Desk, sheet.Executive, sheet.Webhook));
        Assert.Empty(sheet.People);
        Assert.Empty(sheet.Turns);
    }

    [Fact]
    public async Task Bodies_that_every_hub_has_are_said_in_a_page()
    {
        var gas = CeptoarTable.Find("gas")!.SecretariatId;

        Assert.Contains(await registry.AllPublished<ContactsPage>(), page => page.Organisations.Any(o => o.OrganisationId == gas));
    }

    [Fact]
    public async Task Whatever_changes_of_its_contacts_is_said_with_the_next_version()
    {
        var id = await registry.Operator("gas");
        var person = await Newcomer.Accepted(registry, id, Role.Operator);
        var (manager, path, now) = (registry.Http(Role.Manager, id), $"/api/organisations/{id}", registry.Clock.GetUtcNow());

        await Says(() => registry.SetChannels(id), s => Assert.Equal(["hub//", "mail/soc@minato.example/監視室", "sms/090-5555-1234/"], s.Channels.Select(c => $"{c.Channel}/{c.Address}/{c.Holder}")));
        await Says(() => registry.SetDesk(id), s => Assert.Equal(new ContactDesk("港の窓口", "03-5555-0100", "desk@minato.example"), s.Desk));
        await Says(() => registry.SetExecutive(id), s => Assert.Equal(new ContactExecutive("重役 一郎", "ciso@minato.example", "03-5555-0199", "high"), s.Executive));
        await Says(() => registry.Of(id).Post($"{path}/channels/2/test", new { result = "bounced" }), s => Assert.Equal([false, true, false], s.Channels.Select(c => c.Bouncing)));
        await Says(() => registry.Of(id).Post($"{path}/channels/2/test", new { result = "reached" }), s => Assert.DoesNotContain(s.Channels, c => c.Bouncing));
        await Says(() => manager.Put($"{path}/roster", new { entries = new[] { new { personId = person.Id, kind = "duty", from = now, until = now.AddDays(1) } } }), s => Assert.Equal(("duty", person.Id), (s.Turns.Single().Kind, s.Turns.Single().PersonId)));
        await Says(() => manager.Put($"{path}/roster", new { entries = Array.Empty<object>() }), s => Assert.Empty(s.Turns));
        await Says(() => manager.Put($"{path}/webhook", new { url = "https://hooks.minato.example/in" }), s => Assert.Equal("https://hooks.minato.example/in", s.Webhook?.Url));
        await Says(() => manager.DeleteAsync($"{path}/webhook"), s => Assert.Null(s.Webhook));

        async Task Says(Func<Task> change, Action<ContactSheet> look)
        {
            var before = (await registry.SheetsSaid(id))[^1].Version;
            await change();
            Assert.Equal(before + 1, (await registry.SheetsSaid(id))[^1].Version);
            look(await registry.Sheet(id));
        }
    }

    [Fact]
    public async Task A_person_stands_on_the_sheet_from_the_first_sign_in_until_it_goes()
    {
        var id = await registry.Operator("gas");
        var person = await Newcomer.Invited(registry, id, Role.Operator);
        Assert.Single(await registry.SheetsSaid(id));

        await person.Accept(await person.Link("invitation"));
        Assert.Equal(new ContactPerson(person.Id, person.Name, person.Email), Assert.Single((await registry.Sheet(id)).People));
        Assert.Equal(2, (await registry.SheetsSaid(id)).Length);

        await person.SignedIn();
        Assert.Equal(2, (await registry.SheetsSaid(id)).Length);

        await Change("港 花子", active: true);
        Assert.Equal("港 花子", Assert.Single((await registry.Sheet(id)).People).Name);
        await Change("港 花子", active: false);
        Assert.Empty((await registry.Sheet(id)).People);
        await Change("港 花子", active: true);
        Assert.Single((await registry.Sheet(id)).People);
        await registry.Administrator.DeleteAsync($"/api/people/{person.Id}");
        Assert.Empty((await registry.Sheet(id)).People);

        Task Change(string name, bool active) => registry.Administrator.Put($"/api/people/{person.Id}", new { name, roles = new[] { Role.Operator }, active });
    }

    [Fact]
    public async Task A_ceptoar_that_it_joins_brings_its_channels()
    {
        var id = await registry.Operator("telecom");
        var name = (await registry.Stored(id)).Name;

        await registry.Administrator.Put($"/api/organisations/{id}", new { name, kind = "operator", ceptoars = new[] { "telecom", "medical" }, active = true });
        Assert.Contains("satellite", (await registry.Sheet(id)).Channels.Select(c => c.Channel));

        await registry.Administrator.Put($"/api/organisations/{id}", new { name, kind = "operator", ceptoars = new[] { "telecom", "medical" }, size = "large", active = true });
        Assert.Equal(2, (await registry.SheetsSaid(id)).Length);
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_nothing()
    {
        var id = await registry.Operator("gas");

        await Task.WhenAll(registry.SetDesk(id), registry.SetExecutive(id), registry.SetChannels(id), registry.SetDesk(id), registry.SetExecutive(id));

        var sheet = await registry.Sheet(id);
        Assert.Equal(("港の窓口", "重役 一郎", "soc@minato.example"), (sheet.Desk?.Name, sheet.Executive?.Name, sheet.Channels[1].Address));
    }

    [Fact]
    public async Task What_is_refused_says_nothing()
    {
        var id = await registry.Operator("gas");

        await registry.Of(id).PutAsJsonAsync($"/api/organisations/{id}/channels", new { channels = Array.Empty<object>() });
        await registry.Of(await registry.Operator("gas")).PutAsJsonAsync($"/api/organisations/{id}/channels", new { channels = new object[] { new { channel = "hub" } } });

        Assert.Single(await registry.SheetsSaid(id));
    }

    [Fact]
    public async Task Many_that_are_imported_come_in_pages()
    {
        var single = (await registry.AllPublished<ContactsChanged>()).Count;
        var csv = new StringBuilder("name,kind,ceptoars\n");
        for (var i = 0; i < 250; i++) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"渚第{i}瓦斯,operator,gas\n");
        var before = await Sheets();

        await registry.Administrator.Import(csv.ToString());

        Assert.Equal(before + 250, await Sheets());
        Assert.Equal(single, (await registry.AllPublished<ContactsChanged>()).Count);

        async Task<int> Sheets() => (await registry.AllPublished<ContactsPage>()).Sum(p => p.Organisations.Length);
    }

    [Fact]
    public async Task No_address_or_name_of_a_contact_goes_over_the_bus_unsealed()
    {
        var id = await registry.Operator("gas");
        var person = await Newcomer.Accepted(registry, id, Role.Manager);
        await registry.SetChannels(id);
        await registry.SetDesk(id);
        await registry.SetExecutive(id);
        var webhook = await registry.Of(id).Put($"/api/organisations/{id}/webhook", new { url = "https://hooks.minato.example/in?token=0815" });
        await registry.Hears(new Ceptoar.Contracts.Distribution.ContactBounced { OrganisationId = id, Channel = "mail", Address = registry.Contacts.Seal("soc@minato.example"), At = registry.Clock.GetUtcNow() });
        await registry.Hears(new DirectoryWanted { Service = "distribution", Organisations = 0, OrganisationVersions = 0, Groups = 0, GroupVersions = 0, Contacts = 0, ContactVersions = 0 });

        var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var messages = (await registry.AllPublished<object>()).Select(m => JsonSerializer.Serialize(m, m.GetType(), options)).ToArray();

        Assert.Contains(messages, m => m.Contains(id.ToString(), StringComparison.Ordinal));
        string[] secrets = ["minato.example", "5555", "窓口", "重役", "監視室", person.Name, person.Email, webhook.GetProperty("secret").GetString()!, "0815"];
        Assert.All(secrets, secret => Assert.DoesNotContain(messages, m => m.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
