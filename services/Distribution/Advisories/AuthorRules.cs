using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// Who may write to whom, and who releases it: the centre writes to everyone, a liaison to its ministry's sectors, a secretariat to the members of its CEPTOARs.
/// A group that ministries do not learn of is nobody's to name who is not in it.
/// </summary>
public static class AuthorRules
{
    public static bool MayAddress(Guid author, Guid groupId, DirectorySnapshot directory)
    {
        if (directory.Active(author) is not { } own || !directory.Groups.TryGetValue(groupId, out var group) || group.Closed) return false;
        if (group.WithoutMinistries && !directory.Has(groupId, author)) return false;

        return own.Kind switch
        {
            "centre" => true,
            "secretariat" or "ministry" => directory.MembersOf([groupId]) is { Count: > 0 } members && members.All(m => m.Id == author || IsIts(m)),
            _ => false,
        };

        bool IsIts(DirectoryOrganisation member) =>
            (own.Kind == "ministry" && member.Kind == "operator" && member.Sectors.Intersect(own.Sectors).Any())
            || directory.CeptoarsOf(member).Any(c => c.Secretariat == author || (own.Kind == "ministry" && c.Ministry == author));
    }

    /// <summary>Whether the caller works on what its organisation writes; its other people see of it what comes to them.</summary>
    public static bool Works(Caller caller) => caller.Is(Role.Secretariat) || caller.Is(Role.Liaison) || caller.Is(Role.Analyst) || caller.Is(Role.Approver);

    /// <summary>The groups of an audience that the author may not name, by their field.</summary>
    public static IEnumerable<(string Field, string Message)> Refused(Guid[] audience, Guid author, DirectorySnapshot directory) =>
        from named in audience.Index()
        where !MayAddress(author, named.Item, directory)
        select ($"audience[{named.Index}]", Problems.Say("宛先に指定できないグループです。", "You may not name this group."));

    /// <summary>More than this many recipients, or CLEAR, need a second person: an approver at the centre, in other organisations anyone else who may write.</summary>
    public static bool NeedsFourEyes(Contracts.Tlp tlp, int recipients, int above) => tlp == Contracts.Tlp.Clear || recipients > above;

    public static bool MayApprove(Caller caller, Draft draft, DirectorySnapshot directory) =>
        caller.Subject != draft.WrittenBy && (directory.Active(draft.Author)?.Kind != "centre" || caller.Is(Role.Approver));
}
