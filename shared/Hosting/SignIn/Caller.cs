using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Ceptoar.Hosting.SignIn;

/// <summary>Who makes this call, as Registry's ticket says.</summary>
public sealed class Caller(ClaimsPrincipal user)
{
    public const string OrganisationClaim = "org";

    public Caller(IHttpContextAccessor http) : this(http.HttpContext?.User ?? new ClaimsPrincipal())
    {
    }

    /// <summary>The client or person; empty where nobody is signed in.</summary>
    public string Subject => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>The organisation the caller acts for; the empty id, which is no one's, where nobody is signed in.</summary>
    public Guid OrganisationId => Guid.TryParse(user.FindFirstValue(OrganisationClaim), out var id) ? id : Guid.Empty;

    public bool Is(string role) => user.IsInRole(role);

    public IEnumerable<string> Roles => user.FindAll(ClaimTypes.Role).Select(c => c.Value);
}
