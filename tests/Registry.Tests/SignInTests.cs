using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ceptoar.Registry.Tests;

public class SignInTests(SignInTests.Fixture registry) : IClassFixture<SignInTests.Fixture>
{
    [Fact]
    public async Task A_code_works_once()
    {
        var (person, code) = (await Person(), "");

        code = person.Code();
        Assert.Equal(HttpStatusCode.OK, (await person.SignIn(totp: code)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SignIn(totp: code)).StatusCode);
    }

    [Theory]
    [InlineData(-150, false)]
    [InlineData(-90, true)]
    [InlineData(90, true)]
    [InlineData(150, false)]
    public async Task A_clock_may_be_ninety_seconds_off(int seconds, bool signsIn)
    {
        var person = await Person();
        registry.Clock.Advance(TimeSpan.FromMinutes(5)); // past the code the invitation was accepted with

        var response = await person.SignIn(totp: person.CodeWithClockOff(TimeSpan.FromSeconds(seconds)));

        Assert.Equal(signsIn, response.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var person = await Person();

        Assert.Equal(HttpStatusCode.OK, (await person.SignIn(recoveryCode: person.RecoveryCodes[0].ToLowerInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SignIn(recoveryCode: person.RecoveryCodes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.SignIn(recoveryCode: person.RecoveryCodes[1])).StatusCode);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_and_the_hashing_are_the_same()
    {
        var (person, invited, locked) = (await Person(), await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator), await Person());
        for (var i = 0; i < 5; i++) await locked.SignIn(password: "not the password");

        HttpResponseMessage[] answers =
        [
            await Hashing(1, () => person.SignIn(password: "not the password")),
            await Hashing(1, () => person.SignIn(totp: "000000")),
            await Hashing(1, () => locked.SignIn()),
            await Hashing(1, () => locked.SignIn(password: "not the password")),
            await Hashing(1, () => invited.SignIn(totp: "000000")),
            await Hashing(1, () => person.Http().PostAsJsonAsync("/api/token", new { grantType = "password", email = "nobody@city.example", password = "not the password", totp = "000000" })),
        ];

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Unauthorized, a.StatusCode));
        var texts = await Task.WhenAll(answers.Select(async a => (await a.Json()).GetProperty("detail").GetString()));
        Assert.Single(texts.Distinct());
    }

    [Fact]
    public async Task A_client_gets_its_token_without_any_password_hashing()
    {
        var client = new { grantType = "client", clientId = RegistryFixture.BootstrapId, clientSecret = RegistryFixture.BootstrapSecret };

        Assert.Equal(HttpStatusCode.OK, (await Hashing(0, () => registry.Http().PostAsJsonAsync("/api/token", client))).StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_tries_sign_in_is_locked_for_fifteen_minutes_and_its_owner_alone_is_told()
    {
        var person = await Person();
        for (var i = 0; i < 3; i++) await person.SignIn(password: "not the password");
        for (var i = 0; i < 2; i++) await person.SignIn(totp: "000000");

        await person.SignIn(password: "not the password");
        Assert.False((await person.Stored()).LockoutTold);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SignIn()).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SignIn()).StatusCode);
        await RegistryFixture.MailTo(person.Email, "sign-in is locked until");
        Assert.Single(RegistryFixture.MailsTo(person.Email), m => m.Contains("sign-in is locked until", StringComparison.Ordinal));

        registry.Clock.Advance(Registry.People.Person.LockOut);
        Assert.Equal(HttpStatusCode.OK, (await person.SignIn()).StatusCode);
    }

    [Fact]
    public async Task Four_wrong_tries_are_forgotten_with_a_right_one()
    {
        var person = await Person();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await person.SignIn(password: "not the password");
            Assert.Equal(HttpStatusCode.OK, (await person.SignIn()).StatusCode);
        }
    }

    [Fact]
    public async Task Guesses_at_once_are_counted_one_by_one()
    {
        var person = await Person();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => person.SignIn(password: "not the password")));

        Assert.True((await person.Stored()).IsLockedOut(registry.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Of_two_hundred_wrong_passwords_from_one_address_most_are_not_even_tried()
    {
        var (attacker, other) = (await Person(), await Person());
        var http = attacker.Http();
        var answers = new List<HttpResponseMessage>();

        for (var i = 0; i < 200; i++) answers.Add(await http.PostAsJsonAsync("/api/token", new { grantType = "password", email = $"somebody{i}@city.example", password = "not the password", totp = "000000" }));

        var tried = answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized);
        Assert.InRange(tried, 30, 60); // 30 a minute; a slow machine may see two of them
        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.Equal(200, tried + refused.Length);
        Assert.All(refused, r => Assert.InRange(r.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        Assert.Equal(429, (await refused[0].Json()).GetProperty("status").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await other.SignIn()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsJsonAsync("/api/token", new { grantType = "client", clientId = RegistryFixture.BootstrapId, clientSecret = RegistryFixture.BootstrapSecret })).StatusCode);
    }

    [Fact]
    public async Task A_browser_keeps_its_refresh_token_in_a_cookie_that_no_script_reads()
    {
        var person = await Person();
        using var http = person.Http();
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var response = await http.PostAsJsonAsync("/api/token", new { grantType = "password", email = person.Email, password = person.Password, totp = person.Code(), cookie = true });

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^refresh=[A-Za-z0-9_-]{43}; path=/api/token; secure; samesite=strict; httponly$", cookie);
        Assert.False((await response.Json()).TryGetProperty("refreshToken", out _));

        http.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        var next = await http.PostAsJsonAsync("/api/token", new { grantType = "refresh" });
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.NotEqual(cookie, Assert.Single(next.Headers.GetValues("Set-Cookie")));

        // the page was loaded again before that answer came
        registry.Clock.Advance(TimeSpan.FromSeconds(9));
        var reloaded = await http.PostAsJsonAsync("/api/token", new { grantType = "refresh" });
        Assert.Equal(HttpStatusCode.OK, reloaded.StatusCode);

        registry.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = await http.PostAsJsonAsync("/api/token", new { grantType = "refresh" });
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.StartsWith("refresh=; expires=Thu, 01 Jan 1970", Assert.Single(again.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_refreshes_at_once_one_goes_through_and_the_other_ends_the_session()
    {
        var person = await Person();
        var tokens = await person.Tokens();

        var answers = await Task.WhenAll(person.Refresh(tokens), person.Refresh(tokens));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Refresh(await answers.Single(a => a.IsSuccessStatusCode).Json())).StatusCode);
    }

    [Fact]
    public async Task A_session_that_is_used_holds_for_seven_days_and_an_idle_one_for_twelve_hours()
    {
        var (busy, idle) = (await Person(), await Person());
        var (used, unused) = (await busy.Tokens(), await idle.Tokens());

        for (var i = 0; i < 13; i++)
        {
            registry.Clock.Advance(TimeSpan.FromHours(11.9));
            var next = await busy.Refresh(used);
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
            used = await next.Json();
            if (i == 1) Assert.Equal(HttpStatusCode.Unauthorized, (await idle.Refresh(unused)).StatusCode);
        }

        registry.Clock.Advance(TimeSpan.FromHours(13.4)); // 168.1 hours after it began, and not idle for long
        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.Refresh(used)).StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_is_stored_as_its_hash_alone()
    {
        var token = (await (await Person()).Tokens()).GetProperty("refreshToken").GetString()!;

        var stored = await registry.Db<RegistryDb, int>(async db => db.RefreshTokens.Count(t => t.Hash == Registry.SignIn.Client.Hash(token)));

        Assert.Equal(1, stored);
    }

    [Fact]
    public async Task A_person_sees_its_sessions_and_ends_one_or_all_others()
    {
        var person = await Person();
        var (here, there, elsewhere) = (await person.Tokens(), await person.Tokens(), await person.Tokens());
        var http = registry.Bearing(here);
        var sessions = (await http.Get("/api/me/sessions")).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal((3, 1), (sessions.Length, sessions.Count(s => s.GetProperty("current").GetBoolean())));
        var other = await Session(there);

        Assert.Equal(HttpStatusCode.NotFound, (await registry.Bearing(await (await Person()).Tokens()).DeleteAsync($"/api/me/sessions/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"/api/me/sessions/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Refresh(there)).StatusCode);
        await registry.Published<TicketsVoided>(v => v.Claim == "session" && v.Value == other);

        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync("/api/me/sessions")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Refresh(elsewhere)).StatusCode);
        Assert.Single((await http.Get("/api/me/sessions")).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, (await person.Refresh(here)).StatusCode);
    }

    [Fact]
    public async Task A_new_password_needs_the_present_one_and_ends_every_session()
    {
        var person = await Person();
        var tokens = await person.Tokens();
        var (http, old) = (registry.Bearing(tokens), person.Password);
        const string Next = "seven stones beside a slow river";

        Assert.Equal(["current"], await (await http.PutAsJsonAsync("/api/me/password", new { current = "not the password", password = Next })).Fields());
        Assert.Equal(1, (await person.Stored()).AccessFailedCount);
        Assert.Equal(["password"], await (await http.PutAsJsonAsync("/api/me/password", new { current = old, password = "short" })).Fields());
        Assert.Equal(HttpStatusCode.NoContent, (await http.PutAsJsonAsync("/api/me/password", new { current = old, password = Next })).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Refresh(tokens)).StatusCode);
        await registry.Published<TicketsVoided>(v => v.Claim == "subject" && v.Value == person.Id.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SignIn(password: old)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.SignIn(password: Next)).StatusCode);
        await RegistryFixture.MailTo(person.Email, "Your password of CeptoarHub was changed");
    }

    [Fact]
    public async Task New_recovery_codes_take_the_place_of_the_old_ones()
    {
        var person = await Person();
        var tokens = await person.Tokens();
        var http = registry.Bearing(tokens);

        Assert.Equal(["totp"], await (await http.PostAsJsonAsync("/api/me/recovery-codes", new { totp = "000000" })).Fields());
        var made = await http.Post("/api/me/recovery-codes", new { totp = person.Code() });

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Refresh(tokens)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SignIn(recoveryCode: person.RecoveryCodes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.SignIn(recoveryCode: made.GetProperty("recoveryCodes")[0].GetString())).StatusCode);
    }

    [Fact]
    public async Task A_system_has_neither_password_nor_sessions()
    {
        var http = registry.Http(Role.Operator, await registry.Operator("gas"));

        Assert.Empty((await http.Get("/api/me/sessions")).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await http.PutAsJsonAsync("/api/me/password", new { current = "not the password", password = "seven stones beside a slow river" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync("/api/me/recovery-codes", new { totp = "000000" })).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await http.Get("/api/me")).GetProperty("person").ValueKind);
    }

    [Fact]
    public async Task A_reset_is_answered_alike_for_whoever_it_is_asked_and_mailed_to_who_can_sign_in()
    {
        var (person, invited) = (await Person(), await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator));

        foreach (var email in (string[])[person.Email.ToUpperInvariant(), invited.Email, "nobody@city.example", person.Email])
        {
            var answer = await person.Http().PostAsJsonAsync("/api/password-resets", new { email });
            Assert.Equal((HttpStatusCode.Accepted, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }

        await person.Link("password-reset");
        await RegistryFixture.Until(() => registry.Db<RegistryDb, bool>(async db => !db.Set<Registry.Mail.OutgoingMail>().Any()), "Mail still waits.");
        Assert.Equal((1, 0), (Count(person), Count(invited)));

        static int Count(Newcomer to) => RegistryFixture.MailsTo(to.Email).Count(m => m.Contains("/password-reset#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reset_needs_the_link_and_a_code_and_each_counts_once()
    {
        var person = await Person();
        await person.Http().PostAsJsonAsync("/api/password-resets", new { email = person.Email });
        var token = await person.Link("password-reset");
        const string Next = "seven stones beside a slow river";

        Assert.Equal(["token"], await Redeem(new { token = "not the token", password = Next, totp = person.Code() }).Fields());
        Assert.Equal(["totp"], await Redeem(new { token, password = Next, totp = "000000" }).Fields());
        Assert.Equal(["recoveryCode"], await Redeem(new { token, password = Next, recoveryCode = "AAAAA-AAAAA" }).Fields());
        Assert.Equal(["totp"], await Redeem(new { token, password = Next }).Fields());
        Assert.Equal(["password"], await Redeem(new { token, password = "password1234", totp = person.Code() }).Fields());
        Assert.Equal(2, (await person.Stored()).AccessFailedCount);
        Assert.Equal(HttpStatusCode.NoContent, Redeem(new { token, password = Next, totp = person.Code() }).StatusCode);
        Assert.Equal(["token"], await Redeem(new { token, password = Next, totp = person.Code() }).Fields());
        Assert.Equal(HttpStatusCode.OK, (await person.SignIn(password: Next)).StatusCode);

        HttpResponseMessage Redeem(object body) => person.Http().PostAsJsonAsync("/api/password-resets/redeem", body).Result;
    }

    [Fact]
    public async Task A_link_for_a_reset_runs_out_after_an_hour()
    {
        var person = await Person();
        await person.Http().PostAsJsonAsync("/api/password-resets", new { email = person.Email });
        var token = await person.Link("password-reset");
        registry.Clock.Advance(TimeSpan.FromHours(1));

        var response = await person.Http().PostAsJsonAsync("/api/password-resets/redeem", new { token, password = "seven stones beside a slow river", totp = person.Code() });

        Assert.Equal(["token"], await response.Fields());
    }

    [Fact]
    public async Task People_of_an_inactive_organisation_are_out()
    {
        var name = registry.NewName();
        var id = (await registry.Administrator.Post("/api/organisations", new { name, kind = "operator", ceptoars = new[] { "gas" } })).GetProperty("id").GetGuid();
        var person = await Newcomer.Accepted(registry, id, Role.Operator);
        var tokens = await person.Tokens();

        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}", new { name, kind = "operator", ceptoars = new[] { "gas" }, active = false });

        await registry.Published<TicketsVoided>(v => v.Claim == "organisation" && v.Value == id.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Refresh(tokens)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SignIn()).StatusCode);
    }

    async Task<Newcomer> Person() => await Newcomer.Accepted(registry, await registry.Operator("gas"), Role.Operator);

    async Task<string> Session(JsonElement tokens) => (await registry.Bearing(tokens).Get("/api/me")).GetProperty("session").GetString()!;

    async Task<T> Hashing<T>(int times, Func<Task<T>> work)
    {
        var before = registry.Hashings;
        var result = await work();
        Assert.Equal(times, registry.Hashings - before);
        return result;
    }

    /// <summary>Counts the work of checking passwords.</summary>
    public sealed class Fixture : RegistryFixture
    {
        int hashings;

        public int Hashings => hashings;

        protected override void Replace(IServiceCollection services) =>
            services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<Person>>(provider => new Counted(this, provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<PasswordHasherOptions>>())));

        sealed class Counted(Fixture fixture, Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> options) : PasswordHasher<Person>(options)
        {
            public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
            {
                Interlocked.Increment(ref fixture.hashings);
                return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
            }
        }
    }
}
