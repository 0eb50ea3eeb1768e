using System.Diagnostics;
using System.Security.Claims;
using System.Security.Cryptography;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace Ceptoar.Bench;

/// <summary>What the check of an access ticket costs beside that of a password: it must stay free of hashing.</summary>
public static class TokenCheck
{
    const int Checks = 20_000;

    /// <returns>Microseconds for one check of a ticket, and of one password.</returns>
    public static (double Ticket, double Password) Measure()
    {
        var pem = Path.GetTempFileName();
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256)) File.WriteAllText(pem, key.ExportECPrivateKeyPem());
        using var tickets = new Tickets(new ConfigurationBuilder().AddInMemoryCollection([new("Tickets:SigningKey", pem)]).Build());
        File.Delete(pem);
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "somebody"), new(ClaimTypes.Role, Role.Operator), new(Caller.OrganisationClaim, Guid.NewGuid().ToString()), new(Caller.SessionClaim, Guid.NewGuid().ToString())],
            BearerTokenDefaults.AuthenticationScheme);
        var ticket = tickets.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties(), BearerTokenDefaults.AuthenticationScheme));
        var hasher = new PasswordHasher<object>();
        var hash = hasher.HashPassword(tickets, "correct horse battery staple");

        return (Each(Checks, () => tickets.Unprotect(ticket) is not null), Each(50, () => hasher.VerifyHashedPassword(tickets, hash, "correct horse battery staple") == PasswordVerificationResult.Success));
    }

    static double Each(int times, Func<bool> check)
    {
        for (var i = 0; i < times / 10; i++) Must(check());
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) Must(check());
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / times;

        static void Must(bool right)
        {
            if (!right) throw new InvalidOperationException("What is right was refused.");
        }
    }
}
