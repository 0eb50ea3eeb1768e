using static Ceptoar.Hosting.SignIn.Role;

namespace Ceptoar.Hosting.SignIn;

/// <summary>Who may call an endpoint, and which items it then answers for.</summary>
/// <param name="Service">The service that has the endpoint; <c>every</c> where each has it.</param>
/// <param name="Method">The HTTP method; <c>*</c> for any.</param>
/// <param name="Path">The route pattern, such as <c>/api/reports/{id}</c>.</param>
/// <param name="Roles">The roles that may call it; empty: whoever is signed in; null: anyone.</param>
/// <param name="Items">What the ownership test in the query leaves of it for the caller.</param>
public sealed record Permission(string Service, string Method, string Path, string[]? Roles, string Items)
{
    /// <summary>A caller without the role learns no more than from a wrong id (I2): 404 where the path names an item, 403 where it names none.</summary>
    public bool NamesAnItem => Path.Contains('{', StringComparison.Ordinal);
}

/// <summary>
/// Role × endpoint, the one place that says who may call what (<c>docs/permissions.md</c> shows it). <see cref="PermissionRules"/>
/// enforces it; an endpoint without a row is closed to everyone. A row bounds who may ask: which items are answered, the query decides.
/// </summary>
public static class PermissionTable
{
    static string[]? Anyone => null;
    static readonly string[] SignedIn = [];
    static readonly string[] Keepers = [Administrator, Secretariat];
    static readonly string[] EntryKeepers = [Administrator, Secretariat, Manager];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new("every", "*", "/health/live", Anyone, "whether the process answers"),
        new("every", "*", "/health/ready", Anyone, "whether it can work"),
        new("every", "GET", "/openapi.json", Anyone, "the description of the API"),

        new("registry", "POST", "/api/token", Anyone, "a ticket for who proves who it is"),
        new("registry", "POST", "/api/invitations/look", Anyone, "the invitation whose link one holds"),
        new("registry", "POST", "/api/invitations/authenticator", Anyone, "the invitation whose link one holds"),
        new("registry", "POST", "/api/invitations/accept", Anyone, "the invitation whose link one holds"),
        new("registry", "POST", "/api/password-resets", Anyone, "a mail to oneself"),
        new("registry", "POST", "/api/password-resets/redeem", Anyone, "who holds the link and a second factor"),
        new("registry", "GET", "/api/me", SignedIn, "oneself"),
        new("registry", "GET", "/api/me/sessions", SignedIn, "the own"),
        new("registry", "DELETE", "/api/me/sessions", SignedIn, "the own but this one"),
        new("registry", "DELETE", "/api/me/sessions/{id}", SignedIn, "the own"),
        new("registry", "PUT", "/api/me/password", SignedIn, "the own, for the present one"),
        new("registry", "POST", "/api/me/recovery-codes", SignedIn, "the own, for a code"),
        new("registry", "GET", "/api/people", SignedIn, "the own organisation's; a secretariat also its CEPTOARs' members'; an administrator all"),
        // a secretariat that could bring in people of its member would read what the member keeps from it (I10)
        new("registry", "POST", "/api/people", [Administrator, Manager], "a manager for the own organisation; administrators and auditors by an administrator"),
        new("registry", "GET", "/api/people/{id}", SignedIn, "as in the list"),
        new("registry", "PUT", "/api/people/{id}", [Administrator, Manager], "a manager the own organisation's; administrators and auditors by an administrator"),
        new("registry", "DELETE", "/api/people/{id}", [Administrator, Manager], "a manager the own organisation's; administrators and auditors by an administrator"),
        new("registry", "POST", "/api/people/{id}/invitation", [Administrator, Manager], "a manager the own organisation's"),
        new("registry", "POST", "/api/people/{id}/authenticator-reset", [Administrator, Manager], "as removal, but never one's own"),
        new("registry", "GET", "/api/handling-rules", SignedIn, "all"),
        new("registry", "GET", "/api/sectors", SignedIn, "all"),
        new("registry", "GET", "/api/ceptoars", SignedIn, "all, with a size band"),
        new("registry", "GET", "/api/groups", SignedIn, "all that one may know of; exact sizes for the own secretariat and the centre"),
        new("registry", "GET", "/api/organisations", SignedIn, "the own; a secretariat its CEPTOARs' members; the centre all"),
        new("registry", "POST", "/api/organisations", Keepers, "a secretariat operators of its CEPTOARs"),
        new("registry", "GET", "/api/organisations/{id}", SignedIn, "as in the list; identifying strings for itself and administrators"),
        new("registry", "PUT", "/api/organisations/{id}", Keepers, "a secretariat operators of its CEPTOARs"),
        new("registry", "GET", "/api/organisations/{id}/clients", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        // a secretariat that could sign in as its member would read what the member keeps from it (I10)
        new("registry", "POST", "/api/organisations/{id}/clients", [Administrator], "all"),
        new("registry", "DELETE", "/api/organisations/{id}/clients/{clientId}", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        new("registry", "POST", "/api/organisations/{id}/clients/{clientId}/secret", [Administrator, Manager], "a manager the own organisation"),
        new("registry", "GET", "/api/organisations/{id}/roster", SignedIn, "as organisations"),
        new("registry", "PUT", "/api/organisations/{id}/roster", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        new("registry", "GET", "/api/organisations/{id}/on-duty", SignedIn, "as organisations"),
        new("registry", "GET", "/api/organisations/{id}/desk", SignedIn, "as organisations"),
        new("registry", "PUT", "/api/organisations/{id}/desk", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        new("registry", "GET", "/api/organisations/{id}/executive", SignedIn, "as organisations"),
        new("registry", "PUT", "/api/organisations/{id}/executive", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        new("registry", "POST", "/api/organisations/{id}/handling-rules", SignedIn, "the own organisation by its manager, or by anyone of it where it has none; an administrator any"),

        new("intake", "GET", "/api/reports", SignedIn, "the own organisation's, and those whose reporter named it"),
        new("intake", "POST", "/api/reports", [Operator], "for the own organisation"),
        new("intake", "GET", "/api/reports/{id}", SignedIn, "as in the list"),
        new("intake", "POST", "/api/reports/{id}/versions", [Operator], "the own organisation's"),
        new("intake", "POST", "/api/reports/{id}/withdrawal", [Operator], "the own organisation's"),

        new("classification", "GET", "/api/reports/{id}/label", SignedIn, "the own organisation's"),

        new("anonymisation", "GET", "/api/reports/{id}/rendition", SignedIn, "the own organisation's"),
        new("anonymisation", "POST", "/api/reports/{id}/rendition/decision", [Operator], "the own organisation's"),

        new("distribution", "GET", "/api/advisories", SignedIn, "those of the own mailbox, as the audience allows now"),
        new("distribution", "GET", "/api/advisories/{id}", SignedIn, "as in the list"),
        new("distribution", "POST", "/api/advisories/{id}/receipts", SignedIn, "as in the list"),
        new("distribution", "GET", "/api/advisories/{id}/reach", [Secretariat, Liaison, Analyst, Approver], "as in the list"),
        new("distribution", "POST", "/api/advisories/{id}/recall", [Secretariat, Analyst, Approver], "as in the list"),
        new("distribution", "*", "/hubs/advisories", SignedIn, "hints of the own mailbox"),
        new("distribution", "*", "/hubs/advisories/negotiate", SignedIn, "a connection for oneself"),
    ];

    static readonly Dictionary<(string Method, string Path), Permission> Rows = All.ToDictionary(p => (p.Method, p.Path));

    /// <summary>The row of an endpoint; null where there is none.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="pattern">Route pattern as it was mapped: constraints and a trailing slash do not count.</param>
    public static Permission? Find(string method, string pattern)
    {
        var path = PathOf(pattern);
        return Rows.GetValueOrDefault((method, path)) ?? Rows.GetValueOrDefault(("*", path));
    }

    /// <summary><c>/api/reports/{id:guid}/</c> → <c>/api/reports/{id}</c>.</summary>
    public static string PathOf(string pattern) =>
        "/" + string.Join('/', pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.StartsWith('{') ? part.Split(':')[0].TrimEnd('}') + "}" : part));
}
