using Ceptoar.Contracts;

namespace Ceptoar.Directory;

/// <summary>
/// The one place that decides who may see an item (I2, I8). The label bounds, the audience decides: RED goes to named people's
/// mailboxes only, so to no organisation; every other label to the active organisations of the groups that were named. Asked when
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

    static bool Permits(Tlp tlp) => tlp is Tlp.Clear or Tlp.Green or Tlp.Amber or Tlp.AmberStrict;
}
