using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.People;
using Ceptoar.Registry.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class PeopleTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_new_invitation_makes_the_key_that_an_earlier_link_showed_worthless()
    {
        var newcomer = await Newcomer.Invited(registry, await registry.Operator("telecom"), Role.Operator);
        var first = await newcomer.Link("invitation");
        var shown = (await newcomer.Http().Post("/api/invitations/authenticator", new { token = first })).GetProperty("secret").GetString();

        Assert.Equal(HttpStatusCode.NoContent, (await registry.Administrator.PostAsync($"/api/people/{newcomer.Id}/invitation", null)).StatusCode);

        string second = first;
        await RegistryFixture.Until(async () => (second = await newcomer.Link("invitation")) != first, "No second link came.");
        Assert.NotEqual(shown, (await newcomer.Http().Post("/api/invitations/authenticator", new { token = second })).GetProperty("secret").GetString());
    }

    [Fact]
    public async Task Wrong_passwords_given_to_change_it_are_recorded_and_lock_out()
    {
        var person = await Newcomer.Accepted(registry, await registry.Operator("telecom"), Role.Operator);
        var http = await person.SignedIn();

        for (var i = 0; i < Person.MaxFailures; i++) Assert.False((await http.PutAsJsonAsync("/api/me/password", new { current = "not the password", password = "seven bridges over the river" })).IsSuccessStatusCode);

        var trail = await registry.AllPublished<AuditRecorded>(e => e.Item == $"person/{person.Id}");
        Assert.Equal((Person.MaxFailures, 1), (trail.Count(e => e.Action == "signIn.failed"), trail.Count(e => e.Action == "signIn.lockedOut")));
    }

    [Fact]
    public async Task A_manager_invites_for_the_own_organisation_alone()
    {
        var (own, foreign) = (await registry.Operator("gas"), await registry.Operator("gas"));
        var http = registry.Http(Role.Manager, own);

        Assert.Equal(HttpStatusCode.Created, (await Invite(http, own, Role.Operator, Role.Manager)).StatusCode);
        Assert.Equal(["organisationId"], await (await Invite(http, foreign, Role.Operator)).Fields());
        Assert.Equal(HttpStatusCode.Forbidden, (await Invite(registry.Http(Role.Operator, own), own, Role.Operator)).StatusCode);
    }

    /// <summary>It could sign in as its member and read what the member keeps from it (I10).</summary>
    [Fact]
    public async Task A_secretariat_invites_nobody_into_its_members()
    {
        var (member, secretariat) = (await registry.Operator("gas"), CeptoarTable.Find("gas")!.SecretariatId);

        Assert.Equal(HttpStatusCode.Forbidden, (await Invite(registry.SecretariatOf("gas"), member, Role.Operator)).StatusCode);
        Assert.Equal(["organisationId"], await (await Invite(registry.Http(Role.Manager, secretariat), member, Role.Operator)).Fields());
        Assert.Equal(HttpStatusCode.Created, (await Invite(registry.Http(Role.Manager, secretariat), secretariat, Role.Secretariat)).StatusCode);
    }

    [Fact]
    public async Task Roles_must_fit_and_administrators_are_made_by_administrators()
    {
        var (own, centre) = (await registry.Operator("gas"), registry.Http(Role.Manager, WellKnownId.Centre));

        Assert.Equal(["roles[1]"], await (await Invite(registry.Administrator, own, Role.Operator, Role.Analyst)).Fields());
        Assert.Equal(["roles"], await (await Invite(registry.Administrator, own)).Fields());
        Assert.Equal(["roles[0]"], await (await Invite(centre, WellKnownId.Centre, Role.Administrator)).Fields());
        Assert.Equal(["roles[1]"], await (await Invite(centre, WellKnownId.Centre, Role.Analyst, Role.Auditor)).Fields());
        Assert.Equal(HttpStatusCode.Created, (await Invite(registry.Administrator, WellKnownId.Centre, Role.Administrator)).StatusCode);
    }

    [Fact]
    public async Task A_manager_of_the_centre_changes_no_administrator()
    {
        var administrator = await Newcomer.Invited(registry, WellKnownId.Centre, Role.Administrator);
        var http = registry.Http(Role.Manager, WellKnownId.Centre);

        Assert.Equal(HttpStatusCode.Conflict, (await http.PutAsJsonAsync($"/api/people/{administrator.Id}", new { name = "別人", roles = new[] { Role.Administrator }, active = false })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await http.DeleteAsync($"/api/people/{administrator.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await http.PostAsync($"/api/people/{administrator.Id}/authenticator-reset", null)).StatusCode);
    }

    [Theory]
    [InlineData("email", "")]
    [InlineData("email", "no address")]
    [InlineData("email", "花子@city.example")]
    [InlineData("email", "Hanako <hanako@city.example>")]
    [InlineData("email", "hanako@localhost")]
    [InlineData("email", "a@b.example\r\nBcc: c@d.example")]
    [InlineData("name", "")]
    [InlineData("name", "a\nb")]
    public async Task Names_the_field_that_is_wrong(string field, string value)
    {
        var organisation = await registry.Operator("gas");
        var body = new Dictionary<string, object> { ["organisationId"] = organisation, ["email"] = NewAddress(), ["name"] = "見本", ["roles"] = new[] { Role.Operator }, [field] = value };

        Assert.Equal([field], await (await registry.Administrator.PostAsJsonAsync("/api/people", body)).Fields());
    }

    [Fact]
    public async Task A_mail_address_is_one_persons_until_that_is_removed()
    {
        var organisation = await registry.Operator("gas");
        var first = await Newcomer.Invited(registry, organisation, Role.Operator);
        object Again() => new { organisationId = organisation, email = first.Email.ToUpperInvariant(), name = "見本", roles = new[] { Role.Operator } };

        Assert.Equal(HttpStatusCode.Conflict, (await registry.Administrator.PostAsJsonAsync("/api/people", Again())).StatusCode);
        await registry.Administrator.DeleteAsync($"/api/people/{first.Id}");
        Assert.Equal(HttpStatusCode.Created, (await registry.Administrator.PostAsJsonAsync("/api/people", Again())).StatusCode);
    }

    [Fact]
    public async Task An_invitation_holds_for_seven_days_the_newest_alone_and_once()
    {
        var person = await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator);
        var old = await person.Link("invitation");
        Assert.Equal(HttpStatusCode.OK, await Look(old));

        Assert.Equal(HttpStatusCode.NoContent, (await registry.Administrator.PostAsync($"/api/people/{person.Id}/invitation", null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await Look(old));
        var token = "";
        await RegistryFixture.Until(async () => (token = await person.Link("invitation")) != old, "No second invitation came.");
        registry.Clock.Advance(TimeSpan.FromDays(6.9));
        await person.Accept(token);
        Assert.Equal(HttpStatusCode.BadRequest, await Look(token));
        Assert.Equal(HttpStatusCode.Conflict, (await registry.Administrator.PostAsync($"/api/people/{person.Id}/invitation", null)).StatusCode);

        var late = await Newcomer.Invited(registry, person.Organisation, Role.Operator);
        token = await late.Link("invitation");
        registry.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.BadRequest, await Look(token));

        async Task<HttpStatusCode> Look(string t) => (await person.Http().PostAsJsonAsync("/api/invitations/look", new { token = t })).StatusCode;
    }

    [Fact]
    public async Task Who_accepts_needs_a_good_password_and_the_authenticators_code()
    {
        var person = await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator);
        var (http, token) = (person.Http(), await person.Link("invitation"));

        Assert.Equal(HttpStatusCode.Conflict, (await http.PostAsJsonAsync("/api/invitations/accept", new { token, password = person.Password, totp = "000000" })).StatusCode);
        await http.Post("/api/invitations/authenticator", new { token });
        Assert.Equal(["totp"], await (await http.PostAsJsonAsync("/api/invitations/accept", new { token, password = person.Password, totp = "12345" })).Fields());
        Assert.Equal(["password"], await (await http.PostAsJsonAsync("/api/invitations/accept", new { token, password = "password1234", totp = "000000" })).Fields());
        Assert.Equal(["password", "totp"], await (await http.PostAsJsonAsync("/api/invitations/accept", new { token })).Fields());
        Assert.Equal("invited", (await person.Stored()).State);
        await person.Accept(token);
        Assert.Equal("active", (await person.Stored()).State);
    }

    [Fact]
    public async Task An_invitation_accepted_twice_at_once_is_accepted_once()
    {
        var person = await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator);
        var token = await person.Link("invitation");

        var both = await Task.WhenAll(Try(), Try());

        Assert.Equal(1, both.Count(accepted => accepted));

        async Task<bool> Try()
        {
            try
            {
                await person.Accept(token);
                return true;
            }
            catch (Xunit.Sdk.TrueException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task People_are_seen_by_their_organisation_its_secretariat_and_administrators()
    {
        var (own, foreign) = (await registry.Operator("securities"), await registry.Operator("life"));
        var (colleague, stranger) = (await Newcomer.Invited(registry, own, Role.Operator), await Newcomer.Invited(registry, foreign, Role.Operator));

        foreach (var http in (HttpClient[])[registry.Http(Role.Operator, own), registry.SecretariatOf("securities")])
        {
            Assert.Equal([colleague.Id.ToString()], (await http.Get("/api/people")).GetProperty("items").Strings("id"));
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/people/{colleague.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/people/{stranger.Id}")).StatusCode);
        }

        Assert.Equal([stranger.Id.ToString()], (await registry.Administrator.Get($"/api/people?organisationId={foreign}")).GetProperty("items").Strings("id"));
        Assert.Empty((await registry.Http(Role.Analyst, WellKnownId.Centre).Get($"/api/people?organisationId={foreign}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_keeps_people_of_others()
    {
        var stranger = await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator);
        var manager = registry.Http(Role.Manager, await registry.Operator("gas"));
        var body = new { name = "別人", roles = new[] { Role.Operator }, active = true };

        foreach (var http in (HttpClient[])[manager, registry.SecretariatOf("gas")])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.PutAsJsonAsync($"/api/people/{stranger.Id}", body)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.DeleteAsync($"/api/people/{stranger.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync($"/api/people/{stranger.Id}/invitation", null)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync($"/api/people/{stranger.Id}/authenticator-reset", null)).StatusCode);
        }
    }

    [Fact]
    public async Task Other_roles_make_earlier_tickets_void_and_the_next_ticket_has_them()
    {
        var person = await Newcomer.Accepted(registry, await registry.Operator("gas"), Role.Operator);
        var tokens = await person.Tokens();

        await registry.Administrator.PutAsJsonAsync($"/api/people/{person.Id}", new { name = person.Name, roles = new[] { Role.Operator, Role.Manager }, active = true });

        await registry.Published<TicketsVoided>(v => v.Claim == "subject" && v.Value == person.Id.ToString());
        var me = await registry.Bearing(await (await person.Refresh(tokens)).Json()).Get("/api/me");
        Assert.Equal([Role.Operator, Role.Manager], me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task Who_is_inactive_is_out_until_active_again()
    {
        var person = await Newcomer.Accepted(registry, await registry.Operator("gas"), Role.Operator);
        var tokens = await person.Tokens();

        await registry.Administrator.PutAsJsonAsync($"/api/people/{person.Id}", new { name = person.Name, roles = new[] { Role.Operator }, active = false });
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), ((await person.Refresh(tokens)).StatusCode, (await person.SignIn()).StatusCode));

        await registry.Administrator.PutAsJsonAsync($"/api/people/{person.Id}", new { name = person.Name, roles = new[] { Role.Operator }, active = true });
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), ((await person.Refresh(tokens)).StatusCode, (await person.SignIn()).StatusCode));
    }

    [Fact]
    public async Task The_last_manager_stays_until_there_is_another()
    {
        var organisation = await registry.Operator("gas");
        var manager = await Newcomer.Accepted(registry, organisation, Role.Manager, Role.Operator);
        var http = await manager.SignedIn();
        var path = $"/api/people/{manager.Id}";

        Assert.Equal(HttpStatusCode.Conflict, (await http.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await http.PutAsJsonAsync(path, new { name = "見本", roles = new[] { Role.Operator }, active = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await http.PutAsJsonAsync(path, new { name = "見本", roles = new[] { Role.Manager }, active = false })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.PutAsJsonAsync(path, new { name = "見本", roles = new[] { Role.Operator, Role.Manager }, active = true })).StatusCode);
        await Newcomer.Accepted(registry, organisation, Role.Manager);
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_lost_telephone_is_replaced_by_a_manager_but_never_by_oneself()
    {
        var organisation = await registry.Operator("gas");
        var (manager, person) = (await Newcomer.Accepted(registry, organisation, Role.Manager), await Newcomer.Accepted(registry, organisation, Role.Operator));
        var (http, tokens, first) = (await manager.SignedIn(), await person.Tokens(), await person.Link("invitation"));

        Assert.Equal(HttpStatusCode.Conflict, (await http.PostAsync($"/api/people/{manager.Id}/authenticator-reset", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"/api/people/{person.Id}/authenticator-reset", null)).StatusCode);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), ((await person.Refresh(tokens)).StatusCode, (await person.SignIn()).StatusCode));
        var again = "";
        await RegistryFixture.Until(async () => (again = await person.Link("invitation")) != first, "No second invitation came.");
        await person.Accept(again);
        Assert.Equal(HttpStatusCode.OK, (await person.SignIn()).StatusCode);
    }

    [Fact]
    public async Task Of_who_was_removed_the_name_alone_is_left()
    {
        var person = await Newcomer.Accepted(registry, await registry.Operator("gas"), Role.Operator);

        await registry.Administrator.DeleteAsync($"/api/people/{person.Id}");

        var view = await registry.Administrator.Get($"/api/people/{person.Id}");
        Assert.Equal((person.Name, "removed", null), (view.GetProperty("name").GetString(), view.GetProperty("state").GetString(), view.GetProperty("email").GetString()));
        Assert.DoesNotContain(person.Id.ToString(), (await registry.Administrator.Get("/api/people?limit=500")).GetProperty("items").Strings("id"));
        var stored = await person.Stored();
        Assert.Equal((null, null, null, null), (stored.Email, stored.PasswordHash, stored.Authenticator, stored.RecoveryCodes));
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Administrator.DeleteAsync($"/api/people/{person.Id}")).StatusCode);
    }

    [Fact]
    public async Task Names_second_factors_and_mails_are_sealed_at_rest()
    {
        var person = await Newcomer.Accepted(registry, await registry.Operator("gas"), Role.Operator);

        var row = await registry.Db<RegistryDb, string>(db => db.Database.SqlQuery<string>($"select to_jsonb(p)::text as \"Value\" from person p where id = {person.Id}").SingleAsync());

        Assert.Contains(person.Email, row, StringComparison.Ordinal); // found by it at sign-in
        Assert.All((string[])[person.Name, person.Secret, person.Password, .. person.RecoveryCodes], secret => Assert.DoesNotContain(secret, row, StringComparison.Ordinal));
    }

    Task<HttpResponseMessage> Invite(HttpClient http, Guid organisationId, params string[] roles) =>
        http.PostAsJsonAsync("/api/people", new { organisationId, email = NewAddress(), name = "見本 太郎", roles });

    static string NewAddress() => $"taro.{Guid.NewGuid():N}@city.example";
}
