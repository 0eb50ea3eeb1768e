using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Answers;

/// <summary>Who of those who may see an advisory sees what of the answers and questions to it (<c>docs/adr/0016-answers-and-signatures.md</c>).</summary>
public static class AnswerRules
{
    /// <summary>A count below this is told to recipients as null: "a few".</summary>
    public const int Few = 3;

    /// <summary>Exact counts go to whoever may read the reach.</summary>
    public static bool SeesExactCounts(Caller caller) => PermissionRules.May(caller, PermissionTable.Find("GET", "/api/advisories/{id}/reach"), leadsNowhere: false);

    /// <summary>Comments and questions go to the author's side and the centre, there to those who may read the reach.</summary>
    public static bool SeesTexts(Advisory advisory, Caller caller, DirectorySnapshot directory) =>
        SeesExactCounts(caller) && (IsAuthor(advisory, caller.OrganisationId) || NameRules.IsCentre(caller.OrganisationId, directory));

    /// <summary>Whether an organisation wrote an advisory that no report stands behind.</summary>
    public static bool IsAuthor(Advisory advisory, Guid organisation) => advisory.Author == organisation;

    /// <summary>Whether a row of a mailbox is the caller's: its organisation's, or its own.</summary>
    public static Guid[] MailboxesOf(Caller caller) => caller.PersonId() is { } person ? [caller.OrganisationId, person] : [caller.OrganisationId];

    /// <summary>The count as the caller may learn it.</summary>
    public static int? Told(int count, bool exact) => exact || count is 0 or >= Few ? count : null;
}
