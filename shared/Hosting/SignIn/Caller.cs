using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Ceptoar.Hosting.SignIn;

/// <summary>Who makes this call, as Registry's ticket says.</summary>
public sealed class Caller(ClaimsPrincipal user)
{
    public const string OrganisationClaim = "org";

    /// <summary>The sign-in that the ticket comes from; refreshing it keeps it.</summary>
    public const string SessionClaim = "sid";

    /// <summary>When the ticket was issued, in milliseconds since 1970; the framework's own time of issue knows whole seconds only.</summary>
    public const string IssuedClaim = "iat";

    public Caller(IHttpContextAccessor http) : this(http.HttpContext?.User ?? new ClaimsPrincipal())
    {
    }

    /// <summary>The client or person; empty where nobody is signed in.</summary>
    public string Subject => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>The signed-in person; null where a system is signed in.</summary>
    public Guid? PersonId() => Guid.TryParse(Subject, out var id) ? id : null;

    /// <summary>The organisation the caller acts for; the empty id, which is no one's, where nobody is signed in.</summary>
    public Guid OrganisationId => Guid.TryParse(user.FindFirstValue(OrganisationClaim), out var id) ? id : Guid.Empty;

    /// <summary>Empty for a system, which signs in anew for each ticket.</summary>
    public string Session => user.FindFirstValue(SessionClaim) ?? "";

    /// <summary>When the ticket was issued; the beginning of time where it does not say.</summary>
    public DateTimeOffset IssuedAt => long.TryParse(user.FindFirstValue(IssuedClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        ? DateTimeOffset.FromUnixTimeMilliseconds(at)
        : DateTimeOffset.UnixEpoch;

    public bool Is(string role) => user.IsInRole(role);

    public IEnumerable<string> Roles => user.FindAll(ClaimTypes.Role).Select(c => c.Value);
}
