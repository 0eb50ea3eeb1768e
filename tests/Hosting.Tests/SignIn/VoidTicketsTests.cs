using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Hosting.Tests.SignIn;

/// <summary>A ticket stops counting in every service soon after Registry says so, though it has not run out.</summary>
public class VoidTicketsTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    [Theory]
    [InlineData(VoidTickets.Subject)]
    [InlineData(VoidTickets.Session)]
    [InlineData(VoidTickets.Organisation)]
    public async Task A_ticket_that_was_issued_before_is_401_and_a_later_one_is_not(string claim)
    {
        var now = probe.Clock.GetUtcNow();
        var (subject, session) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var organisation = claim == VoidTickets.Organisation ? Guid.NewGuid() : probe.Reporter;
        var (old, fresh) = (Ticket(subject, session, organisation, now.AddMilliseconds(-1)), Ticket(subject, session, organisation, now.AddMilliseconds(1)));
        var other = Ticket("another", "another", probe.Reporter, now.AddMinutes(-10));
        Assert.Equal(HttpStatusCode.OK, await Ask(old));

        var value = claim switch { VoidTickets.Subject => subject, VoidTickets.Session => session, _ => organisation.ToString() };
        await probe.Hears(new TicketsVoided { Claim = claim, Value = value, IssuedBefore = now });

        await ProbeFixture.Until(async () => await Ask(old) == HttpStatusCode.Unauthorized, "The ticket went on to count.");
        Assert.Equal(HttpStatusCode.OK, await Ask(fresh));
        Assert.Equal(HttpStatusCode.OK, await Ask(other));
    }

    [Fact]
    public async Task An_older_word_that_comes_late_lets_no_ticket_in_again()
    {
        var now = probe.Clock.GetUtcNow();
        var subject = Guid.NewGuid().ToString();
        var message = new TicketsVoided { Claim = VoidTickets.Subject, Value = subject, IssuedBefore = now };
        await probe.Hears(message);
        await probe.Hears(message with { IssuedBefore = now.AddHours(-1) });

        await probe.With<VoidTickets, int>(async voided =>
        {
            await voided.Load(CancellationToken.None);
            return 0;
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(Ticket(subject, "", probe.Reporter, now.AddMinutes(-1))));
    }

    [Fact]
    public async Task A_ticket_that_does_not_say_when_it_was_issued_counts_as_old()
    {
        var subject = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.OK, await Ask(Ticket(subject, "", probe.Reporter, issued: null)));

        await probe.Hears(new TicketsVoided { Claim = VoidTickets.Subject, Value = subject, IssuedBefore = DateTimeOffset.UnixEpoch.AddSeconds(1) });

        await ProbeFixture.Until(async () => await Ask(Ticket(subject, "", probe.Reporter, issued: null)) == HttpStatusCode.Unauthorized, "The ticket went on to count.");
    }

    async Task<HttpStatusCode> Ask(string token)
    {
        var http = probe.Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await http.GetAsync("/api/reports")).StatusCode;
    }

    string Ticket(string subject, string session, Guid organisation, DateTimeOffset? issued)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, subject), new(ClaimTypes.Role, Role.Operator), new(Caller.OrganisationClaim, organisation.ToString()), new(Caller.SessionClaim, session)];
        if (issued is { } at) claims.Add(new(Caller.IssuedClaim, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        return probe.Services.GetRequiredService<Tickets>().Protect(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity(claims, BearerTokenDefaults.AuthenticationScheme)),
            new AuthenticationProperties { ExpiresUtc = probe.Clock.GetUtcNow().AddMinutes(15) },
            BearerTokenDefaults.AuthenticationScheme));
    }
}
