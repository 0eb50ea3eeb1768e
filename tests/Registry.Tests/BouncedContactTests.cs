using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

/// <summary>What Registry makes of a mail that came back.</summary>
public class BouncedContactTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Theory]
    [InlineData("mail", "soc@minato.example", "channel:2", "mailBouncing")]
    [InlineData("mail", "SOC@Minato.Example", "channel:2", "mailBouncing")]
    [InlineData("sms", "090-5555-1234", "channel:3", "channelBouncing")]
    [InlineData("mail", "desk@minato.example", "desk", "deskBouncing")]
    [InlineData("mail", "ciso@minato.example", "executive", "executiveBouncing")]
    [InlineData("mail", "nobody@minato.example", "", "")]
    [InlineData("sms", "soc@minato.example", "", "")]
    public async Task Marks_whatever_has_the_address_and_the_lint_tells_which(string channel, string address, string bouncing, string code)
    {
        var id = await Organisation();

        await registry.Hears(Bounced(id, address, channel));

        var row = await Lint(id);
        Assert.Equal(bouncing, string.Join(' ', row.Texts("bouncing")));
        Assert.Equal(code, string.Join(' ', row.Texts("codes").Where(c => c.EndsWith("Bouncing", StringComparison.Ordinal))));
        Assert.Equal(bouncing.StartsWith("channel:", StringComparison.Ordinal) ? 1 : 0, (await registry.Sheet(id)).Channels.Count(c => c.Bouncing));
    }

    [Fact]
    public async Task One_address_of_several_contacts_marks_them_all_a_person_among_them()
    {
        var id = await Organisation();
        var person = await Newcomer.Accepted(registry, id, Role.Operator);
        await registry.SetChannels(id, person.Email);
        await registry.SetDesk(id, person.Email);

        await registry.Hears(Bounced(id, person.Email));
        Assert.Equal(["channel:2", "desk", $"person:{person.Id}"], (await Lint(id)).Texts("bouncing"));
        Assert.Contains("personBouncing", (await Lint(id)).Texts("codes"));

        await registry.Administrator.DeleteAsync($"/api/people/{person.Id}");
        Assert.Equal(["channel:2", "desk"], (await Lint(id)).Texts("bouncing"));
    }

    [Fact]
    public async Task The_organisation_is_asked_to_confirm_its_entries_once()
    {
        var id = await Organisation();
        var manager = await Newcomer.Accepted(registry, id, Role.Manager);

        await registry.Hears(Bounced(id, "soc@minato.example"));
        await registry.Hears(Bounced(id, "desk@minato.example"));

        var task = Assert.Single((await registry.Of(id).Get($"/api/organisations/{id}/attestation")).GetProperty("open").EnumerateArray());
        Assert.Equal(("requested", TimeSpan.FromDays(30)), (task.GetProperty("reason").GetString(), task.GetProperty("due").GetDateTimeOffset() - task.GetProperty("openedAt").GetDateTimeOffset()));
        Assert.DoesNotContain("minato", task.GetProperty("note").GetString(), StringComparison.Ordinal);
        await RegistryFixture.MailTo(manager.Email, "Please sign in to CeptoarHub and confirm");
        var history = (await registry.Of(id).Get($"/api/organisations/{id}/history?after=0")).Items().Where(e => e.GetProperty("by").GetString() == "hub").ToArray();
        Assert.Equal(["contactBounced channel:2", "attestationRequested ", "contactBounced desk"], history.Select(e => $"{e.GetProperty("field").GetString()} {e.GetProperty("to").GetString()}"));
    }

    [Fact]
    public async Task Hearing_it_again_or_late_changes_nothing()
    {
        var id = await Organisation();
        var bounced = Bounced(id, "soc@minato.example");
        await registry.Hears(bounced);
        var said = (await registry.SheetsSaid(id)).Length;

        await registry.Hears(bounced);
        Assert.Equal(said, (await registry.SheetsSaid(id)).Length);

        await registry.Of(id).Post($"/api/organisations/{id}/channels/2/test", new { result = "reached" });
        await registry.Hears(bounced);
        Assert.Empty((await Lint(id)).Texts("bouncing"));

        await registry.Hears(Bounced(id, "soc@minato.example"));
        Assert.Equal(["channel:2"], (await Lint(id)).Texts("bouncing"));
    }

    [Fact]
    public async Task A_later_trial_that_succeeds_clears_it()
    {
        var id = await Organisation();
        var newcomer = await Newcomer.Accepted(registry, id, Role.Operator);
        var person = $"person:{newcomer.Id}";
        foreach (var address in new[] { "desk@minato.example", "ciso@minato.example", newcomer.Email }) await registry.Hears(Bounced(id, address));
        Assert.Equal(["desk", "executive", person], (await Lint(id)).Texts("bouncing"));

        foreach (var contact in new[] { "desk", "executive", person })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await Test(registry.SecretariatOf("gas"), id, contact, "reached")).StatusCode);
            Assert.DoesNotContain(contact, (await Lint(id)).Texts("bouncing"));
        }
    }

    [Fact]
    public async Task A_desk_or_executive_with_another_address_bounces_no_more()
    {
        var id = await Organisation();
        await registry.Hears(Bounced(id, "desk@minato.example"));
        await registry.Hears(Bounced(id, "ciso@minato.example"));

        await registry.SetDesk(id);
        Assert.Equal(["desk", "executive"], (await Lint(id)).Texts("bouncing"));
        await registry.SetDesk(id, "desk2@minato.example");
        await registry.SetExecutive(id, "ciso2@minato.example");
        Assert.Empty((await Lint(id)).Texts("bouncing"));
    }

    [Fact]
    public async Task A_trial_names_a_contact_that_is_there()
    {
        var (id, other) = (await Organisation(), await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator));

        Assert.Equal(["contact"], await (await Test(registry.Of(id), id, "chief", "reached")).Fields());
        Assert.Equal(["contact"], await (await Test(registry.Of(id), id, "person:7", "reached")).Fields());
        Assert.Equal(["result"], await (await Test(registry.Of(id), id, "desk", "fine")).Fields());
        Assert.Equal(HttpStatusCode.NotFound, (await Test(registry.Of(id), id, $"person:{other.Id}", "reached")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Test(registry.SecretariatOf("water"), id, "desk", "reached")).StatusCode);
        var bare = await registry.Operator("gas");
        Assert.Equal(HttpStatusCode.NotFound, (await Test(registry.Of(bare), bare, "desk", "reached")).StatusCode);
    }

    [Fact]
    public async Task An_organisation_that_nobody_knows_is_passed_over() => await registry.Hears(Bounced(Guid.NewGuid(), "soc@minato.example"));

    [Fact]
    public async Task Trail_and_history_tell_no_address()
    {
        var id = await Organisation();
        await registry.Hears(Bounced(id, "soc@minato.example"));

        var rows = await registry.Db<RegistryDb, List<string>>(db => db.Database.SqlQuery<string>(
            $"select h::text as \"Value\" from history_entry h where organisation_id = {id} union all select a::text from audit a where item = {"organisation/" + id} union all select t::text from attestation_task t where organisation_id = {id} union all select t::text from contact_trial t").ToListAsync());
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain("minato", row, StringComparison.Ordinal));
    }

    /// <summary>A member of the gas CEPTOAR with channels, desk and executive.</summary>
    async Task<Guid> Organisation()
    {
        var id = await registry.Operator("gas");
        await registry.SetChannels(id);
        await registry.SetDesk(id);
        await registry.SetExecutive(id);
        return id;
    }

    ContactBounced Bounced(Guid organisation, string address, string channel = "mail") =>
        new() { OrganisationId = organisation, Channel = channel, Address = registry.Contacts.Seal(address), Status = "5.1.1", At = registry.Clock.GetUtcNow() };

    async Task<JsonElement> Lint(Guid id) => (await registry.Of(id).Get("/api/directory/lint")).Items().Single();

    static Task<HttpResponseMessage> Test(HttpClient http, Guid id, string contact, string result) => http.PostAsJsonAsync($"/api/organisations/{id}/contacts/test", new { contact, result });
}
