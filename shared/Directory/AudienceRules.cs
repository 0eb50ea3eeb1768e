using Ceptoar.Contracts;

namespace Ceptoar.Directory;

/// <summary>Who is meant: the organisations of groups; for RED people of them; where it is relayed, also the bodies that hand it down.</summary>
/// <param name="Groups">Ids of groups.</param>
public sealed record Audience(IReadOnlyCollection<Guid> Groups)
{
    /// <summary>The people named for a RED item.</summary>
    public IReadOnlyCollection<Guid> People { get; init; } = [];

    /// <summary>Whether it goes down by hops.</summary>
    public bool IsRelayed { get; init; }
}

/// <summary>Where items arrive: an organisation's mailbox has its id, a person's the person's.</summary>
public sealed record Mailbox(Guid Id, Guid OrganisationId)
{
    public static Mailbox Of(Guid organisationId) => new(organisationId, organisationId);

    public bool IsPerson => Id != OrganisationId;
}

/// <summary>
/// The one place that decides who may see an item (I2, I8). The label bounds, the audience decides: RED goes to named people of the
/// groups that were named, so to no organisation; every other label to the active organisations of these groups. Asked when
/// an item is issued, at each read, and again at the moment of sending.
/// </summary>
public static class AudienceRules
{
    /// <summary>The organisations an item goes to, in the order of their ids.</summary>
    public static IReadOnlyList<DirectoryOrganisation> Recipients(Tlp tlp, IReadOnlyCollection<Guid> audience, DirectorySnapshot directory) =>
        Permits(tlp) ? directory.MembersOf(audience) : [];

    /// <summary>Whether an organisation that received an item may still see it.</summary>
    public static bool MaySee(Tlp tlp, IReadOnlyCollection<Guid> audience, Guid organisationId, DirectorySnapshot directory) =>
        Permits(tlp) && audience.Any(id => directory.Has(id, organisationId));

    /// <summary>Whether what arrived in a mailbox may still be seen there. RED is for people's mailboxes, everything else for organisations'.</summary>
    public static bool MaySee(Tlp tlp, Audience audience, Mailbox mailbox, DirectorySnapshot directory) => mailbox.IsPerson
        ? tlp == Tlp.Red && audience.People.Contains(mailbox.Id) && audience.Groups.Any(id => directory.Has(id, mailbox.OrganisationId))
        : MaySee(tlp, audience.Groups, mailbox.Id, directory);

    static bool Permits(Tlp tlp) => tlp is Tlp.Clear or Tlp.Green or Tlp.Amber or Tlp.AmberStrict;
}
