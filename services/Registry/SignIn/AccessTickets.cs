using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Ceptoar.Registry.SignIn;

/// <summary>What a sign-in is answered with. <c>ExpiresIn</c> in seconds; <c>RefreshToken</c> for people who do not ask for the cookie.</summary>
public record Token(string AccessToken, string TokenType, int ExpiresIn)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RefreshToken { get; init; }
}

/// <summary>Issues access tickets, and takes them back.</summary>
public sealed class AccessTickets(Tickets tickets, TimeProvider clock)
{
    public Token For(Client client, string name) => Issue(client.Id, name, client.OrganisationId, [client.Role], session: null);

    public Token For(Person person, string name, Session session) => Issue(person.Id.ToString(), name, person.OrganisationId, person.Roles, session.Id);

    Token Issue(string subject, string name, Guid organisationId, IEnumerable<string> roles, Guid? session)
    {
        var now = clock.GetUtcNow();
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, subject),
                new(Caller.IssuedClaim, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
                new(ClaimTypes.Name, name),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
                new(Caller.OrganisationClaim, organisationId.ToString()),
            ],
            BearerTokenDefaults.AuthenticationScheme);
        if (session is { } id) identity.AddClaim(new(Caller.SessionClaim, id.ToString()));
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = now + Tickets.Lifetime }, BearerTokenDefaults.AuthenticationScheme);
        return new(tickets.Protect(ticket), "Bearer", (int)Tickets.Lifetime.TotalSeconds);
    }
}

public static class VoidingTickets
{
    /// <summary>
    /// Who signs in does not wait for whoever makes its client or organisation inactive: a ticket that was under way then is void, too.
    /// </summary>
    public static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(5);

    /// <summary>Lets tickets count no more, everywhere, with the transaction of the change.</summary>
    /// <param name="db">Where the change is made.</param>
    /// <param name="claim">One of <see cref="VoidTickets"/>'s claims.</param>
    /// <param name="value">The person, client, session or organisation.</param>
    /// <param name="issuedBefore">Tickets from before this.</param>
    /// <param name="ct">Ends it.</param>
    public static Task VoidTickets(this RegistryDb db, string claim, string value, DateTimeOffset issuedBefore, CancellationToken ct)
    {
        var message = new TicketsVoided { Claim = claim, Value = value, IssuedBefore = issuedBefore };
        db.Publish(message);
        return db.Keep(message, ct); // Registry itself, where new sign-ins are made, does not wait for the broker
    }
}
