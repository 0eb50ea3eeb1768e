using System.Net;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Registry.Tests;

/// <summary>A person signs in to the pages without script by a form.</summary>
public class LightSignInTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    const string Advisory = "/light/advisories/0192f3a4-5b6c-4d7e-8f90-a1b2c3d4e5f6";

    [Fact]
    public async Task Password_and_code_lead_to_the_list_with_a_cookie_for_it_alone()
    {
        var person = await Person();

        var answer = await SignIn(person, person.Code());

        Assert.Equal((HttpStatusCode.SeeOther, "/light"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.All(["httponly", "samesite=strict", "path=/light", "max-age=900", "secure"], part => Assert.Contains(part, cookie.ToLowerInvariant().Split("; ")));
        var ticket = registry.Services.GetRequiredService<Tickets>().Unprotect(cookie.Split(';')[0][(LightPage.CookieName.Length + 1)..]);
        Assert.Equal(person.Id, new Caller(ticket!.Principal).PersonId());
        Assert.InRange(ticket.Properties.ExpiresUtc!.Value, registry.Clock.GetUtcNow().AddMinutes(14), registry.Clock.GetUtcNow().AddMinutes(15));
    }

    [Fact]
    public async Task A_recovery_code_signs_in_too()
    {
        var person = await Person();

        Assert.Equal(HttpStatusCode.SeeOther, (await SignIn(person, person.RecoveryCodes[0])).StatusCode);
    }

    [Theory]
    [InlineData(Advisory, Advisory)]
    [InlineData("https://evil.example/", "/light")]
    [InlineData("//evil.example/light/advisories/", "/light")]
    [InlineData(Advisory + "/../../../api", "/light")]
    [InlineData("", "/light")]
    public async Task It_leads_back_to_the_advisory_that_was_asked_for_and_nowhere_else(string to, string place)
    {
        var person = await Person();

        Assert.Equal(place, (await SignIn(person, person.Code(), to: to)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Whatever_is_wrong_the_form_comes_again_and_does_not_say_what_it_was()
    {
        var person = await Person();

        HttpResponseMessage[] answers = [await SignIn(person, person.Code(), password: "not the password"), await SignIn(person, "000000"), await SignIn(person, person.Code(), email: "nobody@city.example")];

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Unauthorized, a.StatusCode));
        Assert.All(answers, a => Assert.False(a.Headers.Contains("Set-Cookie")));
        Assert.Single((await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
        Assert.Contains("サインインできません", await answers[0].Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_filled_in_names_its_fields()
    {
        var answer = await Post(registry.Http(), "/light/sign-in", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.All(["メールアドレス: ", "パスワード: ", "コード: "], field => Assert.Contains(field, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Anothers_page_signs_nobody_in_or_out()
    {
        var person = await Person();
        var http = person.Http();
        http.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/light/sign-in", Form(person.Email, person.Password, person.Code()))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/light/sign-out", content: null)).StatusCode);
    }

    [Fact]
    public async Task After_signing_out_the_cookie_is_gone_and_its_ticket_void()
    {
        var person = await Person();
        var cookie = (await SignIn(person, person.Code())).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var http = registry.Http();
        http.DefaultRequestHeaders.Add("Cookie", cookie);

        var answer = await Post(http, "/light/sign-out", []);

        Assert.Equal((HttpStatusCode.SeeOther, "/light/sign-in"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.True(await registry.Db<RegistryDb, bool>(db => db.Sessions.AnyAsync(s => s.PersonId == person.Id && s.EndedAt != null)));
        await registry.Services.GetRequiredService<VoidTickets>().Load(CancellationToken.None);
        Assert.Null(registry.Services.GetRequiredService<Tickets>().Unprotect(cookie[(LightPage.CookieName.Length + 1)..]));
    }

    [Fact]
    public async Task It_counts_as_a_sign_in_like_any_other()
    {
        var person = await Person();

        for (var i = 0; i < 30; i++) await SignIn(person, "000000", password: "not the password");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignIn(person, person.Code())).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await person.SignIn(totp: person.Code())).StatusCode);
    }

    [Theory]
    [InlineData("ja", "サインイン（スクリプトを使わないページ）")]
    [InlineData("en", "Sign in (page without script)")]
    public async Task The_form_runs_nothing_and_speaks_both_languages(string language, string heading)
    {
        var page = await registry.Http().GetStringAsync($"/light/sign-in?lang={language}&to={Advisory}");

        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Contains($"name=\"to\" value=\"{Advisory}\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|<style| style=| on[a-z]+=", page);
    }

    async Task<Newcomer> Person() => await Newcomer.Accepted(registry, await registry.Operator("gas"), Role.Operator);

    static Task<HttpResponseMessage> SignIn(Newcomer person, string code, string? email = null, string? password = null, string? to = null)
    {
        var http = person.Http();
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return Post(http, "/light/sign-in", new() { ["email"] = email ?? person.Email, ["password"] = password ?? person.Password, ["code"] = code, ["to"] = to ?? "" });
    }

    static FormUrlEncodedContent Form(string email, string password, string code) => new(new Dictionary<string, string> { ["email"] = email, ["password"] = password, ["code"] = code });

    static Task<HttpResponseMessage> Post(HttpClient http, string path, Dictionary<string, string> fields)
    {
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return http.PostAsync(path, new FormUrlEncodedContent(fields));
    }
}
