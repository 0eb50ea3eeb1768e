using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Hosting.Tests.SignIn;

public class TicketsTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    [Fact]
    public async Task A_ticket_of_Registry_lets_in() => Assert.Equal(HttpStatusCode.OK, await Ask(probe.Token(Role.Operator, probe.Reporter)));

    [Fact]
    public void A_ticket_altered_by_one_bit_is_none()
    {
        var tickets = probe.Services.GetRequiredService<Tickets>();
        var bytes = Base64Url.DecodeFromChars(probe.Token(Role.Operator, probe.Reporter));
        Assert.NotNull(tickets.Unprotect(Base64Url.EncodeToString(bytes)));

        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= (byte)(1 << (i % 8));
            Assert.Null(tickets.Unprotect(Base64Url.EncodeToString(bytes)));
            bytes[i] ^= (byte)(1 << (i % 8));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    [InlineData(-64)]
    public async Task An_altered_ticket_is_401(int place)
    {
        var bytes = Base64Url.DecodeFromChars(probe.Token(Role.Operator, probe.Reporter));
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(Base64Url.EncodeToString(bytes)));
    }

    [Fact]
    public async Task A_ticket_signed_with_another_key_is_401()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = Path.GetTempFileName();
        await File.WriteAllTextAsync(pem, pair.ExportECPrivateKeyPem());
        using var other = new Tickets(new ConfigurationBuilder().AddInMemoryCollection([new("Tickets:SigningKey", pem)]).Build());
        File.Delete(pem);

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(other.Protect(Ticket(TimeSpan.FromMinutes(5)))));
    }

    [Fact]
    public async Task A_ticket_ends_with_its_time()
    {
        var tickets = probe.Services.GetRequiredService<Tickets>();

        Assert.Equal(HttpStatusCode.OK, await Ask(tickets.Protect(Ticket(TimeSpan.FromMinutes(5)))));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(tickets.Protect(Ticket(TimeSpan.FromSeconds(-1)))));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(tickets.Protect(Ticket(lifetime: null))));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("!!!")]
    [InlineData("AAAA")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_ticket_is_401(string token) => Assert.Equal(HttpStatusCode.Unauthorized, await Ask(token));

    [Fact]
    public async Task A_ticket_too_long_is_401() => Assert.Equal(HttpStatusCode.Unauthorized, await Ask(new string('A', 9000)));

    [Fact]
    public async Task A_ticket_in_the_address_lets_in_nowhere_but_at_the_live_line()
    {
        var token = probe.Token(Role.Operator, probe.Reporter);

        Assert.Equal(HttpStatusCode.Unauthorized, (await probe.Http().GetAsync("/api/reports?access_token=" + token)).StatusCode);
    }

    [Fact]
    public void Who_holds_the_public_key_cannot_make_a_ticket()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = Path.GetTempFileName();
        File.WriteAllText(pem, pair.ExportSubjectPublicKeyInfoPem());
        using var reader = new Tickets(new ConfigurationBuilder().AddInMemoryCollection([new("Tickets:PublicKey", pem)]).Build());
        File.Delete(pem);

        Assert.ThrowsAny<CryptographicException>(() => reader.Protect(Ticket(TimeSpan.FromMinutes(5))));
    }

    [Fact]
    public async Task Nobody_is_anonymous_but_for_health_and_the_description_of_the_API()
    {
        foreach (var path in new[] { "/api/reports", $"/api/reports/{Guid.NewGuid()}" }) Assert.Equal(HttpStatusCode.Unauthorized, (await probe.Http().GetAsync(path)).StatusCode);
        foreach (var path in new[] { "/health/live", "/openapi.json" }) Assert.Equal(HttpStatusCode.OK, (await probe.Http().GetAsync(path)).StatusCode);
    }

    async Task<HttpStatusCode> Ask(string token)
    {
        var http = probe.Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await http.GetAsync("/api/reports")).StatusCode;
    }

    AuthenticationTicket Ticket(TimeSpan? lifetime) => new(
        new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "somebody"), new(ClaimTypes.Role, Role.Operator), new(Caller.OrganisationClaim, probe.Reporter.ToString())], BearerTokenDefaults.AuthenticationScheme)),
        new AuthenticationProperties { ExpiresUtc = probe.Clock.GetUtcNow() + lifetime },
        BearerTokenDefaults.AuthenticationScheme);
}
