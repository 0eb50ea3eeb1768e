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
    static readonly string[] Reporters = [Operator, Secretariat, Analyst];
    static readonly string[] Keepers = [Administrator, Secretariat];
    static readonly string[] Own = [Manager, Operator];
    static readonly string[] Writers = [Secretariat, Liaison, Analyst];
    static readonly string[] Releasers = [Secretariat, Liaison, Analyst, Approver];
    static readonly string[] LabelKeepers = [Operator, Liaison, Analyst];
    static readonly string[] PolicyKeepers = [Secretariat, Liaison, Analyst, Approver];
    static readonly string[] EntryKeepers = [Administrator, Secretariat, Manager];
    static readonly string[] DrillViewers = [Secretariat, Liaison, Analyst, Approver, Controller];
    static readonly string[] DrillNamers = [Secretariat, Analyst, Approver, Controller];
    static readonly string[] Drilled = [Operator, Manager, Secretariat, Liaison];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new("every", "*", "/health/live", Anyone, "whether the process answers"),
        new("every", "*", "/health/ready", Anyone, "whether it can work"),
        new("every", "GET", "/openapi.json", Anyone, "the description of the API"),
        new("every", "GET", "/api/system", [Administrator], "counts alone; at the front door /api/system/{service}"),
        new("every", "POST", "/api/system/error-queues/{name}/replay", [Administrator], "the service's own queues; at the front door /api/system/{service}/error-queues/{name}/replay"),

        new("registry", "POST", "/api/token", Anyone, "a ticket for who proves who it is"),
        new("registry", "POST", "/api/invitations/look", Anyone, "the invitation whose link one holds"),
        new("registry", "POST", "/api/invitations/authenticator", Anyone, "the invitation whose link one holds"),
        new("registry", "POST", "/api/invitations/accept", Anyone, "the invitation whose link one holds"),
        new("registry", "POST", "/api/password-resets", Anyone, "a mail to oneself"),
        new("registry", "POST", "/api/password-resets/redeem", Anyone, "who holds the link and a second factor"),
        new("registry", "GET", "/api/me", SignedIn, "oneself"),
        new("registry", "GET", "/api/me/sessions", SignedIn, "the own"),
        new("registry", "DELETE", "/api/me/sessions", SignedIn, "the own but this one"),
        new("registry", "DELETE", "/api/me/sessions/{sessionId}", SignedIn, "the own"),
        new("registry", "PUT", "/api/me/password", SignedIn, "the own, for the present one"),
        new("registry", "POST", "/api/me/recovery-codes", SignedIn, "the own, for a code"),
        new("registry", "GET", "/api/people", SignedIn, "the own organisation's; a secretariat also its CEPTOARs' members'; an administrator all; by name (named) analysts and approvers all, without contacts"),
        // a secretariat that could bring in people of its member would read what the member keeps from it (I10)
        new("registry", "POST", "/api/people", [Administrator, Manager], "a manager for the own organisation; administrators and auditors by an administrator"),
        new("registry", "GET", "/api/people/{personId}", SignedIn, "as in the list"),
        new("registry", "PUT", "/api/people/{personId}", [Administrator, Manager], "a manager the own organisation's; administrators and auditors by an administrator"),
        new("registry", "DELETE", "/api/people/{personId}", [Administrator, Manager], "a manager the own organisation's; administrators and auditors by an administrator"),
        new("registry", "POST", "/api/people/{personId}/invitation", [Administrator, Manager], "a manager the own organisation's"),
        new("registry", "POST", "/api/people/{personId}/authenticator-reset", [Administrator, Manager], "as removal, but never one's own"),
        new("registry", "GET", "/api/handling-rules", SignedIn, "all"),
        new("registry", "GET", "/api/sectors", SignedIn, "all"),
        new("registry", "GET", "/api/ceptoars", SignedIn, "all, with a size band"),
        new("registry", "GET", "/api/groups", SignedIn, "all that one may know of; exact sizes for the own secretariat and the centre"),
        new("registry", "POST", "/api/groups", [Administrator, Secretariat, Analyst], "naming organisations and groups that one may know of"),
        new("registry", "GET", "/api/groups/{groupId}", SignedIn, "as in the list; whom it names for its owner, the own secretariat and the centre"),
        new("registry", "PUT", "/api/groups/{groupId}", [Administrator, Secretariat, Analyst], "its owner's; administrators all"),
        new("registry", "DELETE", "/api/groups/{groupId}", [Administrator, Secretariat, Analyst], "its owner's; administrators all"),
        new("registry", "GET", "/api/groups/{groupId}/members", [Secretariat, Analyst, Approver, Controller, Administrator, Auditor], "for its owner, the own secretariat and the centre"),
        new("registry", "GET", "/api/organisations", SignedIn, "the own; a secretariat its CEPTOARs' members; the centre all"),
        new("registry", "POST", "/api/organisations", Keepers, "a secretariat operators of its CEPTOARs"),
        new("registry", "GET", "/api/organisations/{id}", SignedIn, "as in the list; identifying strings for itself and administrators"),
        new("registry", "PUT", "/api/organisations/{id}", Keepers, "a secretariat operators of its CEPTOARs"),
        new("registry", "POST", "/api/organisations/import", Keepers, "a secretariat operators of its CEPTOARs"),
        new("registry", "GET", "/api/organisations/export", Keepers, "as in the list; identifying strings for administrators"),
        new("registry", "GET", "/api/organisations/{id}/history", SignedIn, "as in the list; identifying strings for itself and administrators"),
        new("registry", "GET", "/api/organisations/{id}/identifying/proposals", SignedIn, "the own; an administrator all"),
        new("registry", "PUT", "/api/organisations/{id}/identifying", [Administrator, .. Own], "the own; an administrator all"),
        new("registry", "POST", "/api/organisations/{id}/identifying/confirmation", Own, "the own"),
        new("registry", "GET", "/api/organisations/{id}/channels", SignedIn, "as in the list"),
        new("registry", "PUT", "/api/organisations/{id}/channels", [.. Keepers, .. Own], "the own; a secretariat also operators of its CEPTOARs; an administrator all"),
        new("registry", "POST", "/api/organisations/{id}/channels/{n}/test", [.. Keepers, .. Own], "the own; a secretariat also operators of its CEPTOARs; an administrator all"),
        new("registry", "POST", "/api/organisations/{id}/contacts/test", [.. Keepers, .. Own], "the own; a secretariat also operators of its CEPTOARs; an administrator all"),
        new("registry", "GET", "/api/organisations/{id}/webhook", [.. Keepers, .. Own], "the own; a secretariat also operators of its CEPTOARs; an administrator all; never the secret"),
        new("registry", "PUT", "/api/organisations/{id}/webhook", [.. Keepers, .. Own], "the own; a secretariat also operators of its CEPTOARs; an administrator all"),
        new("registry", "DELETE", "/api/organisations/{id}/webhook", [.. Keepers, .. Own], "the own; a secretariat also operators of its CEPTOARs; an administrator all"),
        new("registry", "GET", "/api/organisations/{id}/attestation", SignedIn, "as in the list"),
        new("registry", "POST", "/api/organisations/{id}/attestation", Own, "the own"),
        new("registry", "POST", "/api/organisations/{id}/attestation/request", Keepers, "a secretariat operators of its CEPTOARs"),
        new("registry", "GET", "/api/attestations", [.. Keepers, Analyst, Approver, Controller, Auditor], "a secretariat its CEPTOARs; the centre all"),
        new("registry", "GET", "/api/attestations/late", [.. Keepers, Analyst, Approver, Controller, Auditor], "a secretariat its CEPTOARs' members; the centre all"),
        new("registry", "GET", "/api/desks", SignedIn, "of the secretariats and ministries that stand by the own organisation, and of the centre"),
        new("registry", "GET", "/api/directory/lint", SignedIn, "the own; a secretariat also its CEPTOARs' members; an administrator all"),
        new("registry", "GET", "/api/ceptoars/map", SignedIn, "all; exact sizes for the own secretariat and the centre"),
        new("registry", "GET", "/api/ceptoars/{code}/channels", SignedIn, "all"),
        new("registry", "GET", "/api/organisations/{id}/clients", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        // a secretariat that could sign in as its member would read what the member keeps from it (I10)
        new("registry", "POST", "/api/organisations/{id}/clients", [Administrator], "all"),
        new("registry", "DELETE", "/api/organisations/{id}/clients/{clientId}", [Administrator, Manager], "a manager the own organisation"),
        new("registry", "POST", "/api/organisations/{id}/clients/{clientId}/secret", [Administrator, Manager], "a manager the own organisation"),
        new("registry", "GET", "/api/organisations/{id}/roster", SignedIn, "as organisations"),
        new("registry", "PUT", "/api/organisations/{id}/roster", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        new("registry", "GET", "/api/organisations/{id}/on-duty", SignedIn, "as organisations"),
        new("registry", "GET", "/api/organisations/{id}/desk", SignedIn, "as organisations"),
        new("registry", "PUT", "/api/organisations/{id}/desk", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        new("registry", "GET", "/api/organisations/{id}/executive", SignedIn, "as organisations"),
        new("registry", "PUT", "/api/organisations/{id}/executive", EntryKeepers, "a secretariat operators of its CEPTOARs; a manager the own organisation"),
        new("registry", "POST", "/api/organisations/{id}/handling-rules", SignedIn, "the own organisation by its manager, or by anyone of it where it has none; an administrator any"),

        new("registry", "GET", "/light/sign-in", Anyone, "the form"),
        new("registry", "POST", "/light/sign-in", Anyone, "a ticket for who proves who it is, in a cookie for /light"),
        new("registry", "POST", "/light/sign-out", Anyone, "the own session"),

        new("registry", "GET", "/api/audit", [Auditor], "all that is sealed"),
        new("registry", "GET", "/api/audit/blocks", [Auditor], "all"),
        new("registry", "GET", "/api/audit/verification", [Auditor], "the whole chain"),

        new("intake", "GET", "/api/reports", SignedIn, "the own organisation's, and those whose reporter named it"),
        new("intake", "POST", "/api/reports", Reporters, "for the own organisation; a secretariat for operators of its CEPTOARs and an analyst for all, on their behalf"),
        new("intake", "GET", "/api/reports/{id}", SignedIn, "as in the list"),
        new("intake", "POST", "/api/reports/{id}/versions", Reporters, "the own organisation's; what one entered on behalf of an operator, until it confirms"),
        new("intake", "POST", "/api/reports/{id}/confirmation", [Operator], "the own organisation's, entered on its behalf"),
        new("intake", "POST", "/api/reports/{id}/withdrawal", [Operator], "the own organisation's"),
        new("intake", "POST", "/api/reports/{id}/identity", [Analyst], "the centre's for all, with a reason that the reporter is told"),
        new("intake", "POST", "/api/reports/{id}/identity/decision", [Approver], "the centre's for all, but what the same person asked"),
        new("intake", "GET", "/api/reports/{id}/identity", [Analyst, Approver], "for the two who asked and agreed, for a while"),
        new("intake", "GET", "/api/identity-openings", [Analyst, Approver], "the centre's: those that wait"),
        new("intake", "POST", "/api/reports/{id}/attachments", Reporters, "as versions"),
        new("intake", "GET", "/api/reports/{id}/attachments", SignedIn, "as reports"),
        new("intake", "GET", "/api/reports/{id}/attachments/{attachmentId}", SignedIn, "as reports; what no scanner found clean for the own organisation and analysts"),
        new("intake", "DELETE", "/api/reports/{id}/attachments/{attachmentId}", Reporters, "as versions"),
        new("intake", "GET", "/api/reports/{id}/questions", [Operator], "the own organisation's"),
        new("intake", "POST", "/api/reports/{id}/questions/{questionId}/answer", [Operator], "the own organisation's"),

        new("intake", "GET", "/api/report-drafts", Reporters, "the own organisation's"),
        new("intake", "POST", "/api/report-drafts", Reporters, "for the own organisation"),
        new("intake", "GET", "/api/report-drafts/{draftId}", Reporters, "the own organisation's"),
        new("intake", "PUT", "/api/report-drafts/{draftId}", Reporters, "the own organisation's"),
        new("intake", "DELETE", "/api/report-drafts/{draftId}", Reporters, "the own organisation's"),

        new("classification", "GET", "/api/reports/{id}/label", SignedIn, "as reports; an analyst or approver the labels and reasons of all"),
        new("classification", "PUT", "/api/reports/{id}/label", LabelKeepers, "the own organisation's; a liaison what it may read; an analyst all"),
        new("classification", "POST", "/api/reports/{id}/label/decision", [.. LabelKeepers, Approver], "the source's consent for the own organisation's; else the second person's word, as the change itself"),
        new("classification", "PUT", "/api/reports/{id}/triage", LabelKeepers, "the own organisation's; a liaison what it may read; an analyst all"),
        new("classification", "GET", "/api/labels", SignedIn, "of reports whose labels one may see"),
        new("classification", "GET", "/api/label-changes", SignedIn, "those that wait, of reports whose labels one may see"),
        new("classification", "POST", "/api/labels/preview", Reporters, "what one is about to hand in"),
        new("classification", "GET", "/api/policies", SignedIn, "all in force"),
        new("classification", "GET", "/api/policies/{scope}", SignedIn, "all that were approved; drafts for their owner and the centre"),
        new("classification", "POST", "/api/policies/{scope}/versions", PolicyKeepers, "the own organisation's scope"),
        new("classification", "POST", "/api/policies/{scope}/dry-run", PolicyKeepers, "the own organisation's scope; numbers alone of reports one may not read"),
        new("classification", "POST", "/api/policies/{scope}/versions/{number}/decision", PolicyKeepers, "the own organisation's scope, by a second person; what relaxes the national default by an approver"),

        new("anonymisation", "GET", "/api/reports/{id}/rendition", SignedIn, "the own organisation's"),
        new("anonymisation", "POST", "/api/reports/{id}/rendition/decision", [Operator], "the own organisation's"),
        new("anonymisation", "POST", "/api/reports/{id}/rendition/marks", [Operator], "the own organisation's"),
        new("anonymisation", "GET", "/api/reports/{id}/rendition/attachments", SignedIn, "the own organisation's"),
        new("anonymisation", "GET", "/api/terms", [Manager, Analyst], "words to be removed for the own organisation by its manager; names that stay by the centre"),
        new("anonymisation", "POST", "/api/terms/{termId}/decision", [Manager, Analyst], "as in the list"),

        new("distribution", "GET", "/api/advisories", SignedIn, "those of the own mailbox, as the audience allows now"),
        new("distribution", "POST", "/api/advisories", Writers, "for the own organisation; a liaison to its ministry's sectors, a secretariat to its CEPTOARs' members, the centre to all"),
        new("distribution", "GET", "/api/advisories/templates", SignedIn, "all"),
        new("distribution", "GET", "/api/advisories/drafts", Releasers, "what the own organisation wrote"),
        new("distribution", "GET", "/api/advisories/default-audience", Writers, "the groups that the own organisation may write to"),
        new("distribution", "GET", "/api/advisories/{id}", SignedIn, "as in the list; what the own organisation wrote"),
        new("distribution", "PUT", "/api/advisories/{id}", Writers, "what the own organisation wrote"),
        new("distribution", "GET", "/api/advisories/{id}/draft", Releasers, "what the own organisation wrote"),
        new("distribution", "GET", "/api/advisories/{id}/audience", Releasers, "what the own organisation wrote"),
        new("distribution", "POST", "/api/advisories/{id}/attachments", Writers, "what the own organisation wrote"),
        new("distribution", "GET", "/api/advisories/{id}/attachments/{attachmentId}", SignedIn, "as in the list; what the own organisation wrote"),
        new("distribution", "DELETE", "/api/advisories/{id}/attachments/{attachmentId}", Writers, "what the own organisation wrote"),
        new("distribution", "POST", "/api/advisories/{id}/release", Releasers, "what the own organisation wrote; where it needs two, an approver of the centre or another person of the organisation"),
        new("distribution", "POST", "/api/advisories/{id}/relay", [Secretariat, Liaison], "what the own organisation hands down"),
        new("distribution", "GET", "/api/advisories/{id}/relay", [Secretariat, Liaison], "what the own organisation hands down"),
        new("distribution", "POST", "/api/advisories/{id}/versions", Writers, "what the own organisation wrote"),
        new("distribution", "POST", "/api/advisories/{id}/receipts", SignedIn, "as in the list"),
        new("distribution", "GET", "/api/advisories/{id}/reach", Releasers, "as in the list; what the own organisation wrote"),
        new("distribution", "GET", "/api/advisories/{id}/calls", Releasers, "as the reach: of those whom one may name"),
        new("distribution", "POST", "/api/advisories/{id}/calls", Releasers, "as the reach: of those whom one may name"),
        new("distribution", "POST", "/api/advisories/{id}/reminders", Releasers, "as the reach: to those whom one may name"),
        new("distribution", "GET", "/api/advisories/{id}/escalation", Releasers, "as the reach: of those whom one may name"),
        new("distribution", "POST", "/api/advisories/{id}/recall", Releasers, "what the own organisation wrote; the centre what it got; a secretariat what was made from reports for its CEPTOAR alone"),
        new("distribution", "POST", "/api/advisories/{id}/answers", SignedIn, "as in the list"),
        new("distribution", "GET", "/api/advisories/{id}/answers", SignedIn, "as in the list: counts and the own; exact ones for those who read the reach; what was said for the author's side and the centre"),
        new("distribution", "POST", "/api/advisories/{id}/questions", SignedIn, "as in the list"),
        new("distribution", "GET", "/api/advisories/{id}/questions", SignedIn, "as in the list: counts and the own threads; all for the author's side and the centre"),
        new("distribution", "POST", "/api/advisories/{id}/questions/{questionId}/replies", SignedIn, "the own thread; the author's side all, where no report stands behind the advisory"),
        new("distribution", "GET", "/api/advisories/{id}/signature", SignedIn, "as in the list"),
        new("distribution", "GET", "/api/advisories/{id}/sheet", SignedIn, "as in the list; what the own organisation wrote; nothing of RED"),
        new("distribution", "GET", "/.well-known/advisory-keys.json", Anyone, "the public keys"),
        new("distribution", "GET", "/api/relays", [Secretariat, Liaison], "what waits for the own organisation to hand down"),
        new("distribution", "GET", "/api/relay-rules", Releasers, "a secretariat's own CEPTOARs', a liaison's ministry's, the centre all"),
        new("distribution", "PUT", "/api/relay-rules/{ceptoar}/{hop}", Writers, "a secretariat's own CEPTOARs'; the hop to the secretariat, its ministry's liaison; the centre all"),
        new("distribution", "GET", "/api/escalation-rules", Releasers, "a secretariat's own CEPTOARs', a liaison's ministry's, the centre all"),
        new("distribution", "PUT", "/api/escalation-rules/{ceptoar}", [Secretariat, Analyst], "a secretariat's own CEPTOARs'; the centre all"),
        new("distribution", "GET", "/api/channels", [Secretariat, Liaison, Analyst, Approver, Controller, Administrator], "how each channel stands, in counts alone"),
        new("distribution", "PUT", "/api/channels/{channel}", [Analyst, Approver, Administrator], "all but the hub itself"),
        new("distribution", "GET", "/api/large-scale-mode", SignedIn, "whether it is on; why, to those who hand advisories down or out"),
        new("distribution", "PUT", "/api/large-scale-mode", [Analyst, Approver], "the centre's"),
        new("distribution", "GET", "/api/sharing-indicators", [Secretariat, Analyst, Approver, Controller], "a secretariat's own CEPTOARs; the centre all"),
        new("distribution", "GET", "/api/situation", [Analyst, Approver], "counts of what is in the own mailbox, as the audience allows now, and of what the own organisation wrote"),
        new("distribution", "GET", "/api/receipts", SignedIn, "what the own mailbox confirmed; of what the audience no longer allows, number and time"),
        new("distribution", "GET", "/api/subscriptions", SignedIn, "the own person's"),
        new("distribution", "PUT", "/api/subscriptions", SignedIn, "the own person's"),
        new("distribution", "POST", "/api/channels/bounces", [Administrator], "mail of the hub that came back, handed in by its mail server"),
        new("distribution", "GET", "/light", SignedIn, "as the list of advisories"),
        new("distribution", "GET", "/light/advisories/{id}", SignedIn, "as in the list; what the own organisation wrote"),
        new("distribution", "POST", "/light/advisories/{id}/receipts", SignedIn, "as in the list"),
        new("distribution", "POST", "/light/advisories/{id}/answers", SignedIn, "as in the list"),
        new("distribution", "*", "/hubs/advisories", SignedIn, "hints of the own mailbox"),
        new("distribution", "*", "/hubs/advisories/negotiate", SignedIn, "a connection for oneself"),

        new("drills", "GET", "/api/drills/campaigns", DrillViewers, "the centre all; a secretariat or liaison those with a drill that it sees"),
        new("drills", "POST", "/api/drills/campaigns", [Controller], "the centre's"),
        new("drills", "GET", "/api/drills/campaigns/{campaignId}", DrillViewers, "as in the list"),
        new("drills", "PUT", "/api/drills/campaigns/{campaignId}", [Controller], "the centre's"),
        new("drills", "GET", "/api/drills/campaigns/{campaignId}/sheets", DrillViewers, "as in the list"),
        new("drills", "PUT", "/api/drills/campaigns/{campaignId}/sheets", [Controller], "the centre's"),
        new("drills", "GET", "/api/drills", DrillViewers, "a secretariat's own CEPTOARs'; a liaison's ministry's, where their way leads through it; the centre all; the moment of an unannounced one for controllers"),
        new("drills", "POST", "/api/drills", [Controller], "the centre's"),
        new("drills", "GET", "/api/drills/{id}", DrillViewers, "as in the list"),
        new("drills", "PUT", "/api/drills/{id}", [Secretariat, Controller], "a secretariat text and way of its own CEPTOARs'; the centre all"),
        new("drills", "POST", "/api/drills/{id}/cancellation", [Controller], "the centre's"),
        new("drills", "POST", "/api/drills/{id}/start", [Controller], "the centre's"),
        new("drills", "POST", "/api/drills/{id}/close", [Controller], "the centre's"),
        new("drills", "POST", "/api/drills/stop", [Analyst, Approver, Controller], "all that run; none begins from then on"),
        new("drills", "GET", "/api/drills/hold", DrillViewers, "whether all are stopped, for whoever asks"),
        new("drills", "DELETE", "/api/drills/hold", [Analyst, Approver, Controller], "for all"),
        new("drills", "GET", "/api/drills/{id}/participants", DrillNamers, "a secretariat's own CEPTOARs'; the centre all"),
        new("drills", "PUT", "/api/drills/{id}/participants", [Secretariat], "a secretariat's own CEPTOARs'"),
        new("drills", "GET", "/api/drills/mine", Drilled, "those for which the own organisation is chosen"),
        new("drills", "GET", "/api/drills/{id}/sheets/{kind}", Drilled, "the own organisation's, where it takes part"),
        new("drills", "PUT", "/api/drills/{id}/sheets/{kind}", Drilled, "the own organisation's, where it takes part"),
        new("drills", "GET", "/api/drills/consent", Drilled, "the own organisation's"),
        new("drills", "PUT", "/api/drills/consent", Drilled, "the own organisation's"),
        new("drills", "GET", "/api/drills/consents", DrillNamers, "a secretariat its CEPTOARs' members; the centre all"),
        new("drills", "PUT", "/api/drills/consents", [Secretariat], "its CEPTOARs' members"),
        new("drills", "GET", "/api/drills/{id}/board", DrillViewers, "a secretariat's own CEPTOARs'; a liaison's ministry's, without names; the centre all"),
        new("drills", "GET", "/api/drills/{id}/report", DrillViewers, "as the board"),
        new("drills", "GET", "/api/drills/campaigns/{campaignId}/report", DrillViewers, "of its drills those whose board one may see"),
        new("drills", "POST", "/api/drills/campaigns/{campaignId}/rehearsals", [Controller], "the centre all"),
        new("drills", "GET", "/api/drills/campaigns/{campaignId}/rehearsals", [Analyst, Approver, Controller], "the centre all"),
        new("drills", "GET", "/api/drills/campaigns/{campaignId}/rehearsals/{rehearsalId}", [Analyst, Approver, Controller], "the centre all"),
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
