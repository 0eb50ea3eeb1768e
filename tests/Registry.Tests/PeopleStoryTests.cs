using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Registry.Tests;

public class PeopleStoryTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_person_is_invited_signs_in_is_locked_out_recovers_and_is_removed()
    {
        var organisation = await registry.Operator("telecom");
        var hanako = await Newcomer.Invited(registry, organisation, Role.Operator);
        var anonymous = hanako.Http();
        var token = await hanako.Link("invitation");

        var look = await anonymous.Post("/api/invitations/look", new { token });
        Assert.Equal((hanako.Name, hanako.Email), (look.GetProperty("name").GetString(), look.GetProperty("email").GetString()));
        var enrolment = await anonymous.Post("/api/invitations/authenticator", new { token });
        Assert.StartsWith($"otpauth://totp/CeptoarHub:{Uri.EscapeDataString(hanako.Email)}?secret={enrolment.GetProperty("secret").GetString()}&issuer=CeptoarHub", enrolment.GetProperty("otpauthUri").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("<svg", enrolment.GetProperty("qrCode").GetString(), StringComparison.Ordinal);
        await hanako.Accept(token);
        Assert.Equal(10, hanako.RecoveryCodes.Distinct().Count());

        var first = await hanako.Tokens();
        var me = await registry.Bearing(first).Get("/api/me");
        Assert.Equal((hanako.Id.ToString(), hanako.Name), (me.GetProperty("subject").GetString(), me.GetProperty("person").GetProperty("name").GetString()));
        Assert.Equal(["operator"], me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(organisation, me.GetProperty("organisation").GetProperty("id").GetGuid());

        var second = await (await hanako.Refresh(first)).Json();
        Assert.Equal(HttpStatusCode.OK, (await registry.Bearing(second).GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hanako.Refresh(first)).StatusCode); // it comes a second time
        Assert.Equal(HttpStatusCode.Unauthorized, (await hanako.Refresh(second)).StatusCode);
        await registry.Published<TicketsVoided>(v => v.Claim == "session" && v.Value == me.GetProperty("session").GetString());
        await Ends(registry.Bearing(second));

        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await hanako.SignIn(password: "not the password")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hanako.SignIn()).StatusCode);
        await RegistryFixture.MailTo(hanako.Email, "sign-in is locked until");

        Assert.Equal(HttpStatusCode.Accepted, (await anonymous.PostAsJsonAsync("/api/password-resets", new { email = hanako.Email })).StatusCode);
        var reset = await hanako.Link("password-reset");
        hanako.Password = "rivers run under seven bridges";
        Assert.Equal(HttpStatusCode.NoContent, (await anonymous.PostAsJsonAsync("/api/password-resets/redeem", new { token = reset, password = hanako.Password, recoveryCode = hanako.RecoveryCodes[0] })).StatusCode);
        var http = await hanako.SignedIn();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/me")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await registry.Http(Role.Manager, organisation).DeleteAsync($"/api/people/{hanako.Id}")).StatusCode);
        await registry.Published<TicketsVoided>(v => v.Claim == "subject" && v.Value == hanako.Id.ToString() && v.IssuedBefore > registry.Clock.GetUtcNow().AddMinutes(-1));
        await Ends(http);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hanako.SignIn()).StatusCode);

        // every step stands in the trail, and nothing that was typed
        var trail = (await registry.AllPublished<AuditRecorded>(e => e.Item == $"person/{hanako.Id}" || e.Actor == hanako.Id.ToString() || e.Item == $"session/{me.GetProperty("session").GetString()}")).ToArray();
        Assert.Equal(
            ["person.invited", "person.joined", "signIn.succeeded", "session.revoked", "signIn.failed", "signIn.failed", "signIn.failed", "signIn.failed", "signIn.failed", "signIn.lockedOut", "signIn.failed", "person.passwordChanged", "signIn.succeeded", "person.removed"],
            trail.OrderBy(e => e.At).ThenBy(e => e.Action == "signIn.lockedOut").Select(e => e.Action));
        foreach (var secret in (string[])[hanako.Email, hanako.Name, hanako.Password, "not the password"]) Assert.All(trail, e => Assert.DoesNotContain(secret, e.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    static Task Ends(HttpClient http) => RegistryFixture.Until(async () => (await http.GetAsync("/api/me")).StatusCode == HttpStatusCode.Unauthorized, "The ticket still counts.");
}
